import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { png } from "./instance/files.ts";
import { createInstance, startInstance } from "./instance/server.ts";
import { listen } from "./instance/sockets.ts";
import { dist, type RunOptions, runAction } from "./runner.ts";
import { sharedTime } from "./shared-time.ts";

/** A copy of dist that a test may spoil: somebody cleans up a runner while it works. */
function copyOfDist() {
  const folder = mkdtempSync(join(tmpdir(), "dist-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(dirname(dist.entry), folder, { recursive: true });
  return { folder, target: { ...dist, entry: join(folder, "index.js") } };
}

/** An instance that takes the copy away when the first request arrives. */
async function vanishing() {
  const { folder, target } = copyOfDist();
  const listener = await listen((request) => {
    rmSync(folder, { recursive: true, force: true });
    return instance.exchange(request);
  }, {});
  const time = sharedTime();
  const instance = createInstance(listener.origin, { now: time.now, sleep: time.sleep });
  onTestFinished(async () => {
    const closed = listener.close();
    await instance.close();
    await closed;
  });
  const run = (inputs: Record<string, string>, options: Partial<RunOptions> = {}) =>
    runAction({
      ...options,
      target,
      time,
      inputs: { "instance-url": instance.origin, "access-token": instance.createToken(), ...inputs },
    });
  return { instance, run };
}

describe("dist vanishes once something is sent: nothing more of it is needed", () => {
  test.each([
    ["a text", {}],
    ["a picture", { media: "{file: photo.png, description: x}" }],
  ])("%s whose answer is lost is found", async (_, more) => {
    const { instance, run } = await vanishing();
    instance.fault({ method: "POST", path: "/api/v1/statuses", reset: "after" });
    const files = { "photo.png": png().bytes };
    const { exitCode, outputs, stdout } = await run(more, { files });
    expect(instance.published()).toHaveLength(1);
    expect([exitCode, outputs.result], stdout).toEqual([0, "posted"]);
  });

  test("a refusal is explained", async () => {
    const { run } = await vanishing();
    const { exitCode, outputs, stdout } = await run({
      "access-token": "nobody-knows-this-token-0123456789",
      "dry-run": "true",
    });
    expect([exitCode, outputs.result]).toEqual([1, "failed"]);
    expect(stdout).toMatch(/^::error::.* refused the access token: 401 .* Make a new token/m);
  });
});

describe("a file of dist is missing from the start", () => {
  test.each([
    ["vendor-yaml.js", { data: "a: 1" }],
    ["vendor-media.js", { media: "photo.png" }],
    ["plain-text.js", { status: "{{ release.body | plain_text }}" }],
    ["vendor-markdown.js", { status: "{{ release.body | plain_text }}" }],
    ["vendor-github.js", { "release-tag": "v0.0.0" }],
  ])("%s: nothing is sent, and the log names it", async (file, inputs: Record<string, string>) => {
    const { folder, target } = copyOfDist();
    rmSync(join(folder, file));
    const instance = await startInstance();
    onTestFinished(() => instance.close());
    const { exitCode, outputs, stdout } = await runAction({
      target,
      inputs: { "instance-url": instance.origin, "access-token": instance.createToken(), ...inputs },
      files: { "photo.png": png().bytes },
    });
    expect(instance.requests).toEqual([]);
    expect([exitCode, outputs.result]).toEqual([1, "failed"]);
    expect(stdout.match(/^::error.*/gm)?.[0]).toContain(file);
  });
});
