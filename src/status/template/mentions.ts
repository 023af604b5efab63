import { type Edit, editDraft } from "../compose/draft.ts";
import { bareHostBehindAt, findUrls, isProtocol, matchMentions, outside } from "../length/entities.ts";
import { findBlocks } from "./blocks.ts";
import { TemplateError } from "./liquid.ts";

/** ZERO WIDTH NON-JOINER: no word character, so no name can begin with it, and part of the grapheme before it. */
const GUARD = "\u200c";

/**
 * Breaks the mentions of a text, so that no account is notified by it: with U+200C right behind the `@`, or inside a
 * link by `%40` in its place.
 *
 * What counts as a mention is Mastodon's pattern for whom to notify, a little more than what it shows as a mention. An
 * `@` behind a letter, digit, `/` or `=` is none: e-mail addresses, `host/@name`, `user=@name` stay whole. Nor does the
 * full-width ＠ start one. A server with a looser pattern may see `/@name` all the same, but a guard there would break
 * links without a protocol.
 *
 * Mastodon notifies even from inside of links, where neither `/` nor `=` is before the `@`, as before the second scope
 * of `/compare/@scope/a@1...@scope/a@2`. Such an `@` can only stand in the path, query or fragment of a link, where `%40`
 * means the same (RFC 3986, section 2), so the link stays whole and leads to the same place.
 *
 * A handle equal to a protocol right before `://` is left alone: Mastodon shows neither mention nor link there, and a
 * guard would make it a link.
 *
 * The count of graphemes stays the same where links have a fixed length, except that Mastodon counts the domain of a
 * mention as nothing, and of a broken one in full: `@alice@example.org` counts 6, guarded 18. In code points each U+200C
 * counts 1.
 *
 * @param allowed lower-case handles that may mention, with their domain where they have one
 * @returns the text; the changes that were made to it, ascending; and whom it was that was kept from being mentioned, as
 *   written with the `@`, in order, each once
 */
export function guardMentions(
  text: string,
  allowed: ReadonlySet<string>,
): { text: string; edits: Edit[]; guarded: string[] } {
  const mentions = matchMentions(text).filter(({ handle }) => !allowed.has(handle.toLowerCase()));
  if (mentions.length === 0) return { text, edits: [], guarded: [] };
  const free = new Set(outside(findUrls(text), mentions));
  const edits: Edit[] = [];
  const guarded = new Map<string, string>();
  for (const mention of mentions) {
    const { start, end, handle } = mention;
    if (!free.has(mention)) edits.push({ start, end: start + 1, text: "%40" });
    else if (isProtocol(handle) && text.startsWith("://", end)) continue;
    else {
      edits.push(insertion(start + 1));
      const host = bareHostBehindAt(text, start + 1);
      if (host !== undefined) edits.push(insertion(host));
    }
    const account = handle.toLowerCase();
    if (!guarded.has(account)) guarded.set(account, `@${handle}`);
  }
  return { text: editDraft({ text, fit: [] }, edits).text, edits, guarded: [...guarded.values()] };
}

function insertion(at: number): Edit {
  return { start: at, end: at, text: GUARD };
}

/** Shorter texts of an event stand in a template by chance. Characters. */
const MIN_PASTED = 8;

const NAME = /^[\w.[\]]+$/;

interface Pasted {
  start: number;
  end: number;
  /** Names of the texts that stand here. */
  names: string[];
}

/**
 * Takes texts of the event out of a template's source, where `${{ github.event… }}` pasted them before we saw it.
 *
 * Such a text is a stranger's: it must not mention anyone as if the author had written it, `---` in it is no new part,
 * and Liquid in it must not run. In its place the source gets an output that prints it.
 *
 * @param options.name what the template is called in messages
 * @param options.freeTexts texts of the event by their names
 * @param options.filter name of the filter that gives back a text by its number; nobody else must know it
 * @returns the source without them, the texts, and their names
 * @throws TemplateError where a text was pasted into the middle of a `{{ }}` or `{% %}`
 */
export function setPastedAside(
  source: string,
  options: { name: string; freeTexts: ReadonlyMap<string, string>; filter: string },
): { source: string; texts: string[]; names: string[] } {
  const { name, freeTexts, filter } = options;
  const pieces = withoutNames(source, findPasted(source, freeTexts));
  const blocks = pieces.length > 0 ? findBlocks(blanked(source, pieces)) : [];
  let rest = "";
  let done = 0;
  for (const [index, { start, end, names }] of pieces.entries()) {
    const block = blocks.find((one) => one.start < start && start < one.end);
    const isRaw = block?.isRaw === true;
    if (block !== undefined && !isRaw) throw pastedIntoLiquid(name, names[0]!);
    const output = `{{ ${index} | ${filter} }}`;
    rest += source.slice(done, start) + (isRaw ? `{% endraw %}${output}{% raw %}` : output);
    done = end;
  }
  return {
    source: rest + source.slice(done),
    texts: pieces.map(({ start, end }) => source.slice(start, end)),
    names: [...new Set(pieces.flatMap(({ names }) => names))],
  };
}

/**
 * A text that is itself a name, such as an issue with the title `event.issue.title`, stands in the author's own Liquid by
 * chance. Were it pasted, it could do nothing there but name a fact.
 */
function withoutNames(source: string, pieces: Pasted[]): Pasted[] {
  if (!pieces.some(({ start, end }) => NAME.test(source.slice(start, end)))) return pieces;
  const blocks = findBlocks(source);
  return pieces.filter(({ start, end }) => {
    const isInside = blocks.some((block) => block.start < start && end < block.end);
    return !(isInside && NAME.test(source.slice(start, end)));
  });
}

/** The source with blanks in the place of what was pasted, since Liquid in there is none. */
function blanked(source: string, pieces: readonly Pasted[]): string {
  const edits = pieces.map(({ start, end }) => ({ start, end, text: " ".repeat(end - start) }));
  return editDraft({ text: source, fit: [] }, edits).text;
}

/** Where texts of the event stand word for word, in order; those that touch or overlap are one. */
function findPasted(source: string, freeTexts: ReadonlyMap<string, string>): Pasted[] {
  const found: Pasted[] = [];
  for (const [name, value] of freeTexts) {
    const text = value.replaceAll("\r\n", "\n").trim();
    if ([...text].length < MIN_PASTED) continue;
    for (let start = source.indexOf(text); start >= 0; start = source.indexOf(text, start + 1)) {
      found.push({ start, end: start + text.length, names: [name] });
    }
  }
  const merged: Pasted[] = [];
  for (const piece of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (!last || piece.start > last.end) merged.push(piece);
    // A text that stands inside another was not pasted for itself.
    else if (piece.end > last.end) {
      last.end = piece.end;
      last.names.push(...piece.names);
    }
  }
  return merged;
}

function pastedIntoLiquid(template: string, text: string): TemplateError {
  return new TemplateError(
    `The template of ${template} has the text of \`${text}\` inside {{ }} or {% %}, pasted there with \${{ }}. Write the name \`${text}\` in its place, without quotes.`,
  );
}
