import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { version } from "../../../src/package.ts";

const root = join(import.meta.dirname, "../../..");

// npm's own scripts have no ending that Windows starts.
test.skipIf(process.platform === "win32")("npx takes the command from the repository, also the second time", () => {
  const home = mkdtempSync(join(tmpdir(), "npx-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));
  const repository = join(home, "repository");
  for (const path of ["package.json", "dist", "LICENSE", "README.md"]) {
    cpSync(join(root, path), join(repository, path), { recursive: true });
  }
  const env = { PATH: process.env.PATH, HOME: home, npm_config_cache: join(home, "cache"), npm_config_offline: "true" };
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: repository, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  run("git", "init", "--quiet");
  run("git", "add", ".");
  const author = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];
  run("git", ...author, "commit", "--quiet", "--message", "What is published");

  const address = `git+${pathToFileURL(repository)}`;
  for (const _time of ["first", "second"]) expect(run("npx", "--yes", address, "--version").trim()).toBe(version);
  expect(run("npx", "--yes", address, "--help")).toContain("npx github:");
  const [npx] = readdirSync(join(home, "cache/_npx"));
  const installed = readdirSync(join(home, "cache/_npx", npx!, "node_modules"));
  expect(installed.filter((name) => !name.startsWith("."))).toEqual(["mastodon-status-action"]);
});
