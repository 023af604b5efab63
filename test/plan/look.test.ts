import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { asFetch, openHttp } from "../../src/mastodon/http.ts";
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
    const window = await lookWindow({ ...inputs, githubToken }, rerun, now, fetch);
    expect(window).toEqual({
      since: now - days,
      why: `24 hours back, as nobody tells when this run began (${why})`,
    });
  });
});

test("on a release, since that came out, where nobody tells when the run began", async () => {
  const environment = environmentWith({
    github: { repository: "o/r", run_id: "7", run_attempt: "2", event_name: "release" },
    event: { action: "published", release: { published_at: "2026-11-20T08:00:00Z" } },
  });
  const window = await lookWindow(inputs, environment, now, answering(403, {}));
  expect(window).toEqual({ since: Date.parse("2026-11-20T07:59:00Z"), why: "when the release came out" });
});

test("the time of a run is told by this machine's clock, though that is wrong", async () => {
  const [hours, tell] = [3_600_000, vi.useFakeTimers({ now, toFake: ["Date"] })];
  try {
    // GitHub's clock is right: this one is two hours behind.
    const headers = { date: new Date(now + 2 * hours).toUTCString(), "content-type": "application/json" };
    const body = JSON.stringify({ created_at: new Date(now + 1.5 * hours).toISOString() });
    const window = await lookWindow(inputs, rerun, now, async () => new Response(body, { headers }));
    expect(window?.since).toBe(now - 0.5 * hours);
  } finally {
    tell.useRealTimers();
  }
});

test("follows a repository that was renamed, on the same server alone", async () => {
  const { asked, fetch } = moving("https://api.example.com/repositories/1/actions/runs/7");
  const environment = environmentWith({ ...rerun, apiUrl: "https://api.example.com" });
  expect(await lookWindow(inputs, environment, now, fetch)).toMatchObject({ why: "when this run began" });
  expect(asked).toEqual([
    "https://api.example.com/repos/o/r/actions/runs/7",
    "https://api.example.com/repositories/1/actions/runs/7",
  ]);
  const elsewhere = moving("https://elsewhere.example/");
  const untold = { ...environment, apiUrl: "https://api.example.com" };
  expect((await lookWindow(inputs, untold, now, elsewhere.fetch))?.why).toContain("has no time");
  expect(elsewhere.asked).toHaveLength(1);
});

function moving(location: string): { asked: string[]; fetch: typeof globalThis.fetch } {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (url) => {
    asked.push(String(url));
    if (asked.length === 1) return new Response(null, { status: 301, headers: { location } });
    return answering(200, { created_at: "2026-11-23T11:00:00Z" })(url);
  };
  return { asked, fetch };
}

describe("a GitHub API on real connections", () => {
  async function servedBy(listener: RequestListener) {
    const server = createServer(listener);
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const http = openHttp({ proxies: { http: "", https: "", no: "" }, timeout: 300_000 });
    onTestFinished(() => {
      http.close();
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    return { fetch: asFetch(http), environment: environmentWith({ ...rerun, apiUrl: `http://127.0.0.1:${port}` }) };
  }

  test("that is silent is waited for ten seconds", async () => {
    const { fetch, environment } = await servedBy(() => {});
    const { timeout } = AbortSignal;
    const hundredfold = vi
      .spyOn(AbortSignal, "timeout")
      .mockImplementation((time) => timeout.call(AbortSignal, time / 100));
    const window = await lookWindow(inputs, environment, now, fetch);
    expect(window?.why).toContain("the GitHub API did not answer within 10 s");
    expect(hundredfold.mock.calls).toEqual([[10_000]]);
    vi.restoreAllMocks();
  });

  test("nothing that it says is printed", async () => {
    const { fetch, environment } = await servedBy((_, response) => {
      const headers = {
        deprecation: "##[add-mask]result",
        link: '<https://example.org>; rel="deprecation"',
        "content-type": "application/json",
      };
      response.writeHead(200, headers).end('{"created_at":"2026-11-23T11:00:00Z"}');
    });
    const spies = (["debug", "info", "log", "warn", "error"] as const).map((name) => vi.spyOn(console, name));
    await lookWindow(inputs, environment, now, fetch);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
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
