import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Programs that the command may start, in a folder for PATH. Each writes down its arguments and its environment. */
export interface Programs {
  readonly path: string;
  /** Arguments and environment of all that was started, as text. */
  started(): string;
  /** The addresses that a browser was to open. */
  opened(): string[];
}

export interface ProgramOptions {
  /** What `git remote --verbose` lists: addresses of repositories. */
  remotes: readonly string[];
  /** Whether there is a GitHub CLI, and whether it is logged in. */
  gh: "absent" | "logged out" | "logged in";
  /** The command of the GitHub CLI that fails, repeating all that it was given; empty for none. */
  failing: string;
  /** What the GitHub CLI keeps already. */
  kept: readonly string[];
}

/** @param folder a new one, which nobody else looks into */
export function installPrograms(folder: string, { remotes, gh, failing, kept }: ProgramOptions): Programs {
  const [path, log, urls] = [join(folder, "bin"), join(folder, "started"), join(folder, "opened")];
  mkdirSync(path, { recursive: true });
  const note = `{ printf '%s\\n' "$0" "$@"; /usr/bin/env; } >> '${log}'`;
  const install = (name: string, ...lines: string[]) => {
    writeFileSync(join(path, name), ["#!/bin/sh", note, ...lines, ""].join("\n"));
    chmodSync(join(path, name), 0o755);
  };
  install("git", ...remotes.map((address, at) => `printf 'remote${at}\\t%s (fetch)\\n' '${address}'`));
  for (const opener of ["xdg-open", "open", "the-browser"]) install(opener, `printf '%s\\n' "$1" >> '${urls}'`);
  if (gh !== "absent") {
    install(
      "gh",
      `if [ "$1" = auth ]; then exit ${gh === "logged in" ? 0 : 1}; fi`,
      `if [ "$2" = set ]; then value=$(/bin/cat); fi`,
      `if [ "$1 $2" = '${failing}' ]; then`,
      `  echo "HTTP 422: not $value with $GH_TOKEN $GITHUB_TOKEN $GH_ENTERPRISE_TOKEN $*" >&2; exit 1`,
      "fi",
      `if [ "$2" = list ]; then printf '%s\\tvalue\\t2026-01-01T00:00:00Z\\n' ${kept.join(" ") || "NOTHING"}; fi`,
    );
  }
  const read = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : "");
  return { path, started: () => read(log), opened: () => read(urls).split("\n").filter(Boolean) };
}
