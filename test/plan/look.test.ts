import { describe, expect, test } from "vitest";
import type { Inputs } from "../../src/inputs/inputs.ts";
import type { Plan } from "../../src/mastodon/plan.ts";
import { withLook } from "../../src/plan/plan.ts";
import { runCreatedAt } from "../../src/sources/github.ts";
import { describeRelease, type Release } from "../../src/sources/release.ts";
import { planWith } from "../mastodon/steps.ts";
import { environmentWith } from "../sources/environment.ts";

const now = Date.parse("2026-11-23T12:00:00Z");
const days = 86_400_000;

const answering = (status: number, body: unknown): typeof globalThis.fetch => {
  return async () =>
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json; charset=utf-8" } });
};
const createdAt = (time: string) => answering(200, { created_at: time });
const silence: typeof globalThis.fetch = async () => {
  throw new TypeError("no network");
};

/** A run, of which only some is named. */
interface Circumstances {
  attempt: string;
  /** Of an event `release`; else it is a push. */
  action: string | null;
  /** The event's own, or one that was loaded. */
  release: Release | null;
  duplicateCheck: Inputs["duplicateCheck"];
  fetch: typeof globalThis.fetch;
  githubToken: string;
  edit: Plan["edit"];
}

function ready(changes: Partial<Circumstances> = {}): Promise<Plan> {
  const usual = { attempt: "1", action: null, release: null, duplicateCheck: "rerun", fetch: silence } as const;
  const {
    attempt,
    action,
    release,
    duplicateCheck,
    fetch,
    githubToken = "ght",
    edit = null,
  } = { ...usual, ...changes };
  const event = action === null ? {} : { action, release };
  const environment = environmentWith({
    github: { repository: "o/r", run_id: "7", run_attempt: attempt, event_name: action === null ? "push" : "release" },
    event,
  });
  const created = () => runCreatedAt(environment, githubToken, fetch);
  return withLook(planWith({ edit }), { duplicateCheck }, environment, { event, release }, now, created);
}

async function lookIn(changes: Partial<Circumstances>) {
  return (await ready(changes)).look;
}

const release = (times: Record<string, unknown>) => describeRelease({ id: 5, tag_name: "v1", ...times }, "r");
const today = release({ created_at: "2026-11-23T11:00:00Z", published_at: "2026-11-23T11:30:00Z" });

describe("a first attempt", () => {
  test("does not look, and asks nobody", async () => {
    expect(await lookIn({})).toBeNull();
    expect(await lookIn({ action: "published", release: today })).toBeNull();
  });

  test("of a runner that counts no attempts does not look", async () => {
    expect(await lookIn({ attempt: "" })).toBeNull();
  });

  test("with a duration looks so far back; nothing is posted where it cannot see", async () => {
    expect(await lookIn({ duplicateCheck: days })).toEqual({
      since: now - days,
      why: "as `duplicate-check` says",
      orElse: "stop",
      keySince: 0,
    });
  });

  test("for a release that was loaded looks since it came out; nothing is posted where it cannot see", async () => {
    expect(await lookIn({ release: today })).toEqual({
      since: Date.parse("2026-11-23T11:29:00Z"),
      why: "when the release came out",
      orElse: "stop",
      keySince: 0,
    });
    expect((await lookIn({ release: release({}) }))?.since).toBe(now - 30 * days);
  });

  test.each(["created", "released", "prereleased"])(
    "on `%s` looks since the release was made, and posts where it cannot see",
    async (action) => {
      expect(await lookIn({ action, release: today })).toEqual({
        since: Date.parse("2026-11-23T10:59:00Z"),
        why: "when the release was made",
        orElse: "post",
        keySince: 0,
      });
      expect((await lookIn({ action, release: release({}) }))?.since).toBe(now - 30 * days);
    },
  );
});

describe("a re-run", () => {
  test("looks since its run was created; where it cannot see, the key tells while it lives", async () => {
    const began = Date.parse("2026-11-20T08:00:00Z");
    expect(await lookIn({ attempt: "2", fetch: createdAt("2026-11-20T08:00:00Z") })).toEqual({
      since: began,
      why: "when this run began",
      orElse: "rely on key",
      keySince: began,
    });
  });

  test("looks in the widest of its windows, and the strictest says what to do where it cannot see", async () => {
    const fetch = createdAt("2026-11-20T08:00:00Z");
    const look = await lookIn({ attempt: "2", duplicateCheck: days, fetch });
    expect(look).toMatchObject({ since: Date.parse("2026-11-20T08:00:00Z"), orElse: "stop" });
    const early = release({ created_at: "2026-11-19T08:00:00Z" });
    expect(await lookIn({ attempt: "2", action: "released", release: early, fetch })).toMatchObject({
      since: Date.parse("2026-11-19T07:59:00Z"),
      orElse: "rely on key",
      keySince: Date.parse("2026-11-20T08:00:00Z"),
    });
  });
});

test("`never` never looks, and asks nobody", async () => {
  for (const attempt of ["1", "2"]) {
    expect(await lookIn({ attempt, duplicateCheck: "never", action: "released", release: today })).toBeNull();
  }
});

describe("24 hours, and why, where nobody tells when the run began", () => {
  test.each<[string, typeof globalThis.fetch, string, string]>([
    [
      "a missing permission",
      answering(403, { message: "Resource not accessible" }),
      "ght",
      "the GitHub API answered 403; add `actions: read` to the job's permissions",
    ],
    [
      "a server that knows no runs, or a private repository without the permission",
      answering(404, {}),
      "ght",
      "the GitHub API answered 404; add `actions: read` to the job's permissions",
    ],
    ["a dead token", answering(401, {}), "ght", "the GitHub API answered 401"],
    ["an answer without a time", answering(200, {}), "ght", "the GitHub API's answer has no time"],
    ["silence", silence, "ght", "the GitHub API did not answer"],
    ["no token", silence, "", "`github-token` is empty; leave it out to have its default"],
  ])("%s", async (_, fetch, githubToken, why) => {
    expect(await lookIn({ attempt: "2", fetch, githubToken })).toEqual({
      since: now - days,
      why: `24 hours back, as nobody tells when this run began (${why})`,
      orElse: "rely on key",
      keySince: 0,
    });
  });
});

test("where nobody tells when a run about a release began, it looks back to when the release came out", async () => {
  const old = release({ created_at: "2026-11-01T08:00:00Z", published_at: "2026-11-20T08:00:00Z" });
  expect(await lookIn({ attempt: "2", action: "published", release: old })).toEqual({
    since: Date.parse("2026-11-20T07:59:00Z"),
    why: "when the release came out",
    orElse: "rely on key",
    keySince: 0,
  });
  expect((await lookIn({ attempt: "2", action: "published", release: today }))?.since).toBe(now - days);
});

test("`edit-status-id: auto` asks when the run began: what it made since is another post", async () => {
  const edit = { target: "auto", since: 0, before: now };
  const known = await ready({ edit, fetch: createdAt("2026-11-23T11:50:00Z") });
  expect(known.edit?.before).toBe(Date.parse("2026-11-23T11:50:00Z"));
  expect(known.look).toBeNull();
  expect((await ready({ edit })).edit?.before).toBe(now);
});
