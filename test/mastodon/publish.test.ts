import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openClient } from "../../src/mastodon/client.ts";
import { FileError } from "../../src/mastodon/error.ts";
import type { Plan } from "../../src/mastodon/plan.ts";
import { keyOf } from "../key.ts";
import { fileOf, uploadOf } from "./media-simulation.ts";
import { type Fault, type SmallInstanceOptions, smallInstance } from "./small-instance.ts";
import { carryOut, lookSince, planWith } from "./steps.ts";
import { virtualTime } from "./virtual-clock.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ORIGIN = "https://social.example";
const RELEASE = "https://github.com/nodejs/undici/releases/tag/v7.2.0";
const TEXT = `undici 7.2.0\n\n${RELEASE}`;
const IDENTITY = ["post", "nodejs/undici", 1, ["release.yml", "release", "announce"], {}];

const picture = [uploadOf("a.png")];

const before: Fault = { kind: "error", code: "ECONNRESET" };
const after: Fault = { kind: "error", code: "ECONNRESET", stored: true };
const answer = (status: number, more: Partial<Fault> = {}): Fault => ({ kind: "answer", status, ...more }) as Fault;
const failing = answer(500, { text: '{"error":"Something went wrong"}' });
const limited = (headers: Record<string, string> = {}): Fault =>
  answer(429, { headers, text: '{"error":"Too many requests"}' });

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function world(options: Partial<SmallInstanceOptions> = {}) {
  const time = virtualTime();
  const instance = smallInstance(time, options);
  const start = time.now();

  async function run(more: Partial<Plan> = {}, timeout = 10 * MINUTE) {
    const plan = planWith({
      identity: IDENTITY,
      texts: [TEXT],
      release: { url: RELEASE, publishedAt: null, inAnyWords: false },
      ...more,
    });
    const client = openClient(ORIGIN, "token", instance.http(timeout));
    const carried = await carryOut(client, plan);
    const uploads = carried.steps.filter(({ kind }) => kind === "uploading").length;
    return { ...carried, uploads };
  }

  const posts = () =>
    instance.requests
      .filter(({ method, path }) => method === "POST" && path === "/api/v1/statuses")
      .map((post) => ({ ...post, key: nameOf(post.key) }));
  const keys = () => posts().map(({ key }) => key);
  const paths = () => instance.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, "")}`);
  return { ...instance, time, start, run, posts, keys, paths };
}

/** `key-1-0` for the key of the second part and the first generation of {@link IDENTITY}; else `another`. */
function nameOf(key: string): string {
  const [part, generation] =
    [0, 1, 2]
      .flatMap((one) => [0, 1].map((other) => [one, other] as const))
      .find((pair) => key === keyOf("token", ORIGIN, IDENTITY, ...pair)) ?? [];
  return part === undefined ? "another" : `key-${part}-${generation}`;
}

describe("a first attempt", () => {
  test("that goes well costs one request", async () => {
    const { run, paths, statuses } = world();
    const { published, lines, inFlight } = await run();
    expect(paths()).toEqual(["POST /api/v1/statuses"]);
    expect(published).toMatchObject([{ id: "100", duplicate: false, scheduledAt: null, handle: "@me@social.example" }]);
    expect({ lines, inFlight }).toEqual({ lines: [], inFlight: ["the status", null] });
    expect(statuses).toHaveLength(1);
  });

  test("whose key was used before ends as a duplicate, with the text that is up", async () => {
    const { run, time } = world();
    await run();
    await time.sleep(10 * MINUTE);
    expect((await run()).published).toMatchObject([{ id: "100", duplicate: true, likeness: "same", otherText: null }]);
    const own = ["key", "nodejs/undici", "k"];
    await run({ identity: own });
    const other = await run({ identity: own, texts: ["Another text altogether"] });
    expect(other.published).toMatchObject([{ id: "101", duplicate: true, likeness: "another", otherText: TEXT }]);
  });
});

test("a run that lets another one go first waits five seconds, then looks", async () => {
  const { run, paths, requests, start } = world();
  const { steps } = await run({ letsGoFirst: true, look: lookSince(start) });
  expect(steps.map(({ kind }) => kind)).toEqual(["progress", "looking", "sending", "stored"]);
  expect(steps[0]).toEqual({
    kind: "progress",
    line: "Waiting 5 s, so that a run for `published` of this release, if there is one, posts first.",
  });
  expect(paths()[0]).toBe("GET /api/v1/accounts/verify_credentials");
  expect(requests[0]!.at - start).toBe(5000);
});

describe("what was never sent", () => {
  test("is sent again with the same key, after growing waits", async () => {
    const { run, faults, posts, start } = world();
    faults.push({ kind: "no connection", code: "ECONNREFUSED" }, { kind: "no connection", code: "EAI_AGAIN" });
    const { published, lines, inFlight } = await run();
    expect(posts().map(({ at, key }) => [at - start, key])).toEqual([
      [0, "key-0-0"],
      [2000, "key-0-0"],
      [8000, "key-0-0"],
    ]);
    expect(published).toMatchObject([{ duplicate: false }]);
    expect(lines).toEqual([
      "No connection (ECONNREFUSED); trying again in 2 s.",
      "No connection (EAI_AGAIN); trying again in 6 s.",
    ]);
    expect(inFlight.at(-1)).toBeNull();
  });

  test("fails after four tries, and is not done", async () => {
    const { run, faults, posts } = world();
    faults.push(...Array(9).fill({ kind: "no connection", code: "ECONNREFUSED" }));
    expect((await run()).error).toMatchObject({ outcome: "not done" });
    expect(posts()).toHaveLength(4);
  });

  test.each(["ENOTFOUND", "CERT_HAS_EXPIRED", "ERR_PROXY_ADDRESS"])(
    "fails at once where time cures nothing: %s",
    async (code) => {
      const { run, faults, posts } = world();
      faults.push({ kind: "no connection", code });
      expect((await run()).error).toMatchObject({ outcome: "not done" });
      expect(posts()).toHaveLength(1);
    },
  );
});

describe("a refusal", () => {
  test.each([400, 401, 403, 404, 409, 410, 422])("%d on a new key asks for no second try", async (status) => {
    const { run, faults, posts } = world();
    faults.push(answer(status, { text: '{"error":"no"}' }));
    const { error } = await run();
    // 409 may come from a request that is still at work, so it is looked into.
    if (status !== 409) expect(error).toMatchObject({ outcome: "not done" });
    expect(posts()).toHaveLength(status === 409 ? 2 : 1);
  });

  test("429: waits until the reset, by the server's own clock", async () => {
    const { run, faults, posts, start, keys } = world();
    faults.push(limited({ date: "Mon, 23 Nov 2026 09:00:00 GMT", "x-ratelimit-reset": "2026-11-23T09:00:40.000000Z" }));
    const { published, lines } = await run();
    expect(posts()[1]?.at).toBe(start + 41_000);
    expect(published).toHaveLength(1);
    expect(lines).toEqual(["Rate limit: waiting 41 s, until 12:00:41 UTC."]);
    // Runs of the same post meet in the key, so a refusal that leaves no trace does not change it.
    expect(keys()).toEqual(["key-0-0", "key-0-0"]);
  });

  test("429: waits for a reset in seconds since 1970, and for Retry-After", async () => {
    const { run, faults, posts, start } = world();
    faults.push(limited({ "x-ratelimit-reset": String(start / 1000 + 30) }), limited({ "retry-after": "15" }));
    await run();
    expect(posts().map(({ at }) => at - start)).toEqual([0, 31_000, 47_000]);
  });

  test("429 without a reset: 1, 2, 4 … seconds, as long as there is time", async () => {
    const { run, faults, posts, start } = world();
    const past = limited({ "x-ratelimit-reset": "2020-01-01T00:00:00Z" });
    faults.push(limited(), past, ...Array(20).fill(limited()));
    const { error } = await run();
    expect(posts().map(({ at }) => (at - start) / 1000)).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511]);
    expect(error).toMatchObject({ outcome: "not done", failure: { answer: { status: 429 } } });
  });

  test("429 with a far reset fails at once", async () => {
    const { run, faults, posts, time, start } = world();
    faults.push(limited({ "x-ratelimit-reset": "2026-11-23T15:00:00.000Z" }));
    const { error } = await run();
    expect(error).toMatchObject({ outcome: "not done", failure: { answer: { status: 429 } } });
    expect(posts()).toHaveLength(1);
    expect(time.now()).toBe(start);
  });

  test("that Akkoma repeats from an earlier run gets the next key", async () => {
    const { run, faults, keys, statuses } = world({ software: "akkoma", keys: "replayed" });
    faults.push(answer(422, { text: '{"error":"The status is over the character limit"}' }));
    expect((await run()).error).toMatchObject({ outcome: "not done" });
    const { published, lines } = await run();
    expect(published).toMatchObject([{ duplicate: false }]);
    expect(keys()).toEqual(["key-0-0", "key-0-0", "key-0-1"]);
    expect(lines).toEqual(["The server repeats an old answer (422); sending it again with another key."]);
    expect(statuses).toHaveLength(1);
  });

  test("that Akkoma repeats after a 429 of the same run gets the next key", async () => {
    const { run, faults, keys, statuses } = world({ software: "akkoma", keys: "replayed" });
    faults.push(limited());
    const { published } = await run();
    expect(published).toMatchObject([{ duplicate: false }]);
    expect(keys()).toEqual(["key-0-0", "key-0-0", "key-0-1"]);
    expect(statuses).toHaveLength(1);
  });
});

describe("a lost answer", () => {
  test("whose status is stored: a look finds it", async () => {
    const { run, faults, posts, statuses, time, start } = world();
    faults.push(after);
    const { published, lines, inFlight } = await run();
    expect(published).toMatchObject([{ id: "100", duplicate: false, otherText: null }]);
    expect(lines).toEqual(["Connection lost after sending (ECONNRESET); looking in 5 s whether the status is there."]);
    expect(posts()).toHaveLength(1);
    expect(statuses).toHaveLength(1);
    expect(time.now()).toBe(start + 5000);
    expect(inFlight).toEqual(["the status", null]);
  });

  test("whose status is not stored: after two looks it is sent again with the same key", async () => {
    const { run, faults, posts, statuses, start } = world();
    faults.push(before);
    const { published, lines } = await run();
    expect(published).toMatchObject([{ duplicate: false }]);
    expect(posts().map(({ key }) => key)).toEqual(["key-0-0", "key-0-0"]);
    // Not before the first request is surely over.
    expect(posts()[1]!.at - start).toBeGreaterThanOrEqual(60_000);
    expect(statuses).toHaveLength(1);
    expect(lines).toEqual([
      "Connection lost after sending (ECONNRESET); looking in 5 s whether the status is there.",
      "Not there yet; looking in 57 s whether the status is there.",
      "Still not found; sending it again, which is safe since the server keeps its Idempotency-Key.",
    ]);
  });

  test("whose status is stored at the last moment: the second look finds it", async () => {
    const { run, faults, posts, statuses } = world({ keys: "ignored", software: "gotosocial" });
    faults.push({ kind: "silence", storedAfter: 59_900 });
    expect((await run()).published).toMatchObject([{ duplicate: false }]);
    expect(posts()).toHaveLength(1);
    expect(statuses).toHaveLength(1);
  });

  test.each(["gotosocial", "snac", "friendica", "takahe", "sharkey", "unheard-of", null])(
    "is not sent again to a server that is not known to heed the key: %s",
    async (software) => {
      const { run, faults, posts } = world({ software, keys: "ignored" });
      faults.push(before);
      const { error, inFlight } = await run();
      expect(error).toMatchObject({ outcome: "unknown" });
      expect(error?.message).toContain("not known to support Idempotency-Key");
      expect(posts()).toHaveLength(1);
      expect(inFlight).toEqual(["the status"]);
    },
  );

  test.each([
    ["HTML instead of JSON", answer(200, { text: "<!DOCTYPE html><title>Wait</title>", stored: true })],
    ["cut JSON", answer(200, { text: '{"id":"10', stored: true })],
    ["JSON that is no status", answer(200, { text: "{}", stored: true })],
    ["nothing", answer(202, { text: "", stored: true })],
    ["303", answer(303, { headers: { location: "/" }, stored: true })],
    ["408", answer(408, { stored: true })],
    ["500", answer(500, { text: "oops", stored: true })],
    ["502", answer(502, { text: "<html>Bad Gateway</html>", stored: true })],
    ["503", answer(503, { text: '{"error":"There was a temporary problem"}', stored: true })],
    ["time-out", { kind: "silence", storedAfter: 1000 } as Fault],
  ])("may be %s", async (_what, fault) => {
    const { run, faults, posts, statuses } = world({ keys: "ignored", software: "gotosocial" });
    faults.push(fault);
    expect((await run()).published).toMatchObject([{ id: "100", duplicate: false }]);
    expect(posts()).toHaveLength(1);
    expect(statuses).toHaveLength(1);
  });

  test("500 twice, of a version that answers otherwise to a key that it knows: it fails on the text", async () => {
    const { run, faults, store, posts } = world({ version: "4.5.0" });
    store({ text: "Another post" });
    faults.push(failing, failing);
    const { error } = await run({ identity: ["key", "nodejs/undici", "k"] });
    expect(error?.outcome).toBe("not done");
    expect(error?.message).toContain("the server seems to fail on this text");
    expect(posts()).toHaveLength(2);
  });

  test("500 to a repeated key (Mastodon 4.6.0): the look finds what the first request made", async () => {
    const { run, faults, lookFaults, posts, statuses } = world({ keys: "crash", version: "4.6.0" });
    faults.push(after);
    // Both looks fail, so that the key has to decide.
    lookFaults.push(...Array(4).fill(answer(503, { text: '{"error":"x"}' })));
    const { published } = await run();
    expect(published).toMatchObject([{ id: "100", duplicate: false }]);
    expect(posts()).toHaveLength(2);
    expect(statuses).toHaveLength(1);
  });

  test("500 to a key that another run used a moment ago: its status is found", async () => {
    const { run, time, posts, statuses } = world({ keys: "crash", version: "4.6.0" });
    await run();
    await time.sleep(10 * MINUTE);
    // The first 500 is an ordinary one; only behind the second is it known that the key is.
    expect((await run()).published).toMatchObject([{ id: "100", duplicate: true }]);
    expect(posts()).toHaveLength(3);
    expect(statuses).toHaveLength(1);
  });

  test("400 to a key that Pixelfed has taken for a request that failed: the next key", async () => {
    const { run, faults, keys, statuses } = world({ software: "pixelfed", keys: "taken" });
    faults.push(answer(400, { text: '{"error":"Duplicate idempotency key."}' }));
    const { published } = await run();
    expect(published).toMatchObject([{ duplicate: false }]);
    expect(keys()).toEqual(["key-0-0", "key-0-1"]);
    expect(statuses).toHaveLength(1);
  });

  test("400 to a key that Pixelfed has taken for a status that is there: the look finds it", async () => {
    const { run, faults, posts, statuses, lookFaults } = world({ software: "pixelfed", keys: "taken" });
    faults.push(answer(500, { text: '{"error":"x"}', stored: true }));
    lookFaults.push(...Array(4).fill(answer(502)));
    const { published } = await run();
    expect(published).toMatchObject([{ id: "100", duplicate: false }]);
    expect(posts()).toHaveLength(2);
    expect(statuses).toHaveLength(1);
  });

  test("500 again and again, and 400 to its key between: what is told at the end is the 500", async () => {
    const { run, faults, keys, statuses } = world({ software: "pixelfed", keys: "taken" });
    const fault = answer(500, { text: '{"error":"An error occured."}' });
    const taken = answer(400, { text: '{"error":"Duplicate idempotency key."}' });
    faults.push(fault, taken, fault, taken);
    const { error } = await run();
    expect(error).toMatchObject({ outcome: "not done", failure: { answer: { status: 500 } } });
    expect(error?.message).toBe(
      "social.example had a server error: 500 “An error occured.” (POST /api/v1/statuses). No matching post was found on the account, so the server seems to fail on this text. Change the text, or run again when the server works.",
    );
    expect(keys()).toEqual(["key-0-0", "key-0-0", "key-0-1"]);
    expect(statuses).toHaveLength(0);
  });

  test("500 to a field that Pixelfed refuses is told at once", async () => {
    const { run, faults, paths } = world({ software: "pixelfed", keys: "taken" });
    const message = "The selected visibility is invalid.";
    faults.push(answer(500, { text: JSON.stringify({ message, errors: { visibility: [message] } }) }));
    expect((await run()).error).toMatchObject({ outcome: "not done", failure: { answer: { status: 500 } } });
    expect(paths()).toEqual(["POST /api/v1/statuses"]);
  });

  test("a failure that Akkoma repeats leads to the next key, once the status is absent", async () => {
    const { run, faults, keys, statuses, time, start } = world({ software: "akkoma", keys: "replayed" });
    faults.push(answer(500, { text: '{"error":"x"}' }));
    const { published } = await run();
    expect(published).toMatchObject([{ duplicate: false }]);
    // The repeated answer says that nothing was done, so that it needs no look of its own.
    expect(time.now() - start).toBeLessThan(70_000);
    expect(keys()).toEqual(["key-0-0", "key-0-0", "key-0-1"]);
    expect(statuses).toHaveLength(1);
  });

  test("422 for media that are attached already: the look finds their status", async () => {
    const { run, faults, lookFaults, statuses, posts } = world();
    faults.push(after, answer(422, { text: '{"error":"Media 1 not found or already attached to another post"}' }));
    lookFaults.push(...Array(4).fill(before));
    const { published, uploads } = await run({ media: picture });
    expect(published).toMatchObject([{ id: "100", duplicate: false }]);
    expect({ uploads, statuses: statuses.length, posts: posts().length }).toEqual({
      uploads: 1,
      statuses: 1,
      posts: 2,
    });
  });

  test.each([
    ["502", answer(502, { text: "<html>Bad Gateway</html>", stored: true })],
    ["303", answer(303, { headers: { location: "/" }, stored: true })],
    ["409", answer(409, { text: '{"error":"Conflict"}', stored: true })],
  ])("%s stays open, though nothing else is there for a while either", async (_what, fault) => {
    const { run, faults, lookFaults } = world({ keys: "ignored", software: "gotosocial" });
    faults.push(fault);
    lookFaults.push(...Array(40).fill(answer(404, { text: "<html>Not Found</html>" })));
    expect((await run()).error).toMatchObject({ outcome: "unknown" });
  });

  test.each([302, 403])("stays open behind a later %d, which says nothing of it", async (status) => {
    const { run, faults, lookFaults, statuses } = world();
    faults.push(after, answer(status, { headers: { location: "https://x.example/" }, text: "<html>Wall</html>" }));
    lookFaults.push(...Array(40).fill(answer(404, { text: "<html>Not Found</html>" })));
    lookFaults.splice(0, 3, ...Array(3).fill(before));
    const { error } = await run({ release: null });
    expect(statuses).toHaveLength(1);
    expect(error).toMatchObject({ outcome: "unknown" });
    // Who looks for the cause of it finds it told.
    expect(error?.diagnosis.cure).not.toBe("");
  });

  test("that repeats a success, and is cut, is asked for again with the same key", async () => {
    const { run, time, faults, keys, statuses } = world({ software: "akkoma", keys: "replayed" });
    const note = { texts: ["A note"], release: null };
    await run(note);
    await time.sleep(MINUTE);
    faults.push(answer(200, { text: '{"id":"10', headers: { "idempotent-replayed": "true" } }));
    expect((await run(note)).published).toMatchObject([{ id: "100" }]);
    expect(new Set(keys())).toEqual(new Set(["key-0-0"]));
    expect(statuses).toHaveLength(1);
  });

  test("400 to a key that a run beside this one has taken: its status is found, older though it is", async () => {
    const { run, time, statuses } = world({ software: "pixelfed", keys: "taken" });
    const note = { texts: ["A note"], release: null };
    await run(note);
    await time.sleep(20_000);
    expect((await run(note)).published).toMatchObject([{ id: "100", duplicate: true }]);
    expect(statuses).toHaveLength(1);
  });

  test("is not resolved by another post about the same subject", async () => {
    const { run, time, faults, statuses } = world();
    await run({ texts: [`undici 7.2.0 ist da: ${RELEASE}`], identity: ["in German"] });
    await time.sleep(MINUTE);
    faults.push(before);
    expect((await run()).published).toMatchObject([{ id: "101", duplicate: false, otherText: null }]);
    expect(statuses).toHaveLength(2);
  });

  test("is resolved by the server's clock, not by ours", async () => {
    for (const ahead of [-2 * HOUR, 2 * HOUR]) {
      const { run, time, faults, statuses, posts } = world({ ahead });
      const pings = { texts: ["Ping"], release: null };
      await run({ ...pings, identity: ["ping 1"] });
      await time.sleep(10 * MINUTE);
      faults.push(after);
      expect((await run({ ...pings, identity: ["ping 2"] })).published).toMatchObject([
        { id: "101", duplicate: false },
      ]);
      expect([posts().length, statuses.length]).toEqual([2, 2]);
    }
  });

  test("needs no more pages than reach back to the request", async () => {
    const { run, faults, store, time, statuses } = world({ pageSize: 5 });
    for (let count = 0; count < 40; count += 1) store({ text: `Other ${count}` });
    await time.sleep(MINUTE);
    faults.push(before);
    expect((await run()).published).toMatchObject([{ duplicate: false }]);
    expect(statuses).toHaveLength(41);
  });

  test("a refusal of the second try stands, where the first is absent", async () => {
    const { run, faults, statuses } = world();
    faults.push(before, answer(422, { text: '{"error":"Text contained a disallowed hashtag"}' }));
    expect((await run()).error).toMatchObject({ outcome: "not done", failure: { answer: { status: 422 } } });
    expect(statuses).toHaveLength(0);
  });

  test("a refusal of the second try proves nothing where the first cannot be seen", async () => {
    const { run, faults, statuses } = world({ scopes: { profile: false, readStatuses: false, openly: false } });
    faults.push(after, answer(401, { text: '{"error":"The access token was revoked"}' }));
    const { error, inFlight } = await run();
    expect(error).toMatchObject({ outcome: "unknown", failure: { answer: { status: 401 } } });
    expect(inFlight).toEqual(["the status", "the status"]);
    expect(statuses).toHaveLength(1);
  });

  test("both tries are lost: unknown", async () => {
    const { run, faults, posts } = world();
    faults.push(before, before, before, before, before);
    const { error } = await run();
    expect(error).toMatchObject({ outcome: "unknown" });
    expect(error?.message).toContain("though it was sent twice");
    expect(posts()).toHaveLength(2);
  });

  test.each(["4.3.23", "4.5.15"])(
    "Mastodon %s locks no key: what it did not answer itself is not sent again",
    async (version) => {
      const { run, faults, posts } = world({ version });
      faults.push(before);
      const { error } = await run();
      expect(error).toMatchObject({ outcome: "unknown" });
      expect(error?.message).toContain("may still be at work on it");
      expect(posts()).toHaveLength(1);
    },
  );

  test.each(["4.3.23", "4.5.15"])("Mastodon %s: what it answered itself is sent once more", async (version) => {
    const { run, faults, posts, statuses } = world({ version });
    faults.push(answer(500, { text: '{"status":500,"error":"Internal Server Error"}' }));
    expect((await run()).published).toMatchObject([{ duplicate: false }]);
    expect([posts().length, statuses.length]).toEqual([2, 1]);
  });

  test("the account is looked up where the server failed: a token that is refused twice means that nothing was stored", async () => {
    const { run, faults, lookFaults, posts } = world();
    faults.push(answer(503, { text: '{"error":"x"}' }));
    const refusal = answer(401, { text: '{"error":"The access token was revoked"}' });
    // All that the looks ask for, nodeinfo among it.
    lookFaults.push(...Array(4).fill(refusal));
    const { error, inFlight } = await run();
    expect(error).toMatchObject({ outcome: "not done", failure: { answer: { status: 401 } } });
    expect(inFlight.at(-1)).toBeNull();
    expect(posts()).toHaveLength(1);
  });

  test("time runs out before it is known: unknown, in words that say so", async () => {
    const { run, faults, posts, time, start } = world();
    faults.push({ kind: "silence" });
    const { error } = await run({}, 30_000);
    expect(error).toMatchObject({ outcome: "unknown" });
    expect(posts()).toHaveLength(1);
    expect(time.now() - start).toBeLessThanOrEqual(30_000);
    const late = world();
    late.faults.push(before);
    const { error: other, lines } = await late.run({}, 40_000);
    expect(other?.message).toContain("The time limit was over before it was known whether the status is there.");
    expect(other?.message).not.toContain("\n");
    expect(lines).toHaveLength(2);
    expect(late.time.now() - late.start).toBeLessThanOrEqual(40_000);
  });

  test("an address where no instance answers is told at once", async () => {
    const { run, faults, lookFaults, posts, time, start } = world();
    const page = answer(200, {
      text: "<!DOCTYPE html><title>Parked</title>",
      headers: { "content-type": "text/html" },
    });
    faults.push(page);
    lookFaults.push(...Array(20).fill(page));
    const { error } = await run();
    expect(error).toMatchObject({ outcome: "not done", diagnosis: { neverArrived: true } });
    expect(posts()).toHaveLength(1);
    expect(time.now()).toBe(start);
  });
});

describe("where the look is blind", () => {
  const blind = { profile: true, readStatuses: false, openly: true };

  test("public posts are seen without the token", async () => {
    const { run, faults, posts, statuses } = world({ scopes: blind, software: "gotosocial", keys: "ignored" });
    faults.push(after);
    expect((await run()).published).toMatchObject([{ id: "100" }]);
    expect([posts().length, statuses.length]).toEqual([1, 1]);
  });

  test("a public post that is absent there is absent", async () => {
    const { run, faults, posts, statuses } = world({ scopes: blind });
    faults.push(before);
    const { lines } = await run({ params: { visibility: "unlisted" } });
    expect(lines.at(-1)).toContain("Still not found");
    expect([posts().length, statuses.length]).toEqual([2, 1]);
  });

  test("what a cache shows proves no absence", async () => {
    const { run, faults, lookFaults } = world({ scopes: blind, software: "snac", keys: "ignored" });
    faults.push(before);
    const cached = answer(200, { text: "[]", headers: { age: "12" } });
    for (let looks = 0; looks < 4; looks += 1) lookFaults.push(...(looks === 0 ? [null] : []), null, cached);
    expect((await run()).error?.message).toContain("a cache answered");
  });

  test("a followers-only post is sent again only where the key decides", async () => {
    const mastodon = world({ scopes: blind, privacy: "private" });
    mastodon.faults.push(after);
    const { published, lines } = await mastodon.run();
    expect(published).toMatchObject([{ id: "100", duplicate: false }]);
    expect(lines.at(-1)).toContain("which is safe since the server keeps its Idempotency-Key");
    expect(mastodon.posts()[1]!.at - mastodon.start).toBeGreaterThanOrEqual(60_000);
    expect(mastodon.statuses).toHaveLength(1);

    const keyless = world({ scopes: blind, privacy: "private", software: "gotosocial", keys: "ignored" });
    keyless.faults.push(after);
    const { error } = await keyless.run();
    expect(error).toMatchObject({ outcome: "unknown" });
    expect(error?.message).toContain("read:statuses");
    expect([keyless.posts().length, keyless.statuses.length]).toEqual([1, 1]);
  });

  test("and time would be over before that, it ends at once", async () => {
    const { run, faults, time, start } = world({ scopes: blind, privacy: "private" });
    faults.push(after);
    expect((await run({}, 30_000)).error?.message).toContain("The time limit was over");
    expect(time.now() - start).toBeLessThan(10_000);
  });

  test("without the scope profile nobody knows whose statuses to look at", async () => {
    const { run, faults, posts } = world({ scopes: { ...blind, profile: false }, software: "snac", keys: "ignored" });
    faults.push(after);
    const { error } = await run();
    expect(error).toMatchObject({ outcome: "unknown" });
    expect(error?.message).toContain("profile");
    expect(posts()).toHaveLength(1);
  });

  test("snac lists public posts alone, so that nothing else is absent there", async () => {
    const { run } = world({ software: "snac", keys: "ignored", privacy: "private" });
    const { error } = await run({ look: lookSince(0) });
    expect(error?.message).toContain("lists public posts only");
    expect(error?.message).not.toContain("read:statuses");
  });

  test("a list that fails for now is looked at again", async () => {
    const { run, faults, lookFaults, posts, statuses } = world({ keys: "ignored", software: "gotosocial" });
    faults.push(after);
    lookFaults.push(answer(500), answer(502), null, answer(429));
    const { published, lines } = await run();
    expect(published).toMatchObject([{ id: "100" }]);
    expect(lines[1]).toBe(
      "The look failed (GET /api/v1/accounts/verify_credentials answered 500); looking in 57 s whether the status is there.",
    );
    expect([posts().length, statuses.length]).toEqual([1, 1]);
  });
});

describe("scheduled statuses", () => {
  const scheduledAt = "2026-11-24T09:00:00Z";
  const scheduled = { scheduledAt: Date.parse(scheduledAt) };

  test("a ScheduledStatus is a good answer", async () => {
    const { run, posts } = world();
    expect((await run(scheduled)).published).toMatchObject([{ id: "100", url: "", scheduledAt, duplicate: false }]);
    expect(posts()[0]?.body.scheduled_at).toBe(scheduledAt);
  });

  test("a lost answer is found on the scheduled list", async () => {
    const { run, faults, scheduled: list, posts } = world();
    faults.push(after);
    expect((await run(scheduled)).published).toMatchObject([{ id: "100", scheduledAt, duplicate: false }]);
    expect([posts().length, list.length]).toEqual([1, 1]);
  });

  test("404 to a repeated key: it is on the list", async () => {
    const { run, faults, lookFaults, scheduled: list, posts } = world();
    faults.push(after);
    lookFaults.push(...Array(4).fill(answer(500)));
    expect((await run(scheduled)).published).toMatchObject([{ id: "100", scheduledAt }]);
    expect([posts().length, list.length]).toEqual([2, 1]);
  });

  test("the same text at another time is another one", async () => {
    const { run, faults, scheduled: list } = world();
    await run({
      ...scheduled,
      scheduledAt: Date.parse("2026-12-01T09:00:00Z"),
      identity: ["other"],
    });
    faults.push(before);
    await run(scheduled);
    expect(list).toHaveLength(2);
  });

  test.each([
    ["4.2.9", 1, "unknown"],
    ["4.5.0", 1, "unknown"],
    ["4.6.7", 2, null],
  ])("Mastodon %s: %d requests", async (version, count, outcome) => {
    const { run, faults, posts } = world({ version, scheduling: version === "4.2.9" ? "ignored key" : "not found" });
    faults.push(before);
    expect((await run(scheduled)).error?.outcome ?? null).toBe(outcome);
    expect(posts()).toHaveLength(count);
  });

  test.each([
    ["4.2.9", "ignored key", 1],
    ["4.5.0", "not found", 2],
  ] as const)(
    "Mastodon %s, which fails itself: sent again only where it keeps the key of a schedule",
    async (version, scheduling, count) => {
      const { run, faults, posts } = world({ version, scheduling });
      faults.push(failing);
      const { error } = await run(scheduled);
      expect(error?.outcome ?? null).toBe(count === 1 ? "unknown" : null);
      expect(posts()).toHaveLength(count);
    },
  );

  test("a re-run finds it on the list, or among the statuses when its time has come", async () => {
    const { run, time, scheduled: list, store, posts, start } = world();
    const first = { ...scheduled, media: picture };
    await run(first);
    await time.sleep(2 * HOUR);
    const again = { ...first, look: lookSince(start) };
    expect(await run(again)).toMatchObject({ published: [{ id: "100", scheduledAt, duplicate: true }], uploads: 0 });
    list.pop();
    await time.sleep(24 * HOUR);
    const out = store({ text: TEXT, media_attachments: [{ id: "1" }] });
    expect(await run(again)).toMatchObject({
      published: [{ id: out.id, scheduledAt: null, duplicate: true }],
      uploads: 0,
    });
    expect(posts()).toHaveLength(1);
  });
});

describe("a re-run", () => {
  test("finds what the first run posted, days later, and sends nothing", async () => {
    const { run, time, start, posts, statuses } = world();
    await run({ media: picture });
    await time.sleep(72 * HOUR);
    const { published, uploads } = await run({ media: picture, look: lookSince(start) });
    expect(published).toMatchObject([{ id: "100", duplicate: true, otherText: null }]);
    expect({ uploads, posts: posts().length, statuses: statuses.length }).toEqual({
      uploads: 0,
      posts: 1,
      statuses: 1,
    });
  });

  test("never takes last week's post with the same text for its own", async () => {
    const { run, time, posts, statuses } = world();
    const weekly = { texts: ["Our weekly meeting is today."], release: null };
    await run({ ...weekly, identity: ["week 1"] });
    await time.sleep(7 * 24 * HOUR);
    const began = time.now();
    await time.sleep(2 * HOUR);
    const { published } = await run({ ...weekly, identity: ["week 2"], look: lookSince(began) });
    expect(published).toMatchObject([{ duplicate: false }]);
    expect([posts().length, statuses.length]).toEqual([2, 2]);
  });

  test("nor does a lost answer lead to an older post with the same text", async () => {
    const { run, time, faults, statuses } = world();
    const pings = { texts: ["Ping"], release: null };
    await run({ ...pings, identity: ["ping 1"] });
    await time.sleep(10 * MINUTE);
    faults.push(before);
    const { published } = await run({ ...pings, identity: ["ping 2"] });
    expect(published).toMatchObject([{ id: "101", duplicate: false }]);
    expect(statuses).toHaveLength(2);
  });

  test("ignores boosts and other people's links in a text of its own", async () => {
    const { run, time, store, start, statuses } = world();
    await time.sleep(1000);
    store({ text: TEXT, reblog: { id: "7" } });
    store({ text: "https://github.com/nodejs/undici/releases/tag/v7.2.0-beta", in_reply_to_id: null });
    store({ text: `Answering you: ${RELEASE}`, in_reply_to_id: "5" });
    await time.sleep(HOUR);
    expect((await run({ look: lookSince(start) })).published).toMatchObject([{ duplicate: false }]);
    expect(statuses).toHaveLength(4);
  });

  test("looks page by page back to the window's start", async () => {
    const { run, time, store, start, posts } = world({ pageSize: 5 });
    await run();
    for (let count = 0; count < 120; count += 1) store({ text: `Other ${count}` });
    await time.sleep(HOUR);
    expect((await run({ look: lookSince(start) })).published).toMatchObject([{ id: "100", duplicate: true }]);
    expect(posts()).toHaveLength(1);
  });

  test("cannot tell where the list ends before its time, though the account has older statuses", async () => {
    const { run, time, store, start, posts } = world({ pageSize: 5, listed: 10 });
    await run();
    for (let count = 0; count < 30; count += 1) store({ text: `Other ${count}` });
    await time.sleep(2 * HOUR);
    const { error } = await run({ look: lookSince(start) });
    expect(error).toMatchObject({ outcome: "not done" });
    expect(error?.message).toMatch(/ends before that time[^\n]*`duplicate-check: never`/);
    expect(posts()).toHaveLength(1);
  });

  test("with nothing to see, the key decides within the hour", async () => {
    const scopes = { profile: false, readStatuses: false, openly: false };
    const { run, time, start, posts, statuses } = world({ scopes });
    await run();
    await time.sleep(30 * MINUTE);
    expect((await run({ look: lookSince(start) })).published).toMatchObject([{ id: "100", duplicate: true }]);
    await time.sleep(31 * MINUTE);
    const { error } = await run({ look: lookSince(start) });
    expect(error?.message).toMatch(/`read:statuses`[^\n]*`duplicate-check: never`/);
    expect(error).toMatchObject({ outcome: "not done" });
    expect([posts().length, statuses.length]).toEqual([2, 1]);
  });

  test("the key decides no longer than it lives, whatever is waited for", async () => {
    const scopes = { profile: false, readStatuses: false, openly: false };
    const { run, time, start, faults, duringUploads, posts, statuses } = world({ scopes });
    // With a key of the author's, other media change nothing.
    const identity = ["key", "nodejs/undici", "k"];
    await run({ identity });
    await time.sleep(50 * MINUTE);
    faults.push(limited({ "retry-after": "1200" }));
    const waiting = await run({ identity, look: lookSince(start) }, 2 * HOUR);
    expect(waiting.error).toMatchObject({ outcome: "not done", failure: { answer: { status: 429 } } });
    duringUploads.push(() => time.sleep(10 * MINUTE));
    const uploading = await run({ identity, look: lookSince(start), media: picture }, 2 * HOUR);
    expect(uploading.error).toMatchObject({ outcome: "not done" });
    expect(uploading.error?.message).toContain("Idempotency-Key may be forgotten");
    expect([posts().length, statuses.length]).toEqual([2, 1]);
  });

  test("with media and nothing to see, the derived key tells nothing: they may be other ones", async () => {
    const scopes = { profile: false, readStatuses: false, openly: false };
    const { run, time, start, posts } = world({ scopes });
    await run({ media: picture });
    await time.sleep(MINUTE);
    expect((await run({ look: lookSince(start), media: picture })).error?.message).toContain("The media may be other");
    expect(posts()).toHaveLength(1);
  });

  test("on a server that does not say when anything was made, a look ends after 400 posts, and proves nothing", async () => {
    const { run, time, start, store, posts, paths } = world({ software: "gotosocial", keys: "ignored" });
    for (let i = 0; i < 500; i++) store({ text: `Another ${i}`, created_at: "" });
    await time.sleep(HOUR);
    const { error } = await run({ look: lookSince(start) });
    expect(error?.message).toContain(
      "the server does not say when the account's posts were made, so the look has no end",
    );
    expect(posts()).toHaveLength(0);
    expect(paths().filter((path) => path.endsWith("/statuses"))).toHaveLength(10);
  });

  test("on a server that does not say what it is, absence proves nothing of what is not public", async () => {
    const { run, time, start, posts } = world({ software: null, privacy: "private" });
    await time.sleep(2 * HOUR);
    const { error } = await run({ look: lookSince(start) });
    expect(error?.message).toMatch(/does not say which software it runs[^\n]*`duplicate-check: never`/);
    expect(posts()).toHaveLength(0);
  });

  test("a scheduled list that is not found is no empty one, where the server has one", async () => {
    const scheduled = { scheduledAt: Date.parse("2026-11-26T09:00:00Z") };
    const { run, time, start, lookFaults, scheduled: list } = world({ keys: "ignored", software: "gotosocial" });
    await run(scheduled);
    await time.sleep(HOUR);
    lookFaults.push(null, null, answer(404, { text: "<html>Not Found</html>" }));
    expect((await run({ ...scheduled, look: lookSince(start) })).published).toMatchObject([{ duplicate: true }]);
    expect(list).toHaveLength(1);
  });

  test("with nothing to see on a keyless server, nothing is posted", async () => {
    const scopes = { profile: false, readStatuses: false, openly: false };
    const { run, time, start, posts } = world({ scopes, software: "gotosocial", keys: "ignored" });
    await time.sleep(MINUTE);
    expect((await run({ look: lookSince(start) })).error?.message).toMatch(
      /`read:statuses`[^\n]*`duplicate-check: never`/,
    );
    expect(posts()).toHaveLength(0);
  });

  test("finds what a run beside it posted after its look", async () => {
    const { run, time, start, statuses, store, faults, duringUploads } = world({
      keys: "ignored",
      software: "gotosocial",
    });
    duringUploads.push(async () => {
      store({ text: "No link in it", media_attachments: [{ id: "7" }] });
      faults.push(answer(500));
      await time.sleep(MINUTE);
    });
    const { published } = await run({
      texts: ["No link in it"],
      release: null,
      look: lookSince(start),
      media: picture,
    });
    expect(published).toMatchObject([{ id: "100", duplicate: true }]);
    expect(statuses).toHaveLength(1);
  });

  test("a look that fails for now is tried again", async () => {
    const { run, time, start, lookFaults, posts } = world();
    await run();
    await time.sleep(2 * HOUR);
    lookFaults.push(before, null, answer(502));
    const { published, lines } = await run({ look: lookSince(start) });
    expect(published).toMatchObject([{ id: "100", duplicate: true }]);
    expect(lines).toHaveLength(2);
    expect(posts()).toHaveLength(1);
  });

  test("404 to a key that an earlier run may have used leaves it open", async () => {
    const scopes = { profile: false, readStatuses: false, openly: false };
    const scheduled = { scheduledAt: Date.parse("2026-11-24T09:00:00Z") };
    const { run, time, start, scheduled: list } = world({ scopes });
    await run(scheduled);
    await time.sleep(10 * MINUTE);
    const { error } = await run({ ...scheduled, look: lookSince(start) });
    expect(error).toMatchObject({ outcome: "unknown", failure: { answer: { status: 404 } } });
    expect(list).toHaveLength(1);
  });
});

describe("a thread", () => {
  const texts = ["One 1/3", "Two 2/3", "Three 3/3"];

  test("hangs together, quietly behind a public first part", async () => {
    const { run, statuses } = world();
    await run({ texts, media: picture });
    expect(statuses.map(({ in_reply_to_id: reply, visibility }) => [reply, visibility])).toEqual([
      [null, "public"],
      ["100", "unlisted"],
      ["101", "unlisted"],
    ]);
    expect(statuses.map(({ media_attachments: media }) => media)).toEqual([["1"], [], []]);
  });

  test("goes on at the right part", async () => {
    const { run, faults, time, start, statuses, keys } = world({ keys: "ignored", software: "gotosocial" });
    faults.push(null, null, answer(422, { text: '{"error":"no"}' }));
    const first = await run({ texts, media: picture });
    expect(first.published).toHaveLength(2);
    expect(first.error).toMatchObject({ outcome: "not done" });
    await time.sleep(5 * HOUR);
    const { published, uploads } = await run({ texts, media: picture, look: lookSince(start) });
    expect(published.map(({ duplicate }) => duplicate)).toEqual([true, true, false]);
    expect(uploads).toBe(0);
    expect(statuses.map(({ in_reply_to_id: reply }) => reply)).toEqual([null, "100", "101"]);
    expect(keys().at(-1)).toBe("key-2-0");
  });

  test("finds a part whose answer was lost by its text and the part before, even among equal texts", async () => {
    const { run, faults, statuses } = world({ keys: "ignored", software: "gotosocial" });
    faults.push(null, after, after);
    const { published, error, inFlight } = await run({ texts: ["Same", "Same", "Same"], release: null });
    expect(error).toBeNull();
    expect(published.map(({ id }) => id)).toEqual(["100", "101", "102"]);
    expect(statuses).toHaveLength(3);
    expect(inFlight).toEqual(["part 1 of 3", null, "part 2 of 3", null, "part 3 of 3", null]);
  });

  test("of equal texts goes on at the right part too, whatever else says the same", async () => {
    const { run, faults, store, time, start, statuses } = world({ keys: "ignored", software: "gotosocial" });
    const same = { texts: ["Same", "Same", "Same"], release: null };
    faults.push(null, null, answer(422, { text: '{"error":"no"}' }));
    await run(same);
    store({ text: "Same", in_reply_to_id: "7" });
    await time.sleep(HOUR);
    const { published } = await run({ ...same, look: lookSince(start) });
    expect(published.map(({ id, duplicate }) => [id, duplicate])).toEqual([
      ["100", true],
      ["101", true],
      ["103", false],
    ]);
    expect(statuses).toHaveLength(4);
  });

  test.each([
    ["Mastodon takes the link of the part behind it away", null],
    ["GoToSocial leaves it", "101"],
  ])("with a gap, where somebody deleted a part, is left as it is: %s", async (_, reply) => {
    const { run, time, start, statuses, posts } = world({ keys: "ignored", software: "gotosocial" });
    await run({ texts });
    statuses.splice(1, 1);
    statuses[1]!.in_reply_to_id = reply;
    await time.sleep(HOUR);
    const { published, error } = await run({ texts, look: lookSince(start) });
    expect(published.map((part) => part?.id)).toEqual(["100", undefined, "102"]);
    expect(error?.message).toContain("Part 2 of 3 is missing");
    expect(posts()).toHaveLength(3);
  });

  test("whose last part somebody deleted within the hour ends in part: its key leads nowhere", async () => {
    const { run, time, start, statuses } = world();
    await run({ texts });
    statuses.pop();
    await time.sleep(10 * MINUTE);
    const { published, error } = await run({ texts, look: lookSince(start) });
    expect(published.map(({ id }) => id)).toEqual(["100", "101"]);
    expect(error).toMatchObject({ outcome: "not done" });
    expect(error?.message).toContain("Part 3 of 3 was posted by an earlier run, and deleted since.");
  });

  test("stops at a part whose link the server dropped, and posts it once", async () => {
    const { run, faults, posts } = world({ keys: "ignored", software: "snac", dropsReplies: true });
    faults.push(null, after);
    const { error, published } = await run({ texts });
    expect(error?.message).toContain("without its link to the part before");
    expect([published.length, posts().length]).toEqual([2, 2]);
  });

  test("that a run beside this one has posted is found, part by part, older though it is", async () => {
    const { run, time, statuses } = world({ software: "pixelfed", keys: "taken" });
    const notes = { texts, release: null };
    await run(notes);
    await time.sleep(20_000);
    const { published } = await run(notes);
    expect(published.map(({ id, duplicate }) => [id, duplicate])).toEqual([
      ["100", true],
      ["101", true],
      ["102", true],
    ]);
    expect(statuses).toHaveLength(3);
  });

  test("whose key was used for another text posts nothing behind it", async () => {
    const { run, time, statuses } = world();
    const identity = ["key", "nodejs/undici", "k"];
    await run({ identity, texts: ["A single one"] });
    await time.sleep(10 * MINUTE);
    expect((await run({ identity, texts })).published).toMatchObject([{ likeness: "another" }]);
    expect(statuses).toHaveLength(1);
  });
});

test("a file that cannot be read ends the run with its own sentence, and nothing is posted", async () => {
  const { run, posts } = world();
  const file = {
    ...fileOf("a.png"),
    // biome-ignore lint/correctness/useYield: it fails before
    async *read(): AsyncGenerator<Uint8Array> {
      throw new Error("no such file");
    },
  };
  const broken = run({ media: [uploadOf("a.png", { file })] });
  await expect(broken).rejects.toThrow(FileError);
  await expect(broken).rejects.toThrow("no such file");
  expect(posts()).toHaveLength(0);
});
