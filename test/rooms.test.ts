import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

// The plan of the house, as the design draws it, held against the code.

const source = fileURLToPath(new URL("../src", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));
const texts = new Map(files.map((path) => [path, readFileSync(join(source, path), "utf8")]));

const code = (path: string) => texts.get(path)!.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
const imports = (path: string) =>
  [...code(path).matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, name]) =>
    name!.startsWith(".") ? posix.normalize(posix.join(dirname(path).replaceAll("\\", "/"), name!)) : name!,
  );
const room = (path: string) => (path.includes("/") ? path.split("/")[0]! : path);

describe("arrows go one way", () => {
  const mayImport: Record<string, string[]> = {
    "main.ts": ["action", "status", "mastodon"],
    action: [],
    status: [],
    mastodon: [],
    token: ["mastodon"],
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
      (imports(path).some((name) => name.startsWith("node:") || name === "undici") ||
        /\bprocess\b|\bfetch\(|console\.|Date\.now|Math\.random/.test(code(path))),
  );
  expect(touching).toEqual([]);
});

test("one file opens connections", () => {
  const connecting = files.filter(
    (path) =>
      imports(path).some((name) => name === "undici" || /^node:(https?|net|tls|http2|dgram|dns)/.test(name)) ||
      /globalThis\.fetch\(|(?<![.\w])fetch\(|new WebSocket/.test(code(path)),
  );
  expect(connecting).toEqual(["mastodon/http.ts"]);
});

test("only action/ reads the environment", () => {
  const reading = files.filter((path) => /process\.env/.test(code(path))).map(room);
  expect(new Set(reading)).toEqual(new Set(["action"]));
});

test("only action/report prints", () => {
  const printing = files.filter((path) => /console\.|process\.stdout|@actions\/core/.test(code(path)));
  expect(printing).toEqual(["action/report.ts"]);
});

test("no file without a room of its own: no utils, types, helpers, no barrels, no classes but errors", () => {
  expect(files.filter((path) => /(^|\/)(utils?|types|helpers?|index|common|lib)\.ts$/.test(path))).toEqual([]);
  for (const path of files) {
    for (const [, name, parent] of code(path).matchAll(/\bclass (\w+)(?: extends (\w+))?/g)) {
      expect(parent, `${path}: ${name}`).toMatch(/Error$/);
    }
  }
});
