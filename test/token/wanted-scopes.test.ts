import { describe, expect, test } from "vitest";
import { missingScopes, scopeFallbacks, wantedScopes } from "../../src/token/wanted-scopes.ts";

const posting = "write:statuses write:media profile";
const older = "write:statuses write:media read:accounts";

describe("what is asked for in turn", () => {
  test.each([
    ["nothing is announced", "mastodon", null, [posting, older, "read write"]],
    ["nothing is known at all", "", null, [posting, older, "read write"]],
    ["all of it is announced", "mastodon", ["read", "write", ...posting.split(" ")], [posting, "read write"]],
    ["`profile` is not announced", "mastodon", ["read", "write", ...older.split(" ")], [older, "read write"]],
    ["only coarse ones are announced", "wonder", ["read", "write", "follow"], ["read write"]],
    ["what is announced is of no use", "wonder", ["openid"], [posting, older, "read write"]],
    ["an empty list is announced", "wonder", [], [posting, older, "read write"]],
    ["Pixelfed", "pixelfed", null, ["read write"]],
    ["Mitra", "mitra", null, ["read write"]],
    ["Akkoma", "akkoma", null, [older, "read write"]],
  ])("%s", (_what, software, announced, expected) => {
    expect(scopeFallbacks(posting, software, announced)).toEqual(expected);
  });

  test("nothing stands twice, and other coarse scopes stay", () => {
    expect(scopeFallbacks("profile read:accounts write:statuses push", "mastodon", null)).toEqual([
      "profile read:accounts write:statuses push",
      "read:accounts write:statuses push",
      "read write push",
    ]);
    expect(scopeFallbacks("write:statuses", "akkoma", null)).toEqual(["write:statuses", "write"]);
    expect(scopeFallbacks("write", "mastodon", null)).toEqual(["write"]);
  });
});

test.each([
  [[], "", posting],
  [["pin"], "", `${posting} write:accounts`],
  [["duplicate-check", "pin", "pin"], "", `${posting} read:statuses write:accounts`],
  [[], "read", "read"],
] as const)("what is wanted: %j %j", (extras, scopes, expected) => {
  expect(wantedScopes({ with: [...extras], scopes })).toBe(expected);
});

test.each([
  [posting, posting, []],
  [posting, "write read", []],
  [posting, "write", ["profile"]],
  [posting, older, []],
  [posting, "read", ["write:statuses", "write:media"]],
  [posting, "write:statuses,write:media,profile", []],
  ["read:statuses", "read:accounts", ["read:statuses"]],
])("missing of %j in %j", (wanted, granted, expected) => {
  expect(missingScopes(wanted, granted)).toEqual(expected);
});
