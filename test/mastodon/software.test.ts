import { describe, expect, test } from "vitest";
import { openClient } from "../../src/mastodon/client.ts";
import { keysOf, schedulesOf, softwareFor } from "../../src/mastodon/nodeinfo.ts";
import { isMastodon, softwareDescribedBy, softwareNamed } from "../../src/mastodon/software.ts";
import { scopeFallbacks, whyReadStatuses } from "../../src/token/wanted-scopes.ts";
import { profiles } from "../instance/profiles.ts";
import { smallInstance } from "./small-instance.ts";
import { virtualTime } from "./virtual-clock.ts";

const keepers =
  "mastodon glitch hometown chuckya fedibird akkoma pleroma hollo pixelfed mitra iceshrimp.net activities.next".split(
    " ",
  );
const others = "gotosocial snac friendica takahe misskey sharkey firefish iceshrimp".split(" ");
const unknown = ["wonder", "mastodon-fork", "mastodonte", ""];

function clientOf(software: string | null, version = "4.5.0") {
  return openClient(
    "https://social.example",
    "token",
    smallInstance(virtualTime(), { software, version }).http(60_000),
  );
}

const runningAt = (name: string | null, version?: string) => ({ client: clientOf(name, version), software: null });

describe("who makes one status of two requests with the same key", () => {
  test.each(keepers)("%s does", async (name) => {
    expect(await keysOf(runningAt(name))).toMatchObject({ kept: true });
  });

  test.each([...others, ...unknown, null])("%s is not known to", async (name) => {
    expect(await keysOf(runningAt(name))).toMatchObject({ kept: false, keptForSchedules: false, locked: false });
  });

  test.each([
    ["4.2.13", false],
    ["4.3.0-beta.1", true],
    ["4.3.0+glitch", true],
    ["4.10.0", true],
    ["5.0.0", true],
    ["nightly", false],
  ])("Mastodon %s of what is scheduled: %s", async (version, expected) => {
    expect(await keysOf(runningAt("mastodon", version))).toMatchObject({ kept: true, keptForSchedules: expected });
  });

  test.each([
    ["4.5.15", false, false],
    ["4.6.0", true, true],
    ["4.6.6+glitch", true, true],
    ["4.6.7", true, false],
    ["4.7.0", true, true],
    ["4.7.1", true, false],
    ["4.8.0-alpha.1", true, false],
  ])("Mastodon %s locks a key: %s, and answers a known one by 500: %s", async (version, locked, crash) => {
    expect(await keysOf(runningAt("mastodon", version))).toMatchObject({ locked, crash });
  });
});

describe("what the token command asks for agrees with that", () => {
  // Anyone may list an account's statuses here.
  const document = {};

  test.each(keepers)("%s: posting once takes no scope for reading", async (name) => {
    expect(await whyReadStatuses(clientOf(name), name, document)).toBe("");
  });

  test.each([...others, ...unknown])("%s: posting once takes `read:statuses`, and it is said why", async (name) => {
    expect(await whyReadStatuses(clientOf(name), name, document)).toMatch(
      /^social\.example .*(is not known to|may not) recognise a repeated request\.$/,
    );
  });

  test.each([...keepers, ...others, ...unknown])("%s: no scope is asked for that it does not know", (name) => {
    const { scopes } = softwareNamed(name);
    const fallbacks = scopeFallbacks("write:statuses write:media profile", name, null);
    const words = fallbacks.flatMap((step) => step.split(" "));
    if (scopes === "coarse") expect(fallbacks).toEqual(["read write"]);
    if (scopes === "without profile") expect(words).not.toContain("profile");
    // The coarse ones, which allow far more, come last.
    expect(fallbacks.at(-1)).toBe("read write");
  });
});

describe("a software that nobody knows", () => {
  test.each([...unknown, null])("%s does no more than the API says", async (name) => {
    const software = softwareNamed(name);
    expect(software).toMatchObject({
      schedules: "never",
      hidesOwnPosts: false,
      tokensEnd: "not known for this server",
      endToken: null,
    });
    expect(isMastodon(software)).toBe(false);
  });

  test("is told from one that does not say what it is", async () => {
    expect(await softwareFor(runningAt("wonder"))).toMatchObject({ hidesOwnPosts: false, schedules: "never" });
    expect(await softwareFor(runningAt(null))).toBeNull();
    expect(await schedulesOf(runningAt(null))).toBeNull();
  });

  test.each([
    ["gotosocial", "0.19.2", "never"],
    ["gotosocial", "0.20.0-rc1", "listed"],
    ["gotosocial", "1.0.0", "listed"],
    ["snac", "2.94", "unseen"],
    ["mastodon", "4.6.5", "listed"],
  ])("schedules of %s %s: %s", async (name, version, expected) => {
    expect(await schedulesOf(runningAt(name, version))).toBe(expected);
  });
});

test("a name counts in any letters", () => {
  expect(softwareNamed("Mastodon")).toBe(softwareNamed("mastodon"));
  expect(softwareNamed("GoToSocial")).toBe(softwareNamed("gotosocial"));
});

test.each([...keepers, ...others])("%s has one entry, which bears its name", (name) => {
  expect(softwareNamed(name).names).toContain(name);
});

test.each(Object.entries(profiles))("the practice instance %s is in the table", (_, { software }) => {
  expect(softwareNamed(software).names).toContain(software);
});

test.each([
  ["4.5.0", "mastodon"],
  ["", "mastodon"],
  ["4.3.0+glitch", "mastodon"],
  ["2.7.2 (compatible; Akkoma 3.16.0)", "akkoma"],
  ["2.7.2 (compatible; Pleroma 2.9.1)", "akkoma"],
  ["0.19.1+git-123", "mastodon"],
  ["4.0.0 (compatible; Pixelfed 0.12.4)", "pixelfed"],
  ["4.0.0 (compatible; Mitra 4.2.0)", "mitra"],
  ["takahe/0.11.0", "takahe"],
  ["4.2.1 (compatible; Sharkey 2025.2.2)", "sharkey"],
  ["3.0.0 (compatible; Sharkey 2025.5.2-dev+g305a19b893; like Akkoma)", "sharkey"],
])("by its own description %j it is of the kind of %s", (version, name) => {
  expect(softwareDescribedBy({ version }).names).toContain(name);
});

test("GoToSocial is known by where its source is, or by what it lets an account have", () => {
  expect(softwareDescribedBy({ source_url: "https://codeberg.org/superseriousbusiness/gotosocial" }).names).toContain(
    "gotosocial",
  );
  const configuration = { accounts: { allow_custom_css: true } };
  expect(softwareDescribedBy({ version: "0.19.1+git-123", configuration }).names).toContain("gotosocial");
});
