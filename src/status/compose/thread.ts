import { formatCount } from "../../count.ts";
import type { Counting } from "../length/length.ts";
import { isBlank, TooLong } from "./composition.ts";
import { cutStretch } from "./cut.ts";
import {
  beginning,
  cost,
  dropBlank,
  isHeading,
  isWordEnd,
  lineBreaks,
  type Measured,
  measure,
  reach,
  skipBlank,
  slice,
} from "./measure.ts";

export interface Thread {
  parts: string[];
  /** The text that `maxParts` left no room for. */
  lost: string;
}

export interface ThreadOptions {
  limit: number;
  /** Characters of the limit that the content warning takes in each part. */
  reserved: number;
  maxParts: number;
  counting: Counting;
}

/**
 * Splits texts into the numbered parts of a thread, each text beginning a new part: at paragraphs, then lines, then
 * sentences, then words, and inside a word only where the word is longer than a part. A thread of one part has no
 * number.
 *
 * @throws TooLong if a URL, mention or hashtag alone is longer than a part
 */
export function thread(texts: string[], options: ThreadOptions): Thread {
  const sources = texts.map((text) => toSource(text, options.counting));
  // The parts depend on the room for the number, and the width of the number on the parts: try the widths in turn.
  for (let digits = 0; ; digits++) {
    const { parts, lost } = fill(sources, digits, options);
    const total = String(parts.length);
    if (parts.length <= 1) return { parts, lost };
    if (total.length <= digits) return { parts: parts.map((part, i) => numbered(part, `${i + 1}/${total}`)), lost };
  }
}

// How well a thread reads where a part ends: the higher the better.
const WORD = 1;
const SENTENCE = 2;
const LINE = 3;
const PARAGRAPH = 4;

interface Source extends Measured {
  /** For each stop how good an end of a part it is; 0 inside a word. */
  ranks: Uint8Array;
  /** The stop behind the last visible atom. */
  end: number;
}

/** Fills one part after the other. `digits`: the width of the number of parts, 0 for parts without a number. */
function fill(sources: Source[], digits: number, { limit, reserved, maxParts }: ThreadOptions): Thread {
  const parts: string[] = [];
  for (const [index, source] of sources.entries()) {
    for (let from = skipBlank(source, 0); from < source.end; ) {
      const number = digits === 0 ? 0 : "\n\n/".length + String(parts.length + 1).length + digits;
      const room = limit - reserved - number;
      if (parts.length === maxParts - 1 && (index < sources.length - 1 || cost(source, from, source.end) > room)) {
        const last = fillLast(source, from, room, sources.slice(index + 1));
        return { parts: [...parts, last.text], lost: last.lost };
      }
      const to = partEnd(source, from, room);
      if (to === from) throw indivisible(source, from, parts.length + 1, room, limit);
      const text = slice(source, from, dropBlank(source, from, to));
      if (!isBlank(text)) parts.push(text);
      from = skipBlank(source, to);
    }
  }
  return { parts, lost: "" };
}

/** The last part that is allowed: it ends with `…`, and the links and hashtags that close the text stay if they can. */
function fillLast(source: Source, from: number, room: number, others: Source[]) {
  const rest = slice(source, from, source.end);
  const dropped = others.map(({ text }) => text);
  const mark = "\n\n…";
  if (cost(source, from, source.end) + mark.length <= room) return { text: rest + mark, lost: dropped.join("\n\n") };
  const cut = cutStretch(source, from, source.end, room, "closing") ??
    cutStretch(source, from, source.end, room, "none") ?? { text: "…", removed: rest };
  return { text: cut.text, lost: [cut.removed, ...dropped].join("\n\n") };
}

/**
 * Where a part ends that begins at `from`. What fits in a part of its own is not torn, nor is a half filled part given
 * up for something that will be torn anyway.
 */
function partEnd(source: Source, from: number, room: number): number {
  const far = reach(source, from, room);
  if (far >= source.end) return far;
  for (const rank of [PARAGRAPH, LINE, SENTENCE, WORD]) {
    const at = lastRanked(source, from, far, rank);
    if (at > from && (cost(source, from, at) * 2 >= room || nextFits(source, at, room, rank))) return at;
  }
  return far;
}

function nextFits(source: Source, at: number, room: number, rank: number): boolean {
  const from = skipBlank(source, at);
  const far = reach(source, from, room);
  return far >= source.end || lastRanked(source, from, far, rank) > from;
}

function lastRanked({ ranks }: Source, from: number, to: number, rank: number): number {
  let stop = to;
  while (stop > from && ranks[stop]! < rank) stop--;
  return stop;
}

function toSource(text: string, counting: Counting): Source {
  const measured = measure(text, counting);
  let end = measured.kinds.length;
  while (end > 0 && isBlank(slice(measured, end - 1, end))) end--;
  return { ...measured, ranks: rankStops(measured), end };
}

function rankStops(m: Measured): Uint8Array {
  const ranks = new Uint8Array(m.stops.length);
  const sentences = new Set(
    Array.from(new Intl.Segmenter("und", { granularity: "sentence" }).segment(m.text), ({ index }) => index),
  );
  let paragraph = 0;
  let wordEnd = 0;
  for (let stop = 1; stop < m.stops.length; stop++) {
    if (isWordEnd(m, stop)) {
      const next = skipBlank(m, stop);
      const breaks = lineBreaks(slice(m, stop, next));
      const heading = breaks > 1 && isHeading(m, paragraph, stop);
      ranks[stop] = heading || breaks === 0 ? WORD : breaks > 1 ? PARAGRAPH : LINE;
      if (breaks > 1) paragraph = next;
    }
    // A sentence takes the white space behind it along; a part does not.
    if (m.kinds[stop - 1] !== "blank") wordEnd = stop;
    if (sentences.has(m.stops[stop]!)) ranks[wordEnd] = Math.max(ranks[wordEnd]!, SENTENCE);
  }
  return ranks;
}

/** The number stands in a paragraph of its own, before closing hashtags: Mastodon sets those apart only at the very end. */
function numbered(part: string, number: string): string {
  const at = part.lastIndexOf("\n\n");
  const split = at >= 0 && /^(?:[#＃][^\s#＃]+\s*)+$/u.test(part.slice(at + 2)) ? at : part.length;
  return `${part.slice(0, split)}\n\n${number}${part.slice(split)}`;
}

function indivisible(source: Source, at: number, part: number, room: number, limit: number): TooLong {
  const characters = cost(source, at, at + 1);
  const used = room < limit ? `, ${formatCount(limit - room)} of which the content warning and the number take` : "";
  const message =
    `“${beginning(slice(source, at, at + 1), 40)}…” has ${formatCount(characters)} characters and cannot be split, ` +
    `and the instance allows ${formatCount(limit)}${used}: shorten or drop this URL, mention or hashtag.`;
  return new TooLong(message, { characters: characters + limit - room, limit, part });
}
