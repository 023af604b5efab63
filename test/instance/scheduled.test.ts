import { expect, test } from "vitest";
import { ask, post, start, type Told } from "./ask.ts";
import { png, upload } from "./files.ts";
import { type Profile, profiles } from "./profiles.ts";
import type { ServerName } from "./server-name.ts";

const noon = Date.parse("2026-03-01T12:00:00Z");
const inMinutes = (minutes: number) => new Date(noon + minutes * 60_000).toISOString();

async function begin(server: ServerName | Profile = "mastodon45") {
  let now = noon;
  const profile = typeof server === "string" ? profiles[server] : server;
  const instance = await start({ profile, now: () => new Date(now) });
  const scopes = ["read", "write", "read:statuses", "write:statuses", "write:media", "profile"];
  const token = instance.createToken({ scopes });
  const pass = (minutes: number) => {
    now += minutes * 60_000;
  };
  const at = (scheduled_at: unknown, more = {}, key?: string) =>
    post(instance, token, { status: "Later", scheduled_at, ...more }, key);
  return { instance, token, pass, at };
}

const list = "GET /api/v1/scheduled_statuses";
const ids = ({ json }: Told) => json.map(({ id }: { id: string }) => id);

test("a scheduled status is no Status: it has no url, and nothing is up", async () => {
  const { instance, at } = await begin();
  const told = await at("2026-03-01T13:00:00+00:00", { visibility: "unlisted", spoiler_text: "cw" }, "k");
  expect(told.status).toBe(200);
  expect(told.json).toEqual({
    id: expect.any(String),
    scheduled_at: "2026-03-01T13:00:00.000Z",
    params: {
      text: "Later",
      media_ids: null,
      sensitive: null,
      spoiler_text: "cw",
      visibility: "unlisted",
      language: null,
      poll: null,
      in_reply_to_id: null,
      scheduled_at: null,
      idempotency: null,
      allowed_mentions: null,
      application_id: 1,
      quote_approval_policy: "public",
      quoted_status_id: null,
      with_rate_limit: false,
    },
    media_attachments: [],
  });
  expect(instance.published()).toEqual([]);
  expect(instance.scheduled()).toMatchObject([{ id: told.json.id, scheduledAt: new Date(inMinutes(60)) }]);
});

test("a content warning alone is lost until its time, and the cover of the media with it", async () => {
  const { instance, token, pass, at } = await begin();
  const { json } = await upload(instance, token, png());
  const media_ids = [json.id];
  await at(inMinutes(60), { status: "", spoiler_text: "cw", media_ids });
  await at(inMinutes(60), { status: "", spoiler_text: "cw" });
  pass(60);
  await ask(instance, list, { token });
  expect(instance.published()).toMatchObject([
    { text: "", spoilerText: "", sensitive: false, media: [{ id: json.id }] },
  ]);
});

test("one with `allowed_mentions` vanishes at its time", async () => {
  const { instance, token, pass, at } = await begin();
  await at(inMinutes(60), { allowed_mentions: [] });
  pass(60);
  await ask(instance, list, { token });
  expect([instance.scheduled(), instance.published()]).toEqual([[], []]);
});

test("when its time has come it is up, with another id", async () => {
  const { instance, token, pass, at } = await begin();
  const { json } = await at(inMinutes(60), { visibility: "unlisted" });
  pass(60);
  await ask(instance, list, { token });
  expect(instance.scheduled()).toEqual([]);
  expect(instance.published()).toMatchObject([
    { text: "Later", visibility: "unlisted", createdAt: new Date(inMinutes(60)) },
  ]);
  expect(instance.published()[0]?.id).not.toBe(json.id);
});

test("what fails at its time is dropped without a word", async () => {
  const { instance, token, pass, at } = await begin();
  const target = instance.publish("target");
  await at(inMinutes(60), { in_reply_to_id: target.id });
  await at(inMinutes(60), { quoted_status_id: target.id });
  await ask(instance, `DELETE /api/v1/statuses/${target.id}`, { token });
  pass(61);
  await ask(instance, list, { token });
  expect([instance.scheduled(), instance.published()]).toEqual([[], []]);
});

test("media belong to it until it is up, and to the status afterwards", async () => {
  const { instance, token, pass, at } = await begin();
  const { id } = (await upload(instance, token, png())).json;
  expect((await at(inMinutes(60), { media_ids: [id] })).json.media_attachments).toMatchObject([{ id }]);
  expect((await ask(instance, `GET /api/v1/media/${id}`, { token })).status).toBe(404);
  pass(60);
  await ask(instance, list, { token });
  expect(instance.published()[0]?.media).toMatchObject([{ id }]);
});

test.each<[ServerName, number]>([
  ["mastodon42", 0],
  ["mastodon43", 422],
  ["mastodon45", 422],
  ["mastodon46", 422],
  ["gotosocial", 422],
  ["akkoma", 0],
])("five minutes ahead are too few on %s: %i (0: posted at once)", async (name, status) => {
  const { instance, at } = await begin(name);
  const told = await at(inMinutes(5));
  expect(told.status).toBe(status || 200);
  if (status === 0) expect(told.json).toMatchObject({ content: expect.stringContaining("Later") });
  expect(instance.published()).toHaveLength(status === 0 ? 1 : 0);
  expect((await at(inMinutes(5.1))).json.scheduled_at).toBe(inMinutes(5.1));
});

test("too soon has a sentence of its own, everything else is `Record invalid`", async () => {
  const { at } = await begin();
  const errors = [
    await at(inMinutes(1)),
    await at("tomorrow"),
    await at(inMinutes(60), { status: "" }),
    await at(inMinutes(60), { poll: { options: ["a"], expires_in: 300 } }),
  ].map(({ status, json }) => [status, json.error]);
  expect(errors).toEqual([
    [422, "Validation failed: Scheduled at date must be in the future"],
    [422, "Record invalid"],
    [422, "Record invalid"],
    [422, "Record invalid"],
  ]);
});

test("the past is now, and a time without a zone is UTC", async () => {
  const { instance, at } = await begin();
  expect((await at(inMinutes(-60))).json.created_at).toBe(inMinutes(0));
  expect((await at("")).json.created_at).toBe(inMinutes(0));
  expect((await at("2026-03-01T13:00:00")).json.scheduled_at).toBe(inMinutes(60));
  expect(instance.published()).toHaveLength(2);
});

test("GoToSocial dates a status back", async () => {
  const { at } = await begin("gotosocial");
  expect((await at(inMinutes(-60))).json.created_at).toBe(inMinutes(-60));
});

test("at most 25 a day and 300 in all", async () => {
  const { at } = await begin({ ...profiles.mastodon45, rateLimits: null });
  const day = 24 * 60;
  for (let count = 0; count < 25; count++) expect((await at(inMinutes(60 + count))).status).toBe(200);
  const full = await at(inMinutes(90));
  expect([full.status, full.json.error]).toEqual([
    422,
    "Validation failed: You have exceeded the limit of 25 scheduled posts for today",
  ]);
  for (let count = 25; count < 300; count++) await at(inMinutes(60 + Math.floor(count / 25) * day));
  expect((await at(inMinutes(30 * day))).json.error).toBe(
    "Validation failed: You have exceeded the limit of 300 scheduled posts",
  );
}, 30_000);

test("list, show, move, drop; in pages, newest first", async () => {
  const { instance, token, at } = await begin();
  const made: string[] = [];
  for (const minutes of [30, 20, 10]) made.unshift((await at(inMinutes(minutes))).json.id);
  const page = await ask(instance, `${list}?limit=2`, { token });
  expect(ids(page)).toEqual(made.slice(0, 2));
  expect(page.headers.get("link")).toContain(`max_id=${made[1]}>; rel="next"`);
  expect(ids(await ask(instance, `${list}?limit=2&max_id=${made[1]}`, { token }))).toEqual([made[2]]);
  const one = `/api/v1/scheduled_statuses/${made[0]}`;
  const moved = await ask(instance, `PUT ${one}`, { token, json: { scheduled_at: inMinutes(90) } });
  expect(moved.json).toMatchObject({ id: made[0], scheduled_at: inMinutes(90) });
  expect((await ask(instance, `PUT ${one}`, { token, json: { scheduled_at: inMinutes(2) } })).status).toBe(422);
  expect((await ask(instance, `GET ${one}`, { token })).json.scheduled_at).toBe(inMinutes(90));
  expect((await ask(instance, `DELETE ${one}`, { token })).json).toEqual({});
  expect((await ask(instance, `GET ${one}`, { token })).status).toBe(404);
});

test("a status that is dropped from the queue gives its media back", async () => {
  const { instance, token, at } = await begin();
  const { id } = (await upload(instance, token, png())).json;
  const { json } = await at(inMinutes(60), { media_ids: [id] });
  await ask(instance, `DELETE /api/v1/scheduled_statuses/${json.id}`, { token });
  expect((await post(instance, token, { media_ids: [id] })).status).toBe(200);
});

test("reading the queue wants read:statuses, changing it write:statuses, and it is the account's own", async () => {
  const { instance, at } = await begin();
  const path = `/api/v1/scheduled_statuses/${(await at(inMinutes(60))).json.id}`;
  const writer = instance.createToken({ scopes: ["write:statuses"] });
  const reader = instance.createToken({ scopes: ["read:statuses"] });
  const alice = instance.createToken({ scopes: ["read", "write"], username: "alice" });
  const statusOf = async (request: string, token: string) => (await ask(instance, request, { token })).status;
  expect([await statusOf(list, writer), await statusOf(list, reader)]).toEqual([403, 200]);
  expect([await statusOf(`DELETE ${path}`, reader), await statusOf(`GET ${path}`, alice)]).toEqual([403, 404]);
  expect((await ask(instance, list, { token: alice })).json).toEqual([]);
  expect(await statusOf(`DELETE ${path}`, writer)).toBe(200);
});

test.each<[ServerName, number, number]>([
  ["mastodon42", 200, 2],
  ["mastodon43", 404, 1],
  ["mastodon45", 404, 1],
])("a repeated key on %s is %i, and %i wait", async (name, status, count) => {
  const { instance, at } = await begin(name);
  await at(inMinutes(60), {}, "k");
  expect((await at(inMinutes(60), {}, "k")).status).toBe(status);
  expect(instance.scheduled()).toHaveLength(count);
});

test.each<ServerName>(["hollo", "pixelfed"])("%s posts at once", async (name) => {
  const { instance, token, at } = await begin(name);
  const { id } = (await upload(instance, token, png())).json;
  const told = await at("2026-03-01T13:00:00Z", { media_ids: [id] });
  expect([told.status, told.json.scheduled_at, typeof told.json.content]).toEqual([200, undefined, "string"]);
  expect([instance.published().length, instance.scheduled().length]).toEqual([1, 0]);
  expect((await ask(instance, list, { token })).status).toBe(404);
});

test("snac answers by a status of that time, which nobody sees before", async () => {
  const { instance, token, at, pass } = await begin("snac");
  const told = await at("2026-03-01T13:00:00Z");
  expect([told.status, told.json.created_at]).toEqual([200, "2026-03-01T13:00:00.000Z"]);
  expect([instance.published().length, (await ask(instance, list, { token })).json]).toEqual([0, []]);
  pass(60);
  expect((await ask(instance, list, { token })).json).toEqual([]);
  expect(instance.published().map(({ id }) => id)).toEqual([told.json.id]);
});

test("Hollo understands only Z", async () => {
  const { instance, at } = await begin("hollo");
  const told = await at("2026-03-01T13:00:00+00:00");
  expect([told.status, told.json.error]).toEqual([422, "invalid_request"]);
  expect(instance.published()).toEqual([]);
});
