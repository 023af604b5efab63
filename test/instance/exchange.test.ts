import { describe, expect, test } from "vitest";
import { ask, start } from "./ask.ts";
import type { Exchange } from "./exchange.ts";
import { apiError, epoch, overloaded, throttled } from "./faults.ts";
import { createInstance, type PracticeInstance } from "./server.ts";
import { practiceTime } from "./time.ts";

const origin = "https://instance.example";
const noon = new Date("2026-03-01T12:00:00Z");

function get(instance: PracticeInstance, path = "/api/v2/instance"): Promise<Exchange> {
  return instance.exchange({ method: "GET", path, headers: {}, body: Buffer.alloc(0) });
}

function post(instance: PracticeInstance, status: string): Promise<Exchange> {
  return instance.exchange({
    method: "POST",
    path: "/api/v1/statuses",
    headers: { authorization: `Bearer ${instance.createToken()}`, "content-type": "application/json" },
    body: Buffer.from(JSON.stringify({ status })),
  });
}

const texts = (instance: PracticeInstance) => instance.published().map(({ text }) => text);

describe("without a socket", () => {
  test("a request is answered, logged, and knows its origin", async () => {
    const instance = createInstance(origin);
    const told = await post(instance, "Hello");
    expect(told).toMatchObject({ answer: { status: 200 } });
    expect(texts(instance)).toEqual(["Hello"]);
    expect(instance.published()[0]?.url).toContain(`${origin}/@poster/`);
    expect(instance.requests).toMatchObject([
      { method: "POST", path: "/api/v1/statuses", body: '{"status":"Hello"}', status: 200 },
    ]);
  });

  test("a socket tells the instance's own time", async () => {
    const instance = await start({ now: () => noon });
    const { headers } = await fetch(`${instance.origin}/api/v2/instance`);
    expect(headers.get("date")).toBe("Sun, 01 Mar 2026 12:00:00 GMT");
  });

  test("a socket sees the same instance", async () => {
    const instance = await start();
    await post(instance, "Hello");
    await ask(instance, "GET /");
    expect(instance.requests.map(({ path }) => path)).toEqual(["/api/v1/statuses", "/"]);
  });

  test("a reset before takes no effect, one after does", async () => {
    const instance = createInstance(origin);
    instance.fault({ reset: "before" });
    instance.fault({ reset: "after" });
    expect(await post(instance, "one")).toEqual({ reset: true });
    expect(await post(instance, "two")).toEqual({ reset: true });
    expect(texts(instance)).toEqual(["two"]);
    expect(instance.requests.map(({ status }) => status)).toEqual([null, null]);
  });

  test("a cut answer takes effect and is half of what it announces", async () => {
    const instance = createInstance(origin);
    instance.fault({ cut: true });
    const told = await post(instance, "Hellö");
    if (!("cut" in told)) throw new Error("no cut");
    const announced = Number(told.cut.headers["content-length"]);
    expect(told.cut.body.length).toBe(Math.floor(announced / 2));
    expect(texts(instance)).toEqual(["Hellö"]);
  });

  test("a delay is time of the instance's own", async () => {
    const time = practiceTime(noon);
    const instance = createInstance(origin, time);
    instance.fault({ delay: 60_000 });
    let told: Exchange | undefined;
    void post(instance, "late").then((exchange) => {
      told = exchange;
    });
    await time.pass(59_999);
    expect([told, texts(instance)]).toEqual([undefined, []]);
    await time.pass(1);
    expect(told).toMatchObject({ answer: { status: 200 } });
    expect(instance.published()[0]?.createdAt).toEqual(new Date("2026-03-01T12:01:00Z"));
  });

  test("the work goes on when nobody waits for it any more", async () => {
    const time = practiceTime(noon);
    const instance = createInstance(origin, time);
    instance.fault({ delay: 60_000 });
    const gaveUp = Promise.race([post(instance, "late"), Promise.resolve("gave up")]);
    expect(await gaveUp).toBe("gave up");
    expect(texts(instance)).toEqual([]);
    await time.pass(60_000);
    expect(texts(instance)).toEqual(["late"]);
  });

  test("the end of the instance ends unfinished work", async () => {
    const instance = createInstance(origin, practiceTime(noon));
    instance.fault({ delay: 60_000 });
    const told = post(instance, "never");
    await instance.close();
    await expect(told).rejects.toThrow();
    expect(texts(instance)).toEqual([]);
  });
});

describe("faults", () => {
  const outcome = (told: Exchange) => ("answer" in told ? told.answer.status : "none");

  test("`after` lets so many matching requests pass", async () => {
    const instance = createInstance(origin);
    instance.fault({ path: "/api/v2/instance", after: 2, times: 2, answer: apiError(503, "busy") });
    const outcomes = [];
    for (let count = 0; count < 6; count += 1) {
      await get(instance, "/");
      outcomes.push(outcome(await get(instance)));
    }
    expect(outcomes).toEqual([200, 200, 503, 503, 200, 200]);
  });

  test("a request that one fault lets pass can be hit by the next", async () => {
    const instance = createInstance(origin);
    instance.fault({ after: 1, answer: apiError(503, "second") });
    instance.fault({ answer: apiError(502, "first") });
    expect([outcome(await get(instance)), outcome(await get(instance))]).toEqual([502, 503]);
  });

  test("another content type takes effect and changes nothing else", async () => {
    const instance = createInstance(origin);
    instance.fault({ contentType: "text/html" });
    const told = await post(instance, "Hello");
    expect(told).toMatchObject({ answer: { status: 200, headers: { "content-type": "text/html" } } });
    expect(texts(instance)).toEqual(["Hello"]);
  });

  test("a gateway answers in the server's place once it has waited long enough, and the work goes on", async () => {
    const time = practiceTime(noon);
    const instance = createInstance(origin, { ...time, silentHosts: ["silent.example"] });
    const gateway = { milliseconds: 15_000, answer: apiError(504, "Gateway Time-out") };
    for (let count = 0; count < 2; count += 1) instance.fault({ gateway });
    const long = post(instance, "Thanks @a@silent.example, @b@silent.example and again @a@silent.example");
    const short = post(instance, "Thanks @a@silent.example");
    await time.pass(15_000);
    expect([outcome(await long), outcome(await short)]).toEqual([504, 200]);
    expect(texts(instance)).toEqual(["Thanks @a@silent.example"]);
    await time.pass(5000);
    expect(texts(instance)).toHaveLength(2);
  });

  test("a fault says what goes wrong, once", () => {
    const instance = createInstance(origin);
    expect(() => instance.fault({ times: 1 })).toThrow("exactly one kind, not 0");
    expect(() => instance.fault({ cut: true, contentType: "a/b" })).toThrow(
      "exactly one kind, not 2: cut, contentType",
    );
  });

  test("a 429 may say nothing of its end, or say it in any way", async () => {
    const instance = createInstance(origin);
    instance.fault({ answer: throttled() });
    instance.fault({ answer: throttled({ reset: "2026-03-01T12:05:00.000Z" }) });
    instance.fault({ answer: throttled({ reset: epoch(noon) }) });
    instance.fault({ answer: throttled({ retryAfter: "30" }) });
    const told = [];
    for (let count = 0; count < 4; count += 1) {
      const exchange = await get(instance);
      if (!("answer" in exchange)) throw new Error("no answer");
      const { status, headers } = exchange.answer;
      told.push([status, headers["x-ratelimit-reset"], headers["retry-after"]]);
    }
    expect(told).toEqual([
      [429, undefined, undefined],
      [429, "2026-03-01T12:05:00.000Z", undefined],
      [429, "1772366400", undefined],
      [429, undefined, "30"],
    ]);
  });

  test("an overloaded GoToSocial says 30 seconds", async () => {
    const instance = createInstance(origin);
    instance.fault({ answer: overloaded() });
    expect(await get(instance)).toMatchObject({ answer: { status: 503, headers: { "retry-after": "30" } } });
  });
});
