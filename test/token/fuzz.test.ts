import { describe, expect, test } from "vitest";
import { runOnce } from "./fuzz/run.ts";
import { secretsIn } from "./fuzz/secrets.ts";

describe("the search finds a secret in every writing", () => {
  const value = 'zX8-"the"+<secret>/&ß_0123456789';
  const bytes = Buffer.from(value);
  test.each([
    ["as it is", value],
    ["a piece of it", value.slice(9, 22)],
    ["in an address", encodeURIComponent(value)],
    ["in a form", new URLSearchParams({ value }).toString()],
    ["in JSON", JSON.stringify({ value })],
    ["in HTML", "zX8-&quot;the&quot;+&lt;secret&gt;/&amp;ß_0123456789"],
    ["in base64", bytes.toString("base64")],
    ["in base64, behind a name", Buffer.from(`id:${value}`).toString("base64")],
    ["in base64 for addresses, behind another", Buffer.from(`me:::${value}`).toString("base64url")],
    ["in digits", bytes.toString("hex")],
  ])("%s", (_, text) => {
    expect(secretsIn(`before ${text} after`, [{ kind: "password", value }])).toHaveLength(1);
    expect(secretsIn("before and after", [{ kind: "password", value }])).toEqual([]);
  });
});

// A thousand of them: npm run test:secrets
test.each([
  ["in this process", "npm test", 60, false],
  ["as processes of their own", "npm test, processes", 5, true],
] as const)("no secret of a run is seen where it should not be: %s", async (_, seed, runs, isProcess) => {
  const reports = [];
  for (let index = 0; index < runs; index += 1) reports.push(await runOnce(`${seed}/${index}`, isProcess));
  expect(reports.flatMap(({ what, leaks }) => leaks.map((leak) => `${what}: ${leak}`))).toEqual([]);
  expect(reports.reduce((sum, { secrets }) => sum + secrets, 0)).toBeGreaterThan(4 * runs);
});
