import { editDraft } from "../compose/draft.ts";
import { findBlocks } from "./blocks.ts";
import { TemplateError } from "./liquid.ts";

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
  // Of two names of one text the one outside of a list is the likelier: the head commit is among the commits as well.
  const inList = ({ names }: Pasted) => Number(names[0]!.includes("["));
  for (const piece of found.sort((a, b) => a.start - b.start || b.end - a.end || inList(a) - inList(b))) {
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
