/**
 * A Node that is too old gets one line, from both entries. A real Node 18 starts them in `npm run test:runner`; here the
 * running Node says that it is one, and what is loaded before the check is held against what Node 12 knows.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "rolldown/utils";
import { describe, expect, test } from "vitest";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

function startAs(version: string, entry: string) {
  const pretend = `Object.defineProperty(process.versions, "node", { value: ${JSON.stringify(version)} })`;
  const preload = ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...preload, at(entry), "--help"], {
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
  return { status, stdout, stderr };
}

describe.each(["src/", "dist/"])("on Node 18, in %s,", (folder) => {
  const [action, token] =
    folder === "src/" ? ["src/index.ts", "src/token/index.ts"] : ["dist/index.js", "dist/token.js"];

  test("the action says which Node it needs, and how to get it", () => {
    expect(startAs("18.20.8", action)).toEqual({
      status: 1,
      stdout: expect.stringMatching(
        /^::error::This action needs Node 20 or newer; this runner has 18\.20\.8\. Update the runner, .*\n$/,
      ),
      stderr: "",
    });
  });

  test("the token command says so too", () => {
    expect(startAs("18.20.8", token)).toEqual({
      status: 1,
      stdout: "",
      stderr: "mastodon-token needs Node 20 or newer; this is 18.20.8. Install a newer one from https://nodejs.org.\n",
    });
  });

  test("Node 20 is new enough", () => {
    expect(startAs("20.0.0", token)).toEqual({
      status: 0,
      stdout: expect.stringContaining("mastodon-token"),
      stderr: "",
    });
  });
});

test.each(["index.js", "token.js", "node-version.js"])("dist/%s can be read by an older Node", (name) => {
  const code = readFileSync(at(`dist/${name}`), "utf8");
  expect(parseSync(name, code).errors).toEqual([]);
  // Syntax younger than Node 12, and the only way to load a file before the check.
  expect(code).not.toMatch(/\?\.|\?\?|\|\|=|&&=|#[a-z]+[ (=]|\bstatic \{|\bawait\b|^import\b/m);
  const before = code.split("Promise.resolve()")[0]!;
  expect(
    [...before.matchAll(/require\("([^"]+)"\)/g)]
      .map(([, path]) => path)
      .filter((path) => path !== "./node-version.js"),
  ).toEqual([]);
});
