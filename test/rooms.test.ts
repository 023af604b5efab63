import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

// The plan of the house, as the design draws it, held against the code.

const source = fileURLToPath(new URL("../src", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"));
const texts = new Map(files.map((path) => [path, readFileSync(join(source, path), "utf8")]));

const code = (path: string) => texts.get(path)!.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
const imports = (path: string) =>
  [...code(path).matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, name]) =>
    name!.startsWith(".") ? posix.normalize(posix.join(dirname(path).replaceAll("\\", "/"), name!)) : name!,
  );
const room = (path: string) => (path.includes("/") ? path.split("/")[0]! : path);

describe("arrows go one way", () => {
  const mayImport: Record<string, string[]> = {
    "index.ts": ["node-version.ts", "main.ts"],
    "node-version.ts": [],
    "main.ts": ["action", "status", "mastodon", "steps"],
    steps: ["action", "status", "mastodon"],
    action: [],
    status: [],
    mastodon: [],
    token: ["mastodon", "node-version.ts"],
  };
  test.each(files)("%s", (path) => {
    const others = imports(path).filter((name) => name.endsWith(".ts") && room(name) !== room(path));
    const wrong = others.filter((name) => !mayImport[room(path)]!.includes(room(name)));
    expect(wrong).toEqual([]);
  });

  test("no circle", () => {
    const visit = (path: string, way: string[]): void => {
      expect(way, "a circle").not.toContain(path);
      for (const next of imports(path).filter((name) => texts.has(name))) {
        if (!done.has(next)) visit(next, [...way, path]);
      }
      done.add(path);
    };
    const done = new Set<string>();
    for (const path of files) visit(path, []);
  });
});

test("status/ does no I/O", () => {
  const touching = files.filter(
    (path) =>
      room(path) === "status" &&
      (imports(path).some((name) => /^(node:|undici)/.test(name)) ||
        /\bprocess\b|\bfetch\(|console\.|Date\.now|Math\.random/.test(code(path))),
  );
  expect(touching).toEqual([]);
});

test("one file opens connections", () => {
  const connecting = files.filter(
    (path) =>
      imports(path).some((name) => /^(undici|node:(https?|net|tls|http2|dgram|dns))/.test(name)) ||
      /globalThis\.fetch\(|(?<![.\w])fetch\(|new WebSocket/.test(code(path)),
  );
  // The browser brings the answer of a login back to loopback, so somebody has to listen there, and only listen.
  expect(connecting).toEqual(["mastodon/undici.ts", "token/callback.ts"]);
  expect(files.filter((path) => imports(path).includes("mastodon/undici.ts"))).toEqual(["mastodon/http.ts"]);
  expect(code("token/callback.ts")).toMatch(/import \{ createServer, [^}]*\} from "node:http"/);
  expect(code("token/callback.ts")).not.toMatch(/import .*\brequest\b|import \*|import http\b/);
  expect(code("token/callback.ts")).toMatch(/server\.listen\(0, "127\.0\.0\.1"/);
});

test("only packages that few runs need are loaded on demand, each in one place", () => {
  const late = files.flatMap((path) => [...code(path).matchAll(/\bimport\("([^"]+)"\)/g)].map(([, name]) => name));
  expect(late.sort()).toEqual([
    // Three packages read Markdown, and this is the door to them.
    "../plain-text/plain-text.ts",
    // Of both entries: what must not be read before the check of Node.
    "./main.ts",
    "./main.ts",
    "@clack/prompts",
    "@octokit/core",
    "file-type/core",
    "tinyglobby",
    "undici/lib/dispatcher/proxy-agent.js",
    "yaml",
  ]);
});

test("only action/ reads the environment, and one file of token/", () => {
  const reading = files.filter((path) => /process\.env|\benv\b.*=\s*process\b/.test(code(path)));
  expect(new Set(reading.map(room))).toEqual(new Set(["action", "token"]));
  expect(reading.filter((path) => room(path) === "token")).toEqual(["token/environment.ts"]);
});

test("one file prints in the action, one in the token command", () => {
  const prints = /console\.|process\.(stdout|stderr)|\bstd(out|err)\b.*=\s*process\b|@actions\/core/;
  // An entry that cannot start anything else says so itself.
  const entries = ["index.ts", "token/index.ts"];
  expect(files.filter((path) => prints.test(code(path)) && !entries.includes(path))).toEqual([
    "action/report.ts",
    "token/terminal.ts",
  ]);
});

test("no file without a room of its own: no utils, types, helpers, no barrels, no classes but errors", () => {
  expect(files.filter((path) => /(^|\/)(utils?|types|helpers?|common|lib)\.ts$/.test(path))).toEqual([]);
  // The two entries are no barrels: they start what is there.
  expect(files.filter((path) => /(^|\/)index\.ts$/.test(path))).toEqual(["index.ts", "token/index.ts"]);
  for (const path of files) {
    for (const [, name, parent] of code(path).matchAll(/\bclass (\w+)(?: extends (\w+))?/g)) {
      expect(parent, `${path}: ${name}`).toMatch(/Error$/);
    }
  }
});
