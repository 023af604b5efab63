import { decode } from "./content.ts";

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
