import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import type { Environment } from "../environment.ts";

/** How a program ended, and what it said. */
export interface Ended {
  /** Null when it was ended by force, or could not be started. */
  code: number | null;
  /** Whether Ctrl-C ended it, which reaches all programs of a terminal. */
  wasLeft: boolean;
  stdout: string;
  stderr: string;
}

/** A program that has not ended by then waits for something that nobody can see. Milliseconds. */
const TIMEOUT = 60_000;

/**
 * Runs a program without a shell.
 *
 * @param options.input goes to its stdin: the only way on which a secret may travel, since everyone on the machine can
 * read arguments
 * @param options.env all that it gets of the environment
 */
export function run(
  path: string,
  args: readonly string[],
  { env, folder, input = "" }: { env: Record<string, string>; folder: string; input?: string },
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(path, args, { cwd: folder, env, stdio: "pipe", windowsHide: true, timeout: TIMEOUT });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", (error) => resolve({ code: null, wasLeft: false, stdout, stderr: error.message }));
    // A shell between the two says it by a number.
    child.on("close", (code, signal) =>
      resolve({ code, wasLeft: signal === "SIGINT" || code === 130, stdout, stderr }),
    );
    // A program that ends without reading its stdin breaks the pipe; its exit code says all.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/**
 * Where a program lies on PATH, or null.
 *
 * Looked up here, because Windows would look into the current folder first: a repository must not bring its own `gh.exe`.
 */
export function findProgram(
  name: string,
  { variable }: Pick<Environment, "variable">,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const file = platform === "win32" ? `${name}.exe` : name;
  const folders = variable("PATH").split(delimiter).filter(isAbsolute);
  return folders.map((folder) => join(folder, file)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What every program needs to find its way: folders, the user's own settings, language. */
const COMMON = [
  ...["PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "LANG", "LC_ALL", "XDG_CONFIG_HOME"],
  ...["XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"],
  ...["USERPROFILE", "USERNAME", "HOMEDRIVE", "HOMEPATH", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES"],
  ...["SYSTEMROOT", "WINDIR", "COMSPEC", "TEMP", "TMP"],
];

/** Of the environment, only what a program needs: whatever else is in there, and many secrets are, is not its business. */
export function environmentFor({ variable }: Pick<Environment, "variable">, names: readonly string[]) {
  const pairs = [...COMMON, ...names].map((name): [string, string] => [name, variable(name)]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== ""));
}
