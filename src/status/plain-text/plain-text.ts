import type { BlockContent, Blockquote, List, ListItem, PhrasingContent, RootContent, Table } from "mdast";
import { foldInlineHtml, htmlBlocks } from "./html.ts";
import { type LinkContext, linkContext, linkText } from "./link.ts";
import { definitions, parseMarkdown } from "./parse.ts";
import { replaceShortcodes } from "./shortcodes.ts";

type Context = { links: LinkContext; targets: Map<string, string> };
/** `alone`: nothing else stands in the paragraph, or between the brackets. */
type Place = { heading: boolean; alone: boolean };

// Leading spaces collapse in many timelines, so the bullet itself tells the level.
const BULLETS = ["•", "◦", "▪"];
const BADGE = /shields\.io|badge|travis-ci|contrib\.rocks/i;
/** The alternative texts that GitHub's upload and screenshot tools fill in. */
const NO_ALT = /^(?:image|img|\S+\.(?:png|jpe?g|gif|svg|webp|mp4|mov))$/i;
const WIDE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60]`;
const WIDE_LINE_END = new RegExp(`(?<=${WIDE})\\n(?=${WIDE})`, "gu");
const COMMIT = /(?<![\w/.:=-])([0-9a-f]{7})[0-9a-f]{33}(?!\w)/g;
const MARKER = /^([ \t]*)(?=(?:#{1,6}|[-+*]|\d{1,9}[.)])(?:[ \t]|$)|>|`{3}|~{3}|[-*_=|:][-*_=|: \t]*$|\[[^\]\n]*\]:)/gm;

/** A link, in which nothing changes, or the sign before the number of an issue. */
const NUMBER = /\bhttps?:\/\/\S+|#(?=\d+(?!\w))/g;

/**
 * GitHub-flavoured Markdown as text that reads well in a timeline.
 *
 * Blocks stand apart by one blank line, items have bullets, boxes or numbers, links keep their URL where it says more
 * than the text, HTML and comments are gone, emoji shortcodes are emoji. Nothing is escaped and nothing is added.
 *
 * Some servers read a status as Markdown when the account says so (GoToSocial, Akkoma). A line that would start with a
 * marker there (`1.`, `#` in code) gets an invisible U+200C in front, which reads the same everywhere and survives
 * copying better than another character in the marker's place. So does `#7`, which several servers take for a hashtag.
 *
 * @param options.repositoryUrl `https://github.com/owner/repo`: its pull requests are `#12`, those of others
 *   `owner/repo#12`. Without it, the one repository that all links name.
 * @returns lines parted by `\n`, trimmed; empty when nothing is left. Never throws; linear time.
 */
export function plainText(markdown: string, options: { repositoryUrl?: string } = {}): string {
  const source = clean(markdown);
  const tree = parseMarkdown(source);
  const context = { links: linkContext(source, options.repositoryUrl), targets: definitions(tree) };
  // Footnotes stand at the end, wherever they were written.
  const notes = tree.filter((node) => node.type === "footnoteDefinition");
  const body = tree.filter((node) => node.type !== "footnoteDefinition");
  const texts = [
    ...body.map((node) => block(node, context, 0)),
    notes
      .map((note) => block(note, context, 0))
      .filter(Boolean)
      .join("\n"),
  ];
  return finish(texts.filter(Boolean).join("\n\n"));
}

function clean(text: string): string {
  return text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n").replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, "");
}

function finish(text: string): string {
  return clean(text)
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .replace(NUMBER, (found) => (found === "#" ? "#\u200C" : found))
    .replace(MARKER, "$1\u200C");
}

function block(node: RootContent | BlockContent, context: Context, depth: number): string {
  switch (node.type) {
    case "paragraph":
      return line(node.children, context);
    case "heading":
      return line(node.children, context, { heading: true, alone: true }).replaceAll("\n", " ");
    case "code":
      return node.value.replaceAll("\t", "  ");
    case "list":
      return list(node, context, depth);
    case "blockquote":
      return blocks(withoutAlert(node), context, depth);
    case "table":
      return table(node, context);
    case "html":
      return blocks(htmlBlocks(node.value), context, depth);
    case "footnoteDefinition":
      return `[${node.label ?? node.identifier}] ${blocks(node.children, context, depth)}`;
    default:
      // Definitions have no text of their own, and the blank line around a rule says what the rule did.
      return "";
  }
}

function blocks(
  nodes: readonly (RootContent | BlockContent)[],
  context: Context,
  depth: number,
  between = "\n\n",
): string {
  return nodes
    .map((node) => block(node, context, depth))
    .filter(Boolean)
    .join(between);
}

function list(node: List, context: Context, depth: number): string {
  const loose = node.spread || node.children.some((item) => item.spread);
  return node.children
    .map((item, index) => listItem(item, itemMark(node, item, index, depth), context, depth))
    .filter(Boolean)
    .join(loose ? "\n\n" : "\n");
}

function itemMark(node: List, item: ListItem, index: number, depth: number): string {
  const bullet = BULLETS[Math.min(depth, BULLETS.length - 1)]!;
  const box = item.checked === true ? "☑" : item.checked === false ? "☐" : "";
  const number = node.ordered ? `${(node.start ?? 1) + index}.` : "";
  // At the first level the box or the number is mark enough; below, the bullet tells the level.
  const marks = depth === 0 && (box || number) ? [number, box] : [bullet, number, box];
  return marks.filter(Boolean).join(" ");
}

function listItem(item: ListItem, mark: string, context: Context, depth: number): string {
  const [first, ...rest] = item.children;
  const between = item.spread ? "\n\n" : "\n";
  if (first?.type === "list") return blocks(item.children, context, depth + 1, between);
  const head = first === undefined ? "" : block(first, context, depth + 1);
  const tail = blocks(rest, context, depth + 1, between);
  return [head && `${mark} ${head}`, tail].filter(Boolean).join(between);
}

/** `[!NOTE]` in front of a quote is GitHub's way to a coloured box. */
function withoutAlert(quote: Blockquote): (RootContent | BlockContent)[] {
  const [first, ...rest] = quote.children;
  const text = first?.type === "paragraph" ? first.children[0] : undefined;
  if (first?.type !== "paragraph" || text?.type !== "text") return quote.children;
  const value = text.value.replace(/^\[!(\w+)\](?=\s|$)\s*/, "$1: ");
  return [{ ...first, children: [{ ...text, value }, ...first.children.slice(1)] }, ...rest];
}

function table(node: Table, context: Context): string {
  const cells = { heading: false, alone: false };
  const [head = [], ...body] = node.children.map((row) =>
    row.children.map((cell) => line(cell.children, context, cells).replaceAll("\n", " ")),
  );
  // A column of badges leaves nothing but its heading.
  const kept = (_: string, column: number) => body.length === 0 || body.some((row) => row[column]);
  return [head, ...body]
    .map((row) => row.filter(kept))
    .filter((row) => row.some(Boolean))
    .map((row) =>
      row
        .slice(0, row.findLastIndex(Boolean) + 1)
        .join(" | ")
        .trimStart(),
    )
    .join("\n");
}

function line(
  nodes: readonly PhrasingContent[],
  context: Context,
  place: Place = { heading: false, alone: true },
): string {
  return inline(nodes, context, place)
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

function inline(nodes: readonly PhrasingContent[], context: Context, place: Place): string {
  const folded = foldInlineHtml(nodes).filter((node) => node.type !== "text" || node.value !== "");
  const only = place.alone && folded.filter((node) => !/^\s*$/.test(rawText(node))).length === 1;
  return folded
    .map((node, index) => {
      const bracketed = /[(（]$/.test(rawText(folded[index - 1])) && /^[)）]/.test(rawText(folded[index + 1]));
      return phrase(node, context, { ...place, alone: only || bracketed });
    })
    .join("");
}

/** Of text its words, of anything else a sign that something stands there. */
function rawText(node: PhrasingContent | undefined): string {
  return node?.type === "text" ? node.value : "\uFFFC";
}

function phrase(node: PhrasingContent, context: Context, place: Place): string {
  switch (node.type) {
    case "text":
      return prose(node.value);
    case "inlineCode":
      return node.value;
    case "break":
      return "\n";
    case "emphasis":
    case "strong":
      return inline(node.children, context, place);
    case "delete":
      // What was struck out must not read as if it were said.
      return `~~${inline(node.children, context, place)}~~`;
    case "link":
      return link(node.children, node.url, context, place);
    case "linkReference":
      return link(node.children, context.targets.get(node.identifier) ?? "", context, place);
    case "image":
      return alternative(node.alt, node.url);
    case "imageReference":
      return alternative(node.alt, context.targets.get(node.identifier) ?? "");
    case "footnoteReference":
      return `[${node.label ?? node.identifier}]`;
    default:
      return "";
  }
}

function prose(text: string): string {
  const joined = text.replace(WIDE_LINE_END, "").replaceAll("\n", " ");
  return replaceShortcodes(joined.replace(COMMIT, "$1"));
}

function link(nodes: PhrasingContent[], url: string, context: Context, place: Place): string {
  const text = inline(nodes, context, { heading: place.heading, alone: false }).trim();
  return linkText(text, url.trim().replace(/\s/g, encodeURIComponent), place, context.links);
}

function alternative(alt: string | null | undefined, url: string): string {
  const text = (alt ?? "").trim();
  return BADGE.test(url) || NO_ALT.test(text) ? "" : replaceShortcodes(text);
}
