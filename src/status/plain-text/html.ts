import { decodeNamedCharacterReference } from "decode-named-character-reference";
import type { Code, Delete, Link, List, Paragraph, PhrasingContent, RootContent } from "mdast";

// What GitHub lets through of HTML, as nodes of the Markdown tree, so that one renderer serves both.

type Token = { text: string } | { tag: string; closing: boolean; source: string };

// No part of a tag reaches over the next `<`: then looking for tags costs the same for any text.
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|<[!?][^<>]*>/giy;

const BLOCKS = new Set(
  "address article aside blockquote body caption center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend main menu nav ol p section summary table tbody tfoot thead title ul".split(
    " ",
  ),
);
const LINES = new Set(["tr", "dt", "dd", "option"]);
const INLINE = new Set(
  "a abbr acronym audio b bdi bdo big br button cite code col colgroup data datalist del dfn em font g-emoji i iframe img input ins kbd label li link mark meta meter noscript object optgroup output picture pre progress q rp rt ruby s samp script select slot small source span strike strong style sub sup svg path td template textarea th time track tt u var video wbr".split(
    " ",
  ),
);
const UNSEEN = new Set(["script", "style", "template", "textarea", "title", "iframe", "svg", "noscript"]);

/** A block of HTML, tags that stand inside a line left in it as `html` nodes for {@link foldInlineHtml}. */
export function htmlBlocks(html: string): RootContent[] {
  const blocks: RootContent[] = [];
  let line: PhrasingContent[] = [];
  let item = false;
  let cells = 0;

  const end = () => {
    const paragraph: Paragraph = { type: "paragraph", children: line };
    if (line.some((node) => node.type !== "text" || node.value.trim() !== "")) {
      if (!item) blocks.push(paragraph);
      else listOf(blocks).children.push({ type: "listItem", spread: false, children: [paragraph] });
    }
    line = [];
    cells = 0;
  };

  const tokens = tokenize(html);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if ("text" in token) {
      line.push({ type: "text", value: token.text });
    } else if (UNSEEN.has(token.tag) || token.tag === "pre") {
      if (token.closing) continue;
      const close = closing(tokens, at);
      if (token.tag === "pre") {
        end();
        blocks.push(preformatted(tokens.slice(at + 1, close)));
      }
      at = close;
    } else if (token.tag === "li") {
      end();
      item = !token.closing;
    } else if (BLOCKS.has(token.tag)) {
      end();
      if (token.tag !== "p") item = false;
    } else if (LINES.has(token.tag)) {
      if (!token.closing && line.length > 0) line.push({ type: "break" });
      cells = 0;
    } else if (token.tag === "td" || token.tag === "th") {
      if (!token.closing && cells++ > 0) line.push({ type: "text", value: " | " });
    } else {
      line.push({ type: "html", value: token.source });
    }
  }
  end();
  return blocks;
}

/**
 * Tags among the nodes of a line: `<a>` becomes a link, `<del>` a deletion, `<br>` a break, `<img>` an image, other
 * elements of HTML only their content. What is no element of HTML (`Vec<T>`, `<your-token>`) stays as written.
 */
export function foldInlineHtml(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  if (!nodes.some((node) => node.type === "html")) return [...nodes];
  const root: PhrasingContent[] = [];
  const open: { tag: string; children: PhrasingContent[] }[] = [];
  for (const node of nodes) {
    const into = open.at(-1)?.children ?? root;
    if (node.type !== "html") {
      into.push(node);
      continue;
    }
    // The parser makes a node of each tag.
    const token = tokenize(node.value)[0];
    if (token === undefined) continue;
    if ("text" in token) {
      into.push({ type: "text", value: token.text });
    } else if (token.tag === "br" || token.tag === "li" || BLOCKS.has(token.tag) || LINES.has(token.tag)) {
      into.push({ type: "break" });
    } else if (token.tag === "img") {
      into.push({ type: "image", url: attribute(token.source, "src"), alt: attribute(token.source, "alt") });
    } else if (/^(?:a|del|s|strike)$/.test(token.tag)) {
      if (token.closing) {
        // A stray end tag must not close what another one opened.
        if (open.at(-1)?.tag === token.tag) open.pop();
      } else if (open.length < 3) {
        const link: Link = { type: "link", url: attribute(token.source, "href"), children: [] };
        const deletion: Delete = { type: "delete", children: [] };
        const node = token.tag === "a" ? link : deletion;
        into.push(node);
        open.push({ tag: token.tag, children: node.children });
      }
    }
  }
  return root;
}

function tokenize(html: string): Token[] {
  const tokens: Token[] = [];
  let text = "";
  let at = 0;
  const tag = (token: Token) => {
    if (text !== "") tokens.push({ text: decode(text) });
    text = "";
    tokens.push(token);
  };
  while (at < html.length) {
    const next = html.indexOf("<", at);
    if (next === -1) break;
    text += html.slice(at, next);
    at = next;
    if (html.startsWith("<!--", at)) {
      const end = html.indexOf("-->", at + 2);
      at = end === -1 ? html.length : end + 3;
      continue;
    }
    TAG.lastIndex = at;
    const match = TAG.exec(html);
    const name = match?.[2]?.toLowerCase();
    if (match === null || (name !== undefined && !(BLOCKS.has(name) || LINES.has(name) || INLINE.has(name)))) {
      text += html[at];
      at += 1;
      continue;
    }
    if (name !== undefined) tag({ tag: name, closing: match[1] === "/", source: match[0] });
    at += match[0].length;
  }
  text += html.slice(at);
  if (text !== "") tokens.push({ text: decode(text) });
  return tokens;
}

function closing(tokens: Token[], at: number): number {
  const { tag } = tokens[at] as { tag: string };
  const end = tokens.findIndex((token, index) => index > at && "tag" in token && token.closing && token.tag === tag);
  return end === -1 ? tokens.length : end;
}

function preformatted(tokens: Token[]): Code {
  const value = tokens.map((token) => ("text" in token ? token.text : token.tag === "br" ? "\n" : "")).join("");
  return { type: "code", value: value.replace(/^\n/, "").trimEnd() };
}

function listOf(blocks: RootContent[]): List {
  const last = blocks.at(-1);
  if (last?.type === "list") return last;
  const list: List = { type: "list", ordered: false, spread: false, children: [] };
  blocks.push(list);
  return list;
}

function attribute(tag: string, name: string): string {
  const [, double, single, bare] =
    new RegExp(`[\\s"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag) ?? [];
  return decode(double ?? single ?? bare ?? "");
}

/** Once: `&amp;lt;` is the text `&lt;`. */
function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));/gi, (written, decimal, hex, name) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || written;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0x10ffff ? "\uFFFD" : String.fromCodePoint(code);
  });
}
