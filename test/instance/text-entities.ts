import { domainToASCII } from "node:url";
import { topLevelDomainLength } from "./top-level-domains.ts";

/** A piece of a text that Mastodon takes for more than characters. `end` is exclusive; both are UTF-16 offsets. */
export interface TextEntity {
  kind: "url" | "mention" | "hashtag";
  start: number;
  end: number;
  /** The URL; the handle without its first @; the tag without its #. */
  value: string;
}

/** URLs, mentions and, on demand, hashtags, in order; where two overlap the earlier one stays (section 2.1, step 1). */
export function findEntities(text: string, withHashtags = false): TextEntity[] {
  const found = [...findUrls(text), ...findMentions(text), ...(withHashtags ? findHashtags(text) : [])];
  found.sort((a, b) => a.start - b.start);
  let end = 0;
  return found.filter((entity) => {
    if (entity.start < end) return false;
    end = entity.end;
    return true;
  });
}

// Simpler than twitter-text in one point: there a host without a protocol, as in `xhttps://a.com?http://b.com`, is
// matched first and swallows the URL inside its query.
const urlStart = /(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini):\/\//gi;
const longestUrl = 4096;

function findUrls(text: string): TextEntity[] {
  const found: TextEntity[] = [];
  let done = 0;
  for (const match of text.matchAll(urlStart)) {
    const start = match.index;
    if (start < done || /[A-Za-z0-9@＠$#＃\uFEFF\uFFFE\uFFFF]/.test(text[start - 1] ?? " ")) continue;
    const hostStart = start + match[0].length;
    const hostEnd = endOfHost(text, hostStart);
    if (hostEnd === undefined) continue;
    let end = endOfQuery(text, endOfPath(text, endOfPort(text, hostEnd)));
    const shortened = /^https?:\/\/t\.co\/[a-z0-9]+/i.exec(text.slice(start, end));
    if (shortened) end = start + shortened[0].length;
    const url = text.slice(start, end);
    const host = text.slice(hostStart, hostEnd);
    const asciiHost = domainToASCII(host);
    if (asciiHost === "" || [...url].length - [...host].length + asciiHost.length > longestUrl) continue;
    found.push({ kind: "url", start, end, value: url });
    done = end;
  }
  return found;
}

/** The longest chain of labels that ends with a top-level domain; undefined when there is none. */
function endOfHost(text: string, start: number): number | undefined {
  // Labels hold anything but ASCII punctuation, white space and control characters, and - and _ inside.
  const label = /[^\s\p{Cc}!-/:-@[-`{-~](?:[-_]|[^\s\p{Cc}!-/:-@[-`{-~])*/uy;
  let end: number | undefined;
  let at = start;
  let before: string | undefined;
  for (;;) {
    label.lastIndex = at;
    const run = label.exec(text)?.[0];
    if (run === undefined) return end;
    // The registered name right before the top-level domain has no underscore.
    const mayEnd = before !== undefined && !before.includes("_");
    const length = mayEnd ? topLevelDomainLength(run, text[at + run.length]) : 0;
    if (length > 0) end = at + length;
    if (/[-_]$/.test(run) || text[at + run.length] !== ".") return end;
    before = run;
    at += run.length + 1;
  }
}

function endOfPort(text: string, at: number): number {
  const port = /:\d+/y;
  port.lastIndex = at;
  return at + (port.exec(text)?.[0].length ?? 0);
}

function endOfPath(text: string, start: number): number {
  if (text[start] !== "/") return start;
  // Plain characters, and parentheses that close, one level deep.
  const run = /(?:[^\s<>()?]|\((?:[^\s<>()?]|\([^\s<>()?]+\))+\))*/uy;
  run.lastIndex = start;
  let path = run.exec(text)?.[0] ?? "";
  while (!path.endsWith(")") && /[!*"'「」<>;:=,.$%[\]~&|]$/.test(path)) path = path.slice(0, -1);
  return start + path.length;
}

function endOfQuery(text: string, start: number): number {
  const query = /\?[a-z0-9!?*'();:&=+$/%#[\]\-_.,~|@^\u{A0}-\u{FFEF}\u{10000}-\u{10FFFD}]*/iuy;
  query.lastIndex = start;
  const run = query.exec(text)?.[0] ?? "";
  return start + run.replace(/[^a-z0-9_&=#/\-+\u{A0}-\u{10FFFD}]+$/iu, "").length;
}

const longestDomain = 253;
const wordCharacter = String.raw`[\p{L}\p{M}\p{Nd}\p{Pc}]`;
const mention = new RegExp(
  `(?<!${wordCharacter}|[=/])@([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*(?:@${wordCharacter}+(?:[.-]+${wordCharacter}+)*)?)`,
  "giu",
);

function findMentions(text: string): TextEntity[] {
  const found: TextEntity[] = [];
  for (const match of text.matchAll(mention)) {
    const handle = match[1] ?? "";
    const end = match.index + match[0].length;
    if (/^(?:[@＠À-ÖØ-öø-ÿĀ-ɏ]|:\/\/)/.test(text.slice(end, end + 3))) continue;
    if ((handle.split("@")[1] ?? "").length > longestDomain) continue;
    found.push({ kind: "mention", start: match.index, end, value: handle });
  }
  return found;
}

function findHashtags(text: string): TextEntity[] {
  // At the start or after white space, with at least one letter (section 1.1: `#123` is none, `#v2` is one).
  const hashtag = /(?<=^|\s)[#＃]([\p{L}\p{M}\p{Nd}\p{Pc}·・\u200C]+)/gmu;
  return [...text.matchAll(hashtag)]
    .map((match) => ({ start: match.index, name: (match[1] ?? "").replace(/[·・\u200C]+$/u, "") }))
    .filter(({ name }) => /\p{L}/u.test(name))
    .map(({ start, name }) => ({ kind: "hashtag" as const, start, end: start + 1 + name.length, value: name }));
}
