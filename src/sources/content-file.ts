import { basename, dirname, extname } from "node:path/posix";
import { parse as parseToml, type TomlError } from "smol-toml";
import { OWN_KEY, splitFrontMatter } from "../front-matter.ts";
import { inFencedCode } from "../status/fenced-code.ts";
import { plainText } from "../status/plain-text/plain-text.ts";
import { parseYamlText, type YamlError } from "../yaml.ts";
import { isoDate } from "./date.ts";
import { type Entry, webAddress } from "./entry.ts";

/** What a template may know of a Markdown or text file. */
export interface FileEntry extends Entry {
  /** Below the repository, with `/` between folders. */
  path: string;
  slug: string;
  /** What stands below the front matter. */
  body: string;
  /** The front matter. */
  data: Record<string, unknown>;
}

/** A file of a site, as its author wrote it. */
export interface ContentFile {
  entry: FileEntry;
  /** Whether its author keeps it to himself, or wants no post about it. */
  isDraft: boolean;
  /** When its date begins wherever it is meant, in milliseconds since 1970; null for a file without a date. */
  begins: number | null;
  /** The line of a key of its front matter, from 1, or of the one that it stands under. */
  lineOf(key: string): number;
}

type Data = Record<string, unknown>;

/**
 * Reads a Markdown or text file as static site generators do: Hugo, Jekyll, Astro, MkDocs, Zola and their kin.
 *
 * @param path below the repository
 * @param text with line feeds alone
 * @throws Error with one sentence that begins with the line
 */
export async function readContentFile(path: string, text: string): Promise<ContentFile> {
  const { language, source, body } = splitFrontMatter(text);
  if (language === null && neverEnds(text)) {
    const [mark] = text.split("\n", 1);
    throw new Error(`line 1: the front matter never ends. Write \`${mark!.trim()}\` below it.`);
  }
  const data = language === null ? {} : await parseData(language, source);
  const lines = source.split("\n");
  const lineOf = (key: string) => {
    const at = (name: string, from: number) =>
      lines.findIndex((line, index) => index >= from && line.match(/[\w.-]+/)?.[0] === name);
    const top = at(OWN_KEY, 0);
    const below = at(key, Math.max(top, 0));
    return (below === -1 ? Math.max(top, 0) : below) + 2;
  };
  const written = dateIn(data, path);
  return {
    entry: {
      title: textIn(data, "title") ?? headingOf(body),
      summary: textIn(data, "description") ?? textIn(data, "summary") ?? paragraphOf(body),
      link:
        ["link", "url", "permalink", "canonical"].map((key) => webAddress(textIn(data, key) ?? "")).find(Boolean) ??
        null,
      tags: tagsIn(data),
      date: written && isoDate(written),
      language: textIn(data, "lang") ?? textIn(data, "language") ?? textIn(data, "locale"),
      path,
      slug: textIn(data, "slug") ?? slugOf(path),
      body: body.trim(),
      data,
    },
    isDraft: isTrue(data.draft) || isFalse(data.published) || isFalse(data[OWN_KEY]),
    begins: written === null ? null : beginOf(written),
    lineOf,
  };
}

/** Whether a text begins with front matter that has no end. A line `---` alone is a rule. */
function neverEnds(text: string): boolean {
  return /^(?:\+\+\+[ \t]*\n|---[ \t]*\n(?:[ \t]*(?:#.*)?\n)*["'\p{L}\p{N}_.-]+[ \t]*:[ \t\n])/u.test(text);
}

async function parseData(language: "YAML" | "TOML", source: string): Promise<Data> {
  try {
    const value = language === "TOML" ? plainData(parseToml(source)) : await parseYamlText(source);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Data) : {};
  } catch (cause) {
    const { message, line } = cause as YamlError | TomlError;
    const [said = ""] = message.split("\n");
    throw new Error(`line ${(line ?? 0) + 1}: the front matter is not ${language}: ${inThisFile(said, line)}.`);
  }
}

/** A parser counts lines from where the front matter begins. */
function inThisFile(said: string, line: number | null): string {
  const plain = said.replace(/^Invalid TOML document: /, "").replace(/\.$/, "");
  return line === null ? plain : plain.replace(/ at line \d+, column \d+/, "").replace(/^line \d+ is/, "it is");
}

/** TOML as our YAML has it: only `true` and `false` are typed. */
function plainData(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace(/\.0+(?=\D|$)/, "");
  if (Array.isArray(value)) return value.map(plainData);
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, plainData(held)]));
  }
  return typeof value === "boolean" ? value : String(value);
}

function textIn(data: Data, key: string): string | null {
  const value = data[key];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function tagsIn(data: Data): string[] {
  const tags = data.tags ?? (data.taxonomies as Data | null | undefined)?.tags;
  if (Array.isArray(tags)) return tags.filter((tag) => typeof tag === "string" && tag !== "");
  if (typeof tags !== "string") return [];
  // Jekyll takes a list in one line: with commas, else each word.
  return tags
    .split(tags.includes(",") ? "," : /\s+/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}

/** YAML has had more words for these. */
function isTrue(value: unknown): boolean {
  return value === true || (typeof value === "string" && /^(true|yes|on)$/i.test(value));
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === "string" && /^(false|no|off)$/i.test(value));
}

/** The date as it is written: the day on which a page is to appear, else its own; MkDocs has several below `date`. */
function dateIn(data: Data, path: string): string | null {
  const keys = new Map(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]));
  const { created } = (typeof data.date === "object" && data.date !== null ? data.date : {}) as Data;
  const inName = /^\d{4}-\d{2}-\d{2}/.exec(nameOf(path))?.[0];
  const written = [
    keys.get("publishdate"),
    keys.get("date"),
    created,
    keys.get("pubdate"),
    keys.get("published"),
    inName,
  ];
  return written.find((one): one is string => typeof one === "string" && isoDate(one) !== null) ?? null;
}

/** A day begins in Kiribati. Milliseconds. */
const EARLIEST = 14 * 3_600_000;

function beginOf(written: string): number {
  const hasOffset = /(?:z|utc|gmt|[+-]\d{1,2}:?\d{2})$/i.test(written.trim()) && /\d:\d/.test(written);
  return Date.parse(isoDate(written)!) - (hasOffset ? 0 : EARLIEST);
}

/** The name that an address is made of: of a file its own, of an `index` its folder's. */
function slugOf(path: string): string {
  const name = nameOf(path);
  return name.replace(/^\d{4}-\d{2}-\d{2}[-_ ](?=.)/, "");
}

function nameOf(path: string): string {
  const name = basename(path, extname(path));
  // Hugo has a language behind it: `index.de.md`.
  return /^_?index(\.[a-z]{2}(-\w+)?)?$/i.test(name) ? basename(dirname(path)) : name;
}

/** Nobody reads further for a title, or a longer paragraph in a post: blocks, and characters. */
const MOST_BLOCKS = 500;
const LONGEST = 5000;

/** The first parts of a Markdown text, as blank lines part them, without fenced code. */
function blocksOf(body: string): string[] {
  const lines = body.split("\n");
  const isCode = inFencedCode(lines);
  const blocks: string[][] = [[]];
  for (const [index, line] of lines.entries()) {
    if (line.trim() !== "" && !isCode[index]) blocks.at(-1)!.push(line);
    else if (blocks.at(-1)!.length > 0) blocks.push([]);
  }
  return blocks.slice(0, MOST_BLOCKS).map((block) => block.join("\n"));
}

const HEADING = /^ {0,3}(?:#{1,6}[ \t]+(.+?)[ \t#]*$|(.+)\n {0,3}(?:=+|-+)[ \t]*$)/m;

function headingOf(body: string): string | null {
  for (const block of blocksOf(body)) {
    if (INDENTED.test(block)) continue;
    const [, one, other] = HEADING.exec(block) ?? [];
    const title = plainText((one ?? other ?? "").slice(0, LONGEST)).replaceAll(/\s+/g, " ");
    if (title !== "") return title;
  }
  return null;
}

/** Code without a fence. */
const INDENTED = /^(?: {4}|\t)/;

/** What is no prose: tables, lists, notes, HTML, the modules of MDX, pictures. */
const NO_PROSE =
  /^\s*(?:[|<]|[-*+][ \t]|\d+[.)][ \t]|\[\^|!!!|\?\?\?|:::|import\s|export\s|(?:!\[[^\]]*\]\([^)]*\)\s*)+$)/;

/** Tags of a site generator: `{{< figure >}}`, `{% include %}`, `{{ site.title }}`. */
const SITE_TAGS = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/g;

/** The first paragraph, as text. */
function paragraphOf(body: string): string | null {
  for (const block of blocksOf(body)) {
    const prose = block.replace(SITE_TAGS, "").replace(/^ {0,3}#{1,6}[ \t].*$/gm, "");
    if (INDENTED.test(block) || prose.trim() === "" || NO_PROSE.test(prose) || /\n {0,3}(?:=+|-+)[ \t]*$/.test(prose))
      continue;
    const text = plainText(prose.slice(0, LONGEST));
    if (text !== "") return text;
  }
  return null;
}
