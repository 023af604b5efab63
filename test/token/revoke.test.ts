import { describe, expect, test } from "vitest";
import type { RevokeOptions } from "../../src/token/arguments.ts";
import { revoke } from "../../src/token/revoke.ts";
import { ask } from "../instance/ask.ts";
import { register, serve, tokenOf, whoAmI } from "../instance/oauth/walk.ts";
import { type ScriptedOptions, scripted } from "./store/scripted.ts";

async function prepared(name: Parameters<typeof serve>[0]) {
  const instance = await serve(name);
  const client = await register(instance);
  const token = await tokenOf(instance, client);
  const isAlive = async () => (await ask(instance, whoAmI, { token })).status === 200;
  const end = async (how: ScriptedOptions, more: Partial<RevokeOptions> = {}) => {
    const run = scripted(how);
    const options: RevokeOptions = {
      command: "revoke",
      instance: instance.origin,
      tokenEnv: "",
      clientId: "",
      clientSecretEnv: "",
      yes: false,
      ...more,
    };
    const code = await revoke(options, run);
    const said = run.said.join("\n");
    for (const secret of [token, client.client_secret]) expect(said).not.toContain(secret);
    expect(run.printed).toEqual([]);
    return { code, said, asked: run.asked };
  };
  return { instance, client, token, isAlive, end };
}

describe("with the application's id and secret", () => {
  test.each(["mastodon42", "mastodon45", "gotosocial", "hollo", "akkoma", "snac"] as const)("%s", async (name) => {
    const { client, token, isAlive, end } = await prepared(name);
    expect(await isAlive()).toBe(true);
    const { code, said } = await end({ stdin: JSON.stringify({ token, ...client }) });
    expect(said).toMatch(/Ended: /);
    expect([code, await isAlive()]).toEqual([0, false]);
  });

  test("by id and secret alone: with an Authorization header beside them activities.next refuses", async () => {
    const { instance, client, token, end } = await prepared("mastodon45");
    await end({ stdin: JSON.stringify({ token, ...client }) });
    const revocations = instance.requests.filter(({ path }) => path === "/oauth/revoke");
    expect(revocations.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  test("JSON without a token is no token", async () => {
    const { instance, client, end } = await prepared("mastodon45");
    const before = instance.requests.length;
    await expect(end({ stdin: JSON.stringify(client) })).rejects.toThrow("There is no token in stdin.");
    expect(instance.requests.slice(before).filter(({ path }) => /credentials|revoke/.test(path))).toEqual([]);
  });

  test("asked for in a terminal, and asked whether", async () => {
    const { instance, client, token, isAlive, end } = await prepared("mastodon45");
    const answers = [token, client.client_id, client.client_secret];
    const no = await end({ answers: [...answers, false] });
    expect([no.code, await isAlive()]).toEqual([3, true]);
    const yes = await end({ answers: [...answers, true] });
    expect([yes.code, await isAlive()]).toEqual([0, false]);
    expect(yes.asked.at(-1)).toBe(`End this token of @poster@${new URL(instance.origin).host} on ${instance.origin}?`);
  });

  test("from variables that are named", async () => {
    const { client, token, isAlive, end } = await prepared("mastodon45");
    const env = { MY_TOKEN: token, MY_SECRET: client.client_secret };
    const more = { tokenEnv: "MY_TOKEN", clientId: client.client_id, clientSecretEnv: "MY_SECRET" };
    expect((await end({ env }, more)).code).toBe(0);
    expect(await isAlive()).toBe(false);
  });

  test("a secret that is wrong", async () => {
    const { client, token, isAlive, end } = await prepared("mastodon45");
    const { code, said } = await end({ stdin: JSON.stringify({ token, ...client, client_secret: "wrong" }) });
    expect(said).toMatch(/The token is still valid\. .* 403 .* End it under Preferences › Account › Authorized apps: /);
    expect([code, await isAlive()]).toEqual([1, true]);
  });

  test("those of another application", async () => {
    const { instance, token, isAlive, end } = await prepared("mastodon45");
    const other = await register(instance, { client_name: "Other" });
    const { code, said } = await end({ stdin: JSON.stringify({ token, ...other }) });
    expect(said).toMatch(/The token is still valid\./);
    expect([code, await isAlive()]).toEqual([1, true]);
  });

  test("the secret is missing", async () => {
    const { client, token, end } = await prepared("mastodon45");
    await expect(end({ stdin: token }, { clientId: client.client_id })).rejects.toThrow(
      /the secret is missing.*--client-secret-env/,
    );
  });
});

describe("with the token alone", () => {
  test.each([
    ["mastodon45", /Preferences › Account › Authorized apps: http.*\/oauth\/authorized_applications$/],
    ["gotosocial", /settings panel, where access tokens are listed: http/],
    ["hollo", /in the settings of your account at http/],
  ] as const)("%s tells where to end it by hand", async (name, where) => {
    const { token, isAlive, end } = await prepared(name);
    const { code, said } = await end({ stdin: token });
    expect(said).toMatch(/The token is still valid\. .*client id and secret/);
    expect(said).toMatch(where);
    expect([code, await isAlive()]).toEqual([1, true]);
  });

  test("Akkoma, to which the token is proof enough", async () => {
    const { token, isAlive, end } = await prepared("akkoma");
    const { code, said } = await end({ stdin: token });
    expect(said).toMatch(/Ended: /);
    expect([code, await isAlive()]).toEqual([0, false]);
  });

  test("in a terminal an empty client id means that there is none", async () => {
    const { token, isAlive, end } = await prepared("mastodon45");
    const { code } = await end({ answers: [token, ""] }, { yes: true });
    expect([code, await isAlive()]).toEqual([1, true]);
  });
});

test.each(["mastodon45", "gotosocial", "hollo", "snac", "akkoma"] as const)(
  "a token that %s does not know is not called ended: it may be another server's",
  async (name) => {
    const { instance, client, end } = await prepared(name);
    const { code, said } = await end({ stdin: JSON.stringify({ token: "unknown-token-0123456789", ...client }) });
    expect(said).toMatch(/does not accept this token \(.*\): .* belongs to another server.* Nothing was ended\.$/);
    expect(code).toBe(1);
    expect(instance.requests.filter(({ path }) => path === "/oauth/revoke")).toEqual([]);
  },
);

test("a token that has ended already is told as such", async () => {
  const { client, token, end } = await prepared("mastodon45");
  await end({ stdin: JSON.stringify({ token, ...client }) });
  const { code, said } = await end({ stdin: JSON.stringify({ token, ...client }) });
  expect(said).toMatch(/“The access token was revoked”\): it has ended already\.$/);
  expect(code).toBe(0);
});

test("Mastodon is not asked without a client id: it would refuse", async () => {
  const { instance, token, isAlive, end } = await prepared("mastodon46");
  const { code } = await end({ stdin: token });
  expect(instance.requests.filter(({ path }) => path === "/oauth/revoke")).toEqual([]);
  expect([code, await isAlive()]).toEqual([1, true]);
});

test("Pixelfed ends no token for a program", async () => {
  const { client, token, isAlive, end } = await prepared("pixelfed");
  const { code, said } = await end({ stdin: JSON.stringify({ token, ...client }) });
  expect(said).toMatch(/The token is still valid\. 127\.0\.0\.1:\d+ offers programs no way to end a token\. End it in/);
  expect([code, await isAlive()]).toEqual([1, true]);
});

test("snac has no page where a person could end it: its admin can", async () => {
  const { instance, client, token, isAlive, end } = await prepared("snac");
  instance.fault({ method: "POST", path: "/oauth/revoke", answer: { status: 500, body: "" } });
  const { code, said } = await end({ stdin: JSON.stringify({ token, ...client }) });
  expect(said).toMatch(/The token is still valid\. .*snac has no page for it: its admin can delete the token/s);
  expect(said).not.toContain("authorized apps");
  expect([code, await isAlive()]).toEqual([1, true]);
});

test("Sharkey lets no program end it, and has a page", async () => {
  const { client, instance, token, isAlive, end } = await prepared("sharkey");
  const { code, said } = await end({ stdin: JSON.stringify({ token, ...client }) });
  expect(said).toContain(`end it under Settings › Connected apps: ${instance.origin}/settings/apps`);
  expect([code, await isAlive()]).toEqual([1, true]);
});

describe("an answer that says nothing", () => {
  test("the token has ended, though the answer got lost", async () => {
    const { instance, client, token, isAlive, end } = await prepared("mastodon45");
    instance.fault({ method: "POST", path: "/oauth/revoke", reset: "after" });
    const { code, said } = await end({ stdin: JSON.stringify({ token, ...client }) });
    expect(said).toMatch(/Ended: /);
    expect([code, await isAlive()]).toEqual([0, false]);
  });

  test("the request got lost, and the token lives on", async () => {
    const { instance, client, token, isAlive, end } = await prepared("mastodon45");
    instance.fault({ method: "POST", path: "/oauth/revoke", reset: "before" });
    const { code, said } = await end({ stdin: JSON.stringify({ token, ...client }) });
    expect(said).toMatch(/The token is still valid\. The connection to 127\.0\.0\.1:\d+ /);
    expect([code, await isAlive()]).toEqual([1, true]);
  });

  test("afterwards nobody can be asked: that is what is told", async () => {
    const { instance, client, token, end } = await prepared("mastodon45");
    const path = "/api/v1/accounts/verify_credentials";
    instance.fault({ path, after: 1, times: 9, answer: { status: 503, body: "" } });
    const { code, said } = await end({ stdin: JSON.stringify({ token, ...client }) });
    expect(said).toMatch(/Whether the token has ended is not known\. .*503.* End it under Preferences/);
    expect(said).not.toMatch(/lives on|Ended: /);
    expect(code).toBe(1);
  });
});
