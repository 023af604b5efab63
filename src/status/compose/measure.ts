import { findHashtags, findMentions, findUrls, matchMentions, type Span } from "../length/entities.ts";
import { type Counting, countCharacters, countUnits, graphemes } from "../length/length.ts";

/** What an atom is: `link` is a URL or a hashtag, `bound` anything else that must not be parted, such as a mention. */
type Kind = "text" | "blank" | "link" | "bound";

/**
 * A text as a row of atoms: the smallest pieces that a cut may leave. An atom is a grapheme cluster, or a whole URL,
 * mention, hashtag, or something so like one that its halves could become one.
 *
 * Counts are sums over atoms, each counted once, so that any stretch costs one subtraction.
 */
export interface Measured {
  text: string;
  /** UTF-16 offsets where the text may be parted, ascending: atom `i` lies between stops `i` and `i + 1`. */
  stops: number[];
  /** Characters before each stop, as counted. */
  counts: number[];
  kinds: Kind[];
}

/** A stretch that stays whole. `shortened`: a URL or a mention that does not count in full. */
interface Bound extends Span {
  link: boolean;
  shortened: boolean;
}

// A line may break at any white space but the no-break, the figure and the narrow no-break space.
const BLANK = /^[^\P{White_Space}\u00a0\u2007\u202f]+$/u;

// What is no entity only because of its neighbours, and would become one, or lose its sense, if parted: first e-mail
// addresses and any `@` and `#` inside words, then URLs of schemes and hosts that Mastodon does not know.
const SIGIL =
  /(?:(?<![\w.+-])[\w.+-]+)?[@＠#＃](?=[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}.\-@＠#＃]*/gu;
const SCHEME = /:\/\/|\b(?:magnet|xmpp):/i;

/** The first graphemes of a text, at most `most`, on one line. Half a mention could be somebody else's: it ends before. */
export function beginning(text: string, most: number): string {
  const line = text.trim().replace(/\s+/g, " ");
  let end = 0;
  let count = 0;
  for (const { segment, index } of graphemes(line)) {
    if (count++ === most) break;
    end = index + segment.length;
  }
  const torn = matchMentions(line).find((mention) => mention.start < end && end < mention.end);
  return line.slice(0, torn?.start ?? end).trimEnd();
}

/** How many lines a stretch of white space ends: more than one make a blank line. */
export function lineBreaks(blank: string): number {
  return blank.split("\n").length - 1;
}

/** Takes a text apart into atoms, in time linear in its length. */
export function measure(text: string, counting: Counting): Measured {
  const bounds = findBounds(text, counting);
  const measured: Measured = { text, stops: [0], counts: [0], kinds: [] };
  let count = 0;
  let next = 0;
  let start = 0;
  let plain = 0;
  let bound: Bound | undefined;
  for (const { segment, index } of graphemes(text)) {
    const end = index + segment.length;
    plain += segment.length === 1 ? 1 : countUnits(segment, counting.unit);
    for (; next < bounds.length && bounds[next]!.end <= end; next++) bound = merged(bound, bounds[next]!);
    if (next < bounds.length && bounds[next]!.start < end) continue;
    const atom = text.slice(start, end);
    count += bound?.shortened ? countCharacters(atom, "", counting) : plain;
    measured.stops.push(end);
    measured.counts.push(count);
    measured.kinds.push(bound ? (bound.link ? "link" : "bound") : BLANK.test(atom) ? "blank" : "text");
    start = end;
    plain = 0;
    bound = undefined;
  }
  return measured;
}

/** The furthest stop to which the text from stop `from` has at most `room` characters; `from` if no atom fits. */
export function reach(measured: Measured, from: number, room: number): number {
  let low = from;
  let high = measured.kinds.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (cost(measured, from, middle) <= room) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first stop at or behind an offset of the text. */
export function firstStop({ stops }: Measured, offset: number): number {
  let low = 0;
  let high = stops.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (stops[middle]! >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last stop at or before an offset of the text. */
export function lastStop(measured: Measured, offset: number): number {
  const stop = firstStop(measured, offset);
  return measured.stops[stop]! > offset ? stop - 1 : stop;
}

/** The characters between two stops, as counted. */
export function cost(measured: Measured, from: number, to: number): number {
  return measured.counts[to]! - measured.counts[from]!;
}

/** The text between two stops. */
export function slice(measured: Measured, from: number, to: number): string {
  return measured.text.slice(measured.stops[from], measured.stops[to]);
}

/** The first stop from `at` on, up to `to`, behind which no white space follows. */
export function skipBlank(measured: Measured, at: number, to: number = measured.kinds.length): number {
  let stop = at;
  while (stop < to && measured.kinds[stop] === "blank") stop++;
  return stop;
}

/** The last stop from `at` back, down to `from`, that has no white space before it. */
export function dropBlank(measured: Measured, from: number, at: number): number {
  let stop = at;
  while (stop > from && measured.kinds[stop - 1] === "blank") stop--;
  return stop;
}

/** Whether a word ends at a stop. */
export function isWordEnd({ kinds }: Measured, stop: number): boolean {
  return stop > 0 && kinds[stop - 1] !== "blank" && (stop === kinds.length || kinds[stop] === "blank");
}

/** A short line without a full stop, link or bullet: it belongs to the paragraph below. */
export function isHeading(m: Measured, from: number, to: number): boolean {
  if (m.stops[to]! - m.stops[from]! > 60 || m.kinds.slice(from, to).includes("link")) return false;
  return /^[^-*•–\n][^\n]*[^.!?…。！？؟।\n]$/u.test(slice(m, from, to));
}

function findBounds(text: string, counting: Counting): Bound[] {
  const shortUrls = counting.urlLength !== null;
  const urls = findUrls(text);
  const links = urls.map(({ start, end }) => ({ start, end, link: true, shortened: shortUrls }));
  const hashtags = findHashtags(text).map(({ start, end }) => ({ start, end, link: true, shortened: false }));
  const mentions = findMentions(text, urls).map(({ start, end, handle }) => {
    return { start, end, link: false, shortened: handle.includes("@") && counting.mentions === "local part" };
  });
  const entities = disjoint([...links, ...hashtags, ...mentions]);
  return disjoint([...entities, ...findAlmost(text, entities)]);
}

/** Looks between the entities only: inside them everything is bound already. */
function findAlmost(text: string, entities: Bound[]): Bound[] {
  const found: Bound[] = [];
  const add = (start: number, end: number) => {
    // The character before it may be what keeps it from being an entity: they stay together.
    const first = start > 0 && !BLANK.test(text[start - 1]!) ? start - 1 : start;
    found.push({ start: first, end, link: false, shortened: false });
  };
  const end = { start: text.length, end: text.length };
  let start = 0;
  for (const entity of [...entities, end]) {
    const gap = text.slice(start, entity.start);
    for (const { 0: run, index } of gap.matchAll(SIGIL)) add(start + index, start + index + run.length);
    for (const { 0: word, index } of gap.matchAll(/\P{White_Space}+/gu)) {
      if (SCHEME.test(word)) add(start + index, start + index + word.length);
      // Without its beginning, `$example.com/` before a URL would be a host that takes the URL for its path.
      const glued = index + word.length === gap.length && entity !== end;
      if (glued && word.includes(".") && /[/?:]/.test(word)) add(start + index, entity.start + 1);
    }
    start = entity.end;
  }
  return found;
}

function disjoint(spans: Bound[]): Bound[] {
  const result: Bound[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start < last.end) result[result.length - 1] = merged(last, span);
    else result.push(span);
  }
  return result;
}

function merged(a: Bound | undefined, b: Bound): Bound {
  if (!a) return b;
  const end = Math.max(a.end, b.end);
  return { start: a.start, end, link: a.link || b.link, shortened: a.shortened || b.shortened };
}
