import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** The errors of all whole runs, as their snapshots have them: what holds for each of them, whatever went wrong. */

const folder = new URL("runs/", import.meta.url);
const runs = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".txt"))
  .map((path) => {
    const [, log = "", ...others] = readFileSync(new URL(path.replaceAll("\\", "/"), folder), "utf8").split(/^--- /m);
    const errors = log.split("\n").flatMap((line) => (line.startsWith("::error::") ? [line.slice(9)] : []));
    return { path, errors, hasSent: others.some((section) => /^(POST|PUT) /m.test(section)) };
  });
const failed = runs.filter(({ errors }) => errors.length > 0);

describe.each(failed)("$path", ({ errors }) => {
  test.each(errors)("%s", (error) => {
    // A line break in a workflow command is written so.
    expect(error).not.toMatch(/%0[AD]/i);
    // Whole sentences, or an address that somebody may copy.
    expect(error).toMatch(/(?:[.?)]|https?:\/\/\S+)$/);
    expect(error).not.toMatch(/\bundefined\b|\[object |\bNaN\b/);
    expect(error.length).toBeLessThan(700);
  });
});

test("there are at least 60 bad inputs, each with an error of its own before anything is sent", () => {
  const errors = failed.filter(({ hasSent }) => !hasSent).flatMap((run) => run.errors);
  expect(new Set(errors).size).toBeGreaterThanOrEqual(60);
});
