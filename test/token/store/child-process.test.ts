import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { environmentFor, findProgram, run } from "../../../src/token/store/child-process.ts";

function folderWith(...files: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "path-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of files) {
    writeFileSync(join(folder, file), "");
    chmodSync(join(folder, file), 0o755);
  }
  return folder;
}

test("a program is found on PATH, in its order, and only where it can be run", () => {
  const [empty, first, second] = [folderWith(), folderWith("gh"), folderWith("gh")];
  const plain = folderWith();
  writeFileSync(join(plain, "gh"), "no program", { mode: 0o644 });
  mkdirSync(join(empty, "gh"));
  const variable = () => [plain, empty, "", ".", first, second].join(delimiter);
  expect(findProgram("gh", { variable })).toBe(join(first, "gh"));
  expect(findProgram("git", { variable })).toBeNull();
});

test("the current folder is never looked into, and on Windows it is an .exe", () => {
  const folder = folderWith("gh.exe");
  const variable = (path: string) => () => path;
  expect(findProgram("gh", { variable: variable(folder) }, "win32")).toBe(join(folder, "gh.exe"));
  expect(findProgram("gh", { variable: variable([".", "bin", ""].join(delimiter)) })).toBeNull();
});

test("a program gets of the environment only what it needs", () => {
  const env: Record<string, string> = {
    PATH: "/bin",
    HOME: "/home/me",
    GH_TOKEN: "ghp_1",
    AWS_SECRET: "no",
    MY_TOKEN: "x",
  };
  const variable = (name: string) => env[name] ?? "";
  expect(environmentFor({ variable }, ["GH_TOKEN", "GH_HOST"])).toEqual({
    PATH: "/bin",
    HOME: "/home/me",
    GH_TOKEN: "ghp_1",
  });
});

test("a program that reads nothing, and one that is not there", async () => {
  const settings = { env: {}, folder: "/", input: "a secret".repeat(100_000) };
  expect((await run(process.execPath, ["--eval", ""], settings)).code).toBe(0);
  expect((await run("/nowhere/gh", [], settings)).code).toBeNull();
});
