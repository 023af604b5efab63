import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "vitest";
import type { RunOptions, Target } from "./runner.ts";
import { play, type Scenario } from "./scenario.ts";

export const folder = new URL("runs/", import.meta.url);

/** All scenarios and their snapshots, as paths within `folder`. */
export const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
  path.replaceAll("\\", "/"),
);

/** The names of all scenarios, such as `media/four`. */
export const scenarios = files.filter((path) => path.endsWith(".ts")).map((path) => path.slice(0, -3));

/**
 * Makes a test of each scenario, all against the same snapshots.
 *
 * @param env further variables of a scenario's run
 */
export function playAll(
  names: readonly string[],
  target: Target,
  env: (name: string) => RunOptions["env"] = () => ({}),
) {
  test.concurrent.for(names)("%s", async (name, { expect }) => {
    const { default: scenario } = (await import(new URL(`${name}.ts`, folder).href)) as { default: Scenario };
    const told = await play({ ...scenario, env: { ...scenario.env, ...env(name) } }, target);
    await expect(told).toMatchFileSnapshot(fileURLToPath(new URL(`${name}.txt`, folder)));
  });
}
