import { describe, expect, test } from "vitest";
import { ask } from "../ask.ts";
import type { PracticeInstance } from "../server.ts";
import { oauthOf } from "./deviations.ts";
import {
  type Client,
  callback,
  challenge,
  codeFor,
  exchange,
  register,
  serve,
  tokenOf,
  verifier,
  whoAmI,
} from "./walk.ts";

type Name = Parameters<typeof serve>[0];

async function prepared(name: Name, options?: Parameters<typeof serve>[1]): Promise<[PracticeInstance, Client]> {
  const instance = await serve(name, options);
  return [instance, await register(instance)];
}

const basic = ({ client_id, client_secret }: Client) => ({
  authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString("base64")}`,
});

const everyone = [
  "mastodon42",
  "mastodon43",
  "mastodon45",
  "mastodon46",
  "gotosocial",
  "hollo",
  "snac",
  "akkoma",
  "pixelfed",
  "activities.next",
] as const;

const now = Date.parse("2026-03-01T12:00:00.250Z");
const seconds = Math.floor(now / 1000);

describe("token answer", () => {
  test.each([
    ["mastodon45", {}, { created_at: seconds }],
    ["hollo", {}, { created_at: now }],
    ["gotosocial", {}, { created_at: seconds }],
    ["snac", { scope: "read write" }, { created_at: seconds }],
    ["akkoma", {}, { created_at: seconds, expires_in: 3_153_600_000, refresh_token: expect.any(String) }],
    ["pixelfed", {}, { created_at: seconds, expires_in: 30_758_400, refresh_token: expect.any(String) }],
    ["activities.next", {}, { created_at: seconds, expires_in: 604_800, expires_at: seconds + 604_800 }],
  ] as const)("%s", async (name, fields, expected) => {
    const [instance, client] = await prepared(name, { now: () => new Date(now) });
    const code = await codeFor(instance, client);
    const { status, json } = await exchange(instance, client, { code, ...fields });
    const { me, ...rest } = json;
    expect(status).toBe(200);
    expect(rest).toEqual({ access_token: expect.any(String), token_type: "Bearer", scope: "read write", ...expected });
    expect(me).toBe(name === "akkoma" ? `${instance.origin}/@poster` : undefined);
    // snac knows no scopes; with these every server lets an account say who it is.
    expect((await ask(instance, whoAmI, { token: json.access_token })).status).toBe(200);
  });

  test("Mastodon ignores the scope parameter here", async () => {
    const [instance, client] = await prepared("mastodon45");
    const code = await codeFor(instance, client, { scope: "read" });
    expect((await exchange(instance, client, { code, scope: "read write" })).json.scope).toBe("read");
  });

  test.each([
    ["follow push", "follow push"],
    [undefined, ""],
  ])("snac: scope %o comes back as %o", async (scope, told) => {
    const [instance, client] = await prepared("snac");
    const code = await codeFor(instance, client);
    expect((await exchange(instance, client, { code, ...(scope ? { scope } : {}) })).json.scope).toBe(told);
  });

  test("Hollo: created_at can be text too", async () => {
    const { token } = oauthOf.hollo;
    const createdAt = { ...token.createdAt, user: "ISO 8601" } as const;
    const oauth = { token: { ...token, createdAt } };
    const [instance, client] = await prepared("hollo", { now: () => new Date(now), oauth });
    const { json } = await exchange(instance, client, { code: await codeFor(instance, client) });
    expect(json.created_at).toBe("2026-03-01T12:00:00.250Z");
  });

  test("Mastodon: the same application, account and scopes get the same token", async () => {
    const [instance, client] = await prepared("mastodon45");
    const first = await tokenOf(instance, client);
    expect(await tokenOf(instance, client)).toBe(first);
    const other = await exchange(instance, client, { code: await codeFor(instance, client, { scope: "read" }) });
    expect(other.json.access_token).not.toBe(first);
  });

  test.each(["hollo", "gotosocial", "activities.next"] as const)("%s gives a new one each time", async (name) => {
    const [instance, client] = await prepared(name);
    expect(await tokenOf(instance, client)).not.toBe(await tokenOf(instance, client));
  });

  test.each(everyone)("token body as JSON: %s", async (name) => {
    const [instance, client] = await prepared(name);
    const code = await codeFor(instance, client);
    const json = { grant_type: "authorization_code", redirect_uri: callback, code, ...pick(client) };
    expect((await ask(instance, "POST /oauth/token", { json })).status).toBe(200);
  });
});

const pick = ({ client_id, client_secret }: Client) => ({ client_id, client_secret });

describe("wrong code", () => {
  test.each([
    ["mastodon45", 400, "invalid_grant"],
    ["hollo", 400, "invalid_grant"],
    ["gotosocial", 400, "sql: no rows in result set"],
    ["activities.next", 400, "invalid_grant"],
    ["akkoma", 400, "Invalid credentials"],
    ["pixelfed", 400, "invalid_request"],
  ] as const)("%s: %i %s", async (name, status, error) => {
    const [instance, client] = await prepared(name);
    const told = await exchange(instance, client, { code: "wrong" });
    expect([told.status, told.json.error]).toEqual([status, error]);
  });

  test("snac: 200 with a token, of whoever logged in", async () => {
    const [instance, client] = await prepared("snac");
    await codeFor(instance, client);
    const { status, json } = await exchange(instance, client, { code: "wrong" });
    expect(status).toBe(200);
    expect((await ask(instance, whoAmI, { token: json.access_token })).json.username).toBe("poster");
  });

  test("a code of another application", async () => {
    const [instance, client] = await prepared("mastodon45");
    const other = await register(instance);
    const told = await exchange(instance, other, { code: await codeFor(instance, client) });
    expect([told.status, told.json.error]).toEqual([400, "invalid_grant"]);
  });
});

test.each([
  ["mastodon45", 401, { error: "invalid_client" }],
  ["hollo", 401, { error: "invalid_client" }],
  ["snac", 401, null],
  ["gotosocial", 400, { error: "invalid_client" }],
  ["activities.next", 400, { error: "invalid_client" }],
  ["pixelfed", 401, { error: "invalid_client" }],
  ["akkoma", 400, { error: "Invalid credentials" }],
] as const)("wrong client_secret: %s %i", async (name, status, expected) => {
  const [instance, client] = await prepared(name);
  const code = await codeFor(instance, client);
  const told = await exchange(instance, { ...client, client_secret: "wrong" }, { code });
  expect(told.status).toBe(status);
  if (expected === null) expect(told.body).toBe("");
  else expect(told.json).toMatchObject(expected);
  // The code is not lost.
  expect((await exchange(instance, client, { code })).status).toBe(200);
});

describe("code reuse", () => {
  test.each([
    ["mastodon45", 400, true],
    ["hollo", 400, true],
    ["gotosocial", 400, true],
    ["akkoma", 400, true],
    ["pixelfed", 400, true],
    ["snac", 200, true],
    ["activities.next", 400, false],
  ] as const)("%s: %i, and the first token lives: %s", async (name, status, lives) => {
    const [instance, client] = await prepared(name);
    const code = await codeFor(instance, client);
    const fields = { code, scope: "read write" };
    const { access_token: token } = (await exchange(instance, client, fields)).json;
    expect((await exchange(instance, client, fields)).status).toBe(status);
    expect((await ask(instance, whoAmI, { token })).status).toBe(lives ? 200 : 401);
  });
});

describe("a code lives ten minutes", () => {
  test.each([
    [10 * 60, 200],
    [10 * 60 + 1, 400],
  ])("after %i seconds: %i", async (later, status) => {
    let time = now;
    const [instance, client] = await prepared("mastodon45", { now: () => new Date(time) });
    const code = await codeFor(instance, client);
    time += later * 1000;
    expect((await exchange(instance, client, { code })).status).toBe(status);
  });
});

describe("PKCE", () => {
  const s256 = { code_challenge: challenge, code_challenge_method: "S256" };
  const told = async (name: Name, parameters: Record<string, string>, fields: Record<string, string>) => {
    const [instance, client] = await prepared(name);
    const code = await codeFor(instance, client, parameters);
    return exchange(instance, client, { code, ...fields });
  };

  test.each(everyone)("S256, the right verifier: %s", async (name) => {
    expect((await told(name, s256, { code_verifier: verifier })).status).toBe(200);
  });

  test.each([
    ["mastodon42", 200],
    ["mastodon43", 400],
    ["mastodon45", 400],
    ["mastodon46", 400],
    ["hollo", 400],
    ["gotosocial", 200],
    ["snac", 200],
    ["akkoma", 200],
    ["pixelfed", 400],
    ["activities.next", 401],
  ] as const)("S256, a wrong verifier: %s %i", async (name, status) => {
    expect((await told(name, s256, { code_verifier: `${verifier}x` })).status).toBe(status);
  });

  test.each([
    ["mastodon42", 200, undefined],
    ["mastodon45", 400, "invalid_request"],
    ["hollo", 400, "invalid_grant"],
    ["gotosocial", 200, undefined],
    ["snac", 200, undefined],
  ] as const)("S256, no verifier: %s %i %s", async (name, status, error) => {
    const { status: seen, json } = await told(name, s256, {});
    expect([seen, json.error]).toEqual([status, error]);
  });

  test("activities.next: a wrong verifier in its own words", async () => {
    expect((await told("activities.next", s256, { code_verifier: "wrong" })).json).toEqual({
      error_description: "code verification failed",
      error: "invalid_request",
    });
  });

  test.each([
    ["mastodon45", 200],
    ["hollo", 200],
    ["activities.next", 400],
  ] as const)("a wrong verifier burns the code? %s: the right one then is %i", async (name, status) => {
    const [instance, client] = await prepared(name);
    const code = await codeFor(instance, client, s256);
    await exchange(instance, client, { code, code_verifier: "wrong" });
    const again = await exchange(instance, client, { code, code_verifier: verifier });
    expect(again.status).toBe(status);
    if (status === 400) expect(again.json.error_description).toBe("invalid code");
  });

  test("plain on Pixelfed", async () => {
    const plain = { code_challenge: verifier, code_challenge_method: "plain" };
    expect((await told("pixelfed", plain, { code_verifier: verifier })).status).toBe(200);
    expect((await told("pixelfed", plain, { code_verifier: challenge })).status).toBe(400);
  });

  test.each([
    ["mastodon42", 200],
    ["mastodon45", 400],
    ["hollo", 200],
  ] as const)("a verifier for no challenge: %s %i", async (name, status) => {
    expect((await told(name, {}, { code_verifier: verifier })).status).toBe(status);
  });
});

describe("redirect_uri mismatch", () => {
  test.each([
    ["mastodon45", 400, "invalid_grant"],
    ["hollo", 400, "invalid_grant"],
    ["gotosocial", 403, "invalid redirect uri"],
    ["snac", 200, undefined],
    ["akkoma", 200, undefined],
    ["pixelfed", 400, "invalid_request"],
  ] as const)("%s: %i %s", async (name, status, error) => {
    const [instance, client] = await prepared(name);
    const code = await codeFor(instance, client);
    const told = await exchange(instance, client, { code, redirect_uri: "http://127.0.0.1:49152/other" });
    expect([told.status, told.json.error]).toEqual([status, error]);
  });
});

describe("HTTP Basic client auth", () => {
  const told = async (name: Name, fields: Record<string, string> = {}) => {
    const [instance, client] = await prepared(name);
    const code = await codeFor(instance, client);
    const form = { grant_type: "authorization_code", redirect_uri: callback, code, ...fields };
    return ask(instance, "POST /oauth/token", { form, headers: basic(client) });
  };

  test.each([
    ["mastodon45", 200],
    ["hollo", 200],
    ["akkoma", 200],
    ["snac", 401],
    ["gotosocial", 400],
    ["activities.next", 401],
  ] as const)("%s: %i", async (name, status) => {
    expect((await told(name)).status).toBe(status);
  });

  test("GoToSocial says what it misses in the form", async () => {
    const { error_description: sentence } = (await told("gotosocial")).json;
    expect(sentence).toContain("client_id was not set in the token request form");
  });

  test("activities.next says which method it knows", async () => {
    const { json } = await told("activities.next");
    expect(json.error_description).toBe("client registered for client_secret_post cannot use client_secret_basic");
  });

  test("snac: the secret from Basic, the id from the form", async () => {
    const [instance, client] = await prepared("snac");
    const code = await codeFor(instance, client);
    const { client_id } = client;
    const form = { grant_type: "authorization_code", redirect_uri: callback, code, client_id };
    expect((await ask(instance, "POST /oauth/token", { form, headers: basic(client) })).status).toBe(200);
  });

  test("Basic and the form at once: Hollo refuses", async () => {
    const [instance, client] = await prepared("hollo");
    const code = await codeFor(instance, client);
    const told = await exchange(instance, client, { code }, { headers: basic(client) });
    expect([told.status, told.json.error]).toEqual([400, "invalid_request"]);
  });

  test("so does Doorkeeper from 5.9.5 on, which 4.6.0 does not have", async () => {
    const [instance, client] = await prepared("mastodon46");
    const code = await codeFor(instance, client);
    expect((await exchange(instance, client, { code }, { headers: basic(client) })).status).toBe(200);
  });
});

describe("client_credentials", () => {
  const grant_type = "client_credentials";

  test.each([
    ["mastodon45", { scope: "read", created_at: seconds }],
    ["hollo", { scope: "read", created_at: seconds }],
    ["gotosocial", { scope: "read", created_at: seconds, expires_in: 7200 }],
  ] as const)("%s", async (name, expected) => {
    const [instance, client] = await prepared(name, { now: () => new Date(now) });
    const { status, json } = await exchange(instance, client, { grant_type });
    expect(status).toBe(200);
    expect(json).toEqual({ access_token: expect.any(String), token_type: "Bearer", ...expected });
  });

  test("is of no user, and good for the application's own call", async () => {
    const [instance, client] = await prepared("mastodon45");
    const { access_token: token } = (await exchange(instance, client, { grant_type })).json;
    expect((await ask(instance, "GET /api/v1/apps/verify_credentials", { token })).status).toBe(200);
    expect((await ask(instance, whoAmI, { token })).status).toBe(422);
  });

  test.each([
    ["mastodon45", 400],
    ["hollo", 400],
    ["gotosocial", 403],
  ] as const)("%s: a scope that was not registered is %i invalid_scope", async (name, status) => {
    const [instance, client] = await prepared(name);
    const told = await exchange(instance, client, { grant_type, scope: "follow" });
    expect([told.status, told.json.error]).toEqual([status, "invalid_scope"]);
  });
});

describe("password", () => {
  const grant = { grant_type: "password", username: "poster@mail.example", password: "practice" };

  test.each(["mastodon42", "mastodon43", "akkoma"] as const)("%s gives a token", async (name) => {
    const [instance, client] = await prepared(name);
    const { status, json } = await exchange(instance, client, { ...grant, scope: "read write" });
    expect([status, json.scope]).toEqual([200, "read write"]);
    expect((await ask(instance, whoAmI, { token: json.access_token })).json.username).toBe("poster");
  });

  test.each([
    ["mastodon45", 400, "unsupported_grant_type"],
    ["mastodon46", 400, "unsupported_grant_type"],
    ["gotosocial", 400, "unsupported_grant_type"],
    ["hollo", 400, "unsupported_grant_type"],
    ["snac", 400, undefined],
    ["pixelfed", 400, "unsupported_grant_type"],
    ["activities.next", 400, "unsupported_grant_type"],
  ] as const)("%s does not have it: %i %s", async (name, status, error) => {
    const [instance, client] = await prepared(name);
    const told = await exchange(instance, client, grant);
    expect([told.status, told.json?.error]).toEqual([status, error]);
  });

  test.each([
    ["mastodon43", { password: "wrong" }, 400, "invalid_grant"],
    ["mastodon43", { username: "poster" }, 400, "invalid_grant"],
    ["mastodon43", { scope: "follow" }, 400, "invalid_scope"],
    ["akkoma", { password: "wrong" }, 400, "Invalid credentials"],
    ["akkoma", { username: "nobody" }, 400, "Invalid credentials"],
  ] as const)("%s with %o: %i %s", async (name, changes, status, error) => {
    const [instance, client] = await prepared(name);
    const told = await exchange(instance, client, { ...grant, ...changes });
    expect([told.status, told.json.error]).toEqual([status, error]);
  });

  test("akkoma takes the user name too", async () => {
    const [instance, client] = await prepared("akkoma");
    expect((await exchange(instance, client, { ...grant, username: "poster" })).status).toBe(200);
  });

  test.each([
    ["mastodon43", 400, "invalid_grant"],
    ["akkoma", 403, "mfa_required"],
  ] as const)("%s with a second factor: %i %s", async (name, status, error) => {
    const [instance, client] = await prepared(name, { account: { twoFactor: "123456" } });
    const told = await exchange(instance, client, grant);
    expect([told.status, told.json.error]).toEqual([status, error]);
  });
});

test.each([
  ["mastodon45", "code", "Missing required parameter: code."],
  ["mastodon45", "redirect_uri", "Missing required parameter: redirect_uri."],
  ["mastodon45", "grant_type", "Missing required parameter: grant_type."],
  ["gotosocial", "code", "Bad Request: code was not set in the token request form"],
  ["gotosocial", "redirect_uri", "Bad Request: redirect_uri was not set in the token request form"],
] as const)("%s without %s is a 400 invalid_request", async (name, missing, sentence) => {
  const [instance, client] = await prepared(name);
  const form: Record<string, string> = { grant_type: "authorization_code", redirect_uri: callback, code: "x" };
  delete form[missing];
  const told = await ask(instance, "POST /oauth/token", { form: { ...form, ...pick(client) } });
  expect([told.status, told.json.error]).toEqual([400, "invalid_request"]);
  expect(told.json.error_description).toContain(sentence);
});

test.each([
  ["mastodon45", 400, { error: "unsupported_grant_type" }],
  ["hollo", 400, { error: "unsupported_grant_type" }],
  ["akkoma", 500, { error: "Bad request" }],
] as const)("an unknown grant: %s %i", async (name, status, body) => {
  const [instance, client] = await prepared(name);
  const told = await exchange(instance, client, { grant_type: "wish" });
  expect(told.status).toBe(status);
  expect(told.json).toMatchObject(body);
});

test("Akkoma: a refresh token gives a new token, once, and ends the old one", async () => {
  const [instance, client] = await prepared("akkoma");
  const first = (await exchange(instance, client, { code: await codeFor(instance, client) })).json;
  const grant = { grant_type: "refresh_token", refresh_token: first.refresh_token };
  const second = await exchange(instance, client, grant);
  expect(second.status).toBe(200);
  expect((await ask(instance, whoAmI, { token: second.json.access_token })).status).toBe(200);
  expect((await ask(instance, whoAmI, { token: first.access_token })).status).not.toBe(200);
  expect((await exchange(instance, client, grant)).status).toBe(400);
});

test("activities.next: from the 20th call on 429 with {} and no Retry-After", async () => {
  const [instance, client] = await prepared("activities.next");
  for (let call = 1; call < 20; call++) expect((await exchange(instance, client, { code: "x" })).status).toBe(400);
  const told = await exchange(instance, client, { code: "x" });
  expect([told.status, told.body, told.headers.get("retry-after")]).toEqual([429, "{}", null]);
});
