import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import picomatch from "picomatch";
import { glob } from "tinyglobby";
import { type OwnInputs, readOwnInputs } from "../inputs/own-inputs.ts";
import { NO_TEXT, readWorkspaceFile } from "../workspace-file.ts";
import { type Changes, changesOf, textAt } from "./changes.ts";
import { type ContentFile, type FileEntry, readContentFile } from "./content-file.ts";
import type { Environment } from "./environment.ts";
import type { GithubApi } from "./github-api.ts";

/** Which files the author asked for. */
export interface FilesWanted {
  /** Globs from the workspace on; those with `!` in front leave out. */
  patterns: readonly string[];
  /** Whether a post may be about what is dated in the future. */
  allowsFuture: boolean;
  /** Milliseconds. */
  maxAge: number;
  maxPosts: number;
}

/** A file to post about, or why there is none about it. */
export interface FoundFile extends OwnInputs {
  entry: FileEntry;
  /** In milliseconds since 1970; null where it does not count. */
  date: number | null;
}

export interface FoundFiles {
  files: FoundFile[];
  /** Whether these are all that may be new by their dates, so that the account tells which of them are. */
  isByDate: boolean;
  /** Why there is none, where there is none; else empty. */
  nothing: string;
  remarks: string[];
}

/**
 * Finds the files to post about: what a push or pull request makes public, else what is dated within `maxAge`.
 *
 * @param now milliseconds since 1970
 * @throws Error with one line where they cannot be told
 */
export async function findFiles(
  wanted: FilesWanted,
  environment: Environment,
  api: GithubApi,
  now: number,
): Promise<FoundFiles> {
  const site = siteOf(wanted, environment);
  const changes = await changesOf(environment, api);
  if (changes !== null && typeof changes !== "string") return ofChanges(changes, site, environment, api, now);
  const why = changes === null ? [] : [`Since ${changes}, the files count that are dated within \`max-age\`.`];
  const found = await byDate(site, now);
  return { ...found, remarks: [...why, ...found.remarks] };
}

/** The files of a site in the workspace. */
interface Site extends FilesWanted {
  folders: readonly string[];
  /** Where the repository lies in the workspace: empty, or a folder with `/` behind it. */
  checkout: string;
  /** Whether a path below the repository is wanted. */
  matches(path: string): boolean;
}

function siteOf(wanted: FilesWanted, { folders }: Environment): Site {
  const checkout = checkoutIn(folders[0]!);
  const inner = wanted.patterns.filter((pattern) => !pattern.startsWith("!"));
  const outer = wanted.patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const isMatch = picomatch(inner, { ignore: outer });
  return { ...wanted, folders, checkout, matches: (path) => isMatch(checkout + path) };
}

/** `actions/checkout` may have put the repository into a folder of the workspace (`path`). */
function checkoutIn(workspace: string): string {
  if (existsSync(join(workspace, ".git"))) return "";
  const folders = foldersIn(workspace).filter((name) => existsSync(join(workspace, name, ".git")));
  return folders.length === 1 ? `${folders[0]}/` : "";
}

function foldersIn(workspace: string): string[] {
  try {
    return readdirSync(workspace, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
  } catch {
    return [];
  }
}

async function ofChanges(
  changes: Changes,
  site: Site,
  environment: Environment,
  api: GithubApi,
  now: number,
): Promise<FoundFiles> {
  const remarks: string[] = [];
  const files: FoundFile[] = [];
  const { before } = changes;
  const isThere = (path: string) => existsSync(join(site.folders[0]!, site.checkout, path));
  const wanted = changes.files.filter(({ path, mayBeGone }) => site.matches(path) && (!mayBeGone || isThere(path)));
  const missing = wanted.map(({ path }) => path).filter((path) => !isThere(path));
  if (missing.length > 0) throw notCheckedOut(missing, environment);
  const formerly = (path: string) => (before === null ? Promise.resolve(null) : textAt(environment, api, path, before));
  const gone: string[] = [];
  // Where nobody tells of renames, a new file may be one of those that are gone.
  for (const path of wanted.some(({ former }) => former === null) ? changes.removed.filter(site.matches) : []) {
    gone.push((await formerly(path)) ?? "");
  }
  for (const { path, former, mayDiffer } of wanted) {
    if (NO_TEXT.test(path)) {
      remarks.push(`\`files\`: ${path} is not text. Narrow the globs; to attach a file, use \`media\`.`);
      continue;
    }
    const file = await readFound(path, site);
    if (file.isDraft) continue;
    const isAsBefore = !mayDiffer || before === null;
    const wasThere =
      former === null
        ? await isAmong(file, gone)
        : site.matches(former) && (isAsBefore || (await wasPublic(former, await formerly(former), site)));
    if (wasThere) continue;
    if (file.begins !== null && file.begins > now && !site.allowsFuture) {
      remarks.push(
        `${path} is dated ${file.entry.date}, which is ahead, so it is not posted now. Post it from a feed after the scheduled build, or set \`scheduled-at: "{{ entry.date }}"\`.`,
      );
      continue;
    }
    files.push({ entry: file.entry, own: file.own, date: null, problems: file.problems });
  }
  if (files.length > site.maxPosts) {
    const named = files.slice(0, 10).map(({ entry }) => entry.path);
    throw new Error(
      `${files.length} files become public, and \`max-posts\` allows ${site.maxPosts} posts: ${named.join(", ")}${files.length > 10 ? ", …" : ""}. Raise \`max-posts\` if all of them are meant.`,
    );
  }
  const nothing =
    wanted.length === 0
      ? "No changed file matches `files`."
      : "No file that `files` names becomes public here. Drafts, and pages that were public before, are not announced.";
  return { files, isByDate: false, nothing, remarks };
}

/** A file as it is read; where it cannot be, what is left of it, and why. */
interface Found extends ContentFile, OwnInputs {
  text: string;
}

async function readFound(path: string, site: Site): Promise<Found> {
  try {
    return await checked(path, await readWorkspaceFile("files", site.checkout + path, site.folders), site);
  } catch (error) {
    return unread(path, error as Error);
  }
}

async function checked(path: string, text: string, site: Site): Promise<Found> {
  try {
    const file = await readContentFile(path, text);
    const { entry, isDraft, lineOf } = file;
    const said = readOwnInputs({ place: site.checkout + path, data: isDraft ? {} : entry.data, lineOf });
    return { ...file, text, ...said };
  } catch (error) {
    return unread(path, error as Error);
  }
}

async function unread(path: string, { message }: Error): Promise<Found> {
  const file = await readContentFile(path, "");
  return { ...file, begins: null, text: "", own: {}, problems: [message] };
}

/** Whether a file could be posted before: no draft, and without mistakes. What was refused is posted once it is mended. */
async function wasPublic(path: string, text: string | null, site: Site): Promise<boolean> {
  if (text === null) return false;
  const { isDraft, problems } = await checked(path, text, site);
  return !isDraft && problems.length === 0;
}

/** Whether a new file is one of those that are gone: it has the same text, or the same title. */
async function isAmong({ entry, text }: Found, gone: readonly string[]): Promise<boolean> {
  for (const other of gone.filter((one) => one !== "")) {
    if (other === text) return true;
    const { isDraft, entry: was } = await readContentFile(entry.path, other).catch(() => readContentFile("", ""));
    if (!isDraft && was.title !== null && was.title === entry.title) return true;
  }
  return false;
}

function notCheckedOut(paths: readonly string[], { github }: Environment): Error {
  const which = paths.length === 1 ? `${paths[0]} is` : `${paths[0]} and ${paths.length - 1} more are`;
  const cause =
    github.event_name === "pull_request_target"
      ? "`pull_request_target` checks out the base branch. Run on `pull_request` instead, which needs no secret for a rehearsal."
      : "Is `actions/checkout` missing before this step, or does it check out another `ref`?";
  return new Error(`\`files\`: ${which} not in the workspace. ${cause}`);
}

async function byDate(site: Site, now: number): Promise<FoundFiles> {
  const [workspace = "."] = site.folders;
  const paths = await glob([...site.patterns], {
    cwd: workspace,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  const remarks: string[] = [];
  const none = (nothing: string) => ({ files: [], isByDate: true, nothing, remarks });
  if (paths.length === 0) {
    const empty = foldersIn(workspace).length === 0;
    if (empty) throw new Error("`files`: the workspace is empty. Is `actions/checkout` missing before this step?");
    remarks.push(`\`files\`: no file matches ${site.patterns.join(", ")}. Globs start at the top of the workspace.`);
    return none("No file matches `files`.");
  }
  const files: FoundFile[] = [];
  let undated = 0;
  for (const path of paths.sort().filter((one) => !NO_TEXT.test(one))) {
    const file = await readFound(path.startsWith(site.checkout) ? path.slice(site.checkout.length) : path, site);
    if (file.isDraft) continue;
    const date = file.entry.date === null ? null : Date.parse(file.entry.date);
    if (file.entry.date === null && file.problems.length > 0)
      remarks.push(...file.problems.map((problem) => `${path}: ${problem}`));
    else if (date === null) undated += 1;
    else if (date <= now && now - date <= site.maxAge)
      files.push({ entry: file.entry, own: file.own, date, problems: file.problems });
  }
  if (undated > 0) {
    const which = undated === 1 ? "A file has" : `${undated} files have`;
    remarks.push(`${which} no date, so whether it is new cannot be told, and it is left out here. A push tells.`);
  }
  files.sort((one, other) => one.date! - other.date!);
  const nothing =
    files.length === 0
      ? "No file is dated within `max-age`."
      : "The account has a post about each file that is dated within `max-age`.";
  return { ...none(nothing), files };
}
