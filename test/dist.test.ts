import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "rolldown";
import { expect, test } from "vitest";
import config from "../rolldown.config.ts";

const folder = new URL("../dist/", import.meta.url);
const committed = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));

test("dist is what the source builds (npm run bundle)", async () => {
  const { output } = await build({ ...(config as BuildOptions), write: false, logLevel: "silent" });
  const fresh = new Map(output.map((file) => [file.fileName, file.type === "chunk" ? file.code : String(file.source)]));
  expect([...fresh.keys()].sort()).toEqual([...committed.keys()].sort());
  for (const [name, text] of fresh) expect(text === committed.get(name), `dist/${name} is stale`).toBe(true);
});

/** The chunks that a run loads when nothing is asked for but to post: what stands in static imports from index.js. */
function plainPath(name = "index.js", seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const [, next] of committed.get(name)!.matchAll(/^(?:import|export)[^;]*?"\.\/([^"]+)";$/gm))
    plainPath(next!, seen);
  return seen;
}

test("a run without a template loads neither YAML, Markdown, the GitHub client nor the template engine", () => {
  expect([...plainPath()].filter((name) => name.startsWith("vendor-"))).toEqual(["vendor-undici.js"]);
});

test("dist stays small", () => {
  const weight = (names: Iterable<string>) =>
    [...names].reduce((sum, name) => sum + gzipSync(committed.get(name)!).length, 0);
  const code = [...committed.keys()].filter((name) => name.endsWith(".js"));
  expect(weight(plainPath()), "gzip bytes of what every run loads").toBeLessThan(160_000);
  expect(weight(code), "gzip bytes of all code").toBeLessThan(620_000);
});

test("dist can be read in review: no minified lines, no source of an unused HTTP stack", () => {
  for (const [name, text] of committed) {
    // undici's parser and libsodium are WebAssembly in base64; nothing else has such lines.
    const long = text.split("\n").filter((line) => line.length > 5000);
    const wasm: Record<string, number> = { "vendor-undici.js": 1, "vendor-sodium.js": 2 };
    expect(long.length, name).toBeLessThanOrEqual(wasm[name] ?? 0);
    expect(text, name).not.toContain("ACTIONS_ID_TOKEN_REQUEST");
  }
});
