import { describe, expect, test } from "vitest";
import { ask, post, start } from "./ask.ts";
import type { Exchange } from "./exchange.ts";
import { profiles } from "./profiles.ts";
import { createInstance, type PracticeInstance } from "./server.ts";
import type { ServerName } from "./server-name.ts";
import { practiceTime } from "./time.ts";

// What each server makes of `Idempotency-Key`. What holds for Mastodon 4.5 in detail is in statuses.test.ts.

const noon = new Date("2026-03-01T12:00:00Z");

function send(instance: PracticeInstance, token: string): Promise<Exchange> {
  return instance.exchange({
    method: "POST",
    path: "/api/v1/statuses",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": "k" },
    body: Buffer.from('{"status":"x"}'),
  });
}

const statusOf = (told: Exchange) => ("answer" in told ? told.answer.status : null);

test.each([
  ["mastodon42", 200, 1],
  ["mastodon43", 200, 1],
  ["mastodon45", 200, 1],
  ["mastodon46", 500, 1],
  ["hollo", 200, 1],
  ["akkoma", 200, 1],
  ["gotosocial", 200, 2],
  ["snac", 200, 2],
] as const)("a key twice on %s: %i, posts: %i", async (name, status, posts) => {
  const instance = await start({ profile: profiles[name] });
  const token = instance.createToken();
  const first = await post(instance, token, { status: "x" }, "k");
  const second = await post(instance, token, { status: "x" }, "k");
  expect([first.status, second.status]).toEqual([200, status]);
  expect(instance.published()).toHaveLength(posts);
  if (status === 200 && posts === 1) expect(second.json.id).toBe(first.json.id);
});

test.each([
  ["mastodon45", [200, 200], 2],
  ["hollo", [200, 200], 2],
  ["akkoma", [200, 200], 2],
  ["mastodon46", [200, 500], 1],
] as const)("a key that comes while the first request runs, on %s: %o, posts: %i", async (name, statuses, posts) => {
  const time = practiceTime(noon);
  const instance = createInstance("https://instance.example", { ...time, profile: profiles[name] });
  const token = instance.createToken();
  instance.fault({ delay: 5000 });
  const both = Promise.all([send(instance, token), send(instance, token)]);
  await time.pass(5000);
  expect((await both).map(statusOf)).toEqual(statuses);
  expect(instance.published()).toHaveLength(posts);
});

test("4.6: who waits ten seconds for the lock gets a 503", async () => {
  const time = practiceTime(noon);
  const instance = createInstance("https://instance.example", { ...time, profile: profiles.mastodon46 });
  const token = instance.createToken();
  instance.fault({ delay: 11_000 });
  const both = Promise.all([send(instance, token), send(instance, token)]);
  await time.pass(10_000);
  expect(instance.requests.map(({ status }) => status)).toEqual([null, 503]);
  await time.pass(1000);
  expect((await both).map(statusOf)).toEqual([200, 503]);
  expect(instance.published()).toHaveLength(1);
});

test("4.6: of many that wait for one that fails, one posts", async () => {
  const time = practiceTime(noon);
  const profile = profiles.mastodon46;
  const instance = createInstance("https://instance.example", { ...time, profile, maxCharacters: 1 });
  const token = instance.createToken();
  instance.fault({ delay: 1000 });
  const failing = instance.exchange({
    method: "POST",
    path: "/api/v1/statuses",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": "k" },
    body: Buffer.from('{"status":"too long"}'),
  });
  const others = [send(instance, token), send(instance, token), send(instance, token)];
  await time.pass(1000);
  expect(statusOf(await failing)).toBe(422);
  expect((await Promise.all(others)).map(statusOf).toSorted()).toEqual([200, 500, 500]);
  expect(instance.published()).toHaveLength(1);
});

test.each(["mastodon45", "mastodon46", "hollo"] as const)("%s: a deleted original makes a repeat 404", async (name) => {
  const instance = await start({ profile: profiles[name] });
  const token = instance.createToken();
  const { json } = await post(instance, token, { status: "x" }, "k");
  await ask(instance, `DELETE /api/v1/statuses/${json.id}`, { token });
  expect((await post(instance, token, { status: "x" }, "k")).status).toBe(404);
});

test.each(["mastodon45", "hollo"] as const)("%s: a key is forgotten after an hour", async (name) => {
  let now = noon;
  const instance = await start({ profile: profiles[name], now: () => now });
  const token = instance.createToken();
  await post(instance, token, { status: "x" }, "k");
  now = new Date(noon.getTime() + 3_600_000);
  await post(instance, token, { status: "x" }, "k");
  expect(instance.published()).toHaveLength(2);
});

describe("scheduled", () => {
  const scheduled_at = "2026-03-02T12:00:00Z";

  async function twice(name: ServerName) {
    const instance = await start({ profile: profiles[name], now: () => noon });
    const token = instance.createToken({ scopes: ["read", "write"] });
    const first = await post(instance, token, { status: "x", scheduled_at }, "k");
    const second = await post(instance, token, { status: "x", scheduled_at }, "k");
    const { json } = await ask(instance, "GET /api/v1/scheduled_statuses", { token });
    return [first.status, second.status, (json as unknown[]).length];
  }

  test("4.2 ignores the key", async () => {
    expect(await twice("mastodon42")).toEqual([200, 200, 2]);
  });

  test.each(["mastodon43", "mastodon45", "mastodon46"] as const)("%s does not find the first one", async (name) => {
    expect(await twice(name)).toEqual([200, 404, 1]);
  });
});

describe("Akkoma replays", () => {
  test("and says so, also to somebody else", async () => {
    const instance = await start({ profile: profiles.akkoma });
    const first = await post(instance, instance.createToken(), { status: "x" }, "k");
    const second = await post(instance, instance.createToken({ username: "other" }), { status: "y" }, "k");
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect([first, second].map(({ headers }) => headers.get("idempotent-replayed"))).toEqual([null, "true"]);
    expect(instance.published("other")).toEqual([]);
  });

  test("errors too, whatever comes with the key", async () => {
    const instance = await start({ profile: profiles.akkoma });
    const token = instance.createToken();
    await post(instance, "wrong", { status: "x" }, "k");
    const second = await post(instance, token, { status: "x" }, "k");
    expect([second.status, second.json]).toEqual([403, { error: "Invalid credentials." }]);
    expect(instance.published()).toEqual([]);
  });

  test("for six hours", async () => {
    let now = noon;
    const instance = await start({ profile: profiles.akkoma, now: () => now });
    const token = instance.createToken();
    await post(instance, token, { status: "x" }, "k");
    now = new Date(noon.getTime() + 6 * 3_600_000 - 1);
    await post(instance, token, { status: "x" }, "k");
    expect(instance.published()).toHaveLength(1);
    now = new Date(noon.getTime() + 6 * 3_600_000);
    await post(instance, token, { status: "x" }, "k");
    expect(instance.published()).toHaveLength(2);
  });

  test("no GET", async () => {
    const instance = await start({ profile: profiles.akkoma });
    const headers = { "idempotency-key": "k" };
    await ask(instance, "GET /nothing", { headers });
    expect((await ask(instance, "GET /api/v1/instance", { headers })).status).toBe(200);
  });
});

describe("Pixelfed takes the key", () => {
  async function world() {
    const instance = await start({ profile: profiles.pixelfed });
    return { instance, token: instance.createToken(), in_reply_to_id: instance.publish("target").id };
  }

  test("so that a repeat is refused", async () => {
    const { instance, token, in_reply_to_id } = await world();
    expect((await post(instance, token, { status: "x", in_reply_to_id }, "k")).status).toBe(200);
    const told = await post(instance, token, { status: "x", in_reply_to_id }, "k");
    expect([told.status, told.json]).toEqual([400, { error: "Duplicate idempotency key." }]);
  });

  test("even if the first request failed", async () => {
    const { instance, token, in_reply_to_id } = await world();
    expect((await post(instance, token, { status: "x" }, "k")).status).toBe(403);
    expect((await post(instance, token, { status: "x", in_reply_to_id }, "k")).status).toBe(400);
  });

  test("for the account alone", async () => {
    const { instance, token, in_reply_to_id } = await world();
    await post(instance, token, { status: "x", in_reply_to_id }, "k");
    const other = instance.createToken({ username: "other" });
    expect((await post(instance, other, { status: "x", in_reply_to_id }, "k")).status).toBe(200);
  });
});
