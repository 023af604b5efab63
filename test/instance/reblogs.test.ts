import { expect, test } from "vitest";
import { ask, start } from "./ask.ts";
import { mastodon45 } from "./profiles.ts";

async function begin(profile = mastodon45) {
  const instance = await start({ profile });
  const token = instance.createToken();
  const boost = (id: string, verb = "reblog", json = {}) =>
    ask(instance, `POST /api/v1/statuses/${id}/${verb}`, { token, json });
  return { instance, boost };
}

test("a boost is a status around another; a repeat gives the same again", async () => {
  const { instance, boost } = await begin();
  const { id } = instance.publish("x", { username: "alice" });
  const { json } = await boost(id, "reblog", { visibility: "unlisted" });
  expect(json).toMatchObject({ visibility: "unlisted", reblog: { id, reblogs_count: 1, reblogged: true } });
  expect(json.id).not.toBe(id);
  expect((await boost(id)).json.id).toBe(json.id);
  expect((await boost(json.id)).json.id).toBe(json.id);
  expect(instance.published()).toHaveLength(1);
});

test("private statuses only if own, direct ones never", async () => {
  const { instance, boost } = await begin();
  const own = await boost(instance.publish("x", { visibility: "private" }).id, "reblog", { visibility: "public" });
  expect([own.status, own.json.visibility]).toEqual([200, "private"]);
  const told = await boost(instance.publish("x", { visibility: "direct" }).id);
  expect([told.status, told.json.error]).toEqual([403, "This action is not allowed"]);
  const alien = instance.publish("x", { username: "alice", visibility: "private" });
  expect((await boost(alien.id)).status).toBe(404);
});

test("unreblog takes the boost away", async () => {
  const { instance, boost } = await begin();
  const { id } = instance.publish("x", { username: "alice" });
  await boost(id);
  expect((await boost(id, "unreblog")).json).toMatchObject({ id, reblogged: false });
  expect(instance.published()).toEqual([]);
});

test("a boost is none of the 300 posts", async () => {
  const posts = { limit: 1, seconds: 60 };
  const { instance, boost } = await begin({ ...mastodon45, rateLimits: { ...mastodon45.rateLimits!, posts } });
  for (const text of ["x", "y"]) expect((await boost(instance.publish(text).id)).status).toBe(200);
});
