import { describe, expect, test } from "vitest";
import { openClient } from "../../src/mastodon/client.ts";
import { openHttp } from "../../src/mastodon/http.ts";
import { pinStatus } from "../../src/mastodon/publish/pin.ts";
import { start } from "../instance/ask.ts";
import { profiles } from "../instance/profiles.ts";
import type { ServerName } from "../instance/server-name.ts";
import { fakeClient, origin, outsideScopes, type Reply } from "./fake-client.ts";

const PIN = "POST /api/v1/statuses/1/pin";
const SHOW = "GET /api/v1/statuses/1";
const LIST = "GET /api/v1/accounts/7/statuses";
const status = { id: "1", visibility: "public", pinned: false, account: { id: "7" } };
const others = [2, 3, 4].map((id) => ({ id: `${id}`, url: `${origin}/@alice/${id}` }));
const full = { status: 422, json: { error: "Validation failed: You have already pinned the maximum number of posts" } };

test.each<[string, Reply, Record<string, Reply>]>([
  ["pinned", { json: { ...status, pinned: true } }, {}],
  ["a server that does not say so", { json: { id: "1" } }, {}],
  [
    "pinned before",
    { status: 422, json: { error: "Duplicate record" } },
    { [LIST]: { json: [...others, { ...status, pinned: true }] } },
  ],
  [
    "pinned before, as the status says",
    { status: 422, json: { error: "x" } },
    { [SHOW]: { json: { ...status, pinned: true } } },
  ],
  ["an answer that was lost", "ECONNRESET", { [LIST]: { json: [{ ...status, pinned: true }] } }],
])("no warning: %s", async (_name, pin, rest) => {
  expect(await pinStatus(fakeClient({ [PIN]: pin, [SHOW]: { json: status }, ...rest }), "1", "7")).toBeNull();
});

test.each<[string, Reply, Record<string, Reply>, string]>([
  ["no scope", outsideScopes, {}, "it needs the scope write:accounts. Make a new token with write:accounts as well"],
  [
    "no scope, on activities.next",
    { status: 401, json: { error: "Unauthorized" } },
    {},
    "so it may lack the scope write:accounts. Make a new token with write:accounts as well",
  ],
  [
    "at the limit",
    full,
    { [LIST]: { json: others } },
    `as the server allows. Unpin one of these first: ${origin}/@alice/2 ${origin}/@alice/3 ${origin}/@alice/4`,
  ],
  ["at the limit, no list", full, { [LIST]: outsideScopes }, "as the server allows. Unpin one of them first."],
  [
    "GoToSocial's limit",
    { status: 422, json: { error: "status pin limit exceeded, you've already pinned 10 status(es) out of 10" } },
    {},
    "as many pinned statuses",
  ],
  [
    "a direct one",
    { status: 422, json: { error: "Validation failed: x" } },
    { [SHOW]: { json: { ...status, visibility: "direct" } } },
    "a `direct` status cannot be pinned",
  ],
  ["a server without pins", { status: 404, json: { error: "Record not found" } }, {}, "the server cannot pin"],
  ["taken, and nothing done", { json: status }, {}, "accepted the request and did nothing"],
  ["a rate limit", { status: 429, json: { error: "Too many requests" } }, {}, "Not pinned: 429 “Too many requests”"],
  [
    "another refusal",
    { status: 422, json: { error: "Someone else's post cannot be pinned" } },
    {},
    "Not pinned: 422 “Someone else's post cannot be pinned”",
  ],
  [
    "a broken server",
    { status: 500, text: "" },
    {},
    "The status may not be pinned; check the profile: 500 with an empty answer",
  ],
  [
    "silence",
    "ECONNRESET",
    { [SHOW]: "ECONNRESET" },
    "The status may not be pinned; check the profile: POST /api/v1/statuses/1/pin failed.",
  ],
])("a warning: %s", async (_name, pin, rest, sentence) => {
  const warning = await pinStatus(fakeClient({ [PIN]: pin, [SHOW]: { json: status }, ...rest }), "1", "7");
  expect(warning).toContain(sentence);
  expect(warning).not.toMatch(/\n|undefined|\.\./);
});

test("without the account's id, the status tells it", async () => {
  const client = fakeClient({ [PIN]: full, [SHOW]: { json: status }, [LIST]: { json: others } });
  expect(await pinStatus(client, "1", "")).toContain("Unpin one of these first:");
  expect(client.asked.at(-1)!.path).toBe("/api/v1/accounts/7/statuses?pinned=true&limit=40");
});

describe("on each server", () => {
  const names = Object.keys(profiles) as ServerName[];
  const canPin = (name: ServerName) => profiles[name].features.pins;

  async function serve(name: ServerName, scopes: string[]) {
    const instance = await start({ profile: profiles[name] });
    const http = openHttp({ proxies: { http: "", https: "", no: "" }, timeout: 30_000 });
    return { instance, client: openClient(instance.origin, instance.createToken({ scopes }), http) };
  }
  test.each(names.filter(canPin))("%s: pinned, also where it was pinned before", async (name) => {
    const { instance, client } = await serve(name, ["read", "write"]);
    const { id, account } = instance.publish("Pin me");
    expect(await pinStatus(client, id, account.id)).toBeNull();
    expect(await pinStatus(client, id, account.id)).toBeNull();
    expect(instance.published().at(-1)?.pinnedAt).not.toBeNull();
  });

  test.each(names.filter(canPin))("%s: at the limit", async (name) => {
    const { instance, client } = await serve(name, ["read", "write"]);
    const most = profiles[name].limits.maxPinnedStatuses;
    const pinned = Array.from({ length: most }, (_, index) => instance.publish(`${index}`, { pinnedAt: new Date() }));
    const warning = await pinStatus(client, instance.publish("One more").id, pinned[0]!.account.id);
    for (const { url } of pinned) expect(warning).toContain(url);
  });

  test.each(names.filter((name) => !canPin(name)))("%s: it is told that it cannot pin", async (name) => {
    const { instance, client } = await serve(name, ["read", "write"]);
    const { id, account } = instance.publish("Pin me");
    expect(await pinStatus(client, id, account.id)).toContain("the server cannot pin");
  });
});
