import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { meantInput, undeclared } from "../../src/inputs/names.ts";

describe("names of other actions", () => {
  test.each([
    ["api-key", "access-token"],
    ["api-token", "access-token"],
    ["api_token", "access-token"],
    ["auth-token", "access-token"],
    ["mastodon-access-token", "access-token"],
    ["mastodon_access_token", "access-token"],
    ["mastodon-token", "access-token"],
    ["token", "access-token"],
    ["api-url", "instance-url"],
    ["base-url", "instance-url"],
    ["host", "instance-url"],
    ["hostname", "instance-url"],
    ["instance", "instance-url"],
    ["mastodon-host", "instance-url"],
    ["mastodon-instance", "instance-url"],
    ["mastodon-url", "instance-url"],
    ["server", "instance-url"],
    ["server-url", "instance-url"],
    ["url", "instance-url"],
    ["body", "status"],
    ["content", "status"],
    ["message", "status"],
    ["status-text", "status"],
    ["template", "status"],
    ["text", "status"],
    ["toot", "status"],
    ["toot-text", "status"],
    ["message-file", "status-file"],
    ["text-file", "status-file"],
    ["content-warning", "spoiler-text"],
    ["cw", "spoiler-text"],
    ["spoiler", "spoiler-text"],
    ["lang", "language"],
    ["privacy", "visibility"],
    ["status-visiblity", "visibility"],
  ])("`%s` is called `%s` here", (name, here) => {
    expect(meantInput(name)?.sentence).toBe(`It is called \`${here}\` here.`);
  });
});

describe("typing mistakes", () => {
  test.each([
    ["visibilty", "visibility"],
    ["visability", "visibility"],
    ["langauge", "language"],
    ["acces-token", "access-token"],
    ["instance_url", "instance-url"],
    ["spoiler text", "spoiler-text"],
    ["spoilertext", "spoiler-text"],
    ["senstive", "sensitive"],
    ["dryrun", "dry-run"],
    ["dry-runs", "dry-run"],
    ["timeouts", "timeout"],
    ["idempotencykey", "idempotency-key"],
    ["stauts", "status"],
  ])("`%s` is meant as `%s`", (name, near) => {
    expect(meantInput(name)?.sentence).toBe(`Did you mean \`${near}\`?`);
  });

  test.each(["id", "foo", "node-version", "constructor", "__proto__", "toString", ""])(
    "`%s` is near nothing",
    (name) => {
      expect(meantInput(name)).toBeNull();
    },
  );
});

test("each name that is near one is told with it, all others as ignored", () => {
  expect(undeclared(["x", "cw", "foo", "stauts"])).toEqual({
    near: ["Unknown input `cw`. It is called `spoiler-text` here.", "Unknown input `stauts`. Did you mean `status`?"],
    others: ["Unknown input `x`, which is ignored.", "Unknown input `foo`, which is ignored."],
    meant: new Set(["spoiler-text", "status"]),
  });
});

describe("docs/moving-over.md", () => {
  const page = readFileSync(new URL("../../docs/moving-over.md", import.meta.url), "utf8");
  const actions = page.split(/^## /m).filter((section) => /^[\w-]+\/[\w-]+\n/.test(section));
  const rows = actions.flatMap((section) => [...section.matchAll(/^\| `([\w-]+)`[^|]*\| `([\w-]+)`/gm)]);

  test.each(rows.map(([, there, here]) => [there!, here!]).filter(([there, here]) => there !== here))(
    "whoever forgets to rename %s is told of %s",
    (there, here) => expect(meantInput(there)?.sentence).toBe(`It is called \`${here}\` here.`),
  );
});
