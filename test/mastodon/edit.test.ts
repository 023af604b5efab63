import { describe, expect, test } from "vitest";
import { asObject, type Client, openClient } from "../../src/mastodon/client.ts";
import { type Changes, editStatus } from "../../src/mastodon/edit/edit.ts";
import { openHttp } from "../../src/mastodon/http.ts";
import type { Edited } from "../../src/mastodon/status.ts";
import { start } from "../instance/ask.ts";
import { profiles } from "../instance/profiles.ts";
import type { ServerName } from "../instance/server-name.ts";
import { type FakeClient, fakeClient, messageOf, origin, outsideScopes, type Reply } from "./fake-client.ts";
import { uploadOf } from "./media-simulation.ts";
import { outcomeOf, senderOf } from "./steps.ts";

const SHOW = "GET /api/v1/statuses/1";
const SOURCE = "GET /api/v1/statuses/1/source";
const PUT = "PUT /api/v1/statuses/1";
const VERIFY = "GET /api/v1/accounts/verify_credentials";

const poll = {
  id: "3",
  expires_at: "2026-11-24T12:00:00.000Z",
  expired: false,
  multiple: true,
  options: [
    { title: "Yes", votes_count: null },
    { title: "No", votes_count: null },
  ],
};
const media = [
  { id: "11", description: "A boat", meta: { focus: { x: 0.5, y: -0.25 } } },
  { id: "12", description: null, meta: {} },
  { id: "13", description: "A sea", meta: null },
];
const entity = {
  id: "1",
  url: `${origin}/@alice/1`,
  uri: `${origin}/users/alice/statuses/1`,
  account: { id: "7", acct: "alice", url: `${origin}/@alice` },
  visibility: "public",
  language: "en",
  sensitive: true,
  spoiler_text: "Boats",
  content: "<p>Old <strong>text</strong></p>",
  media_attachments: media,
  poll: null as typeof poll | null,
  quote_approval: { automatic: ["followers"], manual: [], current_user: "automatic" },
};
const source = { id: "1", text: "Old **text** by @bob@other.example", spoiler_text: "Boats" };

/** An instance with this status; `others` changes single replies. */
function instanceWith(status: object, others: Record<string, Reply | Reply[]> = {}, left?: number): FakeClient {
  return fakeClient(
    {
      [SHOW]: { json: status },
      [SOURCE]: { json: source },
      [PUT]: { json: status },
      [VERIFY]: { json: { id: "7" } },
      ...others,
    },
    left === undefined ? {} : { left },
  );
}

/** A picture that replaces the media of a status, and what the server says to it. */
const picture = [uploadOf("a.png")];
const UPLOAD = "POST /api/v2/media";
const uploaded: Reply = { json: { id: "21", url: "https://files.example/21" } };
const uploadsOf = (client: FakeClient) => client.asked.filter(({ path }) => path === "/api/v2/media").length;

function edit(client: Client, id: string, changes: Partial<Changes>): Promise<Edited> {
  return outcomeOf(editStatus(senderOf(client), id, { media: [], ...changes }));
}

const bodies = (client: FakeClient) => client.asked.filter(({ method }) => method === "PUT").map(({ body }) => body);

describe("what is not named goes along as it is", () => {
  const all = {
    status: source.text,
    spoiler_text: "Boats",
    sensitive: true,
    language: "en",
    media_ids: ["11", "12", "13"],
    media_attributes: [
      { id: "11", description: "A boat", focus: "0.5,-0.25" },
      { id: "13", description: "A sea" },
    ],
    quote_approval_policy: "followers",
  };
  test.each<[string, Partial<Changes>, object]>([
    ["the text", { status: "New" }, { ...all, status: "New" }],
    ["the warning", { spoiler_text: "Ships" }, { ...all, spoiler_text: "Ships" }],
    ["no warning any more", { spoiler_text: "" }, { ...all, spoiler_text: "" }],
    ["the language", { language: "de" }, { ...all, language: "de" }],
    ["the quote policy", { quote_approval_policy: "nobody" }, { ...all, quote_approval_policy: "nobody" }],
    ["two at once", { status: "New", language: "de" }, { ...all, status: "New", language: "de" }],
  ])("%s", async (_name, wish, body) => {
    const client = instanceWith(entity);
    await edit(client, "1", wish);
    expect(bodies(client)).toEqual([body]);
  });

  test("a poll with the time that it still has, hidden counts and all", async () => {
    const client = instanceWith({ ...entity, media_attachments: [], poll });
    await edit(client, "1", { status: "New" });
    expect(bodies(client)[0].poll).toEqual({
      options: ["Yes", "No"],
      multiple: true,
      hide_totals: true,
      expires_in: 86_400,
    });
    expect(bodies(client)[0]).not.toHaveProperty("media_ids");
  });

  test("the time of a poll is taken after the upload", async () => {
    const limited: Reply = { status: 429, json: { error: "Too many requests" }, headers: { "retry-after": "59" } };
    const client = instanceWith({ ...entity, media_attachments: [], poll }, { [UPLOAD]: [limited, uploaded] });
    await edit(client, "1", { media: picture });
    expect(bodies(client)[0].poll.expires_in).toBe(86_340);
  });

  test("Markdown stays Markdown; a new text does not", async () => {
    const markdown = { [SOURCE]: { json: { ...source, content_type: "text/markdown" } } };
    const kept = instanceWith(entity, markdown);
    await edit(kept, "1", { language: "de" });
    expect(bodies(kept)[0].content_type).toBe("text/markdown");
    const renewed = instanceWith(entity, markdown);
    await edit(renewed, "1", { status: "New" });
    expect(bodies(renewed)[0]).not.toHaveProperty("content_type");
  });

  test("media that replace the others, uploaded once", async () => {
    const client = instanceWith(entity, {
      [UPLOAD]: uploaded,
      [PUT]: [{ status: 503 }, { json: { ...entity, media_attachments: [{ id: "21" }] } }],
    });
    const edited = await edit(client, "1", { media: picture });
    expect(uploadsOf(client)).toBe(1);
    expect(bodies(client).map(({ media_ids, media_attributes }) => [media_ids, media_attributes])).toEqual([
      [["21"], undefined],
      [["21"], undefined],
    ]);
    expect(edited).toMatchObject({ changed: true, differences: [], text: source.text });
  });

  test("a status without text, and no language told", async () => {
    const client = instanceWith(
      { ...entity, language: null, quote_approval: undefined },
      { [SOURCE]: { json: { text: "" } } },
    );
    await edit(client, "1", { spoiler_text: "Ships" });
    expect(Object.keys(bodies(client)[0])).toEqual(["spoiler_text", "sensitive", "media_ids", "media_attributes"]);
  });
});

describe("nothing changed, nothing sent", () => {
  test.each<[string, Partial<Changes>]>([
    ["nothing named", {}],
    [
      "all as it is",
      {
        status: source.text,
        spoiler_text: "Boats",
        sensitive: true,
        language: "en",
        quote_approval_policy: "followers",
      },
    ],
    ["white space around, other line breaks", { status: ` ${source.text}\r\n` }],
    ["the region of the language", { language: "en-GB" }],
    ["not sensitive, though there is a warning", { sensitive: false }],
    ["undefined", { status: undefined, language: undefined }],
  ])("%s", async (_name, wish) => {
    const client = instanceWith(entity);
    expect(await edit(client, "1", wish)).toMatchObject({
      changed: false,
      id: "1",
      url: entity.url,
      text: source.text,
      handle: "@alice@social.example",
    });
    expect(bodies(client)).toEqual([]);
  });

  test("the same poll goes on, even a closed one", async () => {
    const same = { options: ["Yes", "No "], expires_in: 3600, multiple: true, hide_totals: true };
    for (const status of [
      poll,
      { ...poll, expired: true, options: poll.options.map((option) => ({ ...option, votes_count: 1 })) },
    ]) {
      const client = instanceWith({ ...entity, poll: status });
      expect((await edit(client, "1", { poll: same })).changed).toBe(false);
      expect(bodies(client)).toEqual([]);
    }
  });

  test("GoToSocial says so itself", async () => {
    const client = instanceWith(entity, {
      [PUT]: { status: 422, json: { error: "Unprocessable Entity: status was not changed" } },
    });
    expect((await edit(client, "1", { language: "de" })).changed).toBe(false);
  });
});

describe("refused before anything is sent, in one line", () => {
  const closed = { ...poll, expired: true };
  const closing = { ...poll, expires_at: "2026-11-23T12:05:00.000Z" };
  test.each<[string, object, Partial<Changes>, Record<string, Reply>, string]>([
    ["a closed poll", { ...entity, poll: closed }, { status: "New" }, {}, "its poll is closed (2026-11-24 12:00 UTC)."],
    ["a poll that ends", { ...entity, poll: closing }, { status: "New" }, {}, "its poll ends within five minutes"],
    ["a boost", { ...entity, reblog: { id: "2" } }, { status: "New" }, {}, "is a boost"],
    [
      "a text that is not told",
      entity,
      { language: "de" },
      { [SOURCE]: { status: 404, text: "" } },
      "cannot be edited without a text",
    ],
    [
      "no such status",
      entity,
      { status: "New" },
      { [SHOW]: { status: 404, json: { error: "Record not found" } } },
      "social.example has no status with the id 1. It is deleted",
    ],
    ["no scope", entity, { status: "New" }, { [SHOW]: outsideScopes }, "it needs the scope read:statuses."],
    [
      "no scope for the source",
      entity,
      { status: "New" },
      { [SOURCE]: outsideScopes },
      "it needs the scope read:statuses.",
    ],
  ])("%s", async (_name, status, wish, others, sentence) => {
    const client = instanceWith(status, { [UPLOAD]: uploaded, ...others });
    const message = await messageOf(edit(client, "1", { ...wish, media: picture }));
    expect(message).toContain(sentence);
    expect(message).not.toMatch(/\n|undefined/);
    expect(bodies(client)).toEqual([]);
    expect(uploadsOf(client)).toBe(0);
  });

  test("a poll that is replaced may be closed, and a server without sources takes a text", async () => {
    const renewed = { options: ["Perhaps", "Never"], expires_in: 3600 };
    const client = instanceWith({ ...entity, poll: closed }, { [SOURCE]: { status: 404, text: "" } });
    await edit(client, "1", { status: "New", poll: renewed });
    expect(bodies(client)[0]).toMatchObject({ status: "New", poll: renewed, spoiler_text: "Boats" });
  });

  test("a poll that never closes is kept without a time", async () => {
    const client = instanceWith({ ...entity, poll: { ...poll, expires_at: null } });
    await edit(client, "1", { status: "New" });
    expect(bodies(client)[0].poll).not.toHaveProperty("expires_in");
  });
});

describe("what the server makes of it", () => {
  test("snac's new id", async () => {
    const client = instanceWith(entity, {
      [PUT]: { json: { ...entity, id: "17954572606d16", url: `${origin}/alice/p/2` } },
    });
    expect(await edit(client, "1", { status: "New" })).toMatchObject({
      changed: true,
      id: "17954572606d16",
      url: `${origin}/alice/p/2`,
      text: "New",
      differences: [],
    });
  });

  test("a server that has neither quote policies nor languages", async () => {
    const client = instanceWith({ ...entity, language: null, quote_approval: undefined });
    const wish = { language: "de", quote_approval_policy: "nobody" };
    expect((await edit(client, "1", wish)).differences).toEqual([
      "The edit was taken, but the server left the language as before.",
      "The edit was taken, but the server left the quote policy as before.",
    ]);
  });

  test("nobody can quote a private status, so its policy is no matter", async () => {
    const client = instanceWith({ ...entity, visibility: "private", quote_approval: { automatic: [], manual: [] } });
    expect((await edit(client, "1", { quote_approval_policy: "public" })).changed).toBe(false);
  });

  test("Hollo leaves media and poll as they are", async () => {
    const client = instanceWith({ ...entity, poll }, { [UPLOAD]: uploaded });
    const { differences } = await edit(client, "1", {
      media: picture,
      poll: { options: ["A", "B"], expires_in: 600 },
    });
    expect(differences).toEqual([
      "The edit was taken, but the server left the media as before.",
      "The edit was taken, but the server left the poll as before.",
    ]);
  });

  test.each<[string, Reply, Record<string, Reply>, string]>([
    ["no scope", outsideScopes, {}, "To edit a status, it needs the scope write:statuses."],
    [
      "somebody else's",
      { status: 404, json: { error: "Record not found" } },
      { [VERIFY]: { json: { id: "8" } } },
      "It is by @alice@social.example, and an account edits its own statuses only. Check the id",
    ],
    [
      "somebody else's, on activities.next",
      { status: 403, json: { error: "Forbidden" } },
      { [VERIFY]: { json: { id: "8" } } },
      "403 “Forbidden” (PUT /api/v1/statuses/1). It is by @alice@social.example",
    ],
    [
      "a token that may not tell whose it is",
      { status: 404 },
      { [VERIFY]: outsideScopes },
      "or the server cannot edit.",
    ],
    ["a server that cannot edit", { status: 405 }, {}, "it is the server that cannot edit."],
    [
      "a refusal",
      { status: 422, json: { error: "Validation failed: Text character limit of 500 exceeded" } },
      {},
      "PUT /api/v1/statuses/1 failed.",
    ],
  ])("%s", async (_name, answer, others, sentence) => {
    const client = instanceWith(entity, { [PUT]: answer, ...others });
    await expect(edit(client, "1", { status: "New" })).rejects.toMatchObject({ outcome: "not done" });
    expect(await messageOf(edit(client, "1", { status: "New" }))).toContain(sentence);
    expect(client.waits).toEqual([]);
  });
});

describe("an answer that is lost", () => {
  const edited: Reply = { json: { ...source, text: "New" } };
  test.each<[string, Reply]>([
    ["a reset", "ECONNRESET"],
    ["a gateway", { status: 502, text: "<html>" }],
    ["an answer that is no status", { json: {} }],
  ])("was made all the same: %s", async (_name, answer) => {
    const client = instanceWith(entity, { [PUT]: answer, [SOURCE]: [{ json: source }, edited] });
    expect(await edit(client, "1", { status: "New" })).toMatchObject({ changed: true, text: "New" });
    expect(bodies(client)).toHaveLength(1);
    expect(client.waits).toEqual([5000]);
  });

  test("was not made, and is sent again", async () => {
    const client = instanceWith(entity, { [PUT]: ["ECONNRESET", { status: 500 }, { json: entity }] });
    expect((await edit(client, "1", { status: "New" })).changed).toBe(true);
    expect(bodies(client)).toHaveLength(3);
    expect(client.waits).toEqual([5000, 15_000]);
  });

  test("three times, then it is not known", async () => {
    const client = instanceWith(entity, { [PUT]: "ECONNRESET" });
    await expect(edit(client, "1", { status: "New" })).rejects.toMatchObject({ outcome: "unknown" });
    expect(bodies(client)).toHaveLength(3);
  });

  test("on snac the old id is gone, so it is not known", async () => {
    const client = instanceWith(entity, {
      [PUT]: ["ECONNRESET", { status: 404 }],
      [SHOW]: [{ json: entity }, { status: 404 }],
    });
    await expect(edit(client, "1", { status: "New" })).rejects.toMatchObject({ outcome: "unknown" });
  });

  test("there is no time to wait", async () => {
    const client = instanceWith(entity, { [PUT]: "ECONNRESET" }, 4000);
    await expect(edit(client, "1", { status: "New" })).rejects.toMatchObject({ outcome: "unknown" });
    expect(client.waits).toEqual([]);
  });
});

describe("a rate limit", () => {
  const limited = (headers: Record<string, string>): Reply => ({
    status: 429,
    json: { error: "Too many requests" },
    headers,
  });
  test("is waited for", async () => {
    const client = instanceWith(entity, {
      [PUT]: [limited({ "x-ratelimit-reset": "2026-11-23T12:01:00.000000Z" }), { json: entity }],
    });
    expect((await edit(client, "1", { status: "New" })).changed).toBe(true);
    expect(client.waits).toHaveLength(1);
    // To the limit's end, and a little more, so that not all come back at once.
    expect(client.waits[0]).toBeGreaterThanOrEqual(60_000);
    expect(client.waits[0]).toBeLessThan(62_000);
  });

  test("that ends too late is told", async () => {
    const client = instanceWith(entity, { [PUT]: limited({ "x-ratelimit-reset": "2026-11-23T15:00:00.000000Z" }) });
    await expect(edit(client, "1", { status: "New" })).rejects.toMatchObject({ outcome: "not done" });
    expect(client.waits).toEqual([]);
  });

  test("that never ends is told after three tries", async () => {
    const client = instanceWith(entity, { [PUT]: limited({}) });
    await expect(edit(client, "1", { status: "New" })).rejects.toMatchObject({
      outcome: "not done",
      failure: { answer: { status: 429 } },
    });
    expect(bodies(client)).toHaveLength(3);
  });
});

describe("on each server", () => {
  const names = Object.keys(profiles) as ServerName[];
  const canEdit = (name: ServerName) => profiles[name].features.edits.exist;

  async function serve(name: ServerName, scopes: string[]) {
    const instance = await start({ profile: profiles[name] });
    const token = instance.createToken({ scopes });
    const http = openHttp({ proxies: { http: "", https: "", no: "" }, timeout: 30_000 });
    return { instance, client: openClient(instance.origin, token, http) };
  }
  test.each(names.filter(canEdit))("%s: a new text, and all else as it was", async (name) => {
    const { instance, client } = await serve(name, ["read", "write"]);
    const before = { ...instance.publish("Old", { spoilerText: "Boats", language: "de", sensitive: true }) };
    const edited = await edit(client, before.id, { status: "New" });
    expect(edited).toMatchObject({ changed: true, differences: [], text: "New" });
    expect(instance.published().at(-1)).toMatchObject({
      id: edited.id,
      text: "New",
      spoilerText: "Boats",
      language: profiles[name].features.keeps.language("de"),
      sensitive: true,
    });
    expect(edited.id === before.id).toBe(!profiles[name].features.edits.newId);
  });

  test.each(names.filter(canEdit))("%s: nothing new, nothing sent", async (name) => {
    const { instance, client } = await serve(name, ["read", "write"]);
    const { id } = instance.publish("Old");
    expect((await edit(client, id, { status: "Old" })).changed).toBe(false);
    expect(instance.requests.map(({ method }) => method)).not.toContain("PUT");
  });

  test.each(names.filter(canEdit))("%s: a status of somebody else", async (name) => {
    const { instance, client } = await serve(name, ["read", "write"]);
    const { id } = instance.publish("Hers", { username: "alice" });
    const message = await messageOf(edit(client, id, { status: "Mine" }));
    expect(message).toContain("It is by @alice@");
    expect(instance.published("alice").at(-1)?.text).toBe("Hers");
  });

  test.each(names.filter((name) => !canEdit(name)))("%s: it is told that it cannot edit", async (name) => {
    const { instance, client } = await serve(name, ["read", "write"]);
    const { id } = instance.publish("Old");
    expect(await messageOf(edit(client, id, { status: "New" }))).toContain("it is the server that cannot edit");
  });

  test("a poll keeps its time and its votes", async () => {
    const { instance, client } = await serve("mastodon45", ["read", "write"]);
    const poll = { options: ["Yes", "No"], expires_in: 3600, multiple: true, hide_totals: true };
    const { json } = await client.call("POST", "/api/v1/statuses", { body: { status: "Old", poll } });
    const id = String(asObject(json).id);
    const before = instance.published().at(-1)!.poll!;
    await edit(client, id, { status: "New" });
    const after = instance.published().at(-1)!.poll!;
    expect(after).toMatchObject({ id: before.id, options: before.options, multiple: true, hideTotals: true });
    expect(after.votes).toBe(before.votes);
    expect(Math.abs(after.expiresAt.getTime() - before.expiresAt.getTime())).toBeLessThan(5000);
  });
});
