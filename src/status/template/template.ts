import { type Draft, tidyDraft } from "../compose/draft.ts";
import { inFencedCode } from "../fenced-code.ts";
import { handlesIn } from "../mentions.ts";
import { findBlocks } from "./blocks.ts";
import { hashtag, hashtags } from "./hashtags.ts";
import { print, renderLiquid, TemplateError } from "./liquid.ts";
import { setPastedAside } from "./pasted.ts";

export interface StatusTemplate {
  source: string;
  /** False for data that is posted as it is: nothing in it is rendered, and nothing of it may mention. */
  isTemplate: boolean;
  /** What it is called in messages, such as "`status`". */
  name: string;
}

export interface RenderOptions {
  facts: Record<string, unknown>;
  /** Texts of others by their names, to recognise what was pasted into the template with `${{ }}`. */
  freeTexts: ReadonlyMap<string, string>;
  locale: string | undefined;
  /** Facts that this run lacks, by their names: why, and how to have them, as one clause. */
  absent?: Readonly<Record<string, string>>;
  /** Milliseconds that a processor has worked on this so far; by the clock unless given. */
  spent?: () => number;
  /** Whether a line `---` in the body of a file begins a new part, as one of the template does. */
  splitsBody?: boolean;
  /** The time now, in milliseconds since 1970. */
  now: number;
  /** Letters and digits, unguessable and new in each run, so that no text can forge the marks used inside. */
  nonce: string;
}

/** What a template tells beside its text. */
export interface Told {
  /** Whom it means to mention: lower-case handles that it wrote, or put through `mention`. */
  mayMention: Set<string>;
  /** Whether it prints the time now, so that it makes another text at another time. */
  printsNow: boolean;
  /** What the author should know, though nothing is wrong. */
  remarks: string[];
}

export interface RenderedStatus extends Told {
  /** The parts that the template wrote, split at its `---` lines. Empty parts are gone. */
  drafts: Draft[];
}

/**
 * Renders the text of a status: facts filled in, split at `---`, white space tidied.
 *
 * @throws TemplateError with one line that names the cure
 */
export async function renderStatus(template: StatusTemplate, options: RenderOptions): Promise<RenderedStatus> {
  const { nonce, splitsBody = false } = options;
  const breakMark = `\uE000${nonce}-\uE001`;
  const yielding = (text: string) => `\uE000${nonce}(${text}\uE000${nonce})`;
  const facts = splitsBody ? markBody(options.facts, breakMark) : options.facts;
  const { text, ...told } = template.isTemplate
    ? await renderTemplate(template.source, template.name, {
        ...options,
        facts,
        breakMark,
        filters: { fit: (value) => print(value).split(breakMark).map(yielding).join(breakMark) },
      })
    : { text: template.source, mayMention: new Set<string>(), printsNow: false, remarks: [] };
  const drafts = wellFormed(text)
    .split(breakMark)
    .map((part) => tidyDraft(takeMarks(splitsBody ? withoutTorn(part, breakMark) : part, nonce)))
    .filter((draft) => draft.text !== "");
  return { drafts, ...told };
}

/** Renders a template to one line of text that others read, such as `spoiler-text`. */
export async function renderLine(
  source: string,
  name: string,
  options: RenderOptions,
): Promise<{ text: string } & Told> {
  const rendered = await renderTemplate(source, name, { ...options, filters: { fit: refuseFit } });
  return { ...rendered, text: wellFormed(rendered.text).replace(/\s+/g, " ").trim() };
}

/** Renders any other template, such as an alt text, in which nobody is mentioned. */
export async function renderText(source: string, name: string, options: RenderOptions): Promise<string> {
  return wellFormed((await renderTemplate(source, name, { ...options, filters: { fit: refuseFit } })).text).trim();
}

function refuseFit(): never {
  throw new TemplateError("uses `fit`, which only `status` knows.");
}

/** A template as Liquid makes a text of it. What was pasted into it is printed as it is. */
async function renderTemplate(
  source: string,
  name: string,
  { nonce, freeTexts, filters, ...options }: RenderOptions & EngineOptions,
): Promise<{ text: string } & Told> {
  const filter = `pasted_${nonce}`;
  const pasted = setPastedAside(source.replaceAll("\r\n", "\n"), { name, freeTexts, filter });
  const { own, remarks } = handlesOfAuthor(pasted.source, freeTexts);
  const mayMention = new Set(own);
  const { breakMark } = options;
  let printsNow = false;
  const text = await render(breakMark ? markBreaks(pasted.source, breakMark) : pasted.source, name, {
    ...options,
    tellNow: () => {
      printsNow = true;
    },
    filters: {
      ...filters,
      [filter]: (index) => pasted.texts[Number(index)],
      mention: (value) => {
        for (const handle of handlesOf(print(value))) mayMention.add(handle);
        return value;
      },
    },
  });
  return { text, mayMention, printsNow, remarks: [...pasted.names.map(remarkOn), ...remarks] };
}

/**
 * The handles that an author wrote. One that stands in a text of others as well may have come with it, by `${{ }}` or the
 * output of a step.
 */
function handlesOfAuthor(source: string, freeTexts: RenderOptions["freeTexts"]): { own: string[]; remarks: string[] } {
  const handles = handlesIn(source);
  if (handles.length === 0) return { own: [], remarks: [] };
  const names = new Map<string, string>();
  for (const [name, text] of freeTexts) {
    for (const handle of handlesIn(text)) if (!names.has(handle)) names.set(handle, name);
  }
  const foreign = [...new Set(handles)].filter((handle) => names.has(handle) && !handle.startsWith("mailto:"));
  return {
    own: handles.filter((handle) => !names.has(handle)),
    remarks: foreign.map((handle) => {
      const name = names.get(handle)!;
      return `\`@${handle}\` stands in the template and in \`${name}\`, so it may have been pasted with \${{ }}, and nobody is notified. If you mean to mention this account, write {{ "@${handle}" | mention }}.`;
    }),
  };
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

/** The facts, with marks for the lines `---` of an entry's body, those in code aside. */
function markBody(facts: Record<string, unknown>, mark: string): Record<string, unknown> {
  const { entry } = facts as { entry?: { body?: unknown } | null };
  if (typeof entry?.body !== "string") return facts;
  const lines = entry.body.split("\n");
  const isCode = inFencedCode(lines);
  // A paragraph of its own, whatever a filter makes of the Markdown around it.
  const marked = lines.map((line, at) => (!isCode[at] && /^---[^\S\n]*$/.test(line) ? `\n${mark}\n` : line));
  return { ...facts, entry: { ...entry, body: marked.join("\n") } };
}

/** Without what a filter such as `truncate` left of a mark that it cut in two. */
function withoutTorn(text: string, mark: string): string {
  if (!/[\uE000\uE001]/.test(text)) return text;
  let whole = text;
  for (let length = mark.length - 1; length > 0; length -= 1) {
    const [start, end] = [mark.slice(0, length), mark.slice(-length)];
    // Before `(` and `)` it is a mark of `fit`.
    whole = whole.replaceAll(new RegExp(`${start}(?![()\\w])|${end}`, "gu"), "");
  }
  return whole;
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

interface EngineOptions extends Pick<RenderOptions, "facts" | "locale" | "absent" | "spent" | "now"> {
  breakMark?: string;
  tellNow?: () => void;
  filters: Record<string, (value: unknown) => unknown>;
}

async function render(source: string, name: string, options: EngineOptions): Promise<string> {
  if (!/\{\{|\{%/.test(source)) return source;
  return renderLiquid(source, options.facts, {
    name,
    locale: options.locale,
    breakMark: options.breakMark,
    absent: options.absent ?? {},
    spent: options.spent ?? (() => performance.now()),
    now: options.now,
    printsNow: options.tellNow ?? (() => {}),
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

/** The handles in a value that may mention; a name alone too, because in `@{{ login | mention }}` the sign stands outside. */
function handlesOf(value: string): string[] {
  const [alone] = handlesIn(`@${value}`);
  return alone === value.toLowerCase() ? [alone] : handlesIn(value);
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

function countOf(most: unknown): number | undefined {
  if (most === undefined || /^\d+$/.test(String(most))) return most === undefined ? undefined : Number(most);
  throw new TemplateError(
    "needs a number for `hashtags`. Write `hashtags: 4` for the first four, or `hashtags` for all.",
  );
}
