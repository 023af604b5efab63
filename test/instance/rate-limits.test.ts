import { expect, test } from "vitest";
import { ask, post, start, type Told } from "./ask.ts";
import { mastodon45 } from "./profiles.ts";

const at = new Date("2026-03-01T10:02:03.456Z");
const now = () => at;
const rates = mastodon45.rateLimits!;

const headersOf = ({ headers }: Told) =>
  ["limit", "remaining", "reset"].map((name) => headers.get(`x-ratelimit-${name}`));

test("reading shows the limit per token, with the reset at the end of the aligned window", async () => {
  const instance = await start({ now });
  const token = instance.createToken();
  const told = await ask(instance, "GET /api/v1/accounts/verify_credentials", { token });
  expect(headersOf(told)).toEqual(["300", "299", "2026-03-01T10:05:00.456000Z"]);
  const again = await ask(instance, "GET /api/v1/accounts/verify_credentials", { token });
  expect(headersOf(again)[1]).toBe("298");
});

test("posting shows the limit of 300 in 3 hours", async () => {
  const instance = await start({ now });
  const told = await post(instance, instance.createToken(), { status: "x" });
  expect(headersOf(told)).toEqual(["300", "299", "2026-03-01T12:00:00.456000Z"]);
});

test("other paths than /api show nothing", async () => {
  const instance = await start();
  expect(headersOf(await ask(instance, "GET /.well-known/nodeinfo"))).toEqual([null, null, null]);
});

test("too many posts are a 429 that stores nothing and has no Retry-After, until the window ends", async () => {
  let clock = at;
  const rateLimits = { ...rates, posts: { limit: 2, seconds: 3 * 60 * 60 } };
  const instance = await start({ now: () => clock, profile: { ...mastodon45, rateLimits } });
  const token = instance.createToken();
  for (const status of ["a", "b"]) expect((await post(instance, token, { status })).status).toBe(200);
  const told = await post(instance, token, { status: "c" }, "key");
  expect([told.status, told.json]).toEqual([429, { error: "Too many requests" }]);
  expect(headersOf(told)).toEqual(["2", "0", "2026-03-01T12:00:00.456000Z"]);
  expect(told.headers.get("retry-after")).toBeNull();
  expect(instance.published()).toHaveLength(2);
  clock = new Date("2026-03-01T12:00:00Z");
  expect((await post(instance, token, { status: "c" }, "key")).status).toBe(200);
});

test("the limit for posts belongs to the account, the one for requests to the token", async () => {
  const instance = await start({ now });
  const first = await post(instance, instance.createToken(), { status: "a" });
  const second = await post(instance, instance.createToken(), { status: "b" });
  expect([headersOf(first)[1], headersOf(second)[1]]).toEqual(["299", "298"]);
});

test("a repeated key and a failed validation cost no post", async () => {
  const instance = await start({ now });
  const token = instance.createToken();
  await post(instance, token, { status: "a" }, "k");
  await post(instance, token, { status: "a" }, "k");
  await post(instance, token, { status: "" });
  const told = await post(instance, instance.createToken(), { status: "b" });
  expect(headersOf(told)[1]).toBe("298");
});

test("too many requests of one token", async () => {
  const rateLimits = { ...rates, perToken: { limit: 1, seconds: 300 } };
  const instance = await start({ now, profile: { ...mastodon45, rateLimits } });
  const token = instance.createToken();
  await post(instance, token, { status: "a" });
  const told = await post(instance, token, { status: "b" });
  expect([told.status, told.json]).toEqual([429, { error: "Too many requests" }]);
  expect(headersOf(told)).toEqual(["1", "0", "2026-03-01T10:05:00.456000Z"]);
  expect((await post(instance, instance.createToken(), { status: "c" })).status).toBe(200);
});

test("deleting is limited to 30 in 30 minutes, paging to 300 in 15", async () => {
  const instance = await start({ now });
  const token = instance.createToken({ scopes: ["read", "write"] });
  const { id, account } = instance.publish("x");
  const told = await ask(instance, `DELETE /api/v1/statuses/${id}`, { token });
  expect(headersOf(told)).toEqual(["30", "29", "2026-03-01T10:30:00.456000Z"]);
  const list = `GET /api/v1/accounts/${account.id}/statuses`;
  await ask(instance, `${list}?max_id=${id}`, { token: instance.createToken({ scopes: ["read"] }) });
  const page = await ask(instance, `${list}?max_id=${id}`, { token: instance.createToken({ scopes: ["read"] }) });
  expect(headersOf(page)).toEqual(["300", "298", "2026-03-01T10:15:00.456000Z"]);
});

test("a profile without limits sends no header", async () => {
  const instance = await start({ profile: { ...mastodon45, rateLimits: null } });
  expect(headersOf(await post(instance, instance.createToken(), { status: "x" }))).toEqual([null, null, null]);
});
