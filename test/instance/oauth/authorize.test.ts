import { describe, expect, test } from "vitest";
import { ask } from "../ask.ts";
import type { PracticeInstance } from "../server.ts";
import { consent } from "./consent.ts";
import {
  authorizeUrl,
  type Client,
  callback,
  challenge,
  codeFor,
  exchange,
  outOfBand,
  register,
  serve,
  tokenOf,
} from "./walk.ts";

type Name = Parameters<typeof serve>[0];

async function visit(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { redirect: "manual", headers: { accept: "text/html", ...headers } });
  return { status: response.status, location: response.headers.get("location"), body: await response.text() };
}

async function prepared(
  name: Name,
  fields: Record<string, string> = {},
  options?: Parameters<typeof serve>[1],
): Promise<[PracticeInstance, Client]> {
  const instance = await serve(name, options);
  return [instance, await register(instance, fields)];
}

const state = "st 1";

describe("authorize, logged out", () => {
  test.each([
    ["mastodon45", 302, "/auth/sign_in"],
    ["hollo", 302, "/login?next="],
    ["gotosocial", 303, "/auth/sign_in"],
    ["pixelfed", 302, "/login"],
    ["activities.next", 307, "/auth/signin"],
  ] as const)("%s: %i to %s", async (name, status, path) => {
    const [instance, client] = await prepared(name);
    const where = name === "activities.next" ? "/api/auth/oauth2/authorize" : "/oauth/authorize";
    const told = await visit(authorizeUrl(instance, client, {}, where));
    expect(told.status).toBe(status);
    const next = path.endsWith("=")
      ? encodeURIComponent(authorizeUrl(instance, client).slice(instance.origin.length))
      : "";
    expect(told.location).toBe(instance.origin + path + next);
  });

  test.each(["snac", "akkoma"] as const)("%s: the form straight away", async (name) => {
    const [instance, client] = await prepared(name);
    const { status, body } = await visit(authorizeUrl(instance, client));
    expect(status).toBe(200);
    expect(body).toContain('type="password"');
  });

  test("GoToSocial: a request that does not accept HTML is a 406", async () => {
    const [instance, client] = await prepared("gotosocial");
    const json = await visit(authorizeUrl(instance, client), { accept: "application/json" });
    expect(json.status).toBe(406);
  });

  test("activities.next: /oauth/authorize leads to the endpoint of the metadata, with the whole request", async () => {
    const [instance, client] = await prepared("activities.next");
    const told = await visit(authorizeUrl(instance, client, { state }));
    const query = authorizeUrl(instance, client, { state }).split("?")[1];
    expect([told.status, told.location]).toEqual([307, `${instance.origin}/api/auth/oauth2/authorize?${query}`]);
  });
});

describe("the log-in", () => {
  test.each([
    ["mastodon45", 422],
    ["snac", 200],
    ["akkoma", 401],
  ] as const)("%s: a wrong password shows the form again, %i", async (name, status) => {
    const [instance, client] = await prepared(name);
    const walk = consent(instance, authorizeUrl(instance, client), { password: "wrong" });
    await expect(walk).rejects.toThrow(`The authorization ended with ${status}: `);
  });

  test.each(["mastodon45", "akkoma"] as const)("%s: a second factor is asked for", async (name) => {
    const [instance, client] = await prepared(name, {}, { account: { twoFactor: "123456" } });
    const url = authorizeUrl(instance, client);
    await expect(consent(instance, url, { twoFactor: "654321" })).rejects.toThrow("Invalid two-factor code");
    expect(await consent(instance, url, { twoFactor: "123456" })).toMatch(/\?code=/);
  });

  test("by e-mail address, and as another account", async () => {
    const [instance, client] = await prepared("mastodon45", {}, { others: ["alice"] });
    const code = await codeFor(instance, client, {}, { username: "alice@mail.example" });
    const { json } = await exchange(instance, client, { code });
    const who = await ask(instance, "GET /api/v1/accounts/verify_credentials", { token: json.access_token });
    expect(who.json.username).toBe("alice");
  });

  test("whoever is logged in can change to another account on the consent page", async () => {
    const [instance, client] = await prepared("mastodon45", {}, { others: ["alice"] });
    const cookies = new Map<string, string>();
    await consent(instance, authorizeUrl(instance, client), { cookies });
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const asked = await visit(authorizeUrl(instance, client, { state }), { cookie });
    expect(asked.body).toContain("@poster");
    const out = await fetch(`${instance.origin}/auth/sign_out`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie },
    });
    const back = await consent(instance, out.headers.get("location")!, { cookies, username: "alice" });
    expect(new URL(back).searchParams.get("state")).toBe(state);
  });
});

describe("the consent page", () => {
  test("tells the application, the scopes and the account, escaped, and sets no form-action", async () => {
    const [instance, client] = await prepared("mastodon45", { client_name: '<b>Practice & "Co"</b>' });
    const cookies = new Map<string, string>();
    await consent(instance, authorizeUrl(instance, client), { cookies });
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const response = await fetch(authorizeUrl(instance, client), { headers: { cookie } });
    const body = await response.text();
    expect(body).toContain("&lt;b>Practice &amp; &quot;Co&quot;&lt;/b>");
    expect(body).toContain("<code>write</code>");
    expect(body).toContain("@poster");
    expect(response.headers.get("content-security-policy")).not.toContain("form-action");
  });
});

describe("code redirect", () => {
  test.each([
    ["mastodon45", "302 ?code=…&state=st+1"],
    ["hollo", "302 ?code=…&state=st+1"],
    ["gotosocial", "302 ?code=…&state=st+1"],
    ["snac", "303 ?code=…&state=st 1"],
    ["akkoma", "302 ?code=…&state=st+1"],
    ["pixelfed", "302 ?code=…&state=st+1"],
    ["activities.next", "302 ?code=…&state=st+1&iss=…"],
  ] as const)("%s: %s", async (name, expected) => {
    const [instance, client] = await prepared(name);
    const location = await consent(instance, authorizeUrl(instance, client, { state }));
    expect(location.startsWith(callback)).toBe(true);
    const shape = location.slice(callback.length).replace(/(code|iss)=[^&]+/g, "$1=…");
    const { status } = instance.requests.findLast(({ method }) => method === "POST") ?? {};
    expect(`${status} ${shape}`).toBe(expected);
  });

  test("activities.next: iss is the issuer of the metadata", async () => {
    const [instance, client] = await prepared("activities.next");
    const location = await consent(instance, authorizeUrl(instance, client));
    const { json } = await ask(instance, "GET /.well-known/oauth-authorization-server");
    expect(new URL(location).searchParams.get("iss")).toBe(json.issuer);
  });

  test("without a state there is none, and a query of the redirect URI stays", async () => {
    const redirect_uri = "https://a.example/callback?x=1";
    const [instance, client] = await prepared("mastodon45", { redirect_uris: redirect_uri });
    const location = await consent(instance, authorizeUrl(instance, client, { redirect_uri }));
    expect(location).toMatch(/^https:\/\/a\.example\/callback\?x=1&code=[\w-]+$/);
  });
});

describe("deny", () => {
  test.each([
    ["mastodon45", state, null],
    ["hollo", null, null],
    ["pixelfed", state, null],
    ["activities.next", state, "iss"],
  ] as const)("%s: state %s", async (name, expected, extra) => {
    const [instance, client] = await prepared(name);
    const location = await consent(instance, authorizeUrl(instance, client, { state }), { deny: true });
    const { searchParams } = new URL(location);
    expect(searchParams.get("error")).toBe("access_denied");
    expect(searchParams.get("error_description")).not.toBe("");
    expect(searchParams.get("state")).toBe(expected);
    expect(searchParams.has("iss")).toBe(extra === "iss");
  });

  test.each(["gotosocial", "snac", "akkoma"] as const)("%s: no such button", async (name) => {
    const [instance, client] = await prepared(name);
    const cookies = new Map<string, string>();
    const walk = consent(instance, authorizeUrl(instance, client), { deny: true, cookies });
    if (name === "gotosocial") await expect(walk).rejects.toThrow("There is no button to deny.");
    // To log in is to consent.
    else expect(await walk).toMatch(/\?code=/);
  });

  test("activities.next: in its own words", async () => {
    const [instance, client] = await prepared("activities.next");
    const location = await consent(instance, authorizeUrl(instance, client), { deny: true });
    expect(new URL(location).searchParams.get("error_description")).toBe("User denied access");
  });
});

describe("second authorize for the same application and account", () => {
  /** Whether the second visit of the same browser is sent back at once. */
  async function isAtOnce(name: Name, parameters: Record<string, string> = {}, withToken = true) {
    const [instance, client] = await prepared(name);
    const cookies = new Map<string, string>();
    const url = authorizeUrl(instance, client);
    const code = new URL(await consent(instance, url, { cookies })).searchParams.get("code") ?? "";
    if (withToken) expect((await exchange(instance, client, { code })).status).toBe(200);
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const path = name === "activities.next" ? "/api/auth/oauth2/authorize" : "/oauth/authorize";
    const again = await visit(authorizeUrl(instance, client, parameters, path), { cookie });
    return again.location?.startsWith(callback) ?? (again.body.includes('type="password"') ? "login" : "asks");
  }

  test.each([
    ["hollo", "asks"],
    ["snac", "login"],
    ["gotosocial", false],
    ["activities.next", true],
    ["mastodon45", true],
  ] as const)("%s: %s", async (name, expected) => {
    expect(await isAtOnce(name)).toBe(expected);
  });

  test("Mastodon asks again without a living token, for other scopes, and with force_login", async () => {
    expect(await isAtOnce("mastodon45", {}, false)).toBe("asks");
    expect(await isAtOnce("mastodon45", { scope: "read" })).toBe("asks");
    expect(await isAtOnce("mastodon45", { force_login: "true" })).toBe("asks");
    expect(await isAtOnce("mastodon45", { force_login: "false" })).toBe(true);
  });

  test("activities.next remembers without a token", async () => {
    expect(await isAtOnce("activities.next", {}, false)).toBe(true);
  });
});

describe("oob", () => {
  const asked = { redirect_uri: outOfBand, state: "s" };
  const fields = { redirect_uris: outOfBand };

  test.each(["mastodon45", "gotosocial", "hollo", "akkoma"] as const)("%s shows a page with the code", async (name) => {
    const [instance, client] = await prepared(name, fields);
    const code = await consent(instance, authorizeUrl(instance, client, asked));
    const { status } = await exchange(instance, client, { code, redirect_uri: outOfBand });
    expect(status).toBe(200);
  });

  test.each([
    ["mastodon45", "/oauth/authorize/native?code="],
    ["gotosocial", "/oauth/oob?code="],
  ] as const)("%s redirects to %s…", async (name, path) => {
    const [instance, client] = await prepared(name, fields);
    await consent(instance, authorizeUrl(instance, client, asked));
    expect(instance.requests.at(-1)?.path.startsWith(path)).toBe(true);
  });

  test("snac: the body is the code, and the state behind it", async () => {
    const [instance, client] = await prepared("snac", fields);
    const form = { ...asked, response_type: "code", client_id: client.client_id };
    const login = { username: "poster", password: "practice" };
    const { redirect_uri, response_type, client_id } = form;
    const bare = { redirect_uri, response_type, client_id, ...login };
    const plain = await ask(instance, "POST /oauth/authorize", { form: bare });
    expect([plain.status, plain.body]).toEqual([200, expect.stringMatching(/^[\w-]{43}$/)]);
    const withState = await ask(instance, "POST /oauth/authorize", { form: { ...form, ...login } });
    expect(withState.body).toMatch(/^[\w-]{43}&state=s$/);
    expect(await consent(instance, authorizeUrl(instance, client, asked))).toMatch(/^[\w-]{43}$/);
  });

  test("Pixelfed has no page for it", async () => {
    const [instance, client] = await prepared("pixelfed", fields);
    expect(await consent(instance, authorizeUrl(instance, client, asked))).toMatch(
      /^urn:ietf:wg:oauth:2\.0:oob\?code=/,
    );
  });
});

describe("unregistered redirect_uri", () => {
  const elsewhere = "http://127.0.0.1:49152/elsewhere";

  test.each([
    ["mastodon45", "400: ", "The redirect uri included is not valid."],
    ["hollo", "400: ", '{"error":"invalid_redirect_uri"}'],
    ["activities.next", "404: ", "404"],
    ["akkoma", "401: ", "Unlisted redirect_uri."],
    ["pixelfed", "401: ", "invalid_client"],
  ] as const)("%s: %s and no redirect", async (name, status, body) => {
    const [instance, client] = await prepared(name);
    const walk = consent(instance, authorizeUrl(instance, client, { redirect_uri: elsewhere }));
    const error: unknown = await walk.catch((thrown) => thrown);
    expect(String(error)).toContain(`ended with ${status}`);
    expect(String(error)).toContain(body);
  });

  test("GoToSocial: the consent page first, then to that URI with server_error", async () => {
    const [instance, client] = await prepared("gotosocial");
    const location = await consent(instance, authorizeUrl(instance, client, { redirect_uri: elsewhere, state }));
    expect(location).toBe(`${elsewhere}?error=server_error&state=st+1`);
  });

  test("snac redirects anywhere", async () => {
    const [instance, client] = await prepared("snac");
    const location = await consent(instance, authorizeUrl(instance, client, { redirect_uri: "https://evil.example/" }));
    expect(location).toMatch(/^https:\/\/evil\.example\/\?code=/);
  });
});

describe("loopback ports", () => {
  const walked = async (name: Name, registered: string, asked: string) => {
    const [instance, client] = await prepared(name, { redirect_uris: registered });
    const walk = consent(instance, authorizeUrl(instance, client, { redirect_uri: asked }));
    return walk.then(
      (location) => location.startsWith(`${asked}?code=`),
      () => false,
    );
  };

  test.each([
    ["mastodon45", "http://127.0.0.1/callback", "http://127.0.0.1:49153/callback", true],
    ["mastodon45", "http://127.0.0.1:1/callback", "http://127.0.0.1:49153/callback", true],
    ["mastodon45", "http://[::1]/callback", "http://[::1]:49153/callback", true],
    ["mastodon45", "http://localhost/callback", "http://localhost:49153/callback", false],
    ["mastodon45", "http://localhost:49153/callback", "http://localhost:49153/callback", true],
    ["mastodon45", "http://127.0.0.1/callback", "http://127.0.0.1:49153/other", false],
    ["mastodon45", "http://127.0.0.1/callback", "http://127.0.0.2:49153/callback", false],
    ["mastodon45", "https://a.example/callback", "https://a.example:8443/callback", false],
    ["hollo", "http://127.0.0.1:1/callback", "http://127.0.0.1:49153/callback", false],
    ["gotosocial", "http://127.0.0.1:1/callback", "http://127.0.0.1:49153/callback", false],
    ["akkoma", "http://127.0.0.1:1/callback", "http://127.0.0.1:49153/callback", false],
    ["snac", "http://127.0.0.1:1/callback", "http://127.0.0.1:49153/callback", true],
    ["activities.next", "http://127.0.0.1:1/callback", "http://127.0.0.1:49153/callback", true],
    ["activities.next", "http://localhost:1/callback", "http://localhost:49153/callback", false],
  ] as const)("%s: %s for %s: %s", async (name, registered, asked, expected) => {
    expect(await walked(name, registered, asked)).toBe(expected);
  });
});

describe("a request that cannot be granted", () => {
  const ending = async (name: Name, parameters: Record<string, string>, fields?: Record<string, string>) => {
    const [instance, client] = await prepared(name, fields);
    const walk = consent(instance, authorizeUrl(instance, client, parameters));
    return walk.catch((error: Error) => error.message);
  };

  test.each([
    ["mastodon45", 401],
    ["hollo", 400],
    ["gotosocial", 400],
    ["snac", 400],
    ["pixelfed", 401],
  ] as const)("%s: an unknown client is %i, without a redirect", async (name, status) => {
    expect(await ending(name, { client_id: "unknown" })).toContain(`ended with ${status}: `);
  });

  test.each([
    ["mastodon45", "ended with 400: "],
    ["hollo", '{"error":"invalid_scope"}'],
    ["akkoma", "This action is outside the authorized scopes"],
    ["gotosocial", "?error=invalid_scope"],
  ] as const)("%s: a scope that was not registered: %s", async (name, expected) => {
    expect(await ending(name, { scope: "read follow" }, { scopes: "read" })).toContain(expected);
  });

  test("Pixelfed: a granular scope is invalid_scope, a coarse one is not", async () => {
    expect(await ending("pixelfed", { scope: "write:statuses" })).toContain("?error=invalid_scope&");
    expect(await ending("pixelfed", { scope: "read write follow push" })).toContain("?code=");
  });

  test.each([
    ["mastodon45", "registered write does not cover write:statuses", "ended with 400: "],
    ["akkoma", "registered write covers write:statuses", "?code="],
  ] as const)("%s: %s", async (name, _why, expected) => {
    expect(await ending(name, { scope: "write:statuses" }, { scopes: "write" })).toContain(expected);
  });

  test.each([
    ["mastodon42", "plain", "?code="],
    ["mastodon43", "plain", "ended with 400: "],
    ["mastodon45", "plain", "ended with 400: "],
    ["mastodon46", "plain", "ended with 400: "],
    ["mastodon45", "", "ended with 400: "],
    ["hollo", "plain", "ended with 400: "],
    ["gotosocial", "plain", "?code="],
    ["snac", "plain", "?code="],
    ["akkoma", "plain", "?code="],
  ] as const)("PKCE: %s with method %o: %s", async (name, method, expected) => {
    const parameters = { code_challenge: challenge, ...(method ? { code_challenge_method: method } : {}) };
    expect(await ending(name, parameters)).toContain(expected);
  });

  test("a response type other than code", async () => {
    expect(await ending("mastodon45", { response_type: "token" })).toContain("ended with 400: ");
  });
});

test("a token made here is of the account that consented", async () => {
  const [instance, client] = await prepared("mastodon45");
  const token = await tokenOf(instance, client);
  const { json } = await ask(instance, "GET /api/v1/accounts/verify_credentials", { token });
  expect(json.username).toBe("poster");
});
