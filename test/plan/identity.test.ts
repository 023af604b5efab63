import { describe, expect, test } from "vitest";
import { identityOf, type Known, subjectOf } from "../../src/plan/plan.ts";
import type { Facts } from "../../src/sources/facts.ts";
import { describeRelease } from "../../src/sources/release.ts";
import { environmentWith } from "../sources/environment.ts";

function known(
  changes: Partial<Known> & { github?: Partial<Facts["github"]>; release?: Facts["release"] } = {},
): Known {
  const { github, release = null, ...more } = changes;
  const { github: all } = environmentWith({
    github: {
      repository: "o/r",
      event_name: "push",
      run_id: "7",
      run_attempt: "1",
      job: "j",
      ref: "refs/heads/main",
      ...github,
    },
  });
  const facts = { event: {}, github: { ...all, event: {} }, release, repository: null, data: null };
  return {
    facts,
    step: "s",
    idempotencyKey: "",
    texts: ["Hello"],
    spoilerText: "",
    poll: null,
    mediaHashes: [],
    ...more,
  };
}

const released = describeRelease({ id: 5, tag_name: "v1", html_url: "https://github.com/o/r/releases/tag/v1" }, "r");

describe("the first of these is the identity", () => {
  test("the author's own key, of this repository", () => {
    const own = known({ idempotencyKey: "k", github: { event_name: "release" }, release: released });
    expect(identityOf(own)).toEqual(["key", "o/r", "k"]);
  });

  test("the release of a release event", () => {
    expect(identityOf(known({ github: { event_name: "release" }, release: released }))).toEqual(["release", "o/r", 5]);
  });

  test("the step of the run, with subject and text", () => {
    expect(identityOf(known())).toEqual(["run", "o/r", "7", "j", "s", "refs/heads/main", ["Hello"], "", null, []]);
  });

  test("the step of the run also where a release was loaded for another event", () => {
    expect(identityOf(known({ release: released }))[0]).toBe("run");
  });
});

describe("the same post", () => {
  test("a re-run", () => {
    expect(identityOf(known({ github: { run_attempt: "2" } }))).toEqual(identityOf(known()));
  });

  test("another text of the same release event", () => {
    const of = (text: string) =>
      identityOf(known({ texts: [text], github: { event_name: "release" }, release: released }));
    expect(of("a")).toEqual(of("b"));
  });
});

describe("another post", () => {
  test.each<[string, Parameters<typeof known>[0]]>([
    ["another run", { github: { run_id: "8" } }],
    ["another job", { github: { job: "k" } }],
    ["another step", { step: "t" }],
    ["another text", { texts: ["Bye"] }],
    ["another content warning", { spoilerText: "x" }],
    ["another repository", { github: { repository: "o/s" } }],
    ["another ref", { github: { ref: "refs/heads/dev" } }],
    ["a text in two parts", { texts: ["Hel", "lo"] }],
    ["another poll", { poll: { options: ["a", "b"] } }],
    ["another file", { mediaHashes: ["9f86d0"] }],
    ["a key", { idempotencyKey: "k" }],
  ])("%s", (_, changes) => {
    expect(JSON.stringify(identityOf(known(changes)))).not.toBe(JSON.stringify(identityOf(known())));
  });
});

test("a subject is the release's address, else the ref, else the commit", () => {
  expect(subjectOf(known({ release: released }).facts)).toBe("https://github.com/o/r/releases/tag/v1");
  expect(subjectOf(known().facts)).toBe("refs/heads/main");
  expect(subjectOf(known({ github: { ref: "", sha: "abc" } }).facts)).toBe("abc");
});
