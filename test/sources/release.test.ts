import { describe, expect, test } from "vitest";
import { describeRelease, isAnnouncedElsewhere, timesOf, whyReleaseIsSilent } from "../../src/sources/release.ts";
import { environmentWith } from "./environment.ts";

describe("title and version, from tag, name and repository", () => {
  test.each([
    // the version alone
    ["v1.2.3", null, "undici", "undici 1.2.3", "1.2.3"],
    ["1.2.3", null, "undici", "undici 1.2.3", "1.2.3"],
    ["V1.2.3", "", "undici", "undici 1.2.3", "1.2.3"],
    ["v.1.2", null, "undici", "undici 1.2", "1.2"],
    ["v7", null, "undici", "undici 7", "7"],
    ["v1.0.0-rc.1", null, "undici", "undici 1.0.0-rc.1", "1.0.0-rc.1"],
    ["1.0.0+build.5", null, "undici", "undici 1.0.0+build.5", "1.0.0+build.5"],
    ["v7.2.0", "v7.2.0", "undici", "undici 7.2.0", "7.2.0"],
    ["v7.2.0", "7.2.0", "undici", "undici 7.2.0", "7.2.0"],
    ["7.2.0", "v7.2.0", "undici", "undici 7.2.0", "7.2.0"],
    ["v7.2.0", "Release v7.2.0", "undici", "undici 7.2.0", "7.2.0"],
    ["v7.2.0", "Version 7.2.0", "undici", "undici 7.2.0", "7.2.0"],
    ["v7.2.0", "Release", "undici", "undici 7.2.0", "7.2.0"],
    ["v7.2.0", "   ", "undici", "undici 7.2.0", "7.2.0"],
    // a name that says it all
    ["v7.2.0", "undici 7.2.0", "undici", "undici 7.2.0", "7.2.0"],
    ["v7.2.0", "Undici v7.2.0", "undici", "Undici v7.2.0", "7.2.0"],
    ["v1.2", "VS Code 1.2", "vscode", "VS Code 1.2", "1.2"],
    ["v1.2", "My Tool 1.2: Spring", "my-tool", "My Tool 1.2: Spring", "1.2"],
    // a name that adds words
    ["v7.2.0", "Spring cleaning", "undici", "undici 7.2.0: Spring cleaning", "7.2.0"],
    ["v7.2.0", "v7.2.0 – Spring cleaning", "undici", "undici v7.2.0 – Spring cleaning", "7.2.0"],
    ["v7.2.0", "Release 7.2.0: Spring", "undici", "undici 7.2.0: Spring", "7.2.0"],
    ["v7.2.0", "Spring cleaning (7.2.0)", "undici", "undici: Spring cleaning (7.2.0)", "7.2.0"],
    ["v7.2.0", "The undici spring", "undici", "The undici spring 7.2.0", "7.2.0"],
    ["v7.2.0", "Two\r\nlines\tof  it", "undici", "undici 7.2.0: Two lines of it", "7.2.0"],
    ["v1.0", "Mongo fixes", "go", "go 1.0: Mongo fixes", "1.0"],
    ["v1.0", "春の掃除", "undici", "undici 1.0: 春の掃除", "1.0"],
    // one package of many
    ["@scope/pkg@1.0.1", null, "monorepo", "@scope/pkg 1.0.1", "1.0.1"],
    ["@scope/pkg@1.0.1", "@scope/pkg@1.0.1", "monorepo", "@scope/pkg 1.0.1", "1.0.1"],
    ["@scope/es-2015@1.0.1", null, "monorepo", "@scope/es-2015 1.0.1", "1.0.1"],
    ["pkg-v2.0.0", "pkg: v2.0.0", "monorepo", "pkg: v2.0.0", "2.0.0"],
    ["pkg-v2.0.0", null, "monorepo", "pkg 2.0.0", "2.0.0"],
    ["pkg/v2.0.0", null, "monorepo", "pkg 2.0.0", "2.0.0"],
    ["sub/pkg/v2.0.0", null, "monorepo", "sub/pkg 2.0.0", "2.0.0"],
    ["pkg@2.0.0", "Faster", "monorepo", "pkg 2.0.0: Faster", "2.0.0"],
    ["jdk-17.0.1+12", null, "jdk17u", "jdk 17.0.1+12", "17.0.1+12"],
    ["curl-8_5_0", "8.5.0", "curl", "curl 8_5_0", "8_5_0"],
    // words that name no project
    ["release-2024-01-01", null, "data", "data 2024-01-01", "2024-01-01"],
    ["release/1.4", null, "undici", "undici 1.4", "1.4"],
    ["REL_15_3", null, "postgres", "postgres 15_3", "15_3"],
    ["nightly", null, "undici", "undici nightly", "nightly"],
    ["nightly", "Nightly build", "undici", "undici Nightly build", "nightly"],
    ["nightly-2024-01-01", null, "undici", "undici nightly-2024-01-01", "nightly-2024-01-01"],
    ["latest", "Latest", "undici", "undici latest", "latest"],
    ["spring", "Spring cleaning", "undici", "undici Spring cleaning", "spring"],
    // odd ones
    ["", "", "undici", "undici", ""],
    ["", "Something", "undici", "undici Something", ""],
    ["v1.0.0", null, "", "1.0.0", "1.0.0"],
    ["🎉", null, "undici", "undici 🎉", "🎉"],
  ])("%j named %j of %j", (tag_name, name, repository, title, version) => {
    expect(describeRelease({ tag_name, name }, repository)).toMatchObject({ title, version, tag_name, name });
  });

  test("what the server left out is there as null, what it sent stays", () => {
    const release = describeRelease({ tag_name: "v1", author: { login: "x" }, body: "notes" }, "undici");
    expect(release).toMatchObject({ id: null, name: null, html_url: null, draft: false, prerelease: false });
    expect(release).toMatchObject({ author: { login: "x" }, body: "notes" });
  });

  test("a tag that is no text", () => {
    expect(describeRelease({ tag_name: null, name: 5 }, "undici")).toMatchObject({ tag_name: "", title: "undici" });
  });
});

describe("events of a release", () => {
  const event = (action: string, draft = false) =>
    environmentWith({ github: { event_name: "release" }, event: { action, release: { draft } } });

  test.each(["published", "released", "prereleased"])("`%s` is announced", (action) => {
    expect(whyReleaseIsSilent(event(action), false)).toBeNull();
  });

  test.each(["edited", "unpublished", "deleted"])("`%s` is not, with the line to write", (action) => {
    expect(whyReleaseIsSilent(event(action), false)).toBe(
      `The release event \`${action}\` publishes nothing. To run only when a release comes out, write \`on: { release: { types: [published] } }\`.`,
    );
  });

  test("a draft is not, whatever its event", () => {
    expect(whyReleaseIsSilent(event("published", true), false)).toContain("The release is a draft.");
  });

  test("an event without a release, and other events", () => {
    expect(whyReleaseIsSilent(environmentWith({ github: { event_name: "release" }, event: {} }), false)).toBeNull();
    expect(
      whyReleaseIsSilent(environmentWith({ github: { event_name: "push" }, event: { action: "created" } }), false),
    ).toBeNull();
  });

  test.each([
    ["published", false],
    ["created", true],
    ["released", true],
    ["prereleased", true],
  ])("whether `%s` comes with another event that announces the release: %s", (action, expected) => {
    expect(isAnnouncedElsewhere(event(action))).toBe(expected);
    expect(isAnnouncedElsewhere(environmentWith({ github: { event_name: "push" }, event: { action } }))).toBe(false);
  });

  test("its times are told a minute early; what it does not tell is null", () => {
    const [made, out] = ["2026-11-23T10:00:00Z", "2026-11-23T12:00:00Z"];
    expect(timesOf({ created_at: made, published_at: out })).toEqual({
      made: Date.parse("2026-11-23T09:59:00Z"),
      out: Date.parse("2026-11-23T11:59:00Z"),
    });
    expect(timesOf({ published_at: out }).made).toBe(Date.parse("2026-11-23T11:59:00Z"));
    expect(timesOf({ published_at: null })).toEqual({ made: null, out: null });
  });
});
