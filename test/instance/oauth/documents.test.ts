import { expect, test } from "vitest";
import { ask } from "../ask.ts";
import { register, serve, tokenOf } from "./walk.ts";

const metadata = "GET /.well-known/oauth-authorization-server";

test.each(["mastodon42", "gotosocial", "snac", "akkoma", "pixelfed"] as const)("%s has no metadata", async (name) => {
  expect((await ask(await serve(name), metadata)).status).toBe(404);
});

test.each([
  ["mastodon43", ["authorization_code", "password", "client_credentials"], false],
  ["mastodon45", ["authorization_code", "client_credentials"], true],
  ["mastodon46", ["authorization_code", "client_credentials"], true],
] as const)("metadata of %s: grants %o", async (name, grants, hasUserinfo) => {
  const instance = await serve(name);
  const { json } = await ask(instance, metadata);
  expect(json).toMatchObject({
    issuer: `${instance.origin}/`,
    authorization_endpoint: `${instance.origin}/oauth/authorize`,
    token_endpoint: `${instance.origin}/oauth/token`,
    revocation_endpoint: `${instance.origin}/oauth/revoke`,
    app_registration_endpoint: `${instance.origin}/api/v1/apps`,
    grant_types_supported: grants,
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
  });
  expect("userinfo_endpoint" in json).toBe(hasUserinfo);
  expect(json.scopes_supported).toContain("profile");
  expect(json.scopes_supported.includes("read:collections")).toBe(name === "mastodon46");
});

test("activities.next: the authorization endpoint is elsewhere", async () => {
  const instance = await serve("activities.next");
  const { json } = await ask(instance, metadata);
  expect(json.authorization_endpoint).toBe(`${instance.origin}/api/auth/oauth2/authorize`);
});

test("Hollo has metadata", async () => {
  const { status, json } = await ask(await serve("hollo"), metadata);
  expect([status, json.code_challenge_methods_supported]).toEqual([200, ["S256"]]);
});

test.each([
  ["mastodon43", 404],
  ["mastodon45", 200],
] as const)("userinfo of %s: %i", async (name, status) => {
  const instance = await serve(name);
  const token = instance.createToken({ scopes: ["profile"] });
  const told = await ask(instance, "GET /oauth/userinfo", { token });
  expect(told.status).toBe(status);
  if (status === 200)
    expect(told.json).toMatchObject({
      iss: `${instance.origin}/`,
      preferred_username: "poster",
      profile: `${instance.origin}/@poster`,
    });
});

test("userinfo needs the scope profile", async () => {
  const instance = await serve("mastodon45");
  const token = await tokenOf(instance, await register(instance));
  expect((await ask(instance, "GET /oauth/userinfo", { token })).status).toBe(403);
});
