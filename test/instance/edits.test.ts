import { expect, test } from "vitest";
import { ask, post, start, type Told } from "./ask.ts";
import { png, upload } from "./files.ts";
import { type Profile, profiles } from "./profiles.ts";
import type { ServerName } from "./server-name.ts";

const noon = Date.parse("2026-03-01T12:00:00Z");

async function begin(server: ServerName | Profile = "mastodon45", account = {}) {
  let now = noon;
  const profile = typeof server === "string" ? profiles[server] : server;
  const instance = await start({ profile, now: () => new Date(now), account });
  const token = instance.createToken();
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  const put = (id: string, json: unknown) => ask(instance, `PUT /api/v1/statuses/${id}`, { token, json });
  const image = async (fields = {}): Promise<string> => (await upload(instance, token, png(), fields)).json.id;
  return { instance, token, pass, put, image };
}

const descriptions = ({ json }: Told) =>
  json.media_attachments.map(({ description }: { description: string | null }) => description);

test("PUT gives a text another, and says when", async () => {
  const { instance, pass, put } = await begin();
  const { id } = instance.publish("Tpyo");
  pass(60);
  const told = await put(id, { status: "Typo" });
  expect(told.status).toBe(200);
  expect(told.json).toMatchObject({ id, content: "<p>Typo</p>", edited_at: "2026-03-01T12:01:00.000Z" });
  const shown = await ask(instance, `GET /api/v1/statuses/${id}`);
  expect(shown.json).toMatchObject({ content: "<p>Typo</p>", created_at: "2026-03-01T12:00:00.000Z" });
});

test("what is left out is cleared: media, poll, warning, sensitive", async () => {
  const { instance, token, put, image } = await begin("mastodon46");
  const made = await post(instance, token, {
    status: "x",
    spoiler_text: "cw",
    sensitive: true,
    media_ids: [await image()],
    poll: { options: ["a", "b"], expires_in: 600 },
    language: "de",
  });
  const told = await put(made.json.id, { status: "x" });
  expect(told.json).toMatchObject({ spoiler_text: "", sensitive: false, media_attachments: [], poll: null });
  // Only these survive.
  expect(told.json).toMatchObject({ language: "de", quote_approval: { automatic: ["public"] } });
});

test("an empty text is a failed validation, unless media or a quote make up for it", async () => {
  const { instance, token, put, image } = await begin();
  const media = [await image()];
  const { json } = await post(instance, token, { status: "x", media_ids: media });
  expect((await put(json.id, {})).json.error).toBe("Validation failed: Text can't be blank");
  expect((await put(json.id, { media_ids: media })).json.content).toBe("");
  const quote = await post(instance, token, { status: "y", quoted_status_id: json.id });
  expect((await put(quote.json.id, {})).status).toBe(200);
});

test("visibility, reply and schedule cannot change", async () => {
  const { instance, put } = await begin();
  const { id } = instance.publish("x", { visibility: "unlisted" });
  const told = await put(id, {
    status: "y",
    visibility: "direct",
    in_reply_to_id: instance.publish("z").id,
    scheduled_at: "2026-03-02T12:00:00Z",
  });
  expect(told.json).toMatchObject({ id, visibility: "unlisted", in_reply_to_id: null });
});

test("nothing changed means no edit", async () => {
  const { instance, pass, put } = await begin();
  const { id } = instance.publish("x", { spoilerText: "cw", sensitive: true });
  pass(60);
  const told = await put(id, { status: "x", spoiler_text: "cw", language: "en" });
  expect([told.status, told.json.edited_at]).toEqual([200, null]);
});

test("media are added, taken away, ordered and described anew", async () => {
  const { instance, token, put, image } = await begin();
  const [one, two, three] = [await image({ description: "1" }), await image(), await image({ description: "3" })];
  const { json } = await post(instance, token, { status: "x", media_ids: [one, two] });
  const told = await put(json.id, {
    status: "x",
    media_ids: [three, two],
    media_attributes: [
      { id: two, description: "2", focus: "0,1" },
      { id: one, description: "gone" },
    ],
  });
  expect(descriptions(told)).toEqual(["3", "2"]);
  expect(told.json.media_attachments[1].meta.focus).toEqual({ x: 0, y: 1 });
  expect((await put(json.id, { status: "x", media_ids: [one] })).json.media_attachments).toMatchObject([
    { description: "1" },
  ]);
});

test("another description alone is an edit; an overlong one is none", async () => {
  const { instance, token, put, image } = await begin();
  const id = await image();
  const { json } = await post(instance, token, { status: "x", media_ids: [id] });
  const describe = (description: string) =>
    put(json.id, { status: "x", media_ids: [id], media_attributes: [{ id, description }] });
  expect((await describe("x".repeat(1501))).status).toBe(422);
  expect(instance.published()[0]).toMatchObject({ editedAt: null, media: [{ description: null }] });
  expect((await describe("A cat")).json.edited_at).not.toBeNull();
  const history = await ask(instance, `GET /api/v1/statuses/${json.id}/history`);
  const told = history.json.map((version: Told["json"]) => version.media_attachments[0].description);
  expect(told).toEqual([null, "A cat"]);
});

test("other options or another way of voting make the votes void", async () => {
  const { instance, token, put } = await begin();
  const poll = { options: ["a", "b"], expires_in: 600 };
  const { json } = await post(instance, token, { status: "x", poll });
  const stored = () => instance.published()[0]?.poll;
  stored()!.votes = [2, 1];
  const same = await put(json.id, { status: "x", poll: { ...poll, expires_in: 1200 } });
  expect(same.json.poll).toMatchObject({ id: json.poll.id, votes_count: 3, expires_at: "2026-03-01T12:20:00.000Z" });
  expect((await put(json.id, { status: "x", poll: { ...poll, multiple: true } })).json.poll.votes_count).toBe(0);
});

test("the history has every version, the first included", async () => {
  const { instance, pass, put } = await begin();
  const { id } = instance.publish("one");
  const history = async () => (await ask(instance, `GET /api/v1/statuses/${id}/history`)).json;
  expect(await history()).toMatchObject([{ content: "<p>one</p>" }]);
  pass(60);
  await put(id, { status: "two", spoiler_text: "cw" });
  expect(await history()).toMatchObject([
    { content: "<p>one</p>", spoiler_text: "", created_at: "2026-03-01T12:00:00.000Z" },
    { content: "<p>two</p>", spoiler_text: "cw", created_at: "2026-03-01T12:01:00.000Z", account: { acct: "poster" } },
  ]);
});

test("edits count as posts do, and only real ones", async () => {
  const { mastodon45 } = profiles;
  const posts = { limit: 2, seconds: 60 };
  const instance = await start({
    profile: { ...mastodon45, rateLimits: { ...mastodon45.rateLimits!, posts } },
    now: () => new Date(noon),
  });
  const token = instance.createToken();
  const { id } = instance.publish("x");
  const put = async (status: string) => {
    const told = await ask(instance, `PUT /api/v1/statuses/${id}`, { token, json: { status } });
    return [told.status, told.headers.get("x-ratelimit-remaining")];
  };
  expect([await put("y"), await put("y"), await put("z"), await put("w")]).toEqual([
    [200, "1"],
    [200, "1"],
    [200, "0"],
    [429, "0"],
  ]);
  expect(instance.published()).toMatchObject([{ text: "z" }]);
});

test("own statuses only, with write:statuses", async () => {
  const { instance, put } = await begin();
  const alien = await put(instance.publish("x", { username: "alice" }).id, { status: "y" });
  const none = await put("1", { status: "y" });
  for (const told of [alien, none]) expect([told.status, told.json]).toEqual([404, { error: "Record not found" }]);
  const own = instance.publish("x").id;
  const blind = instance.createToken({ scopes: ["read", "write:media"] });
  const told = await ask(instance, `PUT /api/v1/statuses/${own}`, { token: blind, json: { status: "y" } });
  expect(told.status).toBe(403);
});

test.each([
  ["before 4.5.5", false, "public"],
  ["since 4.5.5", true, "nobody"],
])("%s a PUT without a quote policy leaves it %s", async (_name, keepsQuotePolicy, policy) => {
  const { features } = profiles.mastodon45;
  const edits = { ...features.edits, keepsQuotePolicy };
  const { instance, put } = await begin({ ...profiles.mastodon45, features: { ...features, edits } });
  const { id } = instance.publish("x", { quotePolicy: "nobody" });
  await put(id, { status: "y" });
  expect(instance.published()[0]?.quotePolicy).toBe(policy);
});

test("interaction_policy changes the policy alone", async () => {
  const { instance, token } = await begin();
  const { id } = instance.publish("x");
  const json = { quote_approval_policy: "followers" };
  const told = await ask(instance, `PUT /api/v1/statuses/${id}/interaction_policy`, { token, json });
  expect(told.json).toMatchObject({ edited_at: null, quote_approval: { automatic: ["followers"] } });
});

test("Hollo has no edited_at and no history", async () => {
  const { instance, put } = await begin("hollo");
  const { id } = instance.publish("x");
  const told = await put(id, { status: "y" });
  expect(told.status).toBe(200);
  expect(told.json).not.toHaveProperty("edited_at");
  const token = instance.createToken({ scopes: ["read"] });
  expect((await ask(instance, `GET /api/v1/statuses/${id}/history`, { token })).status).toBe(404);
});

test("on snac the id changes", async () => {
  const { instance, put } = await begin("snac");
  const { id } = instance.publish("x");
  const { json } = await put(id, { status: "y" });
  expect(json.id).not.toBe(id);
  expect((await ask(instance, `GET /api/v1/statuses/${id}`)).status).toBe(404);
  expect(instance.published()).toMatchObject([{ id: json.id, text: "y" }]);
});

test.each<[ServerName, string]>([
  ["gotosocial", '{"error":"Not Found: target status not found"}'],
  ["hollo", '{"error":"Record not found"}'],
  ["snac", "<h1>404 Not Found (snac/2.94)</h1>"],
])("%s knows no such status", async (name, body) => {
  const { put } = await begin(name);
  const told = await put("unknown", { status: "y" });
  expect([told.status, told.body]).toEqual([404, body]);
});

test("Pixelfed edits nothing", async () => {
  const { instance, put } = await begin("pixelfed");
  const { id } = instance.publish("x");
  expect((await put(id, { status: "y" })).status).toBe(404);
  expect(instance.published()).toMatchObject([{ text: "x" }]);
});
