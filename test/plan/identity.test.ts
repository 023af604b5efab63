import { describe, expect, test } from "vitest";
import { identityOf } from "../../src/plan/plan.ts";
import { type Environment, readEnvironment } from "../../src/sources/environment.ts";
import { describeRelease } from "../../src/sources/release.ts";

const released = describeRelease({ id: 5, tag_name: "v1", html_url: "https://github.com/o/r/releases/tag/v1" }, "r");
const place = ["o/r/.github/workflows/release.yml", "announce", "toot"] as const;
const what = { texts: ["Hello"], poll: null };

interface Known {
  github: Partial<Environment["github"]>;
  release: typeof released | null;
  place: Environment["place"];
  key: string;
  what: Record<string, unknown>;
}

function identityWith(changes: Partial<Known>): string {
  const known: Known = { github: {}, release: null, place, key: "", what, ...changes };
  const { github: all } = readEnvironment({ GITHUB_REPOSITORY: "o/r", GITHUB_RUN_ID: "7", GITHUB_EVENT_NAME: "push" });
  const github = { ...all, event: {}, ...known.github };
  return JSON.stringify(identityOf({ github, release: known.release }, known.place, known.key, known.what));
}

describe("the first of these is the identity", () => {
  test("the author's own key, of this repository", () => {
    expect(identityWith({ key: "k", release: released })).toBe('["key","o/r","k"]');
  });

  test("what is sent about the release, and by which step", () => {
    expect(JSON.parse(identityWith({ release: released }))).toEqual(["post", "o/r", 5, place, what]);
  });

  test("what is sent in the run", () => {
    expect(JSON.parse(identityWith({}))).toEqual(["post", "o/r", "7", place, what]);
  });
});

describe("the same post", () => {
  test("a re-run", () => {
    expect(identityWith({ github: { run_attempt: "2" } })).toBe(identityWith({}));
  });

  test("another event of the same release, whose run is another one", () => {
    expect(identityWith({ release: released, github: { run_id: "8" } })).toBe(identityWith({ release: released }));
  });

  test("another text on the author's key", () => {
    expect(identityWith({ key: "k", what: { texts: ["Bye"] } })).toBe(identityWith({ key: "k" }));
  });
});

describe("another post", () => {
  test.each<[string, Partial<Known>]>([
    ["another run without a release", { github: { run_id: "8" } }],
    ["another workflow", { place: ["o/r/.github/workflows/other.yml", "announce", "toot"] }],
    ["another job", { place: [place[0], "other", "toot"] }],
    ["another step", { place: [place[0], "announce", "other"] }],
    ["another repository", { github: { repository: "o/s" } }],
    ["anything else that is sent", { what: { ...what, language: "de" } }],
    ["a key", { key: "k" }],
  ])("%s", (_, changes) => {
    expect(identityWith(changes)).not.toBe(identityWith({}));
  });
});
