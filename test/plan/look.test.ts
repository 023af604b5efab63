import { describe, expect, test } from "vitest";
import { lookWindow } from "../../src/plan/plan.ts";
import { environmentWith } from "../sources/environment.ts";

const now = Date.parse("2026-11-23T12:00:00Z");
const days = 86_400_000;

const answering = (status: number, body: unknown): typeof globalThis.fetch => {
  return async () =>
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json; charset=utf-8" } });
};
const silence: typeof globalThis.fetch = async () => {
  throw new TypeError("no network");
};

const rerun = environmentWith({ github: { repository: "o/r", run_id: "7", run_attempt: "2" } });
const inputs = { duplicateCheck: "rerun", githubToken: "ght" } as const;

test("a first attempt does not look, and asks nobody", async () => {
  const first = environmentWith({ github: { repository: "o/r", run_id: "7", run_attempt: "1" } });
  expect(await lookWindow(inputs, first, now, silence)).toBeNull();
});

test("a runner that counts no attempts does not look", async () => {
  expect(await lookWindow(inputs, environmentWith({}), now, silence)).toBeNull();
});

test("a re-run looks since its run was created", async () => {
  const created = answering(200, { created_at: "2026-11-20T08:00:00Z" });
  expect(await lookWindow(inputs, rerun, now, created)).toEqual({
    since: Date.parse("2026-11-20T08:00:00Z"),
    why: "when this run began",
  });
});

test("a duration looks so far back on every run, and never says what it does not need", async () => {
  expect(await lookWindow({ ...inputs, duplicateCheck: days }, rerun, now, silence)).toEqual({
    since: now - days,
    why: "as `duplicate-check` says",
  });
});

test("`never` never looks", async () => {
  expect(await lookWindow({ ...inputs, duplicateCheck: "never" }, rerun, now, silence)).toBeNull();
});

test("a re-run looks since its run was created, also where `duplicate-check` names a shorter time", async () => {
  const created = answering(200, { created_at: "2026-11-20T08:00:00Z" });
  const window = await lookWindow({ ...inputs, duplicateCheck: days }, rerun, now, created);
  expect(window?.since).toBe(Date.parse("2026-11-20T08:00:00Z"));
});

describe("30 days, and why, where nobody tells when the run began", () => {
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
    const window = await lookWindow({ ...inputs, githubToken }, rerun, now, fetch);
    expect(window).toEqual({
      since: now - 30 * days,
      why: `30 days back, as nobody tells when this run began (${why})`,
    });
  });
});

describe("`released` yields to `published` of the same release", () => {
  const released = (published_at: string | null, run_attempt = "1") =>
    environmentWith({
      github: { repository: "o/r", run_id: "7", run_attempt, event_name: "release" },
      event: { action: "released", release: { published_at } },
    });

  test("looks since the release came out", async () => {
    expect(await lookWindow(inputs, released("2026-11-23T11:59:00Z"), now, silence)).toEqual({
      since: Date.parse("2026-11-23T11:58:00Z"),
      why: "when the release came out",
    });
  });

  test("looks 30 days back where the release does not tell", async () => {
    expect((await lookWindow(inputs, released(null), now, silence))?.since).toBe(now - 30 * days);
  });

  test("looks since the earlier of release and run on a re-run", async () => {
    const created = answering(200, { created_at: "2026-11-23T11:00:00Z" });
    const window = await lookWindow(inputs, released("2026-11-20T11:59:00Z", "2"), now, created);
    expect(window?.since).toBe(Date.parse("2026-11-20T11:58:00Z"));
  });

  test("`published` itself does not look", async () => {
    const published = environmentWith({
      github: { event_name: "release" },
      event: { action: "published", release: { published_at: "2026-11-23T11:59:00Z" } },
    });
    expect(await lookWindow(inputs, published, now, silence)).toBeNull();
  });
});
