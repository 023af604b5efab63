import { EventEmitter, once } from "node:events";
import { expect, test } from "vitest";
import { ask, post, start } from "./ask.ts";
import { apiError, html, redirect, tooManyRequests } from "./faults.ts";
import { startInstance } from "./server.ts";

const path = "/api/v1/statuses";

test("everything received is recorded in order, with the status answered", async () => {
  const instance = await start();
  const token = instance.createToken();
  await ask(instance, "GET /api/v2/instance?a=b");
  await post(instance, token, { status: "x" }, "key");
  expect(instance.requests).toMatchObject([
    { method: "GET", path: "/api/v2/instance?a=b", body: "", status: 200 },
    { method: "POST", path, body: '{"status":"x"}', status: 200 },
  ]);
  expect(instance.requests[1]?.headers).toMatchObject({ authorization: `Bearer ${token}`, "idempotency-key": "key" });
});

test.each([
  ["before", 0],
  ["after", 1],
] as const)("reset %s the request took effect leaves %i statuses", async (reset, count) => {
  const instance = await start();
  instance.fault({ reset });
  await expect(post(instance, instance.createToken(), { status: "x" })).rejects.toThrow("fetch failed");
  expect(instance.published()).toHaveLength(count);
  expect(instance.requests).toMatchObject([{ status: null, body: '{"status":"x"}' }]);
});

test("a cut answer breaks off in the middle, after the status was stored", async () => {
  const instance = await start();
  instance.fault({ cut: true });
  await expect(post(instance, instance.createToken(), { status: "x" })).rejects.toThrow("terminated");
  expect(instance.published()).toHaveLength(1);
  expect(instance.requests[0]?.status).toBeNull();
});

test("answer comes instead of the effect, answerAfter behind it", async () => {
  const instance = await start();
  const token = instance.createToken();
  instance.fault({ answer: html(502) });
  instance.fault({ answerAfter: html(504, "Gateway Time-out") });
  const first = await post(instance, token, { status: "x" });
  expect([first.status, instance.published().length]).toEqual([502, 0]);
  expect(first.headers.get("content-type")).toBe("text/html");
  const second = await post(instance, token, { status: "x" });
  expect([second.status, instance.published().length]).toEqual([504, 1]);
  expect(second.body).toContain("<h1>504 Gateway Time-out</h1>");
  expect(instance.requests.map(({ status }) => status)).toEqual([502, 504]);
});

test("ready answers: redirect, API error, 429", async () => {
  const instance = await start();
  instance.fault({ answer: redirect("https://example.com/") });
  instance.fault({ answer: apiError(503, "There was a temporary problem") });
  instance.fault({ answer: tooManyRequests(new Date("2026-03-01T12:00:00Z")) });
  const moved = await ask(instance, "GET /");
  expect([moved.status, moved.headers.get("location")]).toEqual([301, "https://example.com/"]);
  const down = await ask(instance, "GET /");
  expect([down.status, down.json]).toEqual([503, { error: "There was a temporary problem" }]);
  const many = await ask(instance, "GET /");
  expect(many.headers.get("x-ratelimit-reset")).toBe("2026-03-01T12:00:00.000000Z");
});

test("a delay holds the answer back, and the status is posted though nobody waits", async () => {
  const events = new EventEmitter();
  const [held, over] = [once(events, "held"), once(events, "over")];
  const instance = await start({
    async sleep(milliseconds) {
      if (milliseconds === 0) return;
      events.emit("held", milliseconds);
      await over;
    },
  });
  instance.fault({ delay: 200 });
  const body = JSON.stringify({ status: "x" });
  const headers = { authorization: `Bearer ${instance.createToken()}`, "content-type": "application/json" };
  const nobody = new AbortController();
  const asked = fetch(instance.origin + path, { method: "POST", headers, body, signal: nobody.signal });
  expect(await held).toEqual([200]);
  nobody.abort();
  await expect(asked).rejects.toThrow("aborted");
  expect(instance.published()).toHaveLength(0);
  events.emit("over");
  await expect.poll(() => instance.published().length).toBe(1);
});

test("a fault waits for the request it names, and is used up", async () => {
  const instance = await start();
  const token = instance.createToken();
  instance.fault({ method: "POST", path, answer: html(502) });
  instance.fault({ path: /verify_credentials\?x=/, answer: html(503) });
  expect((await ask(instance, "GET /api/v2/instance")).status).toBe(200);
  const verify = "GET /api/v1/accounts/verify_credentials";
  expect((await ask(instance, verify, { token })).status).toBe(200);
  expect((await ask(instance, `${verify}?x=1`, { token })).status).toBe(503);
  expect((await post(instance, token, { status: "x" })).status).toBe(502);
  expect((await post(instance, token, { status: "x" })).status).toBe(200);
});

test("times: so often, or for ever; faults of one request queue up", async () => {
  const instance = await start();
  instance.fault({ times: 2, answer: html(502) });
  instance.fault({ times: Number.POSITIVE_INFINITY, answer: html(503) });
  const statuses: number[] = [];
  for (let turn = 0; turn < 5; turn++) statuses.push((await ask(instance, "GET /")).status);
  expect(statuses).toEqual([502, 502, 503, 503, 503]);
});

test("a fault of no kind or of two is a mistake in the test", async () => {
  const instance = await start();
  expect(() => instance.fault({ path })).toThrow("exactly one kind");
  expect(() => instance.fault({ delay: 5, cut: true })).toThrow("exactly one kind");
});

test("close ends requests that are under way, and then nothing listens", async () => {
  const instance = await startInstance();
  instance.fault({ delay: 60_000 });
  const pending = post(instance, instance.createToken(), { status: "x" });
  const failed = expect(pending).rejects.toThrow("fetch failed");
  await expect.poll(() => instance.requests.length).toBe(1);
  await instance.close();
  await failed;
  expect(instance.published()).toEqual([]);
  await expect(fetch(instance.origin)).rejects.toThrow("fetch failed");
});
