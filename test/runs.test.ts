import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, test } from "vitest";
import { dist, distOnOldest, source } from "./runner.ts";
import { play, type Scenario } from "./scenario.ts";

const folder = new URL("runs/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
const scenarios = files.filter((path) => path.endsWith(".ts"));

// The same snapshot holds for the source and for what a runner gets, on both Nodes. On Node 20 every fourth scenario of
// each group does, since the code is the same; ALL_RUNS=1 plays all of them there.
for (const target of [source, dist, distOnOldest]) {
  describe.skipIf(target === null)(target?.name ?? "dist on Node 20 (no package of it for this platform)", () => {
    const all = target !== distOnOldest || process.env.ALL_RUNS === "1";
    for (const path of scenarios.filter((_, index) => all || index % 4 === 0)) {
      test.concurrent(path.replace(/\.ts$/, ""), async ({ expect }) => {
        const { default: scenario } = (await import(new URL(path, folder).href)) as { default: Scenario };
        const told = await play(scenario, target!);
        await expect(told).toMatchFileSnapshot(fileURLToPath(new URL(path.replace(/ts$/, "txt"), folder)));
      });
    }
  });
}

test.runIf(process.env.CI && process.platform !== "darwin")("both Nodes are there", ({ expect }) => {
  expect(distOnOldest).not.toBeNull();
});

test("every snapshot belongs to a scenario", ({ expect }) => {
  const left = files.filter(
    (path) => path.endsWith(".txt") && !existsSync(new URL(path.replace(/txt$/, "ts"), folder)),
  );
  expect(left).toEqual([]);
});
