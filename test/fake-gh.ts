import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A GitHub CLI that talks to nobody, as a program of its own in a folder for PATH. */
export interface FakeGh {
  /** PATH and GH_CONFIG_DIR, without which it does not find what it knows. */
  readonly env: Record<string, string>;
  /** Each call so far: arguments, stdin, and all that it got of the environment. */
  calls(): { args: string[]; stdin: string; env: Record<string, string> }[];
  /** What it keeps, by place and name: `secrets of github.com/owner/name`, `variables of org github.com/acme`. */
  shelves(): Record<string, Record<string, { value: string; readers: string }>>;
}

export interface FakeGhOptions {
  /** Hosts on which it is logged in. */
  hosts?: string[];
  /** What it keeps already. */
  shelves?: Record<string, Record<string, { value: string; readers: string }>>;
  /** What a command says when it fails: `{ "secret set": "HTTP 404: Not Found" }`. */
  failures?: Record<string, string>;
}

/** Puts it into a folder that goes with the test. */
export function installFakeGh({ hosts = ["github.com"], shelves = {}, failures = {} }: FakeGhOptions = {}): FakeGh {
  const folder = mkdtempSync(join(tmpdir(), "gh-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const script = fileURLToPath(new URL("./fake-gh.mjs", import.meta.url));
  writeFileSync(join(folder, "gh"), `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
  chmodSync(join(folder, "gh"), 0o755);
  const file = join(folder, "state.json");
  writeFileSync(file, JSON.stringify({ hosts, shelves, failures }));
  return {
    env: { PATH: folder, GH_CONFIG_DIR: folder },
    calls() {
      const log = join(folder, "calls.jsonl");
      const lines = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
      return lines.map((line) => JSON.parse(line));
    },
    shelves: () => JSON.parse(readFileSync(file, "utf8")).shelves,
  };
}
