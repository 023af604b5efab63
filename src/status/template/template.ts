import { type Draft, editDraft, tidyDraft } from "../compose/draft.ts";
import { findMentions } from "../length/entities.ts";
import { findBlocks } from "./blocks.ts";
import { hashtag, hashtags } from "./hashtags.ts";
import { print, renderLiquid, TemplateError } from "./liquid.ts";
import { guardMentions, setPastedAside } from "./mentions.ts";

export interface StatusTemplate {
  source: string;
  /** False for data that is posted as it is: nothing in it is rendered, and nothing of it may mention. */
  isTemplate: boolean;
  /** What it is called in messages, such as "`status`". */
  name: string;
}

export interface RenderOptions {
  facts: Record<string, unknown>;
  /** Free texts of the event by their names, to recognise what was pasted into the template with `${{ }}`. */
  freeTexts: ReadonlyMap<string, string>;
  locale: string | undefined;
  /** Who may be mentioned: handles written in the template, everyone, no one. */
  mentions: "template" | "all" | "none";
  /** Letters and digits, unguessable and new in each run, so that no text can forge the marks used inside. */
  nonce: string;
}

export interface RenderedStatus {
  /** The parts that the template wrote, split at its `---` lines. Empty parts are gone. */
  drafts: Draft[];
  /** Mentions that were made harmless, such as `@scope`. */
  guarded: string[];
  /** What the author should know, though nothing is wrong. */
  remarks: string[];
}

/**
 * Renders the text of a status: facts filled in, split at `---`, white space tidied, mentions guarded.
 *
 * @throws TemplateError with one line that names the cure
 */
export async function renderStatus(template: StatusTemplate, options: RenderOptions): Promise<RenderedStatus> {
  const { nonce, mentions } = options;
  if (!template.isTemplate) return guard([{ text: wellFormed(template.source), fit: [] }], new Set(), mentions, []);

  const pastedFilter = `pasted_${nonce}`;
  const own = template.source.replaceAll("\r\n", "\n");
  const pasted = setPastedAside(own, { name: template.name, freeTexts: options.freeTexts, filter: pastedFilter });
  const breakMark = `\uE000${nonce}-\uE001`;
  const mayMention = handlesIn(pasted.source);
  const rendered = await render(markBreaks(pasted.source, breakMark), template.name, {
    ...options,
    breakMark,
    filters: {
      [pastedFilter]: (index) => pasted.texts[Number(index)],
      fit: (value) => `\uE000${nonce}(${print(value)}\uE000${nonce})`,
      mention: (value) => {
        for (const handle of handlesOf(print(value))) mayMention.add(handle);
        return value;
      },
    },
  });
  const drafts = wellFormed(rendered)
    .split(breakMark)
    .map((part) => tidyDraft(takeMarks(part, nonce)));
  return guard(drafts, mayMention, mentions, pasted.names.map(remarkOn));
}

/** Marks the lines `---` of a template's own text; in a string inside {{ }} or {% %} they are none. */
function markBreaks(source: string, mark: string): string {
  const blocks = findBlocks(source);
  let next = 0;
  return source.replace(/^---[^\S\n]*$/gm, (line, at: number) => {
    while (next < blocks.length && blocks[next]!.end <= at) next += 1;
    const block = blocks[next];
    return block && block.start < at ? line : mark;
  });
}

/** Without what no server can store: half surrogate pairs, and control characters save tab and line feed. */
function wellFormed(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\v\f]/g, " ")
    .replaceAll(/[\u0000-\u0008\u000E-\u001F\u007F]/g, "");
}

function remarkOn(name: string): string {
  const pasted = name.startsWith("event.") ? `\${{ github.${name} }}` : "a ${{ }}";
  return `\`${name}\` was pasted into the template with \${{ }}, so it counts as data: nobody in it is notified, and no Liquid in it runs. Write {{ ${name} }} instead of ${pasted}.`;
}

/** Renders a template to one line of text, such as `spoiler-text`; else like {@link renderText}. */
export async function renderLine(source: string, name: string, options: TextOptions): Promise<string> {
  return (await renderText(source, name, options)).replace(/\s+/g, " ").trim();
}

/** `freeTexts`, where given: texts of the event that were pasted into the template are data here, too. */
type TextOptions = Pick<RenderOptions, "facts" | "locale"> & Partial<Pick<RenderOptions, "freeTexts">>;

/** Renders any template but `status`, such as an alt text: nothing yields in it, and nobody is guarded. */
export async function renderText(source: string, name: string, options: TextOptions): Promise<string> {
  const refuse = (filter: string) => () => {
    throw new TemplateError(`uses \`${filter}\`, which only \`status\` knows.`);
  };
  const filter = "pasted";
  const own = source.replaceAll("\r\n", "\n");
  const pasted = setPastedAside(own, { name, freeTexts: options.freeTexts ?? new Map(), filter });
  const rendered = await render(pasted.source, name, {
    ...options,
    filters: { [filter]: (index) => pasted.texts[Number(index)], fit: refuse("fit"), mention: (value) => value },
  });
  return wellFormed(rendered).trim();
}

interface EngineOptions extends Pick<RenderOptions, "facts" | "locale"> {
  breakMark?: string;
  filters: Record<string, (value: unknown) => unknown>;
}

async function render(source: string, name: string, options: EngineOptions): Promise<string> {
  if (!/\{\{|\{%/.test(source)) return source;
  return renderLiquid(source, options.facts, {
    name,
    locale: options.locale,
    breakMark: options.breakMark,
    filters: {
      hashtag: (value) => hashtag(value),
      hashtags: (value, most) => hashtags(value, countOf(most)),
      plain_text: async (value) => {
        // The only door to the parser of Markdown, which few templates need.
        const { plainText } = await import("../plain-text/plain-text.ts");
        const { html_url: repositoryUrl } = (options.facts.repository ?? {}) as { html_url?: unknown };
        return plainText(print(value), typeof repositoryUrl === "string" ? { repositoryUrl } : {});
      },
      ...options.filters,
    },
  });
}

function handlesIn(text: string): Set<string> {
  return new Set(findMentions(text).map(({ handle }) => handle.toLowerCase()));
}

/** The handles in a value that may mention; a name alone too, because in `@{{ login | mention }}` the sign stands outside. */
function handlesOf(value: string): Set<string> {
  const [alone] = findMentions(`@${value}`);
  return alone?.end === value.length + 1 ? handlesIn(`@${value}`) : handlesIn(value);
}

/** Turns the marks that `fit` left into ranges. */
function takeMarks(marked: string, nonce: string): Draft {
  const [first = "", ...pieces] = marked.split(`\uE000${nonce}(`);
  const draft: Draft = { text: first, fit: [] };
  for (const piece of pieces) {
    const [yielding = "", after = ""] = piece.split(`\uE000${nonce})`);
    const trimmed = yielding.trim();
    const start = draft.text.length;
    draft.text += trimmed + after;
    if (trimmed !== "") draft.fit.push({ start, end: start + trimmed.length });
  }
  return draft;
}

function guard(
  drafts: Draft[],
  mayMention: ReadonlySet<string>,
  mentions: RenderOptions["mentions"],
  remarks: string[],
): RenderedStatus {
  const filled = drafts.map(tidyDraft).filter(({ text }) => text !== "");
  if (mentions === "all") return { drafts: filled, guarded: [], remarks };
  const allowed = mentions === "none" ? new Set<string>() : mayMention;
  const guarded = new Set<string>();
  const safe = filled.map((draft) => {
    const found = guardMentions(draft.text, allowed);
    for (const mention of found.guarded) guarded.add(mention);
    return editDraft(draft, found.edits);
  });
  return { drafts: safe, guarded: [...guarded], remarks };
}

function countOf(most: unknown): number | undefined {
  if (most === undefined || /^\d+$/.test(String(most))) return most === undefined ? undefined : Number(most);
  throw new TemplateError(
    "needs a number for `hashtags`. Write `hashtags: 4` for the first four, or `hashtags` for all.",
  );
}
