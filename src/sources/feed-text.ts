import { decodeHTML } from "entities";

// What feeds hold is HTML that people are to read: it becomes text here. Loaded with the parser of feeds, and only then.

/** Elements that stand on lines of their own; what parts them is one line break, however many of them meet. */
const BLOCKS = new Set(
  "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);

/** Elements with a blank line around them. */
const PARAGRAPHS = new Set("article blockquote div dl figure h1 h2 h3 h4 h5 h6 ol p pre section table ul".split(" "));

const INLINE = new Set(
  "a abbr acronym audio b bdi bdo big br button caption cite code col colgroup del dfn em embed font i iframe img input ins kbd label link map mark meta noscript object param picture q s samp script small source span strike strong style sub sup svg td template textarea th time title track tt u var video wbr".split(
    " ",
  ),
);

/** Elements whose content nobody sees. */
const UNSEEN = new Set(["script", "style", "template", "noscript", "iframe", "svg", "title", "textarea"]);

/** A comment, or a tag. No part of a tag reaches over the next `<`, so that any text takes linear time. */
const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9-]*)(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|<[!?][^<>]*>/giy;

/**
 * HTML as text: paragraphs parted by a blank line, items by a line break with a bullet, entities decoded, all else of the
 * tags taken off. What is no element of HTML (`Vec<T>`, `a < b`) stays as written.
 *
 * @param options.headings `false` leaves them out
 */
export function htmlText(html: string, options: { headings?: boolean } = {}): string {
  let text = "";
  let isPreformatted = false;
  let isLeftOut = false;
  for (const { before, name, closing } of tagsIn(html)) {
    if (!isLeftOut) text += isPreformatted ? before : before.replaceAll(/[ \t\r\n\f]+/g, " ");
    if (name === "pre") isPreformatted = !closing;
    if (/^h[1-6]$/.test(name)) isLeftOut = options.headings === false && !closing;
    if (name === "br") text += "\n";
    else if (PARAGRAPHS.has(name)) text += "\n\n";
    else if (BLOCKS.has(name)) text += name === "li" && !closing ? `${LINE}• ` : LINE;
    else if ((name === "td" || name === "th") && !closing) text += " ";
  }
  return tidy(decodeHTML(text.replaceAll(/ ?(?:\v ?)+/g, "\n")));
}

/** Where a block begins or ends, until all are known. */
const LINE = "\v";

/** The first paragraph of HTML, no heading. */
export function firstParagraph(html: string): string {
  return htmlText(html, { headings: false }).split("\n\n", 1)[0]!;
}

/** The tags of HTML, each with the text before it; the last one has no name. */
function* tagsIn(html: string): Generator<{ before: string; name: string; closing: boolean }> {
  let from = 0;
  let at = html.indexOf("<");
  while (at !== -1) {
    TAG.lastIndex = at;
    const [tag = "", closing = "", element = ""] = TAG.exec(html) ?? [];
    const name = element.toLowerCase();
    const isMarkup = tag !== "" && (name === "" || BLOCKS.has(name) || INLINE.has(name));
    if (isMarkup) {
      yield { before: html.slice(from, at), name, closing: closing !== "" };
      from = at + tag.length;
      if (closing === "" && UNSEEN.has(name) && !tag.endsWith("/>")) from = endOf(html, name, from);
    }
    at = html.indexOf("<", isMarkup ? from : at + 1);
  }
  yield { before: html.slice(from), name: "", closing: false };
}

/** Where the end tag of an element begins; where there is none, the end of all. */
function endOf(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}\\b`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/**
 * A text that may be HTML, as titles of RSS are: nobody says which. One that has an element and its end is HTML, in any
 * other a `<` is just that (`Using <b> in HTML`); entities are decoded in both.
 */
export function perhapsHtml(text: string): string {
  const open = new Set<string>();
  for (const { name, closing } of tagsIn(text)) {
    if ((closing && open.has(name)) || ["br", "img", "wbr"].includes(name)) return htmlText(text);
    if (!closing) open.add(name);
  }
  return tidy(decodeHTML(text));
}
/** Lines without spaces at their ends, at most one blank one between two, and no control characters. */
export function tidy(text: string): string {
  return text
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replaceAll(/(?![\n\t])\p{Cc}|\p{Cs}/gu, "")
    .split("\n")
    .map((line) => line.replaceAll(/[ \t\u00A0]+/g, " ").trim())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** The same on one line. */
export function oneLineOf(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
