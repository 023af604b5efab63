import { describe, expect, test } from "vitest";
import { type Intent, identityOf, subjectOf } from "../../src/action/identity.ts";
import type { Facts } from "../../src/sources/facts.ts";
import { describeRelease } from "../../src/sources/release.ts";
import { environmentWith } from "./environment.ts";

function intent(
  changes: Partial<Intent> & { github?: Partial<Facts["github"]>; release?: Facts["release"] } = {},
): Intent {
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
    const own = intent({ idempotencyKey: "k", github: { event_name: "release" }, release: released });
    expect(identityOf(own)).toEqual(["key", "o/r", "k"]);
  });

  test("the release of a release event", () => {
    expect(identityOf(intent({ github: { event_name: "release" }, release: released }))).toEqual(["release", "o/r", 5]);
  });

  test("the step of the run, with subject and text", () => {
    expect(identityOf(intent())).toEqual(["run", "o/r", "7", "j", "s", "refs/heads/main", ["Hello"], "", null, []]);
  });

  test("the step of the run also where a release was loaded for another event", () => {
    expect(identityOf(intent({ release: released }))[0]).toBe("run");
  });
});

describe("the same intent", () => {
  test("a re-run", () => {
    expect(identityOf(intent({ github: { run_attempt: "2" } }))).toEqual(identityOf(intent()));
  });

  test("another text of the same release event", () => {
    const of = (text: string) =>
      identityOf(intent({ texts: [text], github: { event_name: "release" }, release: released }));
    expect(of("a")).toEqual(of("b"));
  });
});

describe("another intent", () => {
  test.each<[string, Parameters<typeof intent>[0]]>([
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
    expect(JSON.stringify(identityOf(intent(changes)))).not.toBe(JSON.stringify(identityOf(intent())));
  });
});

test("a subject is the release's address, else the ref, else the commit", () => {
  expect(subjectOf(intent({ release: released }).facts)).toBe("https://github.com/o/r/releases/tag/v1");
  expect(subjectOf(intent().facts)).toBe("refs/heads/main");
  expect(subjectOf(intent({ github: { ref: "", sha: "abc" } }).facts)).toBe("abc");
});
