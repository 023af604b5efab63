import type { ChildProcess } from "node:child_process";
import { describe, expect, test } from "vitest";
import { BLOG, rssOf } from "./feed.ts";
import type { Exchange, ExchangeRequest } from "./instance/exchange.ts";
import { apiError, throttled } from "./instance/faults.ts";
import { gif, png } from "./instance/files.ts";
import { createInstance, type Fault, type StoredStatus } from "./instance/server.ts";
import { listen } from "./instance/sockets.ts";
import { dist, type Outcome, type RunOptions, runAction, source, type Target } from "./runner.ts";
import { type SharedTime, sharedTime } from "./shared-time.ts";

/**
 * Runs that are cancelled at each of their moments: as each request is there, and in each wait. What they say must be what
 * the server has stored, and a re-run makes it whole. The moments are found by playing each run undisturbed first.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A runner's time from its first signal to the next, in milliseconds. */
const RUNNER_WAITS = 7500;

const POST = { method: "POST", path: "/api/v1/statuses" };
const READ = ["write:statuses", "write:media", "read:statuses", "profile"];

interface Job extends Partial<Pick<RunOptions, "event" | "files">> {
  attempt: number;
  inputs: Record<string, string>;
  faults: Fault[];
}

/** `ELSEWHERE` is the origin of a server that has the pages, and is the GitHub API as well. */
const jobs: Record<string, Job> = {
  "a single post, which is a re-run's and has media": {
    attempt: 2,
    inputs: {
      status: "Out now",
      media: "[{ file: cat.gif, description: A cat }, { file: photo.png, description: A chart }]",
    },
    files: { "cat.gif": gif(2, 1, true).bytes, "photo.png": png().bytes },
    faults: [{ method: "GET", path: /\/accounts\/\d+\/statuses/, answer: apiError(503, "Busy") }],
  },
  "a list of three, which wait for their links": {
    attempt: 1,
    inputs: {
      data: "[{ text: One, page: late }, { text: Two, page: two }, { text: Three, page: three }]",
      status: "{{ data.text }} {{ entry.link }}",
      link: "ELSEWHERE/{{ data.page }}",
      "wait-for-link": "true",
    },
    faults: [{ ...POST, after: 1, answer: throttled({ retryAfter: "20" }) }],
  },
  "a feed": {
    attempt: 1,
    event: "schedule",
    inputs: { feed: "ELSEWHERE/feed.xml", "wait-for-link": "true" },
    faults: [],
  },
  "a thread, which is a re-run's": {
    attempt: 2,
    inputs: { status: "One\n---\nTwo\n---\nThree" },
    faults: [{ ...POST, after: 1, answer: throttled({ retryAfter: "20" }) }],
  },
};

/**
 * What becomes of the request at which a run is cancelled: it is done and answered once the run has noticed; it was done
 * before, and the answer comes too late; it is never done.
 */
const ENDS = ["answered", "done, and answered late", "lost"] as const;

/** When a run is cancelled: at a request, or in a wait, each by its number from 0. */
type Moment = { request: number; end: (typeof ENDS)[number] } | { wait: number };

interface Played {
  outcome: Outcome;
  /** What the account has once all is done that was sent, oldest first. */
  stored: StoredStatus[];
  /** All that was asked of any server, such as `POST /api/v1/statuses`. */
  requests: string[];
  /** What of it came after the signal. */
  late: string[];
  /** Milliseconds from the signal to the end. */
  took: number;
  /** The origin that `ELSEWHERE` stood for. */
  elsewhere: string;
  /** What becomes of it with a re-run. */
  again(): Promise<Played>;
}

/** Plays a run, cancelled at a moment or undisturbed, and lets servers finish what was sent. */
async function play<T>(
  job: Job,
  target: Target,
  moment: Moment | null,
  use: (played: Played) => Promise<T>,
): Promise<T> {
  const time = sharedTime();
  const world = await startServers(time);
  for (const fault of job.faults) world.instance.fault(fault);
  const token = world.instance.createToken({ scopes: READ });
  const onward = (text: string) => text.replaceAll("ELSEWHERE", world.elsewhere);
  const inputs = Object.fromEntries(Object.entries(job.inputs).map(([name, value]) => [name, onward(value)]));

  async function run(attempt: number, at: Moment | null): Promise<Played> {
    const requests: string[] = [];
    let signalled = { at: Number.NaN, requests: 0 };
    let ended = Number.NaN;
    let cancel = () => {};
    let noticed = Promise.resolve();
    world.gate = async (request, exchange) => {
      const index = requests.push(`${request.method} ${request.path.replace(/\?.*/, "")}`) - 1;
      if (at === null || !("request" in at) || at.request !== index) return exchange(request);
      const done = at.end === "done, and answered late" ? await exchange(request) : null;
      cancel();
      await noticed;
      if (at.end === "answered") return exchange(request);
      await time.sleep(MINUTE, new AbortController().signal);
      return done ?? { reset: true };
    };
    const outcome = await runAction({
      ...job,
      target,
      time,
      inputs: { "instance-url": world.instance.origin, "access-token": token, ...inputs },
      env: { GITHUB_API_URL: world.elsewhere, GITHUB_RUN_ATTEMPT: String(attempt) },
      ...(at === null ? {} : { watch }),
    });
    expect(outcome.stderr).toBe("");
    // What is still worked on.
    await time.pass(2 * MINUTE);
    return {
      outcome,
      stored: world.instance.published(),
      requests,
      late: requests.slice(signalled.requests),
      took: ended - signalled.at,
      elsewhere: world.elsewhere,
      again: () => run(attempt + 1, null),
    };

    function watch(child: ChildProcess): void {
      cancel = () => {
        signalled = { at: time.now().getTime(), requests: requests.length };
        child.kill("SIGTERM");
      };
      let said = "";
      let standstill: ReturnType<SharedTime["enter"]> | null = null;
      noticed = new Promise((heard) => {
        child.once("exit", () => {
          ended = time.now().getTime();
          standstill?.leave();
          heard();
        });
        child.stdout?.on("data", (text) => {
          said += text;
          if (said.includes("Cancelled while")) heard();
          if (at === null || !("wait" in at) || standstill || waitsIn(said).length <= at.wait) return;
          // No time passes until it has ended.
          standstill = time.enter(() => {});
          cancel();
        });
      });
    }
  }

  try {
    return await use(await run(job.attempt, moment));
  } finally {
    await world.close();
  }
}

/** The lines of a log that announce a wait. */
function waitsIn(log: string): string[] {
  return log.split("\n").filter((line) => /\b(?:in|waiting) \d+ s\b/i.test(line));
}

type Exchanger = (request: ExchangeRequest) => Promise<Exchange>;

/** An instance, and a server that has pages and is the GitHub API; all that comes to either passes one gate. */
async function startServers(time: SharedTime) {
  const created = time.now().toISOString();
  let isThere = false;
  const pages = async ({ path }: ExchangeRequest): Promise<Exchange> => {
    const page = (status: number, body = "") => ({ answer: { status, headers: {}, body } });
    if (path.startsWith("/repos/")) {
      const headers = { "content-type": "application/json" };
      return { answer: { status: 200, headers, body: JSON.stringify({ created_at: created }) } };
    }
    if (path === "/feed.xml") return page(200, feedOf(elsewhere.origin));
    // Of a site that is still being published.
    if (path !== "/late" || isThere) return page(200);
    isThere = true;
    return page(404);
  };
  const through = (exchange: Exchanger) => (request: ExchangeRequest) => world.gate(request, exchange);
  const elsewhere = await listen(through(pages), { now: time.now });
  const listener = await listen(
    through((request) => instance.exchange(request)),
    { now: time.now },
  );
  const instance = createInstance(listener.origin, { now: time.now, sleep: time.sleep });
  const world = {
    instance,
    elsewhere: elsewhere.origin,
    gate: (request: ExchangeRequest, exchange: Exchanger) => exchange(request),
    async close() {
      await instance.close();
      await Promise.all([listener.close(), elsewhere.close()]);
    },
  };
  return world;
}

function feedOf(origin: string): string {
  const entries = ["late", "two", "three"].map((name, index) => ({
    title: `About ${name}`,
    path: `/${name}`,
    age: (9 - index) * HOUR,
  }));
  return rssOf(entries).replaceAll(BLOG, origin);
}

/** What a run makes that nothing disturbs: its posts, each the texts of its parts. And all moments to cancel it at. */
async function survey(job: Job): Promise<{ texts: string[][]; moments: [string, Moment][] }> {
  return play(job, source, null, async ({ outcome, stored, requests, elsewhere }) => {
    expect(outcome.outputs).toMatchObject({ result: "posted", reason: "" });
    const texts = stored.map(({ text }) => text.replaceAll(elsewhere, "ELSEWHERE"));
    const isOne = JSON.parse(outcome.outputs.results!).length === 1;
    const atRequests = requests.flatMap((request, index) =>
      endsOf(request).map((end): [string, Moment] => [
        `at ${index + 1}. ${request.replaceAll(/\d{6,}/g, "ID")}, which is ${end}`,
        { request: index, end },
      ]),
    );
    const inWaits = waitsIn(outcome.stdout).map((line, index): [string, Moment] => [
      `in wait ${index + 1}, “${line.replaceAll(/\d+ s\b.*/g, "… s")}”`,
      { wait: index },
    ]);
    const moments = [...atRequests, ...inWaits];
    expect(moments.length).toBeGreaterThanOrEqual(15);
    return { texts: isOne ? [texts] : texts.map((text) => [text]), moments };
  });
}

/** A question, whose answer nobody waits for, ends in one way for all. */
function endsOf(request: string): readonly (typeof ENDS)[number][] {
  return request.startsWith("POST") ? ENDS : ["answered"];
}

interface Result {
  result: string;
  reason: string;
  id: string;
  url: string;
  text: string;
}

/** What a cancelled run says of each post, of all, and of what a person is to do, held against what is stored. */
function holdTrue({ outcome, stored }: Played, wanted: string[][], isOpen: boolean): void {
  const { exitCode, stdout, outputs, summary } = outcome;
  const results: Result[] = JSON.parse(outputs.results!);
  const ids: string[] = JSON.parse(outputs.ids!);
  const urls: string[] = JSON.parse(outputs.urls!);
  for (const texts of wanted) {
    const made = stored.filter(({ text }) => texts.includes(text));
    const known = made.filter(({ id }) => ids.includes(id));
    // One that the run did not come to know of is not up.
    const { result, reason, id, url } = results.find(({ text }) => text === texts.join("\n---\n")) ?? {
      ...results[0]!,
      result: "failed",
    };
    expect(new Set(made.map(({ text }) => text)).size).toBe(made.length);
    if (result !== "posted") expect(reason).toContain("The run was cancelled ");
    switch (result) {
      case "posted":
        expect([made.map(({ text }) => text), known]).toEqual([texts, made]);
        break;
      case "partial":
        expect(known.length).toBeGreaterThan(0);
        expect(known.length).toBeLessThan(texts.length);
        expect(reason).toContain(`(${known.length} of ${texts.length} parts)`);
        expect(reason.includes("The next part may be up too.")).toBe(isOpen);
        expect(made.length - known.length).toBeLessThanOrEqual(isOpen ? 1 : 0);
        break;
      case "unknown":
        expect([isOpen, known]).toEqual([true, []]);
        expect(made.length).toBeLessThanOrEqual(1);
        break;
      default:
        expect([result, made]).toEqual(["failed", []]);
    }
    if (known.length > 0) expect([id, url]).toEqual([known[0]!.id, known[0]!.url]);
    for (const one of known) {
      expect(urls).toContain(one.url);
      expect(summary).toContain(`href="${one.url}"`);
      expect(stdout).toContain(one.url);
    }
  }
  expect(ids.filter((id) => !stored.some((one) => one.id === id))).toEqual([]);
  const has = (wanted: string) => results.some(({ result }) => result === wanted);
  const isMixed = has("partial") || (has("posted") && has("failed"));
  expect(outputs.result).toBe(has("unknown") ? "unknown" : isMixed ? "partial" : has("failed") ? "failed" : "posted");
  const bad = results.filter(({ result }) => result !== "posted");
  expect(exitCode).toBe(bad.length > 0 ? 1 : 0);
  // One line for each post that is not up, or may not be.
  expect(stdout.match(/^::error::/gm) ?? []).toHaveLength(bad.length);
  for (const { reason } of bad) expect(stdout).toContain(reason.replaceAll("%", "%25"));
  expect(outputs.reason).toBe(bad.find(({ result }) => result === outputs.result)?.reason ?? bad[0]?.reason ?? "");
}

for (const target of [source, dist]) {
  describe.skipIf(process.platform === "win32").each(Object.entries(jobs))(`on ${target.name}: %s`, async (_, job) => {
    const { texts, moments } = await survey(job);
    const isChosen = (name: string) => /statuses, which is done|^in wait/.test(name);

    test.concurrent.each(moments.filter(([name]) => target === source || isChosen(name)))(
      "%s",
      async (name, moment) => {
        await play(job, target, moment, async (played) => {
          const { late, took, elsewhere, again } = played;
          const wanted = texts.map((parts) => parts.map((text) => text.replaceAll("ELSEWHERE", elsewhere)));
          expect(took).toBeLessThanOrEqual(RUNNER_WAITS);
          // Files that no post needs any more are taken away.
          expect(late.filter((request) => !request.startsWith("DELETE /api/v1/media/"))).toEqual([]);
          const isPost = name.includes("POST /api/v1/statuses");
          const isOpen = isPost && "end" in moment && moment.end !== "answered";
          holdTrue(played, wanted, isOpen);
          const { outcome, stored } = await again();
          expect([outcome.exitCode, outcome.stdout.match(/^::error::.*/gm)]).toEqual([0, null]);
          expect(stored.map(({ text }) => text).toSorted()).toEqual(wanted.flat().toSorted());
        });
      },
    );
  });
}
