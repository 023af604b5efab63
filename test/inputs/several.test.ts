import { resolve } from "node:path";
import { expect, test } from "vitest";
import { parseFiles, refusedSources } from "../../src/inputs/several.ts";

const given: Parameters<typeof refusedSources>[0] = {
  feed: null,
  files: null,
  list: null,
  releaseTag: "event",
  templates: {},
  status: { from: "status" },
  editStatusId: "",
  scheduledAt: "",
  duplicateCheck: "rerun",
  pin: false,
  maxPosts: 5,
};

test("two sources exclude each other", () => {
  expect(refusedSources({ ...given, files: ["*.md"], list: [1] })).toEqual([
    "`files` and a list in `data` each say what to post about. Keep one of them.",
  ]);
});

test.each([
  [{ feed: {} }, "`feed`"],
  [{ files: ["*.md"] }, "`files`"],
  [{ list: [1] }, "a list in `data`"],
])("what is refused names its source: %o", (source, name) => {
  expect(refusedSources({ ...given, ...source, status: { from: "status-file" } })).toEqual([
    `With ${name}, \`status-file\` would post one text several times. Use \`status\` or \`template-file\`.`,
  ]);
});

test("`files` are those of the repository: a folder that other inputs may read is none of them", () => {
  const folders = [resolve("repository"), resolve("temp")];
  expect(parseFiles("posts/*.md", folders)).toEqual(["posts/*.md"]);
  expect(() => parseFiles(`${folders[1]}/*.md`, folders)).toThrow("is outside the workspace");
});
