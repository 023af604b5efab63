import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { asFetch, openHttp } from "../../src/mastodon/http.ts";
import { runCreatedAt } from "../../src/sources/github.ts";
import { environmentWith } from "./environment.ts";

// When a run began, by the GitHub API. What else it may say is shown by test/plan/look.test.ts.

const now = Date.parse("2026-11-23T12:00:00Z");
const rerun = environmentWith({ github: { repository: "o/r", run_id: "7", run_attempt: "2" } });

const answering = (status: number, body: unknown): typeof globalThis.fetch => {
  return async () =>
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json; charset=utf-8" } });
};

test("the time of a run is told by this machine's clock, though that is wrong", async () => {
  const [hours, tell] = [3_600_000, vi.useFakeTimers({ now, toFake: ["Date"] })];
  try {
    // GitHub's clock is right: this one is two hours behind.
    const headers = { date: new Date(now + 2 * hours).toUTCString(), "content-type": "application/json" };
    const body = JSON.stringify({ created_at: new Date(now + 1.5 * hours).toISOString() });
    const began = await runCreatedAt(rerun, "ght", async () => new Response(body, { headers }));
    expect(began).toBe(now - 0.5 * hours);
  } finally {
    tell.useRealTimers();
  }
});

test("follows a repository that was renamed, on the same server alone", async () => {
  const { asked, fetch } = moving("https://api.example.com/repositories/1/actions/runs/7");
  const environment = environmentWith({ ...rerun, apiUrl: "https://api.example.com" });
  expect(await runCreatedAt(environment, "ght", fetch)).toBe(Date.parse("2026-11-23T11:00:00Z"));
  expect(asked).toEqual([
    "https://api.example.com/repos/o/r/actions/runs/7",
    "https://api.example.com/repositories/1/actions/runs/7",
  ]);
  const elsewhere = moving("https://elsewhere.example/");
  const untold = { ...environment, apiUrl: "https://api.example.com" };
  expect(await runCreatedAt(untold, "ght", elsewhere.fetch)).toContain("has no time");
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
    const tenSeconds = new AbortController();
    // They are over once it has been asked, however slow this machine is.
    const { fetch, environment } = await servedBy(() => tenSeconds.abort(new DOMException("", "TimeoutError")));
    const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(tenSeconds.signal);
    const began = await runCreatedAt(environment, "ght", fetch);
    expect(began).toContain("the GitHub API did not answer within 10 s");
    expect(timeout.mock.calls).toEqual([[10_000]]);
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
    await runCreatedAt(environment, "ght", fetch);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
