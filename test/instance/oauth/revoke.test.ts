import { expect, test } from "vitest";
import { ask } from "../ask.ts";
import { codeFor, exchange, register, serve, tokenOf, whoAmI } from "./walk.ts";

type Name = Parameters<typeof serve>[0];

async function prepared(name: Name) {
  const instance = await serve(name);
  const client = await register(instance);
  const { client_id, client_secret } = client;
  const token = await tokenOf(instance, client);
  const revoke = (changes: Record<string, string> = {}) =>
    ask(instance, "POST /oauth/revoke", { form: { client_id, client_secret, token, ...changes } });
  const isAlive = async () => (await ask(instance, whoAmI, { token })).status === 200;
  return { instance, client, token, revoke, isAlive };
}

test.each([
  ["mastodon45", 401, { error: "The access token was revoked" }],
  ["hollo", 401, { error: "invalid_token" }],
  ["gotosocial", 401, undefined],
  ["snac", 422, undefined],
  ["akkoma", 403, undefined],
] as const)("revoke: %s 200 {}, the token then is a %i", async (name, status, body) => {
  const { instance, token, revoke, isAlive } = await prepared(name);
  expect(await isAlive()).toBe(true);
  const told = await revoke();
  expect([told.status, told.body]).toEqual([200, "{}"]);
  const after = await ask(instance, whoAmI, { token });
  expect(after.status).toBe(status);
  if (body) expect(after.json).toEqual(body);
});

test.each([
  ["mastodon45", 200],
  ["hollo", 200],
  ["gotosocial", 200],
  ["akkoma", 200],
  ["snac", 403],
] as const)("an unknown token: %s %i", async (name, status) => {
  const { revoke } = await prepared(name);
  const told = await revoke({ token: "unknown" });
  expect([told.status, told.body]).toEqual([status, "{}"]);
});

test.each([
  ["mastodon45", 403, "unauthorized_client"],
  ["gotosocial", 403, "unauthorized_client"],
  ["hollo", 401, "invalid_client"],
  ["snac", 403, undefined],
] as const)("revoking needs the secret: %s with a wrong one %i %s", async (name, status, error) => {
  const { revoke, isAlive } = await prepared(name);
  const told = await revoke({ client_secret: "wrong" });
  expect([told.status, told.json.error]).toEqual([status, error]);
  expect(await isAlive()).toBe(true);
});

test.each([
  ["mastodon45", 403],
  ["gotosocial", 403],
  ["hollo", 200],
  ["snac", 403],
] as const)("a token of another application: %s %i, and it lives", async (name, status) => {
  const { instance, revoke, isAlive } = await prepared(name);
  const { client_id, client_secret } = await register(instance);
  expect((await revoke({ client_id, client_secret })).status).toBe(status);
  expect(await isAlive()).toBe(true);
});

test("snac: revoking deletes the application too", async () => {
  const { instance, client, revoke } = await prepared("snac");
  await revoke();
  expect((await exchange(instance, client, { code: "any" })).status).toBe(401);
});

test("Akkoma looks at the token alone", async () => {
  const { instance, token, isAlive } = await prepared("akkoma");
  expect((await ask(instance, "POST /oauth/revoke", { form: { token } })).status).toBe(200);
  expect(await isAlive()).toBe(false);
});

test("Mastodon: after a revocation the consent is asked again, and the next token is a new one", async () => {
  const { instance, client, token, revoke } = await prepared("mastodon45");
  await revoke();
  const { json } = await exchange(instance, client, { code: await codeFor(instance, client) });
  expect(json.access_token).not.toBe(token);
});

test("Pixelfed has no such call", async () => {
  const { revoke } = await prepared("pixelfed");
  expect((await revoke()).status).toBe(404);
});
