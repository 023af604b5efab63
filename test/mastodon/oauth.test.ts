import { afterEach, describe, expect, test } from "vitest";
import { openHttp } from "../../src/mastodon/http.ts";
import { masked } from "../../src/mastodon/masking.ts";
import {
  authorizeUrl,
  exchangeCode,
  OAuthError,
  type OAuthServer,
  outOfBand,
  passwordGrant,
  readMetadata,
  registerApplication,
  revokeToken,
} from "../../src/mastodon/oauth.ts";
import { consent } from "../instance/oauth/consent.ts";
import { activitiesNext } from "../instance/oauth/servers/activities-next.ts";
import { type Profile, profiles } from "../instance/profiles.ts";
import { type PracticeInstance, startInstance } from "../instance/server.ts";

const http = openHttp({ proxies: { http: "", https: "", no: "" }, timeout: 120_000 });
const servers: Record<string, Profile> = {
  ...profiles,
  "activities.next": { ...profiles.mastodon45, oauth: activitiesNext },
};

let instance: PracticeInstance;
const start = async (name = "mastodon45") => {
  instance = await startInstance({ profile: servers[name]! });
  return readMetadata(http, instance.origin);
};
afterEach(() => instance?.close());

const refused = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(OAuthError);
  expect((error as Error).message).not.toContain("\n");
  return error as OAuthError;
};
const answers = (path: string, answer: { status: number; body: string; headers?: Record<string, string> }) =>
  instance.fault({ method: path.startsWith("/.well-known") ? "GET" : "POST", path, answer });
const wanted = { name: "me/project", website: "", redirectUri: outOfBand, scopes: "write:statuses" };
const application = { ...wanted, clientId: "id", clientSecret: "s3cret" };

describe("the metadata", () => {
  test("Mastodon since 4.3", async () => {
    const server = await start();
    const { origin } = instance;
    expect(server).toMatchObject({
      origin,
      authorization: `${origin}/oauth/authorize`,
      token: `${origin}/oauth/token`,
      revocation: `${origin}/oauth/revoke`,
      registration: `${origin}/api/v1/apps`,
    });
    expect(server.scopes).toContain("profile");
    expect(server.grants).not.toContain("password");
  });

  test("activities.next has its page elsewhere", async () => {
    const server = await start("activities.next");
    expect(server.authorization).toBe(`${instance.origin}/api/auth/oauth2/authorize`);
  });

  test.each(["gotosocial", "snac", "mastodon42"])("%s has none: the addresses that everyone has", async (name) => {
    const server = await start(name);
    expect(server).toMatchObject({
      authorization: `${instance.origin}/oauth/authorize`,
      token: `${instance.origin}/oauth/token`,
      scopes: null,
      grants: null,
    });
  });

  test.each([
    ["no JSON", "<html>"],
    ["a list", "[]"],
    ["null", "null"],
    ["wrong types", '{"token_endpoint":1,"scopes_supported":"read","authorization_endpoint":{}}'],
  ])("%s", async (_what, body) => {
    await start();
    answers("/.well-known/oauth-authorization-server", { status: 200, body });
    const server = await readMetadata(http, instance.origin);
    expect(server.token).toBe(`${instance.origin}/oauth/token`);
    expect(server.scopes).toBeNull();
  });

  test("no secret goes to another origin, and no browser to another scheme", async () => {
    await start();
    const body = JSON.stringify({
      token_endpoint: "https://evil.example/token",
      revocation_endpoint: "http://127.0.0.1:1/revoke",
      app_registration_endpoint: "//evil.example/apps",
      authorization_endpoint: "javascript:alert(1)",
    });
    answers("/.well-known/oauth-authorization-server", { status: 200, body });
    const server = await readMetadata(http, instance.origin);
    const { origin } = instance;
    expect([server.token, server.revocation, server.registration, server.authorization]).toEqual([
      `${origin}/oauth/token`,
      `${origin}/oauth/revoke`,
      `${origin}/api/v1/apps`,
      `${origin}/oauth/authorize`,
    ]);
  });
});

describe("registering", () => {
  test.each(Object.keys(servers))("%s takes it", async (name) => {
    const server = await start(name);
    const { clientId, clientSecret } = await registerApplication(http, server, {
      ...wanted,
      website: "https://github.com/me/project",
    });
    expect(clientId).not.toBe("");
    expect(clientSecret).not.toBe("");
  });

  test("sends what all servers know and nothing else, the redirect URI as one string", async () => {
    const server = await start("hollo");
    await registerApplication(http, server, wanted);
    const request = instance.requests.find(({ path }) => path === "/api/v1/apps")!;
    expect(request.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
      client_name: "me/project",
      redirect_uris: outOfBand,
      scopes: "write:statuses",
    });
  });

  test("an id that is a number is one", async () => {
    const server = await start();
    answers("/api/v1/apps", { status: 200, body: '{"client_id":7,"client_secret":"s"}' });
    expect((await registerApplication(http, server, wanted)).clientId).toBe("7");
  });

  test.each(["{}", '{"client_id":"a"}', '{"client_id":"a","client_secret":""}', "[]", "null", "", "<html>"])(
    "an answer without id and secret: %s",
    async (body) => {
      const server = await start();
      answers("/api/v1/apps", { status: 200, body });
      const { message } = await refused(registerApplication(http, server, wanted));
      expect(message).toContain("holds no application's id and secret");
    },
  );
});

describe("the page", () => {
  const server: OAuthServer = {
    origin: "https://example.org",
    authorization: "https://example.org/oauth/authorize?lang=en",
    token: "",
    revocation: "",
    registration: "",
    scopes: null,
    grants: null,
  };

  test("has all that RFC 6749 and 7636 want, and keeps what stood in the address", () => {
    const url = new URL(
      authorizeUrl(server, { ...application, scopes: "a b" }, { state: "s&t", challenge: "c", forceLogin: false }),
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      lang: "en",
      response_type: "code",
      client_id: "id",
      redirect_uri: outOfBand,
      scope: "a b",
      state: "s&t",
      code_challenge: "c",
      code_challenge_method: "S256",
    });
  });

  test("can ask for the password again", () => {
    const url = new URL(authorizeUrl(server, application, { state: "s", challenge: "c", forceLogin: true }));
    expect(url.searchParams.get("force_login")).toBe("true");
  });
});

/** A code that a person has allowed, without PKCE's challenge where it is empty. */
async function allowed(server: OAuthServer, challenge: string) {
  const registered = await registerApplication(http, server, wanted);
  const url = authorizeUrl(server, registered, { state: "s", challenge, forceLogin: false });
  return { registered, code: await consent(instance, url) };
}

// RFC 7636, appendix B.
const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

describe("the exchange", () => {
  test("sends the verifier of the challenge, and the client's secret in the form alone", async () => {
    const server = await start();
    const { registered, code } = await allowed(server, challenge);
    const grant = await exchangeCode(http, server, registered, { code, verifier });
    expect(grant).toEqual({ token: expect.stringMatching(/^.{20,}$/), scope: "write:statuses", expiresIn: null });
    const request = instance.requests.find(({ path }) => path === "/oauth/token")!;
    expect(request.headers.authorization).toBeUndefined();
    expect(new URLSearchParams(request.body).get("client_secret")).toBe(registered.clientSecret);
  });

  test.each(["mastodon45", "hollo"])("%s: a wrong verifier", async (name) => {
    const server = await start(name);
    const { registered, code } = await allowed(server, challenge);
    const error = await refused(exchangeCode(http, server, registered, { code, verifier: "wrong" }));
    expect(error.code).toBe("invalid_grant");
  });

  test.each(["mastodon45", "gotosocial", "hollo", "akkoma", "activities.next", "pixelfed"])(
    "%s: a code that was used",
    async (name) => {
      const server = await start(name);
      const registered = await registerApplication(http, server, { ...wanted, scopes: "write" });
      const url = authorizeUrl(server, registered, { state: "s", challenge, forceLogin: false });
      const page = await consent(instance, url);
      const code = new URLSearchParams(page.split("?")[1] ?? "").get("code") ?? page;
      await exchangeCode(http, server, registered, { code, verifier });
      const error = await refused(exchangeCode(http, server, registered, { code, verifier }));
      expect(error.status).toBe(400);
      expect(error.message).not.toContain(code);
    },
  );

  test.each([
    ["no scope", '{"access_token":"t"}', { token: "t", scope: null, expiresIn: null }],
    ["an empty scope", '{"access_token":"t","scope":""}', { token: "t", scope: null, expiresIn: null }],
    ["an end", '{"access_token":"t","expires_in":604800}', { token: "t", scope: null, expiresIn: 604_800 }],
    ["an end as text", '{"access_token":"t","expires_in":"60"}', { token: "t", scope: null, expiresIn: 60 }],
    ["no end", '{"access_token":"t","expires_in":null}', { token: "t", scope: null, expiresIn: null }],
    [
      "created_at of any kind",
      '{"access_token":"t","created_at":"2026"}',
      { token: "t", scope: null, expiresIn: null },
    ],
  ])("an answer with %s", async (_what, body, expected) => {
    const server = await start();
    answers("/oauth/token", { status: 200, body });
    expect(await exchangeCode(http, server, application, { code: "c", verifier })).toEqual(expected);
  });

  test.each(["{}", '{"access_token":""}', '{"access_token":1}', "", "<html></html>"])(
    "no token in it: %s",
    async (body) => {
      const server = await start();
      answers("/oauth/token", { status: 200, body });
      const { message } = await refused(exchangeCode(http, server, application, { code: "c0de", verifier }));
      expect(message).toContain("holds no access token");
    },
  );
});

describe("no secret in an error, however a server repeats it", () => {
  const secret = 'p&s <"q"> ü\\/';
  const forms: [string, (secret: string) => { status: number; body: string; headers?: Record<string, string> }][] = [
    ["JSON", (text) => ({ status: 400, body: JSON.stringify({ error: "invalid_grant", error_description: text }) })],
    ["a sentence in error", (text) => ({ status: 400, body: JSON.stringify({ error: `What is ${text}?` }) })],
    ["JSON with escapes", (text) => ({ status: 400, body: asciiJson({ error: `What is ${text}?` }) })],
    ["plain text", (text) => ({ status: 500, body: `Wrong: ${text}` })],
    ["form encoding", (text) => ({ status: 500, body: `Wrong: ${new URLSearchParams({ p: text })}` })],
    ["URL encoding", (text) => ({ status: 500, body: `Wrong: ${encodeURIComponent(text)}` })],
    ["a cut text", (text) => ({ status: 500, body: `${"x".repeat(190)} ${text}` })],
    [
      "a web page",
      (text) => ({
        status: 500,
        headers: { "content-type": "text/html" },
        body: `<title>Wrong: ${html(text)}</title>`,
      }),
    ],
    [
      "a wall's page",
      (text) => ({
        status: 403,
        headers: { "content-type": "text/html" },
        body: `<title>Just a moment ${html(text)}</title>`,
      }),
    ],
  ];

  /** All that an error has, where the server's answer repeats the password. */
  const shown = async (password: string, answer: (text: string) => Parameters<typeof answers>[1]) => {
    const server = await start();
    answers("/oauth/token", answer(password));
    const quiet = masked(http, new Set());
    const error = await refused(passwordGrant(quiet, server, application, { username: "me", password }));
    return `${error.message} ${error.sentence} ${JSON.stringify(error)}`;
  };

  test.each(forms)("%s", async (_what, answer) => {
    const said = await shown(secret, answer);
    for (const part of [secret, "p&s", "p%26s", "p&amp;s", "<q>", "ü"]) expect(said).not.toContain(part);
  });

  test("a short one", async () => {
    expect(await shown("hunter", (text) => ({ status: 400, body: `Wrong: ${text}` }))).not.toContain("hunter");
  });

  const asciiJson = (value: unknown) =>
    JSON.stringify(value).replace(
      /[^\x20-\x7e]|[<>&/]/g,
      (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  const html = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
});

describe("ending a token", () => {
  test.each(["mastodon45", "gotosocial", "hollo", "snac", "akkoma", "activities.next"])("%s", async (name) => {
    const server = await start(name);
    const registered = await registerApplication(http, server, { ...wanted, scopes: "read" });
    const url = authorizeUrl(server, registered, { state: "s", challenge, forceLogin: false });
    // snac's page is the code with the state behind it.
    const code = (await consent(instance, url)).replace(/&state=.*/, "");
    const { token } = await exchangeCode(http, server, registered, { code, verifier });
    const statuses = async () =>
      (
        await fetch(`${instance.origin}/api/v1/accounts/verify_credentials`, {
          headers: { connection: "close", authorization: `Bearer ${token}`, "user-agent": "test" },
        })
      ).status;
    expect(await statuses()).toBe(200);
    await revokeToken(http, server, registered, token);
    expect(await statuses()).not.toBe(200);
  });

  test("with another application's secret", async () => {
    const server = await start();
    const { registered, code } = await allowed(server, challenge);
    const { token } = await exchangeCode(http, server, registered, { code, verifier });
    const other = await registerApplication(http, server, wanted);
    const error = await refused(revokeToken(http, server, other, token));
    expect([error.status, error.code]).toEqual([403, "unauthorized_client"]);
    expect(error.message).not.toContain(token);
  });
});

test("a server that does not answer", async () => {
  const server = await start();
  await instance.close();
  const error = await refused(registerApplication(http, server, wanted));
  expect(error.status).toBe(0);
  expect(error.message).toContain("ECONNREFUSED");
});
