import { formatCount } from "../../count.ts";
import { type Counting, countCharacters, countGraphemes } from "../length/length.ts";
import { type ComposeOptions, type Composition, type Cut, isBlank, type Part, TooLong, toPart } from "./composition.ts";
import { truncate } from "./cut.ts";
import type { Draft } from "./draft.ts";
import { beginning } from "./measure.ts";
import { thread } from "./thread.ts";

/**
 * Makes the statuses to post out of drafts: each draft begins a new part, `overflow` rules the ones that are too long.
 * Drafts that show nothing vanish, and if all do the plan has no parts, or an empty one where that may be.
 */
export async function compose(drafts: Draft[], options: ComposeOptions): Promise<Composition> {
  const visible = drafts.filter(({ text }) => !isBlank(text));
  if (visible.length === 0 && options.mayBeEmpty) return { parts: [toPart("", options)], cuts: [], tooLong: null };
  const parts = visible.map(({ text }) => toPart(text, options));
  if (parts.length === 0 || fits(parts, options)) return { parts, cuts: [], tooLong: null };
  return overflowing(visible, options);
}

/** Whether the parts can go out as they are. Those of a `thread` get numbers, if there is more than one. */
function fits(parts: Part[], { limit, counting, spoiler, overflow, maxParts }: ComposeOptions): boolean {
  return (
    parts.length <= (overflow === "thread" ? 1 : maxParts) &&
    countCharacters("", spoiler, counting) < limit &&
    parts.every(({ characters }) => characters <= limit)
  );
}

/** The plan of drafts that do not go out as they are, because one is too long, or as they are too many. */
function overflowing(visible: Draft[], options: ComposeOptions): Composition {
  try {
    return { ...fitting(visible, options), tooLong: null };
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    return { parts: visible.map(({ text }) => toPart(text, options)), cuts: [], tooLong: error };
  }
}

/** The plan in which every part lies within the limit; throws TooLong where there is none. */
function fitting(visible: Draft[], options: ComposeOptions): Omit<Composition, "tooLong"> {
  const reserved = countCharacters("", options.spoiler, conjunctsApart(options.counting));
  if (reserved >= options.limit) throw spoilerTooLong(reserved, options.limit);
  const { texts, cuts } =
    options.overflow === "thread" ? asThread(visible, reserved, options) : oneByOne(visible, reserved, options);
  const parts = texts.map((text) => toPart(text, options));
  for (const [i, { characters }] of parts.entries()) {
    if (characters > options.limit) throw tooLong(i + 1, parts, characters, options);
  }
  return { parts, cuts };
}

interface Texts {
  texts: string[];
  cuts: Cut[];
}

function asThread(drafts: Draft[], reserved: number, options: ComposeOptions): Texts {
  const texts = drafts.map(({ text }) => text);
  const { parts, lost } = thread(texts, { ...options, counting: conjunctsApart(options.counting), reserved });
  return { texts: parts, cuts: lost ? [cut(parts.length, lost, false)] : [] };
}

function oneByOne(all: Draft[], reserved: number, options: ComposeOptions): Texts {
  const { drafts, dropped } = atMost(all, options);
  const cuts: Cut[] = [];
  const texts = drafts.map((draft, i) => {
    const { characters } = toPart(draft.text, options);
    if (characters <= options.limit) return draft.text;
    if (options.overflow === "fail") throw tooLong(i + 1, drafts, characters, options);
    const shortened = truncate(draft.text, draft.fit, options.limit - reserved, conjunctsApart(options.counting));
    if (!shortened || isBlank(shortened.text)) throw cannotCut(i + 1, drafts, characters, options);
    cuts.push(...shortened.losses.map(({ removed, whole }) => cut(i + 1, removed, whole)));
    return shortened.text;
  });
  if (dropped) cuts.push(cut(drafts.length, dropped, false));
  return { texts, cuts };
}

/** What is cut is cut so that it fits whatever Unicode a server has: an older one counts a conjunct as several characters. */
function conjunctsApart(counting: Counting): Counting {
  return counting.unit === "graphemes" ? { ...counting, unit: "graphemes, conjuncts apart" } : counting;
}

/** Drafts beyond the last part that is allowed are dropped, and that part says so with an `…`. */
function atMost(all: Draft[], options: ComposeOptions): { drafts: Draft[]; dropped: string } {
  const { maxParts } = options;
  if (all.length <= maxParts) return { drafts: all, dropped: "" };
  if (options.overflow === "fail") throw tooMany(all, options);
  const last = all[maxParts - 1]!;
  const drafts = [...all.slice(0, maxParts - 1), { ...last, text: `${last.text}\n\n…` }];
  return {
    drafts,
    dropped: all
      .slice(maxParts)
      .map(({ text }) => text)
      .join("\n\n"),
  };
}

function cut(part: number, removed: string, whole: boolean): Cut {
  return { part, removed: countGraphemes(removed), beginning: beginning(removed, 60), whole };
}

function tooLong(part: number, parts: unknown[], characters: number, { limit }: ComposeOptions): TooLong {
  const message =
    `${subject(part, parts)} has ${formatCount(characters)} characters, and the instance allows ${formatCount(limit)}: ` +
    "shorten it, or set `overflow` to `truncate` (mark what may be shortened with the filter `fit`) or to `thread`.";
  return new TooLong(message, { characters, limit, part });
}

function cannotCut(part: number, drafts: Draft[], characters: number, { limit }: ComposeOptions): TooLong {
  const why = `${subject(part, drafts)} has ${formatCount(characters)} characters, the instance allows ${formatCount(limit)}, and`;
  const message = `${why} ${cureOf(drafts[part - 1]!)}, or set \`overflow\` to \`thread\`.`;
  return new TooLong(message, { characters, limit, part });
}

function cureOf({ text, fit }: Draft): string {
  if (fit.every(({ start, end }) => isBlank(text.slice(start, end)))) {
    return "cutting its paragraphs is not enough: leave out links and hashtags, which survive a cut";
  }
  const rest = fit.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return isBlank(rest)
    ? "no beginning of it fits: shorten its first URL, mention or hashtag, or the content warning"
    : "cutting what went through `fit` is not enough: mark a longer piece with the filter `fit`, shorten the rest";
}

function subject(part: number, parts: unknown[]): string {
  return parts.length > 1 ? `Part ${part} of the status` : "The status";
}

function tooMany(drafts: Draft[], options: ComposeOptions): TooLong {
  const part = options.maxParts + 1;
  const message =
    `The template makes ${drafts.length} parts, and \`max-parts\` allows ${options.maxParts}: ` +
    "write fewer `---`, raise `max-parts`, or set `overflow` to `truncate` or `thread`, which drop the rest.";
  const { characters } = toPart(drafts[part - 1]!.text, options);
  return new TooLong(message, { characters, limit: options.limit, part });
}

function spoilerTooLong(characters: number, limit: number): TooLong {
  const message =
    `The content warning alone has ${formatCount(characters)} characters, and the instance allows ${formatCount(limit)} ` +
    "for it and the text together: shorten `spoiler-text`.";
  return new TooLong(message, { characters, limit, part: 1 });
}
