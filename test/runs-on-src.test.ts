import { expect, test } from "vitest";
import { files, playAll, scenarios } from "./play-runs.ts";
import { source } from "./runner.ts";

playAll(scenarios, source);

test("every snapshot belongs to a scenario", () => {
  const snapshots = files.filter((path) => path.endsWith(".txt")).map((path) => path.slice(0, -4));
  expect(snapshots.filter((name) => !scenarios.includes(name))).toEqual([]);
});
