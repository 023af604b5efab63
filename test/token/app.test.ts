import { describe, expect, test } from "vitest";
import { registerApp } from "../../src/token/app.ts";
import type { AppOptions } from "../../src/token/arguments.ts";
import { ask } from "../instance/ask.ts";
import { codeFor, exchange, serve, whoAmI } from "../instance/oauth/walk.ts";
import { type Answer, scripted } from "./store/scripted.ts";

const redirectUri = "https://git.example.org/user/oauth2/mastodon/callback";

async function app(name: Parameters<typeof serve>[0], more: Partial<AppOptions> = {}, answers?: Answer[]) {
  const instance = await serve(name);
  const run = scripted(answers ? { answers } : {});
  const options: AppOptions = {
    command: "app",
    instance: instance.origin,
    name: "Our forge",
    website: "",
    scopes: "",
    redirectUri,
    json: false,
    ...more,
  };
  const register = () => registerApp(options, run);
  return { instance, run, register };
}

describe("client id and secret are what a login source needs", () => {
  test.each(["mastodon42", "mastodon45", "gotosocial", "hollo", "akkoma"] as const)("%s", async (name) => {
    const { instance, run, register } = await app(name);
    expect(await register()).toBe(0);
    expect(run.printed).toHaveLength(1);
    const [, client_id, client_secret] = /^client_id: (\S+)\nclient_secret: (\S+)$/.exec(run.printed[0]!) ?? [];
    const client = { client_id: client_id!, client_secret: client_secret! };
    expect(run.said.join("\n")).not.toContain(client_secret);

    // As Gitea does it: its own redirect URI, and the profile at the end.
    const parameters = { redirect_uri: redirectUri, scope: "read" };
    const code = await codeFor(instance, client, parameters);
    const { json } = await exchange(instance, client, { code, redirect_uri: redirectUri });
    expect((await ask(instance, whoAmI, { token: json.access_token })).json.username).toBe("poster");
  });
});

test("as JSON, with the addresses that are asked for next to it", async () => {
  const more = { json: true, website: "https://git.example.org", scopes: "profile" };
  const { instance, run, register } = await app("mastodon45", more);
  await register();
  expect(JSON.parse(run.printed[0]!)).toEqual({
    name: "Our forge",
    website: "https://git.example.org",
    client_id: expect.any(String),
    client_secret: expect.any(String),
    redirect_uris: [redirectUri],
    scopes: ["profile"],
    authorization_endpoint: `${instance.origin}/oauth/authorize`,
    token_endpoint: `${instance.origin}/oauth/token`,
    profile_endpoint: `${instance.origin}/api/v1/accounts/verify_credentials`,
  });
});

test("several redirect URIs", async () => {
  const second = "http://localhost:3000/callback";
  const { instance, run, register } = await app("mastodon42", { redirectUri: `${redirectUri} ${second}`, json: true });
  await register();
  const client = JSON.parse(run.printed[0]!);
  expect(client.redirect_uris).toEqual([redirectUri, second]);
  expect(await codeFor(instance, client, { redirect_uri: second, scope: "read" })).toMatch(/./);
});

test("what is missing is asked for", async () => {
  const { instance, run, register } = await app("mastodon45", { instance: "", name: "", redirectUri: "" }, []);
  const answering = scripted({ answers: [instance.origin, "Our forge", redirectUri] });
  expect(
    await registerApp(
      { command: "app", instance: "", name: "", website: "", scopes: "", redirectUri: "", json: false },
      answering,
    ),
  ).toBe(0);
  expect(answering.asked).toEqual([
    "Which instance? Its address:",
    "What is the application called? People see it.",
    "Where does the server send people back to? The redirect URI:",
  ]);
  await expect(register()).rejects.toThrow("Nobody answers");
  expect(run.printed).toEqual([]);
});

test.each<[string, Partial<AppOptions>, RegExp]>([
  ["a fragment", { redirectUri: "https://git.example.org/#callback" }, /is not a redirect URI/],
  ["half an address", { redirectUri: "git.example.org/callback" }, /is not a redirect URI/],
  ["a script", { redirectUri: "javascript:alert(1)" }, /is not a redirect URI/],
  ["a long name", { name: "x".repeat(61) }, /longer than 60 characters/],
  ["half a website", { website: "git.example.org" }, /--website is a whole address/],
  ["a scope that the server does not know", { scopes: "read:minds" }, /answered 422/],
])("%s is refused in one line", async (_, more, expected) => {
  const { run, register } = await app("mastodon45", more);
  const message = await register().then(
    () => "nothing was thrown",
    (error: Error) => error.message,
  );
  expect(message).toMatch(expected);
  expect(message).not.toContain("\n");
  expect(run.printed).toEqual([]);
});

describe("what a server hands out", () => {
  test.each([
    ["a line of its own", "id\nclient_secret: other"],
    ["what moves the cursor", "id\u001b[2K"],
    ["another script", "ïd"],
  ])("an id with %s is not printed", async (_, client_id) => {
    const { instance, run, register } = await app("mastodon45");
    const body = JSON.stringify({ client_id, client_secret: "a-secret-0123456789" });
    instance.fault({ method: "POST", path: "/api/v1/apps", answer: { status: 200, body } });
    await expect(register()).rejects.toThrow(/gave an id or a secret that nobody could use/);
    expect(run.printed).toEqual([]);
  });

  test("an answer that got lost leaves nothing printed, in one line", async () => {
    const { instance, run, register } = await app("mastodon45");
    instance.fault({ method: "POST", path: "/api/v1/apps", cut: true });
    await expect(register()).rejects.toThrow(
      /^The connection to 127\.0\.0\.1:\d+ broke before the answer was complete/,
    );
    expect(run.printed).toEqual([]);
  });

  test.each(["gotosocial", "hollo", "akkoma"] as const)("%s takes several redirect URIs", async (name) => {
    const second = "http://localhost:3000/callback";
    const { instance, run, register } = await app(name, { redirectUri: `${redirectUri}, ${second}`, json: true });
    await register();
    const client = JSON.parse(run.printed[0]!);
    for (const redirect_uri of [redirectUri, second]) {
      expect(await codeFor(instance, client, { redirect_uri, scope: "read" })).toMatch(/./);
    }
  });
});
