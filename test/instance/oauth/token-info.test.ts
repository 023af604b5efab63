import { expect, test } from "vitest";
import { ask } from "../ask.ts";
import type { AccountState } from "../store.ts";
import { register, serve, tokenOf } from "./walk.ts";

const info = "GET /oauth/token/info";

test("a token tells its scopes, whose it is and which application's", async () => {
  const instance = await serve("mastodon46");
  const client = await register(instance);
  const token = await tokenOf(instance, client, "write");
  const { status, json } = await ask(instance, info, { token });
  expect([status, json]).toEqual([
    200,
    {
      resource_owner_id: 1,
      scope: ["write"],
      expires_in: null,
      application: { uid: client.client_id },
      created_at: expect.any(Number),
    },
  ]);
  expect((await ask(instance, `${info}?access_token=${token}`)).json).toEqual(json);
  const owner = await ask(instance, info, { token: instance.createToken({ app: true }) });
  expect(owner.json.resource_owner_id).toBeNull();
});

test.each<AccountState>(["frozen", "pending", "unconfirmed"])("also while its account is %s", async (state) => {
  const instance = await serve("mastodon46", { account: { state } });
  expect((await ask(instance, info, { token: instance.createToken() })).status).toBe(200);
});

test("a dead, an unknown and no token are alike", async () => {
  const instance = await serve("mastodon46");
  for (const token of [instance.createToken({ state: "revoked" }), "wrong", undefined]) {
    const { status, json } = await ask(instance, info, { token });
    const error_description = "The access token is invalid";
    expect([status, json]).toEqual([401, { error: "invalid_token", error_description, state: "unauthorized" }]);
  }
});

test("GoToSocial has no such call", async () => {
  const instance = await serve("gotosocial");
  expect((await ask(instance, info, { token: instance.createToken() })).status).toBe(404);
});
