import { lstatSync } from "node:fs";
import { resolve, sep } from "node:path";
import { isLoopback } from "../loopback.ts";
import type { Environment } from "../sources/environment.ts";
import { formatDuration, parseDuration } from "../time.ts";
import { NO_TEXT, placeInside, readWorkspaceBytes } from "../workspace-file.ts";
import { whyMonstrous } from "./media-files.ts";
import { joined, shown } from "./values.ts";

/** What the inputs say of a run that may make several posts. */
interface Given {
  feed: unknown;
  files: unknown;
  list: readonly unknown[] | null;
  releaseTag: string;
  templates: Partial<Record<string, string>>;
  status: { from: string };
  editStatusId: string;
  scheduledAt: string;
  duplicateCheck: unknown;
  pin: boolean;
  maxPosts: number;
}

/** What cannot be asked for together where a run may make several posts, one sentence each. */
export function refusedSources(given: Given): string[] {
  const { feed, files, list, releaseTag, templates, status, editStatusId, scheduledAt, duplicateCheck } = given;
  const refused: string[] = [];
  const sources = [
    ["`feed`", feed !== null],
    ["`files`", files !== null],
    ["a list in `data`", list !== null],
    ["`release-tag`", releaseTag !== "event" || templates["release-tag"] !== undefined],
  ] as const;
  const named = sources.filter(([, isGiven]) => isGiven).map(([name]) => name);
  if (named.length > 1)
    refused.push(
      `${joined(named).replace(/^[a-z]/, (letter) => letter.toUpperCase())} each say what to post about. Keep one of them.`,
    );
  if (feed === null && files === null && list === null) return refused;
  const source = feed !== null ? "`feed`" : files !== null ? "`files`" : "a list in `data`";
  if (status.from === "status-file") {
    refused.push(
      `With ${source}, \`status-file\` would post one text several times. Use \`status\` or \`template-file\`.`,
    );
  }
  const isOpen = feed !== null || files !== null;
  if (isOpen && editStatusId !== "") {
    refused.push(`With ${source}, \`edit-status-id\` has no place: each new entry is a new post. Leave it out.`);
  }
  if (isOpen && duplicateCheck === "never") {
    refused.push(`With ${source}, \`duplicate-check: never\` could post an entry again and again. Leave it out.`);
  }
  if (feed !== null) {
    if (scheduledAt !== "") {
      refused.push(
        "With `feed`, `scheduled-at` has no place: the account is what tells which entries are posted. Leave it out.",
      );
    }
  }
  return isOpen || list === null ? refused : [...refused, ...refusedList(list, given)];
}

function refusedList(list: readonly unknown[], { editStatusId, pin, maxPosts }: Given): string[] {
  const refused: string[] = [];
  if (editStatusId !== "" && !editStatusId.includes("{{")) {
    refused.push(
      "With a list in `data`, `edit-status-id` must be a template, such as `{{ data.id }}`: each post has its own.",
    );
  }
  if (pin && list.length > 1) {
    refused.push(`\`data\` is a list of ${list.length}, and \`pin\` pins one post. Leave \`pin\` out.`);
  }
  if (list.length > maxPosts) {
    refused.push(
      `\`data\` is a list of ${list.length}, and \`max-posts\` allows ${maxPosts}. Shorten the list, or raise \`max-posts\` if all of them are meant.`,
    );
  }
  return refused;
}

/** A feed is no larger. Bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Where the feed is: an address, or a file of the workspace, which is read.
 *
 * @throws Error with one sentence that names the cure
 */
export async function readFeedInput(
  value: string,
  folders: readonly string[],
): Promise<{ name: string; bytes: Uint8Array | null }> {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(value)) {
    return { name: value, bytes: await readWorkspaceBytes("feed", value, folders, MOST_BYTES) };
  }
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null) throw new Error(`\`feed\` is not a web address: ${shown(value)}.`);
  if (url.username || url.password) {
    throw new Error("`feed` contains a user name or password, which every log would show. Use an address without.");
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw new Error(`\`feed\` must be an https address or a path in the workspace, and it is ${shown(value)}.`);
  }
  return { name: url.href, bytes: null };
}

/**
 * Globs of the files that are posted about, one a line; those with `!` in front leave out.
 *
 * @throws Error with one sentence that names the cure
 */
export function parseFiles(value: string, folders: readonly string[]): string[] {
  const lines = value.split("\n").map((line) =>
    line
      .trim()
      .replace(/^- +/, "")
      .replace(/^(["'])(.*)\1$/, "$2"),
  );
  const patterns = lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => (sep === "\\" ? line.replaceAll("\\", "/") : line).replace(/^(!?)\.\//, "$1"));
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
  if (wanted.length === 0) throw new Error("`files` only leaves files out. Name those that are meant, too.");
  for (const pattern of wanted) {
    const { root, below } = placeInside("files", pattern, folders.slice(0, 1));
    const monstrous = whyMonstrous(pattern);
    if (monstrous !== null) throw new Error(`\`files\`: the glob ${pattern} ${monstrous}`);
    if (NO_TEXT.test(pattern)) {
      throw new Error(
        `\`files\` names what is not text: ${pattern}. It takes the texts that are posted about; to attach a file, use \`media\`.`,
      );
    }
    if (isFolder(resolve(root, below))) {
      throw new Error(`\`files\`: ${pattern} is a folder. Write \`${pattern.replace(/\/+$/, "")}/**/*.md\`.`);
    }
  }
  return patterns;
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    // not there, or a name that no file has
    return false;
  }
}

/**
 * Why a run only rehearses, whatever its inputs: what a pull request brings is not approved yet, and files of another
 * branch than the default one are not public. Null where it does not.
 */
export function whyRehearsal(
  { feed, files }: { feed: { bytes: unknown } | null; files: unknown },
  { event, github }: Environment,
): string | null {
  const isFileFeed = feed?.bytes != null;
  if (files === null && !isFileFeed) return null;
  const rehearsal = "so this is a rehearsal: nothing is posted.";
  if (/^(pull_request(_target)?|merge_group)$/.test(github.event_name)) {
    return `${isFileFeed ? "The feed is a file" : "The files are those"} of a pull request, ${rehearsal}`;
  }
  if (files === null || github.event_name === "schedule") return null;
  const { default_branch: main } = (event.repository ?? {}) as { default_branch?: unknown };
  if (github.ref_type !== "branch" || typeof main !== "string") {
    return `The run is not on the default branch, as far as the event tells, ${rehearsal}`;
  }
  return github.ref_name === main ? null : `The branch ${github.ref_name} is not the default one, ${rehearsal}`;
}

const HOUR = 3_600_000;

/** How old an entry may be to be new. @returns milliseconds */
export function parseMaxAge(value: string): number {
  const age = parseDuration(value);
  if (age === null) {
    throw new Error(`\`max-age\` is ${shown(value)}. Write a number and a unit, such as \`7 days\` or \`12 hours\`.`);
  }
  if (age < HOUR || age > 90 * 24 * HOUR) {
    throw new Error(`\`max-age\` is ${formatDuration(age)}. It must be between 1 hour and 90 days.`);
  }
  return age;
}
