import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { png } from "./instance/files.ts";
import { startInstance } from "./instance/server.ts";
import { dist, type RunOptions, runAction } from "./runner.ts";

/** Runs a copy of dist that lacks a file: somebody cleans up a runner while it works. */
async function without(file: string, options: Partial<RunOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "dist-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(dirname(dist.entry), folder, { recursive: true });
  rmSync(join(folder, file));
  const instance = await startInstance();
  onTestFinished(() => instance.close());
  const run = (inputs: Record<string, string> = {}) =>
    runAction({
      ...options,
      target: { ...dist, entry: join(folder, "index.js") },
      inputs: { "instance-url": instance.origin, "access-token": instance.createToken(), ...inputs },
    });
  const writes = () => instance.requests.filter(({ method }) => method !== "GET").map(({ method }) => method);
  return { instance, run, writes };
}

describe("a file of dist is missing", () => {
  test.each([
    ["a text", {}],
    ["a picture", { media: "{file: photo.png, description: x}" }],
  ])("%s is on its way: it is never called a failure, since it may be up, and nothing is deleted", async (_, more) => {
    const { instance, run, writes } = await without("recover.js", { files: { "photo.png": png().bytes } });
    instance.fault({ method: "POST", path: "/api/v1/statuses", reset: "after" });
    const { exitCode, outputs, stdout } = await run(more);
    expect(instance.published()).toHaveLength(1);
    expect([exitCode, outputs.result]).toEqual([1, "unknown"]);
    expect(stdout.match(/^::error.*/gm)).toEqual([
      expect.stringMatching(/^::error::The status may or may not be posted\. .*recover\.js/),
    ]);
    expect(writes()).not.toContain("DELETE");
  });

  test("what explains a refusal: the refusal is told all the same", async () => {
    const { run } = await without("diagnose.js");
    const { exitCode, outputs, stdout } = await run({
      "access-token": "nobody-knows-this-token-0123456789",
      "dry-run": "true",
    });
    expect([exitCode, outputs.result]).toEqual([1, "failed"]);
    expect(stdout).toMatch(/^::error::GET \/api\/v1\/accounts\/verify_credentials answered 401\.$/m);
  });

  test("the parser of answers: nothing is sent, and that is told at once", async () => {
    const { instance, run } = await without("llhttp.wasm");
    const { exitCode, outputs, stdout } = await run();
    expect(instance.requests).toEqual([]);
    expect([exitCode, outputs.result]).toEqual([1, "failed"]);
    expect(stdout).toMatch(/^::error::This machine cannot read what a server answers: the file llhttp\.wasm/m);
  });
});
