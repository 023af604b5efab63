import { constants, lstatSync, readdirSync, realpathSync, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

/** The most that a template or text file may weigh. No status is nearly as long. */
const MAX_BYTES = 1024 * 1024;

/** What lies beside the texts of a site, and is attached to them: names of files, or globs. */
export const NO_TEXT = /\.(png|jpe?g|gif|webp|avif|svg|ico|pdf|mp[34]|webm|ogg|wav|zip)$/i;

/** Bytes that are read at once. */
const CHUNK = 256 * 1024;

/**
 * Reads a text file that an input names.
 *
 * The path may come from a pull request's files or from an expression, so it is held inside the folders that the job
 * owns: no symbolic link and no `.git` on the way (that is where checkout keeps its token).
 *
 * @param input name of the input, for messages
 * @param path as given, absolute or relative to the first folder; on Windows either kind of slash
 * @param folders that are allowed: the workspace first, then such as RUNNER_TEMP
 * @returns the text, with line feeds alone and no byte order mark
 * @throws Error with one sentence that names the cure
 */
export async function readWorkspaceFile(input: string, path: string, folders: readonly string[]): Promise<string> {
  const bytes = await readWorkspaceBytes(input, path, folders, MAX_BYTES);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`\`${input}\`: ${path} is not UTF-8 text. Save it as UTF-8.`);
  }
  return text.replaceAll("\r\n", "\n");
}

/**
 * Reads a file that an input names, by the same rules, whatever it holds.
 *
 * @param most bytes that it may have
 */
export async function readWorkspaceBytes(
  input: string,
  path: string,
  folders: readonly string[],
  most: number,
): Promise<Uint8Array> {
  const file = resolveInside(input, path, folders);
  const stat = lstatSync(file);
  if (!stat.isFile()) throw new Error(`\`${input}\`: ${path} is not a file.`);
  if (stat.size > most) {
    throw new Error(`\`${input}\`: ${path} has ${stat.size} bytes, the most is ${most}. Is it the file you mean?`);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of readFound(input, path, file, stat)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/**
 * Reads the file that was found, and no other that has come to bear its name since.
 *
 * @param path as given, for messages
 * @param file its real path
 * @param found what it was when it was found
 * @returns chunks; one may be overwritten once the next is asked for
 */
export async function* readFound(input: string, path: string, file: string, found: Stats): AsyncGenerator<Uint8Array> {
  const unreadable = (cause: NodeJS.ErrnoException) => {
    const isForbidden = cause.code === "EACCES" || cause.code === "EPERM";
    const cure = isForbidden
      ? "Let the runner's user read it."
      : "Make sure that nothing moves it while this step runs.";
    return new Error(`\`${input}\`: ${path} cannot be read (${cause.code}). ${cure}`);
  };
  // Windows has no O_NOFOLLOW.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch((cause) => {
    throw unreadable(cause);
  });
  try {
    const now = await handle.stat();
    if (now.dev !== found.dev || now.ino !== found.ino || now.size !== found.size || now.mtimeMs !== found.mtimeMs) {
      throw new Error(
        `\`${input}\`: ${path} changed after it was checked: it had ${found.size} bytes then, and has ${now.size} now. Make sure that nothing writes to it while this step runs.`,
      );
    }
    // Fresh buffers would pile up by the dozen megabytes before anybody collects them.
    const buffer = Buffer.allocUnsafeSlow(CHUNK);
    for (;;) {
      const count = await fill(handle, buffer).catch((cause) => {
        throw unreadable(cause);
      });
      if (count > 0) yield buffer.subarray(0, count);
      if (count < CHUNK) return;
    }
  } finally {
    await handle.close();
  }
}

/** @returns how many bytes were read: fewer than the buffer holds only at the end of the file */
async function fill(handle: FileHandle, buffer: Buffer): Promise<number> {
  let count = 0;
  while (count < buffer.length) {
    const { bytesRead } = await handle.read(buffer, count, buffer.length - count);
    if (bytesRead === 0) break;
    count += bytesRead;
  }
  return count;
}

/**
 * Finds the file or folder that an input names, by the rules of {@link readWorkspaceFile}.
 *
 * @returns its real path
 */
export function resolveInside(input: string, path: string, folders: readonly string[]): string {
  const { root, below } = placeInside(input, path, folders);
  return walkDown(input, path, root, below);
}

/**
 * Finds in which of the folders a path, or a glob, lies. Looks at nothing on the way.
 *
 * @returns the real path of the folder, and the way from there
 * @throws Error with one sentence when it lies outside
 */
export function placeInside(input: string, path: string, folders: readonly string[]): { root: string; below: string } {
  const roots = folders.map((folder) => ({ named: resolve(folder), real: realFolder(folder) }));
  const wanted = resolve(roots[0]!.real, sep === "\\" ? path.replaceAll("/", sep) : path);
  for (const { named, real } of roots) {
    // A runner may name its own folders through a link (macOS: /var), so both names of a root are as good.
    const below =
      [real, named].map((base) => relative(base, wanted)).find((way) => !leadsOut(way)) ?? belowMount(named, wanted);
    if (below !== undefined) return { root: real, below };
  }
  throw new Error(`\`${input}\`: ${path} is outside the workspace. Copy the file into the workspace first.`);
}

/**
 * In a container job the runner mounts its work folder as `/__w`, but `github.workspace` and `runner.temp` go on bearing
 * the host's names (actions/runner#2058).
 */
function belowMount(folder: string, wanted: string): string | undefined {
  const mounted = /^\/__w(\/.+)$/.exec(folder)?.[1];
  if (mounted === undefined) return undefined;
  const place = `${wanted}/`.indexOf(`${mounted}/`);
  return place > 0 ? wanted.slice(place + mounted.length + 1) : undefined;
}

function walkDown(input: string, path: string, root: string, below: string): string {
  let step = root;
  for (const name of below.split(sep)) {
    if (holdsCredentials(name)) throw credentials(input, path);
    step = resolve(step, name);
    const stat = lookAt(step);
    if (stat === null) throw notThere(input, path, isAbsolute(path) ? undefined : findDeeper(root, below));
    if (stat.isSymbolicLink()) {
      throw new Error(`\`${input}\`: ${path} goes through a symbolic link. Give the path of the file itself.`);
    }
  }
  // A file system may know a folder by other names too: `.git.`, `GIT~1`.
  if (holdsCredentials(relative(root, realpathSync.native(step)))) throw credentials(input, path);
  return step;
}

/** Where checkout keeps its token: a `.git` folder, since its version 6 a file in RUNNER_TEMP. */
function holdsCredentials(below: string): boolean {
  return below.split(sep).some((name) => /^(\.git|git-credentials-.*)$/i.test(name));
}

function credentials(input: string, path: string): Error {
  return new Error(`\`${input}\`: ${path} may hold credentials of \`actions/checkout\`. Use another path.`);
}

function lookAt(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    // not there, a file where a folder should be, a name too long: all the same to the author
    return null;
  }
}

/**
 * Finds the file one or two folders further down. A runner tells an action nothing of the `working-directory` of a job,
 * nor of the `path` of a checkout, and people expect them to count.
 */
function findDeeper(root: string, below: string): string | undefined {
  const first = foldersIn(root, "");
  const folders = [...first, ...first.flatMap((folder) => foldersIn(root, folder))];
  return folders.map((folder) => join(folder, below)).find((path) => lookAt(resolve(root, path))?.isFile());
}

function foldersIn(root: string, below: string): string[] {
  try {
    return readdirSync(resolve(root, below), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && !holdsCredentials(entry.name))
      .map(({ name }) => join(below, name));
  } catch {
    return [];
  }
}

function notThere(input: string, path: string, deeper: string | undefined): Error {
  const named = path.length > 100 ? `${path.slice(0, 100)}…` : path;
  if (deeper !== undefined) {
    const there = deeper.replaceAll(sep, "/");
    return new Error(
      `\`${input}\`: ${named} does not exist in the workspace, but ${there} does. Write \`${there}\`: paths start at the workspace, since \`working-directory\` does not apply to \`uses\`.`,
    );
  }
  const slashes = sep === "/" && path.includes("\\") ? "Write `/` between folders. " : "";
  return new Error(
    `\`${input}\`: ${named} does not exist in the workspace. ${slashes}Is \`actions/checkout\` missing before this step, or the path misspelled?`,
  );
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function leadsOut(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}
