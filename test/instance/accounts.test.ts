import { expect, test } from "vitest";
import { ask, start, type Told } from "./ask.ts";
import { mastodon45 } from "./profiles.ts";
import type { PracticeInstance } from "./server.ts";

const verify = "GET /api/v1/accounts/verify_credentials";

test("verify_credentials gives the account and its defaults", async () => {
  const instance = await start({ account: { privacy: "private", language: "fr" } });
  const { json } = await ask(instance, verify, { token: instance.createToken() });
  expect(json).toMatchObject({
    username: "poster",
    acct: "poster",
    url: `${instance.origin}/@poster`,
    source: { privacy: "private", sensitive: false, language: "fr", quote_policy: "public" },
  });
});

test.each(["profile", "read", "read:accounts"])("%s suffices to verify the account", async (scope) => {
  const instance = await start();
  expect((await ask(instance, verify, { token: instance.createToken({ scopes: [scope] }) })).status).toBe(200);
});

test("a token that may only write cannot verify the account, but its application", async () => {
  const instance = await start();
  const token = instance.createToken({ scopes: ["write:statuses"] });
  const told = await ask(instance, verify, { token });
  expect([told.status, told.json]).toEqual([403, { error: "This action is outside the authorized scopes" }]);
  const application = await ask(instance, "GET /api/v1/apps/verify_credentials", { token });
  expect(application.json).toMatchObject({ name: "Practice", website: null, scopes: ["write:statuses"] });
});

test("Mastodon 4.5 does not name the scopes that a 403 misses", async () => {
  const instance = await start({ profile: mastodon45 });
  const told = await ask(instance, verify, { token: instance.createToken({ scopes: ["write"] }) });
  expect(told.headers.get("www-authenticate")).toBeNull();
});

test("newer ones name them in WWW-Authenticate", async () => {
  const instance = await start();
  const token = instance.createToken({ scopes: ["read"] });
  const told = await ask(instance, "POST /api/v1/statuses", { token, json: { status: "x" } });
  expect(told.headers.get("www-authenticate")).toBe(
    'Bearer realm="Doorkeeper", error="insufficient_scope", error_description="Access to this resource requires scope _write write:statuses_."',
  );
});

test.each([
  ["no token", undefined, "The access token is invalid"],
  ["an unknown token", "unknown", "The access token is invalid"],
  ["a revoked token", "revoked", "The access token was revoked"],
  ["an expired token", "expired", "The access token expired"],
] as const)("%s is a 401 with its reason in body and header", async (_name, state, error) => {
  const instance = await start();
  const token = state === undefined || state === "unknown" ? state : instance.createToken({ state });
  const told = await ask(instance, "POST /api/v1/statuses", { token, json: { status: "x" } });
  expect([told.status, told.json]).toEqual([401, { error }]);
  expect(told.headers.get("www-authenticate")).toBe(
    `Bearer realm="Doorkeeper", error="invalid_token", error_description="${error}"`,
  );
  expect(instance.published()).toEqual([]);
});

test("the word Bearer has no case, and a token elsewhere is none", async () => {
  const instance = await start();
  const token = instance.createToken();
  const lower = await ask(instance, verify, { headers: { authorization: `bearer ${token}` } });
  expect(lower.status).toBe(200);
  const basic = await ask(instance, verify, { headers: { authorization: `Basic ${token}` } });
  expect(basic.status).toBe(401);
});

test.each([
  ["unconfirmed", "Your login is missing a confirmed e-mail address"],
  ["pending", "Your login is currently pending approval"],
  ["frozen", "Your login is currently disabled"],
] as const)("a login that is %s is a 403", async (state, error) => {
  const instance = await start({ account: { state } });
  const told = await ask(instance, "POST /api/v1/statuses", {
    token: instance.createToken(),
    json: { status: "x" },
  });
  expect([told.status, told.json]).toEqual([403, { error }]);
});

test("an app token stands for no user: 422", async () => {
  const instance = await start();
  const token = instance.createToken({ app: true, scopes: ["read", "write"] });
  for (const request of ["POST /api/v1/statuses", verify]) {
    const told = await ask(instance, request, { token });
    expect([told.status, told.json]).toEqual([422, { error: "This method requires an authenticated user" }]);
  }
});

test("tokens look like Doorkeeper's and are never the same", async () => {
  const instance = await start();
  const tokens = [instance.createToken(), instance.createToken()];
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  expect(tokens[0]).not.toBe(tokens[1]);
});

const texts = (told: Told) => told.json.map(({ content }: { content: string }) => content.replace(/<\/?p>/g, ""));

async function fill(instance: PracticeInstance, count: number): Promise<{ ids: string[]; list: string }> {
  const statuses = Array.from({ length: count }, (_, index) => instance.publish(`n${index + 1}`));
  return {
    ids: statuses.map(({ id }) => id),
    list: `GET /api/v1/accounts/${statuses[0]?.account.id}/statuses`,
  };
}

test("the own list is newest first, 20 a page, 40 at most", async () => {
  const instance = await start();
  const { list } = await fill(instance, 45);
  const token = instance.createToken({ scopes: ["read:statuses"] });
  expect(texts(await ask(instance, list, { token })).slice(0, 2)).toEqual(["n45", "n44"]);
  expect((await ask(instance, list, { token })).json).toHaveLength(20);
  expect((await ask(instance, `${list}?limit=100`, { token })).json).toHaveLength(40);
});

test("paging: max_id goes down, since_id gives the newest, min_id the next", async () => {
  const instance = await start();
  const { ids, list } = await fill(instance, 6);
  expect(texts(await ask(instance, `${list}?limit=2&max_id=${ids[4]}`))).toEqual(["n4", "n3"]);
  expect(texts(await ask(instance, `${list}?limit=2&since_id=${ids[1]}`))).toEqual(["n6", "n5"]);
  expect(texts(await ask(instance, `${list}?limit=2&min_id=${ids[1]}`))).toEqual(["n4", "n3"]);
  expect(texts(await ask(instance, `${list}?min_id=${ids[1]}&max_id=${ids[3]}`))).toEqual(["n3"]);
});

test("paging: Link leads through the whole list and keeps the filters", async () => {
  const instance = await start();
  const { ids, list } = await fill(instance, 5);
  const first = await ask(instance, `${list}?limit=2&exclude_reblogs=true&since_id=1`);
  const url = `${instance.origin}${list.split(" ")[1]}`;
  expect(first.headers.get("link")).toBe(
    `<${url}?exclude_reblogs=true&limit=2&max_id=${ids[3]}>; rel="next", ` +
      `<${url}?exclude_reblogs=true&limit=2&min_id=${ids[4]}>; rel="prev"`,
  );
  const last = await ask(instance, `${list}?limit=2&max_id=${ids[1]}`);
  expect(texts(last)).toEqual(["n1"]);
  expect(last.headers.get("link")).not.toContain('rel="next"');
  expect((await ask(instance, `${list}?max_id=${ids[0]}`)).headers.get("link")).toBeNull();
});

test("exclude_reblogs and exclude_replies", async () => {
  const instance = await start();
  const { list } = await fill(instance, 1);
  const other = instance.publish("other", { username: "alice" });
  const thread = instance.publish("to myself", { inReplyToId: instance.published()[0]?.id });
  instance.publish("to alice", { inReplyToId: other.id });
  instance.publish("", { reblogOfId: other.id });
  expect((await ask(instance, list)).json[0].reblog).toMatchObject({ id: other.id });
  expect(texts(await ask(instance, `${list}?exclude_reblogs=true`))).toEqual(["to alice", "to myself", "n1"]);
  expect((await ask(instance, `${list}?exclude_reblogs=false`)).json).toHaveLength(4);
  const filtered = await ask(instance, `${list}?exclude_reblogs=1&exclude_replies=1`);
  expect(filtered.json[0].id).toBe(thread.id);
});

test("without a token only public and unlisted; the scope is asked of any token", async () => {
  const instance = await start();
  const { list } = await fill(instance, 1);
  instance.publish("quiet", { visibility: "unlisted" });
  instance.publish("hidden", { visibility: "private" });
  instance.publish("letter", { visibility: "direct" });
  expect(texts(await ask(instance, list))).toEqual(["quiet", "n1"]);
  const own = instance.createToken({ scopes: ["read"] });
  expect((await ask(instance, list, { token: own })).json).toHaveLength(4);
  expect((await ask(instance, list, { token: instance.createToken() })).status).toBe(403);
  const alien = await ask(instance, "GET /api/v1/accounts/1/statuses");
  expect([alien.status, alien.json]).toEqual([404, { error: "Record not found" }]);
});

test("a backdated status sorts where it belongs", async () => {
  const instance = await start({ now: () => new Date("2026-03-02T00:00:00Z") });
  instance.publish("new");
  instance.publish("old", { createdAt: new Date("2026-03-01T00:00:00Z") });
  expect(instance.published().map(({ text }) => text)).toEqual(["old", "new"]);
});
