import { expect, test } from "vitest";
import { ask, post, start } from "./ask.ts";
import type { PracticeInstance } from "./server.ts";

async function search(instance: PracticeInstance, q: string, more = "", token?: string) {
  return ask(instance, `GET /api/v2/search?type=statuses&q=${encodeURIComponent(q)}${more}`, { token });
}

const reader = (instance: PracticeInstance) => instance.createToken({ scopes: ["read:search"] });

test("the status of an address here is found by url and uri, with resolve alone", async () => {
  const instance = await start();
  const { id, url, uri } = instance.publish("x");
  const token = reader(instance);
  for (const address of [url, uri, ` ${url} `]) {
    expect((await search(instance, address, "", token)).json.statuses).toEqual([]);
    expect((await search(instance, address, "&resolve=true", token)).json).toMatchObject({
      accounts: [],
      statuses: [{ id, url }],
      hashtags: [],
    });
  }
});

test("one of another server is found with resolve, and has a local id to reply to from then on", async () => {
  const instance = await start();
  const remote = instance.elsewhere("Hi", "alice@example.social");
  expect(remote.url).toMatch(/^https:\/\/example\.social\/@alice\/\d+$/);
  const token = instance.createToken({ scopes: ["read:search", "write:statuses"] });
  const reply = { status: "Hello", in_reply_to_id: remote.id };
  expect((await post(instance, token, reply)).status).toBe(404);
  expect((await search(instance, remote.url, "", token)).json.statuses).toEqual([]);
  const told = await search(instance, remote.url, "&resolve=true", token);
  expect(told.json.statuses).toMatchObject([{ id: remote.id, account: { acct: "alice@example.social" } }]);
  expect((await post(instance, token, reply)).json).toMatchObject({ in_reply_to_id: remote.id });
  expect((await search(instance, remote.url, "&resolve=true", token)).json.statuses).toHaveLength(1);
});

test("what is invisible or nowhere is not found", async () => {
  const instance = await start();
  const token = reader(instance);
  const hidden = instance.publish("x", { username: "alice", visibility: "private" });
  for (const address of [hidden.url, "https://example.social/@alice/1", "words"]) {
    expect((await search(instance, address, "&resolve=true", token)).json.statuses).toEqual([]);
  }
});

test("search wants read:search, and resolve a user", async () => {
  const instance = await start();
  const { url } = instance.publish("x");
  expect((await search(instance, url, "&resolve=true", instance.createToken())).status).toBe(403);
  expect((await search(instance, url, "&resolve=true")).status).toBe(401);
  expect((await search(instance, url)).json.statuses).toEqual([]);
});
