/** The entities that servers write into `content` (Mastodon's serializer escapes just these; numbers for the rest). */
const ENTITIES: [name: string, character: string][] = [
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&nbsp;", " "],
  ["&amp;", "&"],
];

/** The text of a status' `content`, which is HTML: paragraphs and line breaks kept, all else taken off. */
export function plainContent(html: string): string {
  const text = html
    .replaceAll(/<br\s*\/?>/gi, "\n")
    .replaceAll(/<\/p>\s*<p[^>]*>/gi, "\n\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&#(\d{1,7});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)));
  return ENTITIES.reduce((rest, [name, character]) => rest.replaceAll(name, character), text).trim();
}

/**
 * Whether two texts say the same. A server renders what it was sent (links, Markdown, mentions without their domain), so
 * only letters and digits count.
 */
export function saysTheSame(one: string, other: string): boolean {
  return essence(one) === essence(other);
}

function essence(text: string): string {
  return text
    .replaceAll(/(@[\w.-]+)@[\w.-]+\w/g, "$1")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .normalize("NFC");
}
