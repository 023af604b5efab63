// What Mastodon sees in a text: links, mentions, hashtags. Its count of characters, and whom a status notifies, hang on
// these rules to the letter, so they are kept with their oddities. Mastodon states them as regular expressions that may
// take quadratic time and worse; here each rule is a walk that passes a character a fixed number of times.
//
// Sources: Mastodon's config/initializers/twitter_regex.rb, app/lib/extractor.rb, MENTION_RE of app/models/account.rb,
// HASHTAG_RE of its tags; below them the library twitter-text 3.1.0.
import { asciiHost } from "./ascii-host.ts";
import { isFrozenTld, LONGEST_TLD } from "./tlds.ts";

/** A stretch of a text, in UTF-16 offsets; `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A mention, its `@` included in the span; the handle is as written, without the leading `@`. */
export interface Mention extends Span {
  handle: string;
}

/** A pattern that is made when it is needed: classes of Unicode take up to 2 ms to set up, and most texts need none. */
function late(source: string, flags: string): () => RegExp {
  let pattern: RegExp | undefined;
  return () => {
    pattern ??= new RegExp(source, flags);
    return pattern;
  };
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

// ── Links ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Characters of host names with their dots: anything but punctuation, white space, controls and direction marks. The
 * extractor lets a backslash pass, but no link comes of it (spec/lib/text_formatter_spec.rb), so none is seen here.
 */
const HOST = new RegExp(
  "[^\\0-,/:-@[-^`{-\\x7f\\x85\\xa0\\u061c\\u1680\\u180e\\u2000-\\u200a\\u200e\\u200f\\u2028-\\u202f\\u205f" +
    "\\u2066-\\u2069\\u3000\\ufeff\\ufffe\\uffff]+",
  "g",
);
/** Latin letters, to Ruby the long s and the Kelvin sign among them, and digits. Spelt out: the flags `iu` take longer. */
const ALNUM = "a-zA-Z\\u017f\\u212a0-9";
const GLUED = `${ALNUM}@＠$#＃\\ufeff\\ufffe\\uffff`;
/** What may not stand right before a link. */
export const GLUE = new RegExp(`[${GLUED}]`);
/** A place where a link may begin inside host characters: the character before it, and its first one. */
const FREE_START = new RegExp(`[^${GLUED}][^-]`, "u");
const PROTOCOL = /(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)$/iu;
const BROKEN_LABEL = /^$|^[_-]|[_-]$/;
const PUNYCODE = /^[xX][nN]--[0-9a-zA-Z]+/;
const AFTER_TLD = new RegExp(`[${ALNUM}@+-]`);
const PORT = /:[0-9]+/y;
const PATH = /[^\p{White_Space}<>()?]+/uy;
const PARENTHESES =
  /\((?:[^\p{White_Space}<>()?]+|[^\p{White_Space}<>()?]*\([^\p{White_Space}<>()?]+\)[^\p{White_Space}<>()?]*)\)/uy;
/** Latin letters with accents, and combining accents, for a character class. */
const ACCENTS =
  "\\u0300-\\u036f\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268\\u026f" +
  "\\u0272\\u0289\\u028b\\u02bb\\u1e00-\\u1eff";
/** Parentheses at the very end of a path may hold less than those amid it: Latin, Cyrillic, digits, usual signs. */
const PLAIN_PARENTHESES = late(`^[()a-z\\p{Script=Cyrillic}0-9!*';:=+,.$/%#[\\]\\p{Pd}_~&|@${ACCENTS}]+$`, "iu");
const NOT_LAST_IN_PATH = new Set("!*\"'「」;:=,.$%[]~&|");
const QUERY = /\?[^\0-\x20"<>\\`{}\x7f-\x9f\p{NChar}\p{Cs}\ufff0-\uffff\u{e0000}-\u{e0fff}]*/uy;
const NOT_LAST_IN_QUERY = new Set("!?*'();:$%[].,~|@^+");
const SHORTENED = /^https?:\/\/t\.co\/([a-z0-9]+)/i;
const LONGEST_SLUG = 40;
const LONGEST_URL = 4096; // code points, the host in its ASCII form

/**
 * Finds the links that Mastodon counts with a fixed length, in order.
 *
 * A link needs a protocol and a top-level domain of the frozen list. A bare host (`example.com/…`) is no link, but what
 * follows it is read as its path, so that a link in there is none either.
 */
export function findUrls(text: string): Span[] {
  const urls: Span[] = [];
  if (!text.includes("://")) return urls;
  let position = 0;
  let matched = 0; // where the last match ended, a bare host's too: its characters cannot precede a link any more
  for (;;) {
    const start = hostStart(text, position);
    if (start === undefined) return urls;
    const end = hostEnd(text, start);
    const free = start === 0 || (start > matched && !GLUE.test(text[start - 1]!));
    position = end;
    if (endsInBareHost(text, start, end, free)) {
      position = matched = restEnd(text, end);
    } else if (text.startsWith("://", end)) {
      const protocol = protocolStart(text.slice(start, end), free);
      const domain = protocol === undefined ? undefined : domainEnd(text, end + 3, hostEnd(text, end + 3));
      if (domain === undefined) continue;
      position = matched = restEnd(text, domain);
      const url = acceptUrl(text, { start: start + protocol!, end: matched }, text.slice(end + 3, domain));
      if (url) urls.push(url);
    }
  }
}

function hostStart(text: string, from: number): number | undefined {
  HOST.lastIndex = from;
  return HOST.exec(text)?.index;
}

/** Where the host characters that begin at an offset end; the offset itself if there are none. */
function hostEnd(text: string, from: number): number {
  HOST.lastIndex = from;
  return HOST.exec(text)?.index === from ? HOST.lastIndex : from;
}

/** Where in a run of host characters the protocol at its end begins, if there is one that may begin there. */
function protocolStart(run: string, free: boolean): number | undefined {
  const index = PROTOCOL.exec(run)?.index;
  if (index === undefined) return undefined;
  return (index === 0 ? free : !GLUE.test(run[index - 1]!)) ? index : undefined;
}

/** Where the domain that begins at `start` ends: behind the last top-level domain that unbroken labels lead to. */
function domainEnd(text: string, start: number, end: number): number | undefined {
  const labels = text.slice(start, end).split(".");
  let found: number | undefined;
  let offset = start;
  for (const [index, label] of labels.entries()) {
    const next = labels[index + 1];
    if (next === undefined || BROKEN_LABEL.test(label)) break;
    offset += label.length + 1;
    const length = label.includes("_") ? 0 : tldLength(next, text[offset + next.length]);
    if (length) found = offset + length;
  }
  return found;
}

/** The length of the top-level domain that a label begins with, or 0; `after` is the character behind the label. */
function tldLength(label: string, after = ""): number {
  const punycode = PUNYCODE.exec(label);
  if (punycode) return punycode[0].length;
  for (let length = Math.min(label.length, LONGEST_TLD); length > 0; length--) {
    if (isFrozenTld(folded(label.slice(0, length))) && !AFTER_TLD.test(label[length] ?? after)) return length;
  }
  return 0;
}

/** Without regard to case as Ruby has it: `ß` is `ss`, `ﬁ` is `fi`, the dotless `ı` is a letter of its own. */
function folded(label: string): string {
  return label.includes("ı") ? label : label.toLowerCase().toUpperCase().toLowerCase();
}

/**
 * Whether a run of host characters ends in a host name without a protocol, like `see-example.com`.
 *
 * @param free whether a link may begin at the run's start
 */
function endsInBareHost(text: string, start: number, end: number, free: boolean): boolean {
  if (!"/?:".includes(text[end] ?? " ")) return false; // nothing follows that it could swallow
  const run = text.slice(start, end);
  const dot = run.lastIndexOf(".");
  if (dot < 1 || dot === run.length - 1) return false;
  const tld = run.slice(dot + 1);
  if (tldLength(tld, text[end]) < tld.length) return false;
  const labelStart = run.lastIndexOf(".", dot - 1) + 1;
  const label = run.slice(labelStart, dot);
  if (BROKEN_LABEL.test(label.slice(-1))) return false;
  // The label before the top-level domain bears no `_`, so the host begins behind the last one.
  const underscore = label.lastIndexOf("_");
  const before = labelStart > 0 || underscore >= 0 || free ? "." : "a";
  return FREE_START.test(before + label.slice(underscore + 1));
}

/** Where port, path and query that follow a domain end. */
function restEnd(text: string, domainEnd: number): number {
  PORT.lastIndex = domainEnd;
  let end = PORT.test(text) ? PORT.lastIndex : domainEnd;
  if (text[end] === "/") end = pathEnd(text, end + 1);
  if (text[end] === "?") end = queryEnd(text, end);
  return end;
}

function pathEnd(text: string, start: number): number {
  let end = start;
  let offset = start;
  for (;;) {
    PATH.lastIndex = offset;
    if (PATH.test(text)) {
      const last = lastNotIn(NOT_LAST_IN_PATH, text, offset, PATH.lastIndex);
      if (last > offset) end = last;
      offset = PATH.lastIndex;
    }
    if (text[offset] !== "(") return end;
    PARENTHESES.lastIndex = offset;
    if (!PARENTHESES.test(text)) return end;
    if (PLAIN_PARENTHESES().test(text.slice(offset, PARENTHESES.lastIndex))) end = PARENTHESES.lastIndex;
    offset = PARENTHESES.lastIndex;
  }
}

/** Where the query that begins at a `?` ends. */
export function queryEnd(text: string, start: number): number {
  QUERY.lastIndex = start;
  QUERY.test(text);
  return lastNotIn(NOT_LAST_IN_QUERY, text, start, QUERY.lastIndex);
}

/** The end of a stretch without those of the given characters that stand at its end. */
function lastNotIn(characters: ReadonlySet<string>, text: string, start: number, end: number): number {
  while (end > start && characters.has(text[end - 1]!)) end--;
  return end;
}

/** The last say on a link: its length, its host, and where a `t.co` link ends. */
function acceptUrl(text: string, { start, end }: Span, host: string): Span | undefined {
  const shortened = host.toLowerCase() === "t.co" ? SHORTENED.exec(text.slice(start, end)) : null;
  if (shortened && shortened[1]!.length > LONGEST_SLUG) return undefined;
  const url = shortened ? shortened[0] : text.slice(start, end);
  const ascii = asciiHost(host);
  if (ascii === undefined) return undefined;
  const length = codePoints(url) + Math.max(0, ascii.length - codePoints(host));
  return length <= LONGEST_URL ? { start, end: start + url.length } : undefined;
}

function codePoints(text: string): number {
  return [...text].length;
}

// ── Mentions ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Ruby's `[[:word:]]`, with the joiners that belong to it since 2025 (https://bugs.ruby-lang.org/issues/21504). */
const WORD = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d";
const MENTION = late(`@(?<![=/${WORD}]@)([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*(?:@[${WORD}]+(?:[.-]+[${WORD}]+)*)?)`, "giu");
/** The same for a text in ASCII, where it is ten times as fast to set up. */
const ASCII_MENTION = /@(?<![=/\w]@)(\w+(?:[.-]+\w+)*(?:@\w+(?:[.-]+\w+)*)?)/g;
/** What may not follow a mention. Here, and here only, the full-width at sign matters. */
const NO_MENTION_BEFORE = new RegExp(`[@＠${ACCENTS}]|://`, "uy");
const LONGEST_DOMAIN = 253; // code points

/** Finds the mentions that Mastodon links and counts without their domain, in order; none of them lies in a link. */
export function findMentions(text: string, urls?: readonly Span[]): Mention[] {
  const mentions = matchMentions(text);
  if (mentions.length === 0) return [];
  return outside(urls ?? findUrls(text), mentions).filter(({ handle, end }) => {
    NO_MENTION_BEFORE.lastIndex = end;
    const domain = handle.split("@")[1] ?? "";
    return !NO_MENTION_BEFORE.test(text) && codePoints(domain) <= LONGEST_DOMAIN;
  });
}

/**
 * Finds all that Mastodon's mention pattern matches, in order, with neither links nor what follows considered.
 *
 * These are the accounts that Mastodon notifies (app/services/process_mentions_service.rb), more than it links:
 * `@aliceé` shows no mention, yet alice hears of it.
 */
export function matchMentions(text: string): Mention[] {
  if (!text.includes("@")) return [];
  const pattern = isAscii(text) ? ASCII_MENTION : MENTION();
  return Array.from(text.matchAll(pattern), ({ 0: whole, 1: handle, index }) => ({
    start: index,
    end: index + whole.length,
    handle: handle!,
  }));
}

/** Those spans that do not begin in one of the others; both are in order. */
export function outside<T extends Span>(others: readonly Span[], spans: readonly T[]): T[] {
  let next = 0;
  return spans.filter(({ start }) => {
    while (next < others.length && others[next]!.end <= start) next++;
    return next === others.length || start < others[next]!.start;
  });
}

// ── Hashtags ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Allowed inside a hashtag but not at its ends. */
const INNER = "\\xb7\\u30fb";
const HASHTAG = late(`[#＃](?<=(?:^|\\p{White_Space})[#＃])([${WORD}${INNER}]+)`, "gu");
const INNER_ONLY = new RegExp(`[${INNER}]`);
const LETTER = /\p{Alphabetic}/u;
const LETTER_OR_SEPARATOR = new RegExp(`[\\p{Alphabetic}_\\u200c${INNER}]`, "u");

/**
 * Finds the hashtags as Mastodon does, in order, their `#` included: at the start or behind white space, with a letter
 * or a sign between digits.
 */
export function findHashtags(text: string): Span[] {
  const tags: Span[] = [];
  for (const { 1: name, index } of text.matchAll(HASHTAG())) {
    let length = hashtagLength(name!);
    // A link glued to a tag keeps its protocol.
    if (text.startsWith("://", index + 1 + length))
      length -= /(?<=.)https?$/.exec(name!.slice(0, length))?.[0].length ?? 0;
    if (length > 0) tags.push({ start: index, end: index + 1 + length });
  }
  return tags;
}

/** The length of the longest hashtag that a run of its characters begins with, 0 if there is none. */
function hashtagLength(run: string): number {
  const characters = [...run];
  let end = characters.length;
  while (end > 0 && INNER_ONLY.test(characters[end - 1]!)) end--;
  const length = (count: number) => characters.slice(0, count).join("").length;
  const inside = characters.slice(1, end - 1);
  if (!INNER_ONLY.test(characters[0]!) && inside.some((character) => LETTER_OR_SEPARATOR.test(character))) {
    return length(end);
  }
  const inner = characters.findIndex((character) => INNER_ONLY.test(character));
  const word = inner < 0 ? characters.length : inner;
  return characters.slice(0, word).some((character) => LETTER.test(character)) ? length(word) : 0;
}
