import type { Nodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Construct, Extension, State, TokenizeContext } from "micromark-util-types";

// The parser's time grows with the square of the text for nested lists, tables, underlined headings, lazy lines, tags and
// unmatched markers, and its stack with the nesting. Release notes may be 125,000 characters by anyone, so all of these are bounded
// here: the text is parsed in pieces, markers in one paragraph and lines in all count up to a number, nesting up to a depth.

/** Characters after which a piece ends where a block ends. */
const PIECE = 1_000;
/** Characters after which a piece ends at the next line, whatever that cuts. */
const LONGEST_PIECE = 8_000;
/** Lines after which it does so, too. */
const MOST_LINES_OF_PIECE = 500;
/** Quotes and lists opened by one line. */
const DEEPEST = 12;
/** `[`, `]`, `*`, `_`, `~` and `!` that mean something in one paragraph: one that names 200 contributors is real. */
const MOST_MARKERS = 500;
/** `<!` and `<?` tried as comments in the middle of one paragraph. */
const MOST_COMMENTS = 20;
/** Back-ticks that begin or end code within a line. Each number of them is looked for up to the end of the paragraph. */
const MOST_TICKS = 5;
/**
 * Lines that are read as Markdown; one that opens several quotes or lists counts as so many. Each takes up to 0.08 ms, and
 * 125,000 characters in lines of less than 16 are nobody's release notes.
 */
const MOST_LINES = 8_000;

const CONTAINER = String.raw`[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:)`;
const NEXT_CONTAINER = new RegExp(CONTAINER, "y");
const TOO_DEEP = new RegExp(`^((?:${CONTAINER}){${DEEPEST}})(?:${CONTAINER})+`, "gm");
const BULLET = /^[-*+][ \t]/;
const NUMBER = /^\d{1,9}[.)][ \t]/;
const BLOCK_END = /^(?:[ \t]*|#{1,6}[ \t].*|=+[ \t]*|-+[ \t]*)$/;
const FENCE = /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?)*)(`{3,}(?=[^`]*$)|~{3,})/;
const DELIMITER_ROW = /^[ \t]*[|:-][-:| \t]*$/;
const DEFINITION = /^ {0,3}\[([^\]\n]{1,999})\]:[ \t]*\S/gm;
/** Where a line may break: a line end in a paragraph is a space. */
const BREAKABLE = / (?=[a-z<])/gi;
const LABEL = /\[([^[\]\n]{1,999})\]/g;

type Piece = {
  text: string;
  /** Lines of the piece before, without which this one would not be read as the same table, code or comment. */
  again: string;
  /** A blank line stands before the piece. */
  apart: boolean;
  /** The cut went through a block. */
  torn: boolean;
};

/**
 * GitHub-flavoured Markdown to the blocks of a syntax tree, in time linear to the length, on any input.
 *
 * Up to 1,000 characters, and wherever blocks are not monstrous, the tree is the one that GitHub reads; after 8,000 lines
 * the rest is letters. Line ends are `\n`. References may point to a definition that is missing from the tree.
 */
export function parseMarkdown(markdown: string): RootContent[] {
  const lines = markdown.replace(TOO_DEEP, "$1").split("\n").flatMap(broken);
  const end = endOfMarkdown(lines);
  const blocks = parseLines(lines.slice(0, end).join("\n"));
  if (end === lines.length) return blocks;
  const rest = lines.slice(end).join("\n");
  return [...blocks, { type: "paragraph", children: [{ type: "text", value: rest }] }];
}

/** How many lines are read as Markdown. What comes after them is one paragraph of letters. */
function endOfMarkdown(lines: readonly string[]): number {
  if (lines.length <= MOST_LINES / DEEPEST) return lines.length;
  let count = 0;
  const end = lines.findIndex((line) => {
    let containers = 0;
    for (NEXT_CONTAINER.lastIndex = 0; NEXT_CONTAINER.test(line); ) containers += 1;
    count += Math.max(1, containers);
    return count > MOST_LINES;
  });
  return end < 0 ? lines.length : end;
}

function parseLines(text: string): RootContent[] {
  const pieces = split(text);
  if (pieces.length === 1) return parse(text);
  const defined = new Set([...text.matchAll(DEFINITION)].map(([, label]) => normal(label!)));
  const blocks: RootContent[] = [];
  for (const piece of pieces) {
    // The labels defined in other pieces; the comment keeps an indented first line out of a footnote.
    const labels = [...piece.text.matchAll(LABEL)]
      .map(([, label]) => normal(label!))
      .filter((label) => defined.has(label));
    const before =
      labels.length === 0 ? "" : `${[...new Set(labels)].map((label) => `[${label}]: .\n\n`).join("")}<!-- -->\n\n`;
    const own = parse(before + piece.again + piece.text).filter(
      (node) => node.position!.start.offset! >= before.length,
    );
    append(blocks, own, piece);
  }
  return blocks;
}

let parserOptions: Parameters<typeof fromMarkdown>[1];

function parse(markdown: string): RootContent[] {
  parserOptions ??= {
    extensions: [gfm({ singleTilde: false }), boundedMarkers()],
    // The transforms only find addresses that the extension has found already, with one more pass over all text.
    mdastExtensions: gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension),
  };
  return fromMarkdown(markdown, parserOptions).children;
}

/** Where a paragraph holds more markers than any author writes, the rest of the line is letters. */
function boundedMarkers(): Extension {
  const seen = new WeakMap<TokenizeContext, { markers: number; comments: number }>();
  const countOf = (context: TokenizeContext) => {
    const count = seen.get(context) ?? { markers: 0, comments: 0 };
    seen.set(context, count);
    return count;
  };
  const marker: Construct = {
    name: "boundedMarker",
    tokenize(effects, ok, nok) {
      if (++countOf(this).markers <= MOST_MARKERS) return nok;
      const inside: State = (code) => {
        if (code === null || code < -2 /* line ends */) {
          effects.exit("data");
          return ok(code);
        }
        effects.consume(code);
        return inside;
      };
      return (code) => {
        effects.enter("data");
        effects.consume(code);
        return inside;
      };
    },
  };
  const comment: Construct = {
    name: "boundedComment",
    tokenize(effects, ok, nok) {
      const count = countOf(this);
      const afterLess: State = (code) => {
        const opens = code === 33 /* ! */ || code === 63; /* ? */
        return opens && ++count.comments > MOST_COMMENTS ? ok(code) : nok(code);
      };
      return (code) => {
        effects.enter("data");
        effects.consume(code);
        effects.exit("data");
        return afterLess;
      };
    },
  };
  const ticks: Construct = {
    name: "boundedTicks",
    // A run begins here, as for code: only an escaped back-tick may stand before it.
    previous(code) {
      return code !== 96 || this.events.at(-1)?.[1].type === "characterEscape";
    },
    tokenize(effects, ok, nok) {
      let count = 0;
      const more: State = (code) => {
        if (code === 96 /* ` */) {
          effects.consume(code);
          count += 1;
          return more;
        }
        effects.exit("data");
        return count > MOST_TICKS ? ok(code) : nok(code);
      };
      return (code) => {
        effects.enter("data");
        return more(code);
      };
    },
  };
  const markers = { 33: marker, 42: marker, 91: marker, 93: marker, 95: marker, 126: marker };
  return { text: { ...markers, 60: comment, 96: ticks } };
}

/** A line that is longer than a piece, in several. */
function broken(line: string): string[] {
  if (line.length <= LONGEST_PIECE) return [line];
  const lines: string[] = [];
  let from = 0;
  for (;;) {
    BREAKABLE.lastIndex = from + LONGEST_PIECE / 2;
    const at = BREAKABLE.exec(line)?.index;
    if (at === undefined) return [...lines, line.slice(from)];
    lines.push(line.slice(from, at));
    from = at + 1;
  }
}

function split(text: string): Piece[] {
  if (text.length <= PIECE) return [{ text, again: "", apart: false, torn: false }];
  const lines = text.split("\n");
  const pieces: Piece[] = [];
  let piece: Piece & { length: number } = { text: "", again: "", apart: false, torn: false, length: 0 };
  let first = 0;
  let blockStart = 0;
  let fence: { start: string; marker: string; inside: boolean } | undefined;
  let raw: { start: string; end: string } | undefined;

  const cut = (at: number, again: string, torn: boolean) => {
    pieces.push({ ...piece, text: lines.slice(first, at).join("\n") });
    piece = { text: "", again, apart: (lines[at - 1] ?? "").trim() === "", torn, length: 0 };
    first = at;
    // Cut off from the item around it, an indented line would be read as code.
    if (again === "" && at < lines.length) lines[at] = lines[at]!.trimStart();
  };

  for (const [at, line] of lines.entries()) {
    const previous = lines[at - 1] ?? "";
    if (fence?.inside && /^[^\s>]/.test(line)) fence = undefined;
    const open = fence !== undefined || raw !== undefined;
    const isItem = BULLET.test(line) || (NUMBER.test(line) && NUMBER.test(previous));
    const head = piece.length > PIECE && !open ? tableHead(lines, blockStart, at) : "";
    if (piece.length > PIECE && !open && (isItem || (BLOCK_END.test(previous) && /^\S/.test(line)))) {
      cut(at, "", false);
    } else if (head !== "" || piece.length > LONGEST_PIECE || at - first > MOST_LINES_OF_PIECE) {
      cut(at, fence ? `${fence.start}\n` : raw ? `${raw.start}\n` : head, true);
    }
    piece.length += line.length + 1;
    if (previous.trim() === "") blockStart = at;

    if (raw !== undefined) {
      if (line.toLowerCase().includes(raw.end)) raw = undefined;
    } else if (fence !== undefined) {
      const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
      if (closing?.startsWith(fence.marker)) fence = undefined;
    } else {
      const [start, before, marker] = FENCE.exec(line) ?? [];
      if (start !== undefined && marker !== undefined) fence = { start, marker, inside: /\S|[ \t]{2}/.test(before!) };
      else raw = rawHtml(line);
    }
  }
  cut(lines.length, "", false);
  return pieces;
}

/** HTML that goes on through blank lines. */
function rawHtml(line: string): { start: string; end: string } | undefined {
  const [start, name] = /^ {0,3}<(?:(pre|script|style|textarea)(?=[\s>]|$)|!--)/i.exec(line) ?? [];
  if (start === undefined) return undefined;
  const end = name === undefined ? "-->" : `</${name.toLowerCase()}>`;
  if (line.toLowerCase().includes(end)) return undefined;
  return { start: name === undefined ? "<!--" : `<${name}>`, end };
}

function tableHead(lines: string[], blockStart: number, at: number): string {
  const [head = "", delimiter = ""] = lines.slice(blockStart, blockStart + 2);
  const isTable = at > blockStart + 1 && head.includes("|") && DELIMITER_ROW.test(delimiter);
  return isTable && lines[at]!.includes("|") && head.length + delimiter.length < PIECE ? `${head}\n${delimiter}\n` : "";
}

/** A list, table, paragraph or code that a cut went through becomes one again. */
function append(blocks: RootContent[], own: RootContent[], piece: Piece): void {
  const last = blocks.at(-1);
  const [head, ...rest] = own;
  if (last?.type === "list" && head?.type === "list" && last.ordered === head.ordered) {
    last.spread ||= head.spread || piece.apart;
    last.children.push(...head.children);
  } else if (piece.again !== "" && last?.type === "table" && head?.type === "table") {
    last.children.push(...head.children.slice(1));
  } else if (piece.torn && last?.type === "paragraph" && head?.type === "paragraph") {
    last.children.push({ type: "text", value: "\n" }, ...head.children);
  } else if (piece.again !== "" && last?.type === "code" && head?.type === "code") {
    // The line end before the cut is no part of what an unclosed fence holds, so a blank line there is lost.
    last.value += `${piece.apart ? "\n" : ""}\n${head.value}`;
  } else if (head !== undefined) {
    blocks.push(head);
  }
  blocks.push(...rest);
}

function normal(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}

/** The targets of reference links and images, by identifier; the first definition of a name counts. */
export function definitions(blocks: readonly Nodes[], found = new Map<string, string>()): Map<string, string> {
  for (const node of blocks) {
    if (node.type === "definition" && !found.has(node.identifier)) found.set(node.identifier, node.url);
    else if ("children" in node) definitions(node.children, found);
  }
  return found;
}
