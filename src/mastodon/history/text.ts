/**
 * Whether what is up says a text but for what servers change: see {@link normalForm}. Strict enough to tell `1.2.3` from
 * `12.3` and a green tick from a red cross. Pixelfed takes out of a text what looks like a tag.
 */
export function isSameText(up: string, text: string): boolean {
  // Which character a rarer entity stands for is not worth a table: there letters and digits tell.
  return isSameBy(ENTITY.test(decode(text)) ? essence : normalForm, up, text);
}

const ENTITY = /&[a-z]{2,}\d*;/i;
const ENTITIES = new RegExp(ENTITY, "gi");

/** Whether the two say the same, going by letters and digits alone: for a remark, where nothing hangs on a doubt. */
export function saysTheSame(up: string, text: string): boolean {
  return isSameBy(essence, up, text);
}

function isSameBy(form: (text: string) => string, up: string, text: string): boolean {
  const shown = form(up);
  const untagged = text.replaceAll(/<[^>]*>/g, "");
  return shown === form(text) || (shown !== "" && shown === form(untagged));
}

function essence(text: string): string {
  return normalForm(text)
    .replaceAll(ENTITIES, "")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/**
 * A text without what a server may add, hide or render:
 * invisible characters; the `RE:` link that Mastodon puts before a quote, and Akkoma behind it; the domains of mentions;
 * the marks of Markdown (GoToSocial, snac and Akkoma render it for accounts that ask for that); white space. Entities
 * are characters, and a bare `www.` has its protocol: GoToSocial reads both so.
 */
export function normalForm(text: string): string {
  return decode(text)
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "")
    .normalize("NFC")
    .replace(/^\s*RE:\s+https?:\S+/, "")
    .replace(/\sRE:\s+https?:\S+$/, "")
    .replaceAll(/(@[\w.-]+)@[\w.-]*\w/g, "$1")
    .replaceAll(/\[([^[\]]*)\]\((https?:[^\s()]+)\)/g, "$2")
    .replaceAll(/(?<![\w/.@-])www\.(?=\w)/gi, "http://www.")
    .replaceAll(URLS, (url) => canonical(url))
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) =>
      line
        .trim()
        .replace(/^(?:[#>]+|[-+•]|\d{1,3}[.)])\s+/, "")
        .replace(/^(?:-{3,}|_{3,}|\*{3,})$/, ""),
    )
    .join(" ")
    .replaceAll(/[*_~`\\]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

const URLS = /https?:\/\/[^\s<>"]+/g;

/** Whether an address stands in a text. */
export function namesAddress(text: string, address: string): boolean {
  return addressesIn(text).some((found) => isSameAddress(found, address));
}

/** Whether two addresses are the same, however a server writes them. */
export function isSameAddress(one: string, other: string): boolean {
  return canonical(one) === canonical(other);
}

function addressesIn(text: string): string[] {
  const urls = text.match(URLS) ?? [];
  // Punctuation behind an address may be the sentence's.
  return urls.flatMap((url) => [url, withoutPunctuation(url)]);
}

/** An address as `URL` writes it, without the slash at its end that servers add or drop. */
function canonical(url: string): string {
  const bare = withoutPunctuation(url);
  const tail = url.slice(bare.length);
  const known = URL.canParse(bare) ? new URL(bare).href : bare;
  return `${known.replace(/\/$/, "")}${tail}`;
}

function withoutPunctuation(url: string): string {
  let end = url.length;
  while (end > 0 && ".,;:!?'\")]".includes(url[end - 1]!)) end -= 1;
  return url.slice(0, end);
}

/** The entities that servers write into `content` (Mastodon's serializer escapes just these; numbers for the rest). */
const CHARACTERS: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", amp: "&" };

/** Elements that end a line of text. */
const LINES = /^<\/?(p|br|li|ul|ol|h[1-6]|blockquote|pre|div|hr)\b/i;

/** A tag, or the text up to the next one. A lone `<` is text. */
const PIECES = /<[^<>]*>|<|[^<]+/g;

/** The text of a status' `content`, which is HTML: paragraphs and line breaks kept, all else taken off. */
export function plainContent(html: string): string {
  let text = "";
  for (const [piece] of html.matchAll(PIECES)) {
    if (!isTag(piece)) text += piece;
    else if (/^<\/p>/i.test(piece)) text += "\n\n";
    else if (LINES.test(piece) && !text.endsWith("\n") && text !== "") text += "\n";
    else if (/^<br\b/i.test(piece)) text += "\n";
  }
  const lines = decode(text)
    .split("\n")
    .map((line) => (line.trim() === "" ? "" : line));
  return lines
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/**
 * The same with each link as its whole address, whatever the server shows of it. Mentions and hashtags, which are links
 * too, stay as they are shown.
 */
export function contentWithAddresses(html: string): string {
  let rest = "";
  let link: { href: string; shown: string; isName: boolean } | null = null;
  for (const [piece] of html.matchAll(PIECES)) {
    if (/^<a\b/i.test(piece)) {
      link = {
        href: attribute(piece, "href"),
        shown: "",
        isName: /\b(mention|hashtag|u-url)\b/.test(attribute(piece, "class")),
      };
    } else if (link && /^<\/a\b/i.test(piece)) {
      // GoToSocial links e-mail addresses too.
      const isName = link.isName || /^[@#]/.test(link.shown) || link.href === "" || /^mailto:/i.test(link.href);
      rest += isName ? link.shown : link.href;
      link = null;
    } else if (link) {
      if (!isTag(piece)) link.shown += piece;
    } else {
      rest += piece;
    }
  }
  return plainContent(rest + (link?.shown ?? ""));
}

/** The addresses that a status' `content` links to. */
export function linksIn(html: string): string[] {
  const tags = [...html.matchAll(PIECES)].map(([piece]) => piece).filter((piece) => /^<a\b/i.test(piece));
  return tags.map((tag) => decode(attribute(tag, "href"))).filter((href) => href !== "");
}

function isTag(piece: string): boolean {
  return /^<[a-z/!]/i.test(piece) && piece.endsWith(">");
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, "i").exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? "";
}

/** A text with its entities as characters. */
export function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return CHARACTERS[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}
