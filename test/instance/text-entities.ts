import { asciiHost } from "./ascii-host.ts";
import { topLevelDomains } from "./top-level-domains.ts";

/** A piece of a text that Mastodon takes for more than characters. `end` is exclusive; both are UTF-16 offsets. */
export interface TextEntity {
  /** `uri` is an address of the kinds `xmpp:` and `magnet:`, which is linked, but counts as it is written. */
  kind: "url" | "uri" | "mention" | "hashtag";
  start: number;
  end: number;
  /** The address; the handle without its first @; the tag without its #. */
  value: string;
}

/** What Mastodon shows as more than characters, in order; where two overlap the earlier one stays. */
export function shownEntities(text: string): TextEntity[] {
  return withoutOverlaps([...findUrls(text), ...hashtagsIn(text), ...findMentions(text), ...findUris(text)]);
}

/** What Mastodon counts otherwise than it is written. */
export function countedEntities(text: string): TextEntity[] {
  return withoutOverlaps([...findUrls(text), ...findMentions(text)]);
}

/** Every handle that Mastodon looks for among the accounts: also inside addresses, and where none is shown as such. */
export function handlesIn(text: string): TextEntity[] {
  return [...text.matchAll(mention)].map((match) => found("mention", match.index, match[0].length, match[1] ?? ""));
}

function found(kind: TextEntity["kind"], start: number, length: number, value: string): TextEntity {
  return { kind, start, end: start + length, value };
}

function withoutOverlaps(entities: TextEntity[]): TextEntity[] {
  entities.sort((a, b) => a.start - b.start);
  let end = 0;
  return entities.filter((entity) => {
    if (entity.start < end) return false;
    end = entity.end;
    return true;
  });
}

// The patterns are built as Mastodon builds its own: twitter-text's with the pieces that its initializer
// config/initializers/twitter_regex.rb replaces. `i` and `u` fold a long s and a Kelvin sign as Ruby does.

/** What Ruby takes for the same when it ignores case, beyond single letters. */
const ligatures: Record<string, string> = {
  ffi: "ffi|ﬃ|ﬀi|fﬁ",
  ffl: "ffl|ﬄ|ﬀl|fﬂ",
  ff: "ff|ﬀ",
  fi: "fi|ﬁ",
  fl: "fl|ﬂ",
  ss: "ss|ß|ẞ",
  st: "st|ﬅ|ﬆ",
};

const directions = "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";
const spaces = "\\t-\\r \\x85\\xA0\\u1680\\u180E\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";
const noCharacters = "\\uFEFF\\uFFFE\\uFFFF";
const accents =
  "\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u024F\\u0253\\u0254\\u0256\\u0257\\u0259\\u025B\\u0263\\u0268\\u026F\\u0272\\u0289\\u028B" +
  "\\u02BB\\u0300-\\u036F\\u1E00-\\u1EFF";

const before = `(?:[^A-Z0-9@＠$#＃${noCharacters}]|[${directions}]|^)`;

// Mastodon extracts an address with a backslash in its host, and then finds that it is none.
const notInHosts = `\\0-\\x20\\x7F!-,./:-@[-^\`{-~${directions}${spaces}${noCharacters}`;
const label = `[^_\\-${notInHosts}]`;
const subdomain = `${label}(?:[^${notInHosts}]*${label})?\\.`;
const registered = `${label}(?:[^_${notInHosts}]*${label})?\\.`;
const domain = `(?:${subdomain})*${registered}(?:${topLevelDomain()}|xn--[0-9a-z]+)`;

/** Any name of the list that no letter, digit, @, + or - follows. */
function topLevelDomain(): string {
  const folded = (name: string) => name.replace(/ffi|ffl|ff|fi|fl|ss|st/g, (letters) => `(?:${ligatures[letters]})`);
  const names = topLevelDomains.toSorted((a, b) => b.length - a.length).map(folded);
  return `(?:${names.join("|")})(?![0-9a-z@+-])`;
}

const inPath = "[^\\p{White_Space}<>()?]";
/** Parentheses that close, one level deep, around characters of the given kind. */
const parentheses = (inside: string) => `\\((?:${inside}+|${inside}*\\(${inside}+\\)${inside}*)\\)`;
// At the end of a path parentheses may hold less: there Mastodon's initializer uses twitter-text's before it replaces it.
const inLastParentheses = `[a-z\\p{Script=Cyrillic}0-9!*';:=+,.$/%#[\\]\\p{Pd}_~&|@${accents}]`;
const endOfPath = `(?:[^\\p{White_Space}()?!*"'「」<>;:=,.$%[\\]~&|]|${parentheses(inLastParentheses)})`;
const path = `(?:${inPath}*(?:${parentheses(inPath)}${inPath}*)*${endOfPath}|${inPath}+/)`;

const beyondAscii =
  "\\xA0-\\uD7FF\\uE000-\\uFDCF\\uFDF0-\\uFFEF\\u{10000}-\\u{1FFFD}\\u{20000}-\\u{2FFFD}\\u{30000}-\\u{3FFFD}" +
  "\\u{40000}-\\u{4FFFD}\\u{50000}-\\u{5FFFD}\\u{60000}-\\u{6FFFD}\\u{70000}-\\u{7FFFD}\\u{80000}-\\u{8FFFD}" +
  "\\u{90000}-\\u{9FFFD}\\u{A0000}-\\u{AFFFD}\\u{B0000}-\\u{BFFFD}\\u{C0000}-\\u{CFFFD}\\u{D0000}-\\u{DFFFD}" +
  "\\u{E1000}-\\u{EFFFD}\\u{F0000}-\\u{FFFFD}\\u{100000}-\\u{10FFFD}";
const query = `\\?[a-z0-9!?*'();:&=+$/%#[\\]\\-_.,~|@^${beyondAscii}]*[a-z0-9_&=#/\\-${beyondAscii}]`;

const url = new RegExp(
  `${before}(?<url>(?<protocol>(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://)?` +
    `(?<host>${domain})(?::[0-9]+)?(?:/${path}*)?(?:${query})?)`,
  "giu",
);
const longestUrl = 4096;
const longestSlug = 40;

/** A host without a protocol is matched as well, so that it swallows an address in its path, but it is no address. */
function findUrls(text: string): TextEntity[] {
  if (!text.includes("://")) return [];
  return [...text.matchAll(url)].flatMap((match) => {
    const { url: whole = "", protocol, host = "" } = match.groups ?? {};
    const start = match.index + match[0].length - whole.length;
    const [short, slug = ""] = /^https?:\/\/t\.co\/([a-z0-9]+)/i.exec(whole) ?? [whole];
    if (protocol === undefined || slug.length > longestSlug) return [];
    const ascii = asciiHost(host);
    if (ascii === undefined) return [];
    const length = [...short].length + Math.max(0, ascii.length - [...host].length);
    return length > longestUrl ? [] : [found("url", start, short.length, short)];
  });
}

const unreserved = "a-z\\p{Script=Cyrillic}0-9\\p{Pd}._~";
const nodeId = `(?:[${unreserved}!$()*+,;=]|%[0-9a-f]{2})+@`;
const resource = `/(?:[${unreserved}!$&'()*+,;=]|%[0-9a-f]{2})+`;
const uri = new RegExp(
  `${before}(?<uri>xmpp:(?://${nodeId}${domain}/)?(?:${nodeId})?${domain}(?:${resource})?(?:${query})?|magnet:${query})`,
  "giu",
);

function findUris(text: string): TextEntity[] {
  if (!text.includes(":")) return [];
  return [...text.matchAll(uri)].map((match) => {
    const { uri: whole = "" } = match.groups ?? {};
    return found("uri", match.index + match[0].length - whole.length, whole.length, whole);
  });
}

/** Ruby's `[[:word:]]`; since 2025 its joiners are among them. */
const word = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200C\\u200D";
const mention = new RegExp(
  `(?<![=/${word}])@([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*(?:@[${word}]+(?:[.-]+[${word}]+)*)?)`,
  "giu",
);
const afterNoMention = new RegExp(`^(?:[@＠${accents}]|://)`, "iu");
const longestDomain = 253;

function findMentions(text: string): TextEntity[] {
  return handlesIn(text).filter(({ end, value }) => {
    const domain = value.split("@")[1] ?? "";
    return !afterNoMention.test(text.slice(end, end + 3)) && [...domain].length <= longestDomain;
  });
}

const separators = "_\\xB7\\u30FB\\u200C";
const hashtag = new RegExp(
  "(?<=^|\\p{White_Space})[#＃](" +
    `[${word}][${word}${separators}]*[\\p{Alphabetic}${separators}][${word}${separators}]*[${word}]` +
    `|[${word}]*\\p{Alphabetic}[${word}]*)`,
  "gmu",
);

/** The hashtags alone: they are saved wherever they stand. */
export function hashtagsIn(text: string): TextEntity[] {
  return [...text.matchAll(hashtag)].map((match) => {
    const [sign = ""] = match[0];
    let name = match[1] ?? "";
    // The protocol of an address that follows at once is no part of the tag.
    if (text.startsWith("://", match.index + match[0].length)) name = name.replace(/(?<=.)https?$/u, "");
    return found("hashtag", match.index, sign.length + name.length, name);
  });
}
