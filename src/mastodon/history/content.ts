/** The entities that servers write into `content` (Mastodon's serializer escapes just these; numbers for the rest). */
const ENTITIES: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", amp: "&" };

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
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}
