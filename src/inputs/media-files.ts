import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync } from "node:fs";
import { basename, resolve, sep } from "node:path";
import type { FileSource } from "../file.ts";
import { placeInside, readFound, readWorkspaceFile, resolveInside } from "../workspace-file.ts";
import type { MediaRequest } from "./media.ts";

/** A file to attach, found and checked. */
export interface FoundMedia {
  /** How messages name it: its path as given, of a glob's match the path below the folder. */
  label: string;
  file: FileSource;
  /** SHA-256 of the content, in hexadecimal. */
  sha256: string;
  /** `x,y`; empty for none. */
  focus: string;
  thumbnail: FileSource | null;
  /** The alt text: a template, or the text of a file as it is. Empty for none. */
  description: { source: string; isTemplate: boolean };
}

/** A glob that matches more is a mistake: no known server takes as many to a status. */
const MOST_MATCHES = 50;

/** Each `*` in one name multiplies the ways to match a long name, and a matcher tries them all. */
const MOST_STARS = 3;

/** Milliseconds that are left of the run. */
type TimeLeft = () => number;

/**
 * Finds the files that the input `media` names, and reads each once.
 *
 * The rules for paths are those of `readWorkspaceFile`: nothing outside of the folders, no symbolic link, no `.git`.
 * The matches of a glob are in natural order: `2.png` before `10.png`.
 *
 * @param folders that files may lie in: the workspace first, then such as RUNNER_TEMP
 * @param left milliseconds that the run has left: when they are over, nothing is searched or read any more
 * @throws Error with one line for each thing that is wrong
 */
export async function findMedia(
  requests: readonly MediaRequest[],
  folders: readonly string[],
  left: TimeLeft,
): Promise<FoundMedia[]> {
  const problems: string[] = [];
  const found: FoundMedia[] = [];
  const paths = new Set<string>();
  const trying = async (step: () => Promise<void>) => {
    try {
      await step();
    } catch (error) {
      problems.push((error as Error).message);
    }
  };
  for (const request of requests) {
    await trying(async () => {
      const shared = await findShared(request, folders, left);
      const labels = await pathsOf(request.file, folders, left);
      // Paths first: what is wrong with the way to one match is wrong with all.
      const places = labels.map((label) => ({ label, path: resolveInside("media", label, folders) }));
      for (const { label, path } of places) {
        await trying(async () => {
          if (paths.has(path))
            throw new Error(`\`media\` names ${label} twice. Narrow the glob, or leave it out once.`);
          paths.add(path);
          found.push({ label, ...(await inspect(path, label, left)), focus: request.focus, ...shared });
        });
      }
    });
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return found;
}

/** What all files of an entry share. */
async function findShared(
  { description, descriptionFile, thumbnail }: MediaRequest,
  folders: readonly string[],
  left: TimeLeft,
): Promise<Pick<FoundMedia, "description" | "thumbnail">> {
  return {
    description:
      descriptionFile === ""
        ? { source: description, isTemplate: true }
        : { source: (await readWorkspaceFile("media", descriptionFile, folders)).trim(), isTemplate: false },
    thumbnail: thumbnail === "" ? null : await findThumbnail(thumbnail, folders, left),
  };
}

async function findThumbnail(path: string, folders: readonly string[], left: TimeLeft): Promise<FileSource> {
  const { file } = await inspect(resolveInside("media", path, folders), path, left);
  if (file.type.startsWith("image/")) return file;
  throw new Error(`\`media\`: the thumbnail ${path} is ${file.type}. Take an image.`);
}

/** The paths that a path or glob stands for. A file that bears the name of a glob, such as `shot (1).png`, is meant itself. */
async function pathsOf(pattern: string, folders: readonly string[], left: TimeLeft): Promise<string[]> {
  const { glob, isDynamicPattern } = await import("tinyglobby");
  const { root, below } = placeInside("media", pattern, folders);
  const slashes = below.replaceAll(sep, "/");
  if (!isDynamicPattern(slashes) || existsSync(resolve(root, below))) return [pattern];
  if (slashes.startsWith("!")) {
    throw new Error(
      `\`media\`: ${pattern} would exclude files, which is not supported. Write a glob that matches only what is meant.`,
    );
  }
  const monstrous = whyMonstrous(slashes);
  if (monstrous !== null) throw new Error(`\`media\`: the glob ${pattern} ${monstrous}`);
  const signal = AbortSignal.timeout(left());
  const options = { cwd: root, followSymbolicLinks: false, expandDirectories: false, signal };
  const matches = await glob(slashes, options);
  if (signal.aborted || left() <= 0) {
    throw new Error(
      `\`media\`: the time was over while ${pattern} was looked for. Name a folder, or raise \`timeout\`.`,
    );
  }
  if (matches.length === 0) throw noMatch(pattern, root);
  if (matches.length > MOST_MATCHES) {
    throw new Error(`\`media\`: ${pattern} matches ${matches.length} files, more than a status can have. Narrow it.`);
  }
  const { compare } = new Intl.Collator("en", { numeric: true });
  const isWorkspace = root === placeInside("media", ".", folders).root;
  return matches.sort(compare).map((match) => (isWorkspace ? match : resolve(root, match)));
}

/** Linux takes no path that is longer. Bytes. */
const LONGEST_PATH = 4096;

/** Why a glob could take hours for one long name: an expression with many stars goes back and forth between them. */
export function whyMonstrous(glob: string): string | null {
  if (glob.length > LONGEST_PATH)
    return `is longer than any path, which has ${LONGEST_PATH} characters at most. Write a shorter one.`;
  const stars = Math.max(...glob.split("/").map((name) => name.replace(/\*\*+/g, "*").split("*").length - 1));
  if (stars > MOST_STARS) return `has ${stars} \`*\` in one name, and ${MOST_STARS} are the most. Write a simpler one.`;
  if (/[*+]\(|[?!@]\([^)]*[*+?!@]\(/.test(glob)) {
    return "repeats a group, as `+(…)` does, or nests one. Write a simpler one, such as `{one,two}`.";
  }
  return null;
}

function noMatch(pattern: string, root: string): Error {
  const cause = isEmpty(root)
    ? "which is empty. Is `actions/checkout`, or the step that makes the file, missing before this step?"
    : "Check the glob: it starts at the top of the workspace and is case-sensitive.";
  return new Error(`\`media\`: no file matches ${pattern} in the workspace${isEmpty(root) ? ", " : ". "}${cause}`);
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return true;
  }
}

/** Reads a file once: for its kind, its size and its hash. */
async function inspect(path: string, label: string, left: TimeLeft): Promise<Pick<FoundMedia, "file" | "sha256">> {
  const stat = lstatSync(path);
  if (stat.isDirectory()) {
    throw new Error(`\`media\`: ${label} is a folder. Name its files, such as \`${label.replace(/\/+$/, "")}/*.png\`.`);
  }
  if (!stat.isFile()) throw new Error(`\`media\`: ${label} is not a regular file. Copy it to one.`);
  if (stat.size === 0) throw new Error(`\`media\`: ${label} is empty. Did the step that makes it fail?`);
  const hash = createHash("sha256");
  let head: Buffer | undefined;
  for await (const chunk of readFound("media", label, path, stat)) {
    if (left() <= 0) {
      const size = `${Math.ceil(stat.size / 1_000_000)} MB`;
      throw new Error(
        `\`media\`: the time was over while ${label} (${size}) was read. Take a smaller file, or raise \`timeout\`.`,
      );
    }
    hash.update(chunk);
    head ??= Buffer.from(chunk.subarray(0, HEAD));
  }
  const { type, refusal } = await kindOfMedia(head ?? Buffer.of());
  if (refusal !== "") throw new Error(`\`media\`: ${label} ${refusal}`);
  const file = { filename: basename(path), type, size: stat.size, read: () => readFound("media", label, path, stat) };
  return { file, sha256: hash.digest("hex") };
}

/** How many bytes from the start of a file tell its kind. */
export const HEAD = 4100;

/** What a file is, by its first bytes: its name and its type by the author's word may both be wrong. */
export interface MediaKind {
  /** Media type without parameters, such as `image/png`; empty where the file is no image, video or sound. */
  type: string;
  /** What it is instead, and what to do: one sentence or two; empty where there is a type. */
  refusal: string;
}

/** Kinds that people attach by mistake; told by the text they begin with. */
const TEXTS: [start: RegExp, refusal: string][] = [
  [
    /^version https:\/\/git-lfs\.github\.com\/spec\//,
    "is a pointer of Git LFS, not the file itself. Set `lfs: true` in the step of `actions/checkout`.",
  ],
  [
    /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype svg|<svg\b)/i,
    "is an SVG drawing, which instances do not take. Convert it to PNG.",
  ],
  [
    /^\s*(<!--[\s\S]*?-->\s*)*(<!doctype html|<html\b|<head\b|<body\b)/i,
    "is a web page. If it was downloaded, the download was answered with a page: check its address and its status.",
  ],
];

/** The same, told by their type. */
const TYPES: Record<string, string> = {
  "application/pdf": "is a PDF document. Make an image of its page.",
  "application/zip": "is a ZIP archive. Unpack it in an earlier step.",
  "application/gzip": "is a gzip archive. Unpack it in an earlier step.",
  "application/postscript": "is a PostScript document. Convert it to PNG.",
};

const MUST = "but media must be images, video or audio";

/** @param head the first {@link HEAD} bytes of a file, or all of a shorter one */
export async function kindOfMedia(head: Uint8Array): Promise<MediaKind> {
  const start = Buffer.from(head)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const refused = TEXTS.find(([pattern]) => pattern.test(start));
  if (refused) return { type: "", refusal: refused[1] };

  // Few runs attach anything, so the others do not load the table.
  const { fileTypeFromBuffer } = await import("file-type/core");
  const mime = (await fileTypeFromBuffer(head))?.mime.replace(/;.*/, "") ?? "";
  // An animated PNG is a PNG to every server.
  if (mime === "image/apng") return { type: "image/png", refusal: "" };
  if (/^(image|video|audio)\//.test(mime)) return { type: mime, refusal: "" };
  if (mime !== "") return { type: "", refusal: TYPES[mime] ?? `is ${mime}, ${MUST}. Check the path.` };
  const isText = !/[\u0000\uFFFD]/.test(start.slice(0, -4));
  return {
    type: "",
    refusal: isText ? `is a text file, ${MUST}. Check the path.` : `is of an unknown type, ${MUST}. Is it damaged?`,
  };
}
