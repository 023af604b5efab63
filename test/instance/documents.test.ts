import { expect, test } from "vitest";
import { ask, start } from "./ask.ts";
import { mastodon45 } from "./profiles.ts";

const limits = {
  statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
  polls: { max_options: 4, max_characters_per_option: 50, min_expiration: 300, max_expiration: 2629746 },
};
const mediaLimits = {
  image_size_limit: 16777216,
  image_matrix_limit: 33177600,
  video_size_limit: 103809024,
  video_frame_rate_limit: 120,
  video_matrix_limit: 8294400,
};

test("instance v2 announces limits, domain, version and api_versions", async () => {
  const instance = await start();
  const { json, headers } = await ask(instance, "GET /api/v2/instance");
  expect(json).toMatchObject({
    domain: new URL(instance.origin).host,
    version: "4.6.5",
    api_versions: { mastodon: 11 },
    configuration: {
      ...limits,
      accounts: { max_pinned_statuses: 5 },
      media_attachments: { ...mediaLimits, description_limit: 10_000 },
    },
  });
  expect(headers.get("deprecation")).toBeNull();
});

test("instance v1 has the same limits but no description limit, and says it is deprecated", async () => {
  const instance = await start({ maxCharacters: 1000 });
  const { json, headers } = await ask(instance, "GET /api/v1/instance");
  expect(json).toMatchObject({ uri: new URL(instance.origin).host, version: "4.6.5" });
  expect(json.configuration.statuses.max_characters).toBe(1000);
  expect(json.configuration.media_attachments).toMatchObject(mediaLimits);
  expect(json.configuration.media_attachments).not.toHaveProperty("description_limit");
  expect(headers.get("deprecation")).toBe("@1668384000");
});

test("a profile without v2 has only v1", async () => {
  const instance = await start({ profile: { ...mastodon45, instanceEndpoints: ["v1"], deprecationOfV1: null } });
  expect((await ask(instance, "GET /api/v2/instance")).status).toBe(404);
  const v1 = await ask(instance, "GET /api/v1/instance");
  expect([v1.status, v1.headers.get("deprecation")]).toEqual([200, null]);
});

test("the OAuth metadata", async () => {
  const instance = await start();
  const { json } = await ask(instance, "GET /.well-known/oauth-authorization-server");
  expect(json).toMatchObject({
    issuer: `${instance.origin}/`,
    authorization_endpoint: `${instance.origin}/oauth/authorize`,
    token_endpoint: `${instance.origin}/oauth/token`,
    revocation_endpoint: `${instance.origin}/oauth/revoke`,
    userinfo_endpoint: `${instance.origin}/oauth/userinfo`,
    app_registration_endpoint: `${instance.origin}/api/v1/apps`,
    code_challenge_methods_supported: ["S256"],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
  });
  expect(json.grant_types_supported).not.toContain("password");
  expect(json.scopes_supported).toEqual(expect.arrayContaining(["profile", "write:statuses", "write:media"]));
});

test("nodeinfo leads to the software's name and version", async () => {
  const instance = await start();
  const links = (await ask(instance, "GET /.well-known/nodeinfo")).json.links;
  expect(links[0].rel).toBe("http://nodeinfo.diaspora.software/ns/schema/2.0");
  const { json } = await ask(instance, `GET ${new URL(links[0].href).pathname}`);
  expect(json).toMatchObject({ version: "2.0", software: { name: "mastodon", version: "4.6.5" } });
});

test("host-meta leads to webfinger, webfinger to the account", async () => {
  const instance = await start();
  const template = `${instance.origin}/.well-known/webfinger?resource={uri}`;
  expect((await ask(instance, "GET /.well-known/host-meta")).body).toContain(`template="${template}"`);
  expect((await ask(instance, "GET /.well-known/host-meta.json")).json.links[0].template).toBe(template);
  const subject = `acct:poster@${new URL(instance.origin).host}`;
  const webfinger = "GET /.well-known/webfinger";
  const told = await ask(instance, `${webfinger}?resource=${encodeURIComponent(subject)}`);
  expect(told.headers.get("content-type")).toContain("application/jrd+json");
  expect(told.json).toMatchObject({ subject, aliases: [`${instance.origin}/@poster`, expect.any(String)] });
  const self = told.json.links.find(({ rel }: { rel: string }) => rel === "self");
  expect(self.href).toMatch(/\/ap\/users\/\d{18}$/);
  expect(told.json.aliases).toContain(self.href);
  expect((await ask(instance, webfinger)).status).toBe(400);
  expect((await ask(instance, `${webfinger}?resource=acct:nobody@example.com`)).status).toBe(404);
});

test("the front page is HTML, and so is a path that nobody serves", async () => {
  const instance = await start();
  const asBrowser = { headers: { accept: "text/html" } };
  const front = await ask(instance, "GET /", asBrowser);
  expect([front.status, front.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  const missing = await ask(instance, "GET /about/nothing", asBrowser);
  expect([missing.status, missing.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
  const asked = await ask(instance, "GET /about/nothing");
  expect([asked.status, asked.json]).toEqual([404, { error: "Not Found" }]);
});
