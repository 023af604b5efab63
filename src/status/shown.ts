// How Mastodon shows a text: what the `content` of its status, which is HTML, reads as. Measured against servers, it is
// exact, so that two texts can be compared by `===`.
//
// Sources: Mastodon's app/lib/text_formatter.rb, app/lib/extractor.rb, app/services/process_mentions_service.rb.
import { asciiHost } from "./length/ascii-host.ts";
import { findHashtags, findUrls, GLUE, matchMentions, queryEnd, type Span } from "./length/entities.ts";
import { strip } from "./length/length.ts";

/** An account that a status names. */
export interface Named {
  /** `user`, or `user@domain` if it is one of another server. */
  acct: string;
  /** The address of its profile. */
  url: string;
}

/**
 * A text as Mastodon stores it: stripped, and handles as their accounts spell them, domains in Punycode. `GET
 * /api/v1/statuses/:id/source` tells the same.
 *
 * @param named the accounts that the status mentions, and its author; other handles stay as written
 * @param host the server's own name
 */
export function storedText(text: string, named: readonly Named[], host: string): string {
  const handles = matchMentions(text).map(({ handle, ...span }) => {
    const account = accountOf(handle, named, host);
    return { ...span, as: account && fullHandle(account) };
  });
  return strip(replaced(text, handles));
}

/** What the `content` of a stored text reads as, by {@link contentText}. */
export function shownText(stored: string): string {
  const links = [
    ...findUrls(stored).map((url) => ({ ...url, as: withoutOddPort(stored.slice(url.start, url.end)) })),
    ...findUris(stored),
    ...findHashtags(stored).map((tag) => ({ ...tag, as: `#${stored.slice(tag.start + 1, tag.end)}` })),
  ];
  return replaced(stored, links)
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\n{2,}/g, "\n\n");
}

/** The text with each span as it is to read; of two that overlap the first one counts. */
function replaced(text: string, spans: readonly (Span & { as?: string | undefined })[]): string {
  let result = "";
  let done = 0;
  for (const { start, end, as } of spans.toSorted((one, other) => one.start - other.start)) {
    if (start < done) continue;
    result += text.slice(done, start) + (as ?? text.slice(start, end));
    done = end;
  }
  return result + text.slice(done);
}

/** The account of a handle, which bears no `@` in front. */
function accountOf(handle: string, accounts: readonly Named[], host: string): Named | undefined {
  const [username = "", domain = ""] = handle.split("@");
  const wanted = asciiDomain(domain);
  // A server may be called `social.example.com` where its accounts are `@user@example.com`.
  const isOwn = wanted === "" || wanted === host || host.endsWith(`.${wanted}`);
  return accounts.find(({ acct }) => {
    const [name = "", its = ""] = acct.split("@");
    return name.toLowerCase() === username.toLowerCase() && (its === "" ? isOwn : asciiDomain(its) === wanted);
  });
}

function fullHandle({ acct }: Named): string {
  const [name = "", domain = ""] = acct.split("@");
  return `@${name}${domain && `@${asciiDomain(domain)}`}`;
}

function asciiDomain(domain: string): string {
  return (asciiHost(domain) ?? domain).toLowerCase();
}

/** The port as a number, and none for 0. One of more than five digits makes the address plain text, which stays. */
function withoutOddPort(url: string): string {
  return url.replace(/^([a-z]+:\/\/[^/?#:]*):(\d{1,5})(?!\d)/i, (_, host, port) =>
    Number(port) === 0 ? host : `${host}:${Number(port)}`,
  );
}

/** `magnet:` and `xmpp:` addresses with a query: what looks like a hashtag or a link in there is none. */
function findUris(text: string): Span[] {
  return Array.from(text.matchAll(/(?:magnet:|xmpp:[^\s?]+)\?/gi), ({ 0: { length }, index }) => ({
    start: index,
    end: queryEnd(text, index + length - 1),
  })).filter(({ start }) => start === 0 || !GLUE.test(text[start - 1]!));
}

/** A tag or a comment, or the text up to the next one. A lone `<` is text. */
const PIECES = /<[a-z/!][^<>]*>|<|[^<]+/gi;
/** Elements that stand in lines of their own. */
const LINES = /^<\/?(?:li|ul|ol|h[1-6]|blockquote|pre|div|hr)\b/i;
/** The link that Mastodon puts before a quote. */
const QUOTE_BEFORE = /^<p class="quote-inline">(?:<(?!\/p>)|[^<])*<\/p>/;
/** The one that Akkoma puts behind it. */
const QUOTE_BEHIND = '<span class="quote-inline">';

/** A link to an account: its domain is left out, on Mastodon where no other of the same name is mentioned. */
const MENTION = /<a\b([^<>]*)>@(?:<span>)?[^<>]*(?:<\/span>)?<\/a>/g;

/** A link whose text is in no elements. */
const LINK = /<a\b([^<>]*)>([^<>]+)<\/a>/g;

/** An address, as HTML, of which a link shows all but the scheme, or the beginning alone; null where it shows other words. */
function wholeLink(href: string, shown: string): string | null {
  const bare = (text: string) => text.replace(/^(?:https?:\/\/)?(?:www\.)?/, "");
  const [text, whole] = [bare(decoded(shown)), bare(href)];
  const isPart = text === whole || (/.…$/.test(text) && whole.startsWith(text.slice(0, -1)));
  return isPart ? href.replaceAll("&", "&amp;").replaceAll("<", "&lt;") : null;
}

/**
 * The text of a status' `content`: of Mastodon's exactly what {@link shownText} tells. Other servers write more elements,
 * of which those that make lines are read as lines.
 *
 * @param named the accounts that the status mentions, and its author: links to them are read as whole handles
 * @param wholeLinks whether an address that is shown without its scheme, or in part, is read as it is
 */
export function contentText(html: string, named: readonly Named[] = [], wholeLinks = false): string {
  const behind = html.endsWith("</span>") ? html.lastIndexOf(QUOTE_BEHIND) : -1;
  const whole = (behind < 0 ? html : html.slice(0, behind))
    .replace(QUOTE_BEFORE, "")
    .replaceAll(/(<br\b[^<>]*>)\r?\n/gi, "$1")
    .replaceAll(MENTION, (link, attributes) => {
      const account = named.find(({ url }) => url === hrefIn(attributes));
      return account ? fullHandle(account) : link;
    })
    .replaceAll(LINK, (link, attributes, shown) => (wholeLinks && wholeLink(hrefIn(attributes), shown)) || link);
  let text = "";
  for (const [piece] of whole.matchAll(PIECES)) {
    if (!/^<./.test(piece)) text += piece;
    else if (/^<\/p>/i.test(piece)) text += "\n\n";
    else if (/^<br\b/i.test(piece)) text += "\n";
    else if (LINES.test(piece) && !text.endsWith("\n") && text !== "") text += "\n";
  }
  return decoded(
    text
      .replaceAll(/\n{3,}/g, "\n\n")
      .replace(/^\n+/, "")
      .replace(/(?<!\n)\n+$/, ""),
  );
}

/** The addresses that a `content` links to. */
export function contentLinks(html: string): string[] {
  return Array.from(html.matchAll(/<a\b[^<>]*>/gi), ([tag]) => hrefIn(tag)).filter((href) => href !== "");
}

function hrefIn(tag: string): string {
  const [, double, single, bare] = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(tag) ?? [];
  return decoded(double ?? single ?? bare ?? "");
}

/** Mastodon escapes just these five; others write more of the characters as numbers. */
const CHARACTERS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00A0" };

/** A text with its entities as characters. */
function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (written, decimal, hex, name) => {
    if (name) return CHARACTERS[name.toLowerCase()] ?? written;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}
