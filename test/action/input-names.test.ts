import { describe, expect, test } from "vitest";
import { inputNames, unknownInputs } from "../../src/action/input-names.ts";

const meant = (name: string) => unknownInputs([name]).map((input) => input.meant)[0];

test("all known names are known", () => {
  expect(unknownInputs(inputNames)).toEqual([]);
});

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
  ])("`%s` is called `%s` here", (name, here) => {
    expect(meant(name)).toBe(`It is called \`${here}\` here.`);
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
    expect(meant(name)).toBe(`Did you mean \`${near}\`?`);
  });

  test.each(["id", "foo", "node-version", "constructor", "__proto__", "toString", ""])(
    "`%s` is near nothing",
    (name) => {
      expect(meant(name)).toBe("");
    },
  );
});

test("each unknown name is told, in the order given", () => {
  expect(unknownInputs(["x", "status", "url"]).map(({ name }) => name)).toEqual(["x", "url"]);
});
