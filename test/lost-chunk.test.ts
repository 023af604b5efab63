import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startInstance } from "./instance/server.ts";
import { dist, runAction } from "./runner.ts";

test("a fault of our own while a post is on its way is never called a failure: the post may be up", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dist-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(dirname(dist.entry), folder, { recursive: true });
  // Somebody cleans up a runner while it works.
  rmSync(join(folder, "recover.js"));
  const instance = await startInstance();
  onTestFinished(() => instance.close());
  instance.fault({ method: "POST", path: "/api/v1/statuses", reset: "after" });

  const inputs = { "instance-url": instance.origin, "access-token": instance.createToken() };
  const outcome = await runAction({ target: { ...dist, entry: join(folder, "index.js") }, inputs });
  expect(instance.published()).toHaveLength(1);
  expect([outcome.exitCode, outcome.outputs.result]).toEqual([1, "unknown"]);
  expect(outcome.stdout).toMatch(/^::error.*::The status may or may not be posted\. .*recover\.js/m);
});
