import { type Edit, editDraft } from "./compose/draft.ts";
import { findUrls, type Span } from "./length/entities.ts";

/** ZERO WIDTH NON-JOINER: no name begins with it, and it is part of the grapheme before it. */
const GUARD = "\u200c";

/** What is an `@`, or becomes one: its other widths, and entities, which some servers read in any text. */
const SIGN = "(?:[@＠﹫]|&commat;|&#0*64(?:;|(?![\\d;]))|&#x0*40(?:;|(?![\\da-f;])))";
/** A letter that is younger than our Unicode is unassigned to us. */
const LETTER = "[\\p{Alphabetic}\\p{M}\\p{N}\\p{Pc}\\p{Cn}]";
/** The joiners are letters to newer Rubies. */
const JOINED = "[\\p{Alphabetic}\\p{M}\\p{N}\\p{Pc}\\p{Cn}\\u200c\\u200d]";
/** What would go on with a name once a server has read it: an entity, an escape, a tag within a word. */
const MORE = `[.:-]*(?:&(?=[#a-z])|\\\\(?=\\S)|<(?=[a-z]|/[a-z0-9]+>(?:${LETTER}|${SIGN}|&)))`;
const HANDLE = `${JOINED}(?:[.-]*${JOINED})*(?:[.-]*${SIGN}[.:-]*${JOINED}(?:[.:-]*${JOINED})*)?(?:${MORE})?`;
/** Nothing is mentioned where nothing but punctuation follows. Between sign and name may stand tags and entities. */
const MENTION = `(${SIGN})(?!\\u200c)(?=[^\\s@＠﹫]*?${LETTER})(?=(${HANDLE})?)`;

/** Addresses with a scheme, of hosts that Mastodon knows or not. */
const LINK = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s<>"'`()[\]{}|\\^]+/gi;
/** How an address begins that every server takes for a link as far as this. */
const PLAIN_LINK = /(?<=^|[\s(])https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?[/?](?:[\w/:#@&%=+~-]|[.?](?![.?]))*/imy;

/** With a domain, whose `@` is not guarded. */
const FULL_HANDLE = /(?:[@＠﹫]|&commat;|&#\w+;?)(?!\u200c)./i;

/** A place where some server may see a mention. */
interface Place extends Span {
  /** In lower case, without the sign before it: all that could belong to the name. May be empty. */
  handle: string;
  /** The whole of what is like an e-mail address: behind an ASCII letter or digit, with no more than a name; else empty. */
  address: string;
  /** In the path, query or fragment of a link. */
  isInPath: boolean;
  /** Behind a letter, digit, `/` or `=` in what is a link everywhere. */
  isInPlainLink: boolean;
}

/** What a guard did to a text. */
export interface Guarded {
  /** The changes, ascending. */
  edits: Edit[];
  /** Who was kept from being mentioned, as written with the sign, in order, each once. */
  guarded: string[];
  /** The allowed handles that may still mention, in lower case. */
  mentions: string[];
}

/**
 * Breaks the mentions of a text, so that no account is notified by it: with U+200C right behind the `@`, or in the path of
 * a link by `%40` in its place, which leads to the same place (RFC 3986, section 2).
 *
 * What a mention is differs from server to server, so nearly every `@` is guarded; a guard too many is invisible. Left
 * alone is an `@` behind an ASCII letter or digit, as in `me@example.org` and `undici@7.2.0`, unless a whole handle follows
 * (Hollo takes `foo@name@host` for one), and behind `/` or `=` in a link.
 *
 * In graphemes, with links of a fixed length, the count stays the same, except that Mastodon counts the domain of a mention
 * as nothing, and of a broken one in full.
 *
 * @param allowed lower-case handles that may mention, each as a whole
 * @param inWords whether the server takes `me@example.org` for a mention (snac does)
 */
export function guardMentions(text: string, allowed: ReadonlySet<string>, inWords = false): Guarded {
  const found: Guarded = { edits: [], guarded: [], mentions: [] };
  const seen = new Set<string>();
  let done = 0;
  for (const place of placesIn(text)) {
    const { start, end, handle, address, isInPath, isInPlainLink } = place;
    // The second sign of a handle that may mention is its own.
    if (start < done || isInPlainLink || (address !== "" && (!inWords || allowed.has(address)))) continue;
    if (address === "" && allowed.has(handle)) {
      if (!isInPath) found.mentions.push(handle);
      done = end + handle.length;
      continue;
    }
    found.edits.push(editOf(place));
    const name = text.slice(end, end + handle.length).replace(/[.:-]*[&<\\]$/, "");
    if (name !== "" && !seen.has(name.toLowerCase())) found.guarded.push(`@${name}`);
    seen.add(name.toLowerCase());
  }
  return found;
}

/**
 * Breaks every mention of these accounts, wherever it stands: for a server that saw some where {@link guardMentions} did not.
 *
 * @param names lower-case user names, without a domain
 */
export function guardNames(text: string, names: ReadonlySet<string>): string {
  const places = placesIn(text).filter(({ handle }) => names.has(handle.split(/[@＠﹫&]/)[0]!));
  return editDraft({ text, fit: [] }, places.map(editOf)).text;
}

/** The handles in a text, and what is like an e-mail address there, in lower case: an author may mention by them. */
export function handlesIn(text: string): string[] {
  return placesIn(text)
    .filter(({ handle, isInPlainLink }) => handle !== "" && !isInPlainLink)
    .map(({ handle, address }) => address || handle);
}

function editOf({ start, end, isInPath }: Place): Edit {
  return isInPath ? { start, end, text: "%40" } : { start: end, end, text: GUARD };
}

let mention: RegExp | undefined;

function placesIn(text: string): Place[] {
  if (!/[@＠﹫]|&(?:commat;|#)/i.test(text)) return [];
  // Classes of Unicode take up to 2 ms to set up, and most texts need none.
  mention ??= new RegExp(MENTION, "giu");
  const linkAt = linksOf(text);
  return Array.from(text.matchAll(mention), ({ 0: sign, 2: handle = "", index: start }) => {
    const link = linkAt(start);
    const before = text[start - 1] ?? "";
    const isAddress = /[a-z0-9]/i.test(before) && !FULL_HANDLE.test(handle);
    return {
      start,
      end: start + sign.length,
      handle: handle.toLowerCase(),
      // No handle holds a colon in its name.
      address: isAddress ? `mailto:${wordBefore(text, start)}@${handle}`.toLowerCase() : "",
      isInPath: link !== undefined && start >= link.path,
      isInPlainLink: link !== undefined && start < link.plainEnd && /[a-z0-9/=]/i.test(before),
    };
  });
}

/** The word that ends at an offset, as far as it could be the name of a mailbox. */
function wordBefore(text: string, end: number): string {
  return /[\w.+-]*$/.exec(text.slice(Math.max(0, end - 64), end))![0];
}

interface Link extends Span {
  /** Where its path, query or fragment begins; `end` where it has none. */
  path: number;
  /** Up to where every server takes it for a link. */
  plainEnd: number;
}

/** Tells the link at an offset, for offsets that are asked for in order. */
function linksOf(text: string): (offset: number) => Link | undefined {
  const own = Array.from(text.matchAll(LINK), ({ 0: link, index }) => ({ start: index, end: index + link.length }));
  const spans = [...own, ...findUrls(text)].sort((one, other) => one.start - other.start);
  const links: Link[] = [];
  for (const { start, end } of spans) {
    const last = links.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      continue;
    }
    const host = text.indexOf("://", start) + 3;
    const path = /[/?#]/.exec(text.slice(host, end));
    PLAIN_LINK.lastIndex = start;
    const plainEnd = PLAIN_LINK.test(text) ? PLAIN_LINK.lastIndex : start;
    links.push({ start, end, path: path ? host + path.index : end, plainEnd });
  }
  let next = 0;
  return (offset) => {
    while (next < links.length && links[next]!.end <= offset) next += 1;
    const link = links[next];
    return link && link.start <= offset ? link : undefined;
  };
}
