import { expect, test } from "vitest";
import { ask } from "../ask.ts";
import { callback, outOfBand, register, serve, tokenOf } from "./walk.ts";

const apps = "POST /api/v1/apps";
const plain = { client_name: "Practice", redirect_uris: callback, scopes: "read write:statuses" };

const asMultipart = () => {
  const body = new FormData();
  for (const [name, value] of Object.entries(plain)) body.set(name, value);
  return { body };
};

test.each([
  ["JSON", () => ({ json: plain })],
  ["a form", () => ({ form: plain })],
  ["multipart", asMultipart],
])("registering by %s", async (_name, question) => {
  const { status, json } = await ask(await serve("mastodon45"), apps, question());
  expect(status).toBe(200);
  expect(json).toMatchObject({ name: "Practice", website: null, scopes: ["read", "write:statuses"] });
});

test.each([
  ["mastodon42", []],
  ["mastodon43", ["scopes", "redirect_uris", "client_secret_expires_at"]],
  ["mastodon45", ["scopes", "redirect_uris", "client_secret_expires_at"]],
  ["mastodon46", ["scopes", "redirect_uris", "client_secret_expires_at"]],
] as const)("the fields of %s", async (name, newer) => {
  const { json } = await ask(await serve(name), apps, { form: plain });
  const always = ["id", "name", "website", "redirect_uri", "client_id", "client_secret", "vapid_key"];
  expect(Object.keys(json).sort()).toEqual([...always, ...newer].sort());
  expect(json.redirect_uri).toBe(callback);
});

test.each([
  ["no name", { client_name: "" }, "Application name can't be blank"],
  ["a name of 61", { client_name: "x".repeat(61) }, "Application name is too long (maximum is 60 characters)"],
  ["no redirect URI", { redirect_uris: "" }, "Redirect URI can't be blank"],
  ["only a newline", { redirect_uris: "\n" }, "Redirect URI can't be blank"],
  ["a fragment", { redirect_uris: "https://a.example/#b" }, "Redirect URI cannot contain a fragment."],
  ["a relative URI", { redirect_uris: "/callback" }, "Redirect URI must be an absolute URI."],
  [
    "javascript:",
    { redirect_uris: "javascript:alert(1)" },
    "Redirect URI is forbidden by the server., Redirect URI must specify a scheme.",
  ],
  [
    "redirect URIs of more than 2000",
    { redirect_uris: `https://a.example/${"x".repeat(2000)}` },
    "Redirect URI is too long (maximum is 2000 characters)",
  ],
  [
    "a website of more than 2000",
    { website: `https://a.example/${"x".repeat(2000)}` },
    "Application website is too long (maximum is 2000 characters)",
  ],
  ["a website that is none", { website: "javascript:alert(1)" }, "Application website is not a valid URL"],
  ["an unknown scope", { scopes: "read hoge" }, "Scopes doesn't match configured on the server."],
] as const)("%s is a 422", async (_name, changes, sentence) => {
  const { status, json } = await ask(await serve("mastodon45"), apps, { form: { ...plain, ...changes } });
  expect([status, json]).toEqual([422, { error: `Validation failed: ${sentence}` }]);
});

test.each([
  ["a name of 60", { client_name: "x".repeat(60) }],
  ["OOB", { redirect_uris: outOfBand }],
  ["plain http", { redirect_uris: "http://a.example/callback" }],
  ["a private scheme", { redirect_uris: "practice://callback" }],
  ["an unknown field", { token_name: "x" }],
] as const)("%s is fine", async (_name, changes) => {
  expect((await ask(await serve("mastodon45"), apps, { form: { ...plain, ...changes } })).status).toBe(200);
});

test("several redirect URIs, one a line", async () => {
  const redirect_uris = `${callback}\n${outOfBand}`;
  const { json } = await ask(await serve("mastodon45"), apps, { form: { ...plain, redirect_uris } });
  expect(json).toMatchObject({ redirect_uri: redirect_uris, redirect_uris: [callback, outOfBand] });
});

test.each([
  ["absent", undefined],
  ["a list (mastodon#30152)", ["read", "write"]],
])("scopes that are %s become read", async (_name, scopes) => {
  const { json } = await ask(await serve("mastodon45"), apps, { json: { ...plain, scopes } });
  expect(json.scopes).toEqual(["read"]);
});

test.each([
  ["mastodon42", "profile", 422],
  ["mastodon43", "profile", 200],
  ["mastodon45", "read:collections", 422],
  ["mastodon46", "read:collections", 200],
  ["gotosocial", "bogus", 200],
  ["hollo", "bogus", 422],
  ["hollo", "profile", 200],
  ["snac", "bogus", 200],
  ["akkoma", "bogus", 200],
  ["activities.next", "bogus", 422],
] as const)("%s and the scope %s: %i", async (name, scopes, status) => {
  expect((await ask(await serve(name), apps, { form: { ...plain, scopes } })).status).toBe(status);
});

test("Hollo: an unknown field is a 422 with what zod says", async () => {
  const instance = await serve("hollo");
  const told = await ask(instance, apps, { form: { ...plain, token_name: "x" } });
  expect([told.status, told.json.error]).toEqual([422, "invalid_request"]);
  expect(JSON.stringify(told.json.zod_error)).toContain("unrecognized_keys");
});

test("activities.next has its own sentence about an unknown scope", async () => {
  const { json } = await ask(await serve("activities.next"), apps, { form: { ...plain, scopes: "bogus" } });
  expect(json).toEqual({ error: "Unprocessable entity" });
});

test.each([
  ["mastodon42", 422],
  ["mastodon43", 200],
  ["mastodon45", 200],
  ["hollo", 200],
  ["snac", 404],
  ["gotosocial", 400],
  ["akkoma", 400],
  ["pixelfed", 500],
  ["activities.next", 200],
] as const)("redirect_uris as JSON array: %s answers %i", async (name, status) => {
  const redirect_uris = [callback, outOfBand];
  const told = await ask(await serve(name), apps, { json: { ...plain, scopes: "read", redirect_uris } });
  expect(told.status).toBe(status);
  if (name === "snac") expect([told.json, told.body]).toEqual([null, "<h1>404 Not Found (snac/2.94)</h1>"]);
  if (name === "gotosocial")
    expect(told.json.error).toContain(
      "json: cannot unmarshal array into Go struct field ApplicationCreateRequest.redirect_uris of type string",
    );
  if (name === "mastodon45") expect(told.json.redirect_uris).toEqual(redirect_uris);
});

test.each([
  ["hollo", { redirect_uri: `${callback} ${outOfBand}` }, ["scopes"]],
  ["snac", { client_secret_expires_at: 0 }, ["website", "redirect_uris", "scopes"]],
  ["gotosocial", { redirect_uris: [callback, outOfBand], scopes: ["read"] }, ["client_secret_expires_at"]],
  ["activities.next", { redirect_uri: `${callback}\n${outOfBand}`, vapid_key: null }, []],
  ["pixelfed", { website: null, vapid_key: null }, ["scopes", "redirect_uris"]],
] as const)("the answer of %s", async (name, fields, missing) => {
  const form = { ...plain, scopes: "read", redirect_uris: `${callback}\n${outOfBand}` };
  const { json } = await ask(await serve(name), apps, { form });
  expect(json).toMatchObject(fields);
  for (const field of missing) expect(json).not.toHaveProperty(field);
});

test.each([
  ["akkoma", 400],
  ["pixelfed", 422],
  ["snac", 404],
] as const)("%s without a name or a redirect URI: %i", async (name, status) => {
  const instance = await serve(name);
  for (const field of ["client_name", "redirect_uris"])
    expect((await ask(instance, apps, { form: { ...plain, [field]: "" } })).status).toBe(status);
});

test("GoToSocial: names and redirect URIs have lengths of their own", async () => {
  const instance = await serve("gotosocial");
  expect((await ask(instance, apps, { form: { ...plain, client_name: "x".repeat(1024) } })).status).toBe(200);
  const told = await ask(instance, apps, { form: { ...plain, client_name: "x".repeat(1025) } });
  expect(told.status).toBe(400);
  expect(told.json.error).toContain("client_name has 1025 characters");
});

test("GoToSocial: without a redirect URI it is OOB", async () => {
  const { json } = await ask(await serve("gotosocial"), apps, { form: { client_name: "Practice" } });
  expect(json.redirect_uris).toEqual([outOfBand]);
});

test("five registrations in ten minutes, then 429 until the window ends", async () => {
  let now = Date.parse("2026-03-01T12:03:00Z");
  const instance = await serve("mastodon43", { now: () => new Date(now) });
  for (let count = 0; count < 5; count++) expect((await ask(instance, apps, { form: plain })).status).toBe(200);
  const told = await ask(instance, apps, { form: plain });
  expect([told.status, told.json]).toEqual([429, { error: "Too many requests" }]);
  expect(told.headers.get("x-ratelimit-reset")).toBe("2026-03-01T12:10:00.000000Z");
  expect(told.headers.get("retry-after")).toBeNull();
  now = Date.parse("2026-03-01T12:10:00Z");
  expect((await ask(instance, apps, { form: plain })).status).toBe(200);
});

test.each(["mastodon42", "hollo", "snac"] as const)("%s does not count registrations", async (name) => {
  const instance = await serve(name);
  const form = { ...plain, scopes: "read" };
  for (let count = 0; count < 6; count++) expect((await ask(instance, apps, { form })).status).toBe(200);
});

test.each([
  ["mastodon42", "write", 403],
  ["mastodon42", "read write", 200],
  ["mastodon43", "write", 200],
  ["mastodon45", "write", 200],
] as const)("the application of %s with %s: %i", async (name, scope, status) => {
  const instance = await serve(name);
  const client = await register(instance, { scopes: "read write" });
  const token = await tokenOf(instance, client, scope);
  const told = await ask(instance, "GET /api/v1/apps/verify_credentials", { token });
  expect(told.status).toBe(status);
  if (status === 200) expect(told.json.name).toBe("Practice");
});
