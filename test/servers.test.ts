import { fileURLToPath } from "node:url";
import { describe, test } from "vitest";
import { profiles } from "./instance/profiles.ts";
import { pageOf } from "./servers/page.ts";
import { defectsIn, type Report, reportOn } from "./servers/report.ts";

// Every feature on every server, by runs of the action. Whatever a server does otherwise than asked has to be told.

const MINUTES = 60_000;

const reports = new Map<keyof typeof profiles, Promise<Report>>();

function report(name: keyof typeof profiles): Promise<Report> {
  const known = reports.get(name) ?? reportOn(profiles[name]);
  reports.set(name, known);
  return known;
}

const names = Object.keys(profiles) as (keyof typeof profiles)[];

describe("all that a server does otherwise is told", () => {
  for (const name of names) {
    test.concurrent(name, { timeout: 5 * MINUTES }, async ({ expect }) => {
      expect(defectsIn(await report(name))).toEqual([]);
    });
  }
});

test("docs/servers.md says what the runs said", { timeout: 10 * MINUTES }, async ({ expect }) => {
  const all: Report[] = [];
  for (const name of names) all.push(await report(name));
  await expect(pageOf(all)).toMatchFileSnapshot(fileURLToPath(new URL("../docs/servers.md", import.meta.url)));
});
