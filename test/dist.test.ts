import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildOptions, build } from "rolldown";
import { afterAll, describe, expect, test } from "vitest";
import config from "../rolldown.config.ts";
import { announce } from "./bench/announce.ts";
import { allCode, loadedBy, weigh } from "./bench/loaded.ts";
import { startInstance } from "./instance/server.ts";

const folder = new URL("../dist/", import.meta.url);
const committed = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder))]));

test("dist is what the source builds (npm run bundle)", async () => {
  const { output } = await build({ ...(config as BuildOptions), write: false, logLevel: "silent" });
  const fresh = new Map(output.map((file) => [file.fileName, file.type === "chunk" ? file.code : file.source]));
  expect([...fresh.keys()].sort()).toEqual([...committed.keys()].sort());
  for (const [name, content] of fresh) {
    expect(Buffer.from(content).equals(committed.get(name)!), `dist/${name} is stale`).toBe(true);
  }
});

describe("the plain path: a release is announced in one request", async () => {
  const home = mkdtempSync(join(tmpdir(), "plain-"));
  const instance = await startInstance();
  afterAll(async () => {
    await instance.close();
    rmSync(home, { recursive: true, force: true });
  });
  const run = (inputs: Record<string, string> = {}) => {
    const all = { "access-token": instance.createToken(), ...inputs };
    return loadedBy(announce("plain", instance.origin, home, undefined, all));
  };
  const plain = await run();
  const requests = instance.requests.map(({ method, path }) => `${method} ${path}`);

  test("it makes one request", () => {
    expect(requests).toEqual(["POST /api/v1/statuses"]);
  });

  test("it loads nothing that only other runs need", () => {
    expect(plain.files.sort()).toEqual([
      "action.js",
      "index.js",
      "mastodon.js",
      "node-version.js",
      "rolldown-runtime.js",
      "vendor-liquid.js",
      "vendor-undici.js",
      "vendor.js",
    ]);
  });

  test("there is one HTTP client, undici's: Node's own copy of it is not loaded", () => {
    expect(plain.builtIns.filter((name) => /internal.*(undici|fetch|websocket)/i.test(name))).toEqual([]);
    // The list is not empty for another reason.
    expect(plain.builtIns).toContain("NativeModule net");
  });

  test("it stays small", () => {
    expect(weigh(plain.files).gzip, "gzip bytes of what is loaded").toBeLessThan(262_000);
    expect(weigh(allCode()).gzip, "gzip bytes of all code").toBeLessThan(640_000);
  });
});

test("our own code in dist can be read in review, and what nobody uses of @actions/core did not come along", () => {
  for (const [name, content] of committed) {
    const text = content.toString();
    const isOurs = name.endsWith(".js") && !name.startsWith("vendor-");
    if (isOurs) expect(Math.max(...text.split("\n").map(({ length }) => length)), name).toBeLessThan(5000);
    expect(text, name).not.toContain("ACTIONS_ID_TOKEN_REQUEST");
  }
});
