import { meantBy } from "./names.ts";
import { shown } from "./values.ts";
import { parseYaml } from "./yaml.ts";

/** One entry of the input `media`, as the author asks for it. */
export interface MediaRequest {
  /** Path or glob. */
  file: string;
  /** Template of the alt text; empty for none. */
  description: string;
  /** Path of a text file that holds the alt text as it is; empty for none. */
  descriptionFile: string;
  /** `x,y`, each from -1 to 1; empty for none. */
  focus: string;
  /** Path of an image; empty for none. */
  thumbnail: string;
}

const keys = ["file", "description", "description-file", "focus", "thumbnail"] as const;
type Key = (typeof keys)[number];

/** What a key is called elsewhere, and what it is called here. */
const otherNames: Record<string, Key> = {
  alt: "description",
  "alt-text": "description",
  alttext: "description",
  caption: "description",
  desc: "description",
  text: "description",
  "alt-file": "description-file",
  "alt-text-file": "description-file",
  filename: "file",
  "file-path": "file",
  image: "file",
  path: "file",
  src: "file",
  "focal-point": "focus",
  poster: "thumbnail",
  preview: "thumbnail",
  thumb: "thumbnail",
};

const QUOTE =
  "Put a path or description in quotes as a whole that begins with a quote or one of * & ! @ % ` [ {, or holds `: `: 'Speed: \"fast\"'.";

const OTHER_KEY = `Known keys: ${keys.join(", ")}. A path that holds \`: \` goes in quotes.`;

/**
 * Parses the input `media`: a path or glob on each line; or a mapping, or a list of paths and mappings, in YAML or JSON.
 *
 * A path on a line of its own is taken as it stands, whatever YAML would make of its characters; a line that begins with
 * `#` is a comment.
 *
 * @throws Error with one line for each thing that is wrong
 */
export async function parseMedia(text: string): Promise<MediaRequest[]> {
  // The first line keeps its indentation, since the others may share it.
  const entries = await entriesOf(
    text
      .replaceAll("\r\n", "\n")
      .replace(/^(?:[ \t]*\n)+/, "")
      .trimEnd(),
  );
  return readMedia(entries);
}

/** The same of what is parsed already: a path, a mapping, or a list of these. */
export function readMedia(value: unknown): MediaRequest[] {
  const entries = Array.isArray(value) ? value : [value];
  const problems: string[] = [];
  const requests = entries.map((entry, index) => {
    const name = entries.length > 1 ? `\`media\`, entry ${index + 1}` : "`media`";
    return readEntry(entry, (problem) => problems.push(`${name}: ${problem}`));
  });
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return requests;
}

async function entriesOf(text: string): Promise<unknown[]> {
  const lines = text.split("\n").map((line) => line.trim());
  const written = lines.filter((line) => line !== "");
  const first = written.find((line) => !line.startsWith("#")) ?? "";
  if (!isFlow(text.trim()) && !isStructure(first)) {
    if (!written.some(isStructure)) {
      const paths = written.filter((line) => !line.startsWith("#"));
      if (paths.length > 0 || written.length === 0) return paths.map(pathOf);
      throw new Error(
        "`media` has only lines that begin with `#`, which are comments. A path that begins so goes in quotes.",
      );
    }
    throw new Error("`media` mixes plain lines with YAML. Start each entry with `- `.");
  }
  const value = await parseYaml("media", text).catch((error: Error) => {
    throw new Error(`${error.message} ${QUOTE}`);
  });
  return Array.isArray(value) ? value : [value];
}

/** Whether a text is JSON, or a list or mapping as YAML writes them on one line. Globs such as `[a].png` and `{a,b}` are none, nor is `{{ data.file }}`. */
function isFlow(text: string): boolean {
  if (/^\{[{%]/.test(text)) return false;
  return /^[[{]\s*["[{]/.test(text) || /^\[.*\]$/s.test(text) || /^\{.*:.*\}$/s.test(text);
}

/** Whether a line is an item of a list, or the key of a mapping, known or nearly so. */
function isStructure(line: string): boolean {
  if (/^-(\s|$)/.test(line)) return true;
  const key = /^(["']?)([\w-]+)\1\s*:(\s|$)/.exec(line)?.[2];
  return key !== undefined && (keys.some((known) => known === key) || meantKey(key) !== null);
}

/** A path on a line of its own; in quotes it may begin with `#` and hold what looks like a list. */
function pathOf(line: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(line)?.[2];
  if (quoted === undefined && SEVERAL.test(line)) {
    throw new Error(
      `\`media\` has several paths on one line: ${shown(line)}. Write each on a line of its own; a path that holds a comma goes in quotes.`,
    );
  }
  return quoted ?? line;
}

/** Paths with commas between, as other actions take them: `a.png, b.png`. A glob such as `{a,b}.png` has a brace before. */
const SEVERAL = /^[^{,]+\.\w+\s*,\s*[^,]+\.\w+\s*(?:,|$)/;

function readEntry(entry: unknown, refuse: (problem: string) => void): MediaRequest {
  const none = { file: "", description: "", descriptionFile: "", focus: "", thumbnail: "" };
  if (!isMapping(entry)) return { ...none, file: readFile(entry, refuse) };
  const given = new Map(Object.entries(entry));
  for (const key of given.keys()) {
    if (!keys.some((known) => known === key)) refuse(`unknown key \`${key}\`. ${meantKey(key)?.sentence ?? OTHER_KEY}`);
  }
  const text = (key: Key) => {
    const value = given.get(key) ?? "";
    if (typeof value === "string") return value.trim();
    refuse(`\`${key}\` is ${nameOf(value)}. It must be a string; quote it if needed.`);
    return "";
  };
  const [description, descriptionFile] = [text("description"), text("description-file")];
  if (description !== "" && descriptionFile !== "") {
    refuse("`description` and `description-file` exclude each other. Keep one of them.");
  }
  return {
    file: given.has("file") || !isToldOtherwise(given) ? readFile(given.get("file"), refuse) : "",
    description,
    descriptionFile,
    focus: readFocus(text("focus"), refuse),
    thumbnail: text("thumbnail"),
  };
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Whether the file stands under another name, which has been told already. */
function isToldOtherwise(given: Map<string, unknown>): boolean {
  return [...given.keys()].some((key) => meantKey(key)?.name === "file");
}

function readFile(value: unknown, refuse: (problem: string) => void): string {
  if (value === undefined) refuse("`file` is missing. Write `file:` and a path.");
  else if (value === null || value === "") {
    refuse(
      "the path is empty: its expression evaluated to an empty string. Check the step or variable that it is taken from.",
    );
  } else if (typeof value !== "string") refuse(`${nameOf(value)} where a path should be. ${QUOTE}`);
  else if (/^https?:\/\//i.test(value.trim())) {
    refuse(`${shown(value.trim())} is a web address. Download the file in an earlier step and give its path.`);
  } else return value.trim();
  return "";
}

/** @returns `x,y` without white space */
function readFocus(value: string, refuse: (problem: string) => void): string {
  const [, x = "", y = ""] = /^([-+]?(?:\d+\.?\d*|\.\d+))\s*,\s*([-+]?(?:\d+\.?\d*|\.\d+))$/.exec(value) ?? [];
  if (value === "" || (x !== "" && Math.abs(Number(x)) <= 1 && Math.abs(Number(y)) <= 1)) {
    return value === "" ? "" : `${Number(x)},${Number(y)}`;
  }
  refuse(
    `\`focus\` is ${shown(value)}. Write \`x,y\`, each from -1 (left, bottom) to 1 (right, top), such as \`0,0.5\`.`,
  );
  return "";
}

function meantKey(name: string) {
  return meantBy(name, keys, otherNames);
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a mapping" : `\`${value}\``;
}
