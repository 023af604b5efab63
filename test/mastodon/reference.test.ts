import { describe, expect, test } from "vitest";
import { openClient } from "../../src/mastodon/client.ts";
import { openHttp } from "../../src/mastodon/http.ts";
import { resolveStatus } from "../../src/mastodon/publish/reference.ts";
import { start } from "../instance/ask.ts";
import { profiles } from "../instance/profiles.ts";
import type { ServerName } from "../instance/server-name.ts";
import { fakeClient, messageOf, origin, outsideScopes } from "./fake-client.ts";

const SEARCH = "GET /api/v2/search";
const remote = "https://other.example/@bob/42";

describe("what needs no request", () => {
  test.each([
    ["a decimal id", "115600000000000001", "115600000000000001"],
    ["a UUID", "0192d3a4-6f6e-7c3a-9d58-0a1b2c3d4e5f", "0192d3a4-6f6e-7c3a-9d58-0a1b2c3d4e5f"],
    ["a ULID", "01JDAXN0Q7Z6M5B1H2W3X4Y5Z6", "01JDAXN0Q7Z6M5B1H2W3X4Y5Z6"],
    ["snac's hex", "17954572586d160a", "17954572586d160a"],
    ["white space around it", "  123\n", "123"],
    ["Mastodon's page", `${origin}/@alice/123`, "123"],
    ["a status of another instance, as shown here", `${origin}/@bob@other.example/456`, "456"],
    ["a query and a fragment", `${origin}/@alice/123?lang=en#reply`, "123"],
    ["a slash at its end", `${origin}/@alice/123/`, "123"],
    ["ActivityPub's address", `${origin}/users/alice/statuses/123`, "123"],
    ["the same since 4.5", `${origin}/ap/users/1/statuses/123`, "123"],
    ["the old web client's", `${origin}/web/statuses/123`, "123"],
    ["the advanced web client's", `${origin}/deck/@alice/123`, "123"],
    ["GoToSocial's page", `${origin}/@alice/statuses/01JDAXN0Q7Z6M5B1H2W3X4Y5Z6`, "01JDAXN0Q7Z6M5B1H2W3X4Y5Z6"],
    ["GoToSocial's ActivityPub", `${origin}/users/a/statuses/01JDAXN0Q7Z6M5B1H2W3X4Y5Z6`, "01JDAXN0Q7Z6M5B1H2W3X4Y5Z6"],
    ["Hollo's", `${origin}/@alice/0192d3a4-6f6e-7c3a-9d58-0a1b2c3d4e5f`, "0192d3a4-6f6e-7c3a-9d58-0a1b2c3d4e5f"],
    ["Akkoma's", `${origin}/notice/AbCdEfGhIjKlMnOpQr`, "AbCdEfGhIjKlMnOpQr"],
    ["without https://", "social.example/@alice/123", "123"],
    ["the host in capitals", "https://SOCIAL.example/@alice/123", "123"],
  ])("%s", async (_name, given, id) => {
    const client = fakeClient({});
    expect(await resolveStatus(client, given, "`in-reply-to-id`")).toBe(id);
    expect(client.asked).toEqual([]);
  });
});

describe("what the instance looks up", () => {
  test.each([
    ["another instance's page", remote, { id: "9", url: remote }],
    ["an address in other letters", "https://OTHER.example/@bob/42/", { id: "9", url: remote }],
    [
      "ActivityPub's address",
      "https://other.example/users/bob/statuses/42",
      { id: "9", url: remote, uri: "https://other.example/users/bob/statuses/42" },
    ],
    ["an own address that does not bear the id", `${origin}/objects/0a1b`, { id: "9", uri: `${origin}/objects/0a1b` }],
    ["a number for an id", remote, { id: 9, url: remote }],
  ])("%s", async (_name, given, status) => {
    const client = fakeClient({ [SEARCH]: { json: { accounts: [], statuses: [status], hashtags: [] } } });
    expect(await resolveStatus(client, given, "`quoted-status-id`")).toBe("9");
    const { searchParams } = new URL(client.asked[0]!.path, origin);
    expect(Object.fromEntries(searchParams)).toEqual({ type: "statuses", resolve: "true", q: new URL(given).href });
  });
});

describe("what is refused, in one line", () => {
  test.each([
    ["", "`in-reply-to-id` is empty. Give the id"],
    ["the last one", '`in-reply-to-id` is "the last one", neither an id nor the address of a status'],
    ["../accounts", "neither an id nor the address"],
    ["..", "neither an id nor the address"],
    ["ftp://other.example/1", "neither an id nor the address"],
    ["https://user:secret@other.example/@bob/1", "neither an id nor the address"],
    ["@bob@other.example", "neither an id nor the address"],
    [`${origin}/@alice`, "the address of a profile. Give the address or the id of a status."],
    ["https://other.example/users/bob", "the address of a profile"],
  ])("%j", async (given, sentence) => {
    const client = fakeClient({});
    const message = await messageOf(resolveStatus(client, given, "`in-reply-to-id`"));
    expect(message).toContain(sentence);
    expect(message).not.toContain("\n");
    expect(client.asked).toEqual([]);
  });

  test.each([
    [
      "a missing scope",
      outsideScopes,
      [
        "403 “This action is outside the authorized scopes”",
        "it needs the scope read:search",
        "or give the id that the status has on your instance",
      ],
    ],
    [
      "nothing found",
      { json: { accounts: [], statuses: [], hashtags: [] } },
      [`social.example found no status at ${remote}, which \`in-reply-to-id\` names.`, "It is deleted or not public"],
    ],
    ["an answer of another shape", { json: [] }, ["found no status"]],
    ["a profile", { json: { accounts: [{ id: "1" }], statuses: [] } }, ["found a profile", "and no status"]],
    [
      "a status that only mentions it",
      { json: { statuses: [{ id: "7", url: "https://third.example/@eve/7" }] } },
      ["found another status", "https://third.example/@eve/7", "If that is the one you mean, give its address."],
    ],
    [
      "a server without search",
      { status: 404, text: "<h1>404</h1>" },
      ["cannot look up the status", "no /api/v2/search"],
    ],
  ])("%s", async (_name, reply, sentences) => {
    const message = await messageOf(resolveStatus(fakeClient({ [SEARCH]: reply }), remote, "`in-reply-to-id`"));
    for (const sentence of sentences) expect(message).toContain(sentence);
    expect(message).not.toContain("\n");
  });

  test("any other failure is left to the diagnosis", async () => {
    for (const reply of [
      { status: 503 },
      { status: 401, json: { error: "The access token is invalid" } },
      "ECONNRESET",
    ]) {
      await expect(resolveStatus(fakeClient({ [SEARCH]: reply }), remote, "`in-reply-to-id`")).rejects.toMatchObject({
        diagnosis: { cure: "" },
      });
    }
  });
});

describe.each(Object.keys(profiles) as ServerName[])("on %s", (name) => {
  async function serve(scopes: string[]) {
    const instance = await start({ profile: profiles[name] });
    const http = openHttp({ proxies: { http: "", https: "", no: "" }, timeout: 30_000 });
    return { instance, client: openClient(instance.origin, instance.createToken({ scopes }), http) };
  }

  test("an own status by its address, and one elsewhere", async () => {
    const { instance, client } = await serve(["read", "write"]);
    const own = instance.publish("Hello");
    const elsewhere = instance.elsewhere("Hello from afar", "bob@other.example");
    expect(await resolveStatus(client, own.url, "`in-reply-to-id`")).toBe(own.id);
    expect(await resolveStatus(client, own.uri, "`in-reply-to-id`")).toBe(own.id);
    expect(await resolveStatus(client, elsewhere.url, "`in-reply-to-id`")).toBe(elsewhere.id);
  });

  test("an address that leads nowhere", async () => {
    const { client } = await serve(["read", "write"]);
    const message = await messageOf(resolveStatus(client, remote, "`in-reply-to-id`"));
    expect(message).toContain(`found no status at ${remote}`);
  });
});
