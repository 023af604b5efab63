import type { Span } from "../length/entities.ts";
import type { Counting } from "../length/length.ts";
import { countGraphemes } from "../length/length.ts";
import {
  cost,
  dropBlank,
  firstStop,
  isHeading,
  isWordEnd,
  lastStop,
  lineBreaks,
  type Measured,
  measure,
  reach,
  skipBlank,
  slice,
} from "./measure.ts";

/** What a cut took away. `whole`: a piece that went entirely. */
export interface Loss {
  removed: string;
  whole: boolean;
}

/** A shorter text and what it lost, in the order of the text. */
export interface Shortened {
  text: string;
  losses: Loss[];
}

/** A piece that has fewer graphemes left than this says nothing any more. */
const LEAST = 20;

/**
 * Which links and hashtags of what is cut survive: all, or those that stand behind its last words, or none of those that
 * are cut off.
 */
type Survivors = "all" | "closing" | "none";

/**
 * Shortens a text to `room` characters: the `fit` pieces from the last to the first, or, where none has any text, the
 * paragraphs of prose. Each is cut at its end before it goes whole. The rest survives word for word; white space around a
 * piece that goes may shrink.
 *
 * The links and hashtags of a paragraph survive it. Only where they alone are too many, those amid its words go.
 *
 * @returns undefined where that is not enough
 */
export function truncate(text: string, fit: Span[], room: number, counting: Counting): Shortened | undefined {
  const measured = measure(text, counting);
  const pieces = fit.map((range) => piece(measured, range)).filter(({ from, to }) => from < to);
  if (pieces.length > 0) return shrink(measured, pieces, room, "none");
  const prose = paragraphs(measured).filter(({ from, to }) => closing(measured, from, to) > from);
  const cut = shrink(measured, prose, room, "all") ?? shrink(measured, prose, room, "closing");
  // Paragraph by paragraph is how, and not what the author must know.
  return cut && { ...cut, losses: [{ removed: cut.losses.map(({ removed }) => removed).join("\n\n"), whole: false }] };
}

/**
 * Cuts the stretch between two stops to `room` characters: its beginning, `…`, then the links and hashtags that survive.
 *
 * @returns undefined where nothing of the beginning could stay
 */
export function cutStretch(m: Measured, from: number, to: number, room: number, survive: Survivors): Kept | undefined {
  if (survive === "none") return shorten(m, from, to, room);
  const end = dropBlank(m, from, closing(m, from, to));
  const rest = cost(m, end, to);
  const kept = survive === "all" ? keepLinks(m, from, end, room - rest) : shorten(m, from, end, room - rest);
  return kept && { ...kept, text: joined(kept.text, slice(m, end, to)), cost: kept.cost + rest };
}

/** What is kept with what follows. A link in front would take white space beyond ASCII, such as U+3000, for its query. */
function joined(kept: string, rest: string): string {
  const [odd = ""] = /^[^\S \t\n]+/.exec(rest) ?? [];
  const more = rest.slice(odd.length);
  return kept + (odd === "" || /^(?:[ \t\n]|$)/.test(more) ? more : ` ${more}`);
}

interface Stretch {
  from: number;
  to: number;
}

/** An edge of a `fit` piece inside a URL, a mention or the like moves inwards: the template wrote a part of that. */
function piece(m: Measured, range: Span): Stretch {
  const to = lastStop(m, range.end);
  const start = skipBlank(m, firstStop(m, range.start), to);
  return { from: start, to: dropBlank(m, start, to) };
}

interface Block {
  text: string;
  cost: number;
  piece?: Stretch;
}

function shrink(m: Measured, pieces: Stretch[], room: number, survive: Survivors): Shortened | undefined {
  const { blocks, joins } = takeApart(m, pieces);
  const losses: Loss[] = [];
  let over = [...blocks, ...joins].reduce((sum, block) => sum + block.cost, 0) - room;
  const first = blocks.findIndex((block) => block.piece);
  let behindIsGone = false;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const { piece, cost: full, text } = blocks[i]!;
    // Of the text something must stay. Links and hashtags alone say nothing, unless they are all that is fixed.
    const mayGo = survive === "none" ? blocks.length > 1 : i > first;
    const headsNothing = behindIsGone && mayGo && piece && isHeading(m, piece.from, piece.to);
    behindIsGone = false;
    if (!piece || (over <= 0 && !headsNothing)) continue;
    const { from, to } = piece;
    const kept = headsNothing ? undefined : cutStretch(m, from, to, full - over, survive);
    if (kept && (!mayGo || countGraphemes(slice(m, from, kept.to)) >= LEAST)) {
      losses.push({ removed: kept.removed, whole: false });
      replace(i, kept);
      continue;
    }
    if (!mayGo) return undefined;
    const left = survivors(m, from, to, survive);
    losses.push({ removed: left.text === "" ? text : left.removed, whole: true });
    if (left.text === "") remove(i);
    else replace(i, left);
    behindIsGone = survive !== "none" && left.text === "";
  }
  if (over > 0) return undefined;
  return { text: blocks.map(({ text }, i) => text + (joins[i]?.text ?? "")).join(""), losses: losses.reverse() };

  function replace(i: number, { text, cost }: Block): void {
    over -= blocks[i]!.cost - cost;
    blocks[i] = { text, cost };
    const join = joins[i];
    if (join) joins[i] = { ...join, text: joined("", join.text) };
  }

  function remove(i: number): void {
    const gaps = joins.slice(Math.max(i - 1, 0), i + 1);
    const gap = i > 0 && i < blocks.length - 1 ? [wider(gaps[0]!, gaps[1]!)] : [];
    over -= blocks[i]!.cost + gaps.reduce((sum, { cost }) => sum + cost, 0) - (gap[0]?.cost ?? 0);
    blocks.splice(i, 1);
    joins.splice(Math.max(i - 1, 0), gaps.length, ...gap);
  }
}

/** What stays of a paragraph whose words all go. */
function survivors(m: Measured, from: number, to: number, survive: Survivors): Block & Pick<Loss, "removed"> {
  if (survive === "none") return { text: "", cost: 0, removed: "" };
  const end = closing(m, from, to);
  const amid = survive === "all" ? linksIn(m, from, end) : [];
  const parts = [...amid.map((i) => [i, i + 1] as const), ...(end < to ? [[end, to] as const] : [])];
  return {
    text: parts.map(([start, stop]) => slice(m, start, stop)).join(" "),
    cost: parts.reduce((sum, [start, stop]) => sum + cost(m, start, stop), Math.max(0, parts.length - 1)),
    removed: without(m, from, end, amid),
  };
}

function linksIn(m: Measured, from: number, to: number): number[] {
  return m.kinds.slice(from, to).flatMap((kind, i) => (kind === "link" ? [from + i] : []));
}

/** The text as blocks, `fit` pieces and what stands between them, with the white space that joins one to the next. */
function takeApart(m: Measured, pieces: Stretch[]): { blocks: Block[]; joins: Block[] } {
  const blocks: Block[] = [];
  const joins: Block[] = [];
  let end = 0;
  const add = (from: number, to: number, isPiece: boolean) => {
    const start = skipBlank(m, from, to);
    const stop = dropBlank(m, start, to);
    if (start === stop) return;
    if (blocks.length > 0) joins.push({ text: slice(m, end, start), cost: cost(m, end, start) });
    const block = { text: slice(m, start, stop), cost: cost(m, start, stop) };
    blocks.push(isPiece ? { ...block, piece: { from: start, to: stop } } : block);
    end = stop;
  };
  let fixed = 0;
  for (const { from, to } of pieces) {
    add(fixed, from, false);
    add(from, to, true);
    fixed = to;
  }
  add(fixed, m.kinds.length, false);
  return { blocks, joins };
}

/** What joins the neighbours of a piece that went. Never nothing: glued together they could become a mention or a URL. */
function wider(a: Block, b: Block): Block {
  const more = lineBreaks(b.text) - lineBreaks(a.text) || b.cost - a.cost;
  const widest = more > 0 ? b : a;
  return widest.text === "" ? { text: " ", cost: 1 } : { ...widest, text: joined("", widest.text) };
}

function paragraphs(m: Measured): Stretch[] {
  const last = m.kinds.length;
  const found: Stretch[] = [];
  let from = skipBlank(m, 0);
  for (let at = from; at < last; ) {
    let end = at;
    while (end < last && m.kinds[end] !== "blank") end++;
    at = skipBlank(m, end);
    if (at === last || lineBreaks(slice(m, end, at)) > 1) {
      found.push({ from, to: end });
      from = at;
    }
  }
  return found;
}

/**
 * Where the links and hashtags begin that close a stretch, at most punctuation among them; its end where none do. A
 * short label before the first, like `Changelog:` on a line of its own, belongs to them.
 */
function closing(m: Measured, from: number, to: number): number {
  let first = to;
  for (let end = to; end > from; ) {
    let start = end;
    while (start > from && m.kinds[start - 1] !== "blank") start--;
    if (isText(m, start, end)) break;
    if (m.kinds.slice(start, end).includes("link")) first = start;
    end = dropBlank(m, from, start);
  }
  return first < to ? labelStart(m, from, first) : to;
}

const LONGEST_LABEL = 30;

function labelStart(m: Measured, from: number, link: number): number {
  const start = lineStart(m, from, link);
  const isShort = m.stops[link]! - m.stops[start]! <= LONGEST_LABEL;
  // A paragraph that is nothing but a link and its label has no other words; others may be meant as words.
  return isShort && (start > from || /[:：]\s*$/.test(slice(m, start, link))) ? start : link;
}

function isText(m: Measured, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (m.kinds[i] === "bound" || (m.kinds[i] === "text" && /[\p{L}\p{N}]/u.test(slice(m, i, i + 1)))) return true;
  }
  return false;
}

export interface Kept {
  text: string;
  cost: number;
  /** The stop where the kept beginning ends. */
  to: number;
  removed: string;
}

/** As `shorten`, with the links and hashtags of the removed text behind the `…`. */
function keepLinks(m: Measured, from: number, to: number, room: number): Kept | undefined {
  const links = linksIn(m, from, to);
  for (let lost: number[] = []; ; ) {
    const reserve = lost.reduce((sum, i) => sum + 1 + cost(m, i, i + 1), 0);
    const kept = shorten(m, from, to, room - reserve);
    if (!kept) return undefined;
    const behind = links.filter((i) => i >= kept.to);
    if (behind.length === lost.length) {
      const text = [kept.text, ...lost.map((i) => slice(m, i, i + 1))].join(" ");
      return { ...kept, text, cost: kept.cost + reserve, removed: without(m, kept.to, to, lost) };
    }
    // The room for these moves the cut forward, perhaps past another link.
    lost = behind;
  }
}

function without(m: Measured, from: number, to: number, atoms: number[]): string {
  const ends = [...atoms, to];
  return ends.map((end, i) => slice(m, i === 0 ? from : ends[i - 1]! + 1, end)).join("");
}

// What looks lost before an `…`: separators, opening brackets and quotes, bullets.
const LOOSE_END = /^[,;:…\-–—([{"'«“‘„•*·|/]$/;

/** The longest beginning of a stretch, short of all of it, that with `…` has at most `room` characters. */
function shorten(m: Measured, from: number, to: number, room: number): Kept | undefined {
  let far = Math.min(reach(m, from, room - 1), to - 1);
  while (far > from) {
    const last = itemEnd(m, from, far) ?? dropLooseEnds(m, from, wordEnd(m, from, far)) ?? dropLooseEnds(m, from, far);
    if (last === undefined) return undefined;
    const end = dropHeading(m, from, last);
    const mark = endsItem(m, from, end) ? "\n…" : markAfter(m, from, end);
    const total = cost(m, from, end) + mark.length;
    if (total <= room) return { text: slice(m, from, end) + mark, cost: total, to: end, removed: slice(m, end, to) };
    far = end - 1;
  }
  return undefined;
}

const ITEM = /^(?:[•◦▪☐☑*+-]|\d{1,9}[.)])\s/u;

/**
 * The end of the last whole item of a list, where a stop lies in the next one: half an item looks like a slip. Nothing
 * where that would give away half of the text.
 */
function itemEnd(m: Measured, from: number, far: number): number | undefined {
  const start = lineStart(m, from, far);
  if (start === from || !ITEM.test(slice(m, start, far)) || isLineEnd(m, far)) return undefined;
  const end = dropBlank(m, from, start);
  return cost(m, from, end) * 2 >= cost(m, from, far) ? end : undefined;
}

/** Takes off the heading at the end of a stretch, since what it heads is gone. */
function dropHeading(m: Measured, from: number, at: number): number {
  const start = paragraphStart(m, from, at);
  const heads = start > from && lineBreaks(slice(m, at, skipBlank(m, at))) > 1 && isHeading(m, start, at);
  return heads ? dropBlank(m, from, start) : at;
}

/** Whether a stop is the end of an item's last line. */
function endsItem(m: Measured, from: number, at: number): boolean {
  return isLineEnd(m, at) && ITEM.test(slice(m, lineStart(m, from, at), at));
}

function isLineEnd(m: Measured, at: number): boolean {
  return lineBreaks(slice(m, at, skipBlank(m, at))) > 0;
}

function lineStart(m: Measured, from: number, at: number): number {
  let start = at;
  while (start > from && !(m.kinds[start - 1] === "blank" && slice(m, start - 1, start).includes("\n"))) start--;
  return start;
}

function paragraphStart(m: Measured, from: number, at: number): number {
  let start = lineStart(m, from, at);
  while (start > from && lineBreaks(slice(m, dropBlank(m, from, start), start)) < 2) {
    start = lineStart(m, from, dropBlank(m, from, start));
  }
  return start;
}

/** The last word end up to a stop; the stop itself where that would give away half of the text (an endless word). */
function wordEnd(m: Measured, from: number, far: number): number {
  let end = far;
  while (end > from && !isWordEnd(m, end)) end--;
  return cost(m, from, end) * 2 >= cost(m, from, far) ? end : far;
}

function dropLooseEnds(m: Measured, from: number, at: number): number | undefined {
  let end = at;
  while (end > from && (m.kinds[end - 1] === "blank" || LOOSE_END.test(slice(m, end - 1, end)))) end--;
  return end > from ? end : undefined;
}

/** A URL in the last word could take a glued `…` for its own, and after a full stop it would look like a slip. */
function markAfter(m: Measured, from: number, end: number): string {
  let start = end;
  while (start > from && m.kinds[start - 1] === "text") start--;
  const glued = start === from || m.kinds[start - 1] === "blank";
  return glued && !/^[.!?]/.test(slice(m, end - 1, end)) ? "…" : " …";
}
