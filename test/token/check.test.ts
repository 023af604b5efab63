import { describe, expect, test } from "vitest";
import type { CheckOptions } from "../../src/token/arguments.ts";
import { check } from "../../src/token/check.ts";
import { masking } from "../../src/token/terminal.ts";
import { start } from "../instance/ask.ts";
import { register, serve, tokenOf } from "../instance/oauth/walk.ts";
import { profiles } from "../instance/profiles.ts";
import type { PracticeInstance, TokenOptions } from "../instance/server.ts";
import { type ScriptedOptions, scripted } from "./store/scripted.ts";

async function ask(instance: PracticeInstance, token: string, more: Partial<CheckOptions> = {}, how?: ScriptedOptions) {
  const run = scripted(how ?? { stdin: `${token}\n` });
  const before = instance.requests.length;
  const options: CheckOptions = { command: "check", instance: instance.origin, tokenEnv: "", json: false, ...more };
  const code = await check(options, { ...run, ...masking(run.terminal, run.http) });
  const requests = instance.requests.slice(before).map(({ method, path }) => `${method} ${path.split("?")[0]}`);
  expect([...run.said, ...run.printed].join("\n")).not.toContain(token);
  return { code, run, requests, table: run.printed[0] ?? "" };
}

async function checked(name: Parameters<typeof serve>[0], token: TokenOptions) {
  const instance = await serve(name);
  const { code, requests, table } = await ask(instance, instance.createToken(token));
  expect(instance.published()).toEqual([]);
  const row = (title: string) => new RegExp(`^${title} +(.*)$`, "m").exec(table)?.[1] ?? "";
  return { code, requests, table, row };
}

const usual = ["write:statuses", "write:media", "profile"];

describe("Mastodon", () => {
  test("all that login asks for", async () => {
    const { code, row } = await checked("mastodon45", { scopes: [...usual, "read:statuses", "write:accounts"] });
    expect(code).toBe(0);
    expect(row("Account")).toMatch(/^@poster@127\.0\.0\.1:\d+, followers: 0$/);
    expect(row("Application")).toBe("Practice");
    expect(row("Scopes")).toBe("write:statuses write:media profile read:statuses write:accounts");
    expect(row("Expires")).toBe("never by itself");
    expect(["Posting", "Media", "Duplicate check", "Pin"].map(row)).toEqual(["yes", "yes", "yes", "yes"]);
  });

  test.each<[string, string[], Record<string, RegExp>]>([
    [
      "posting alone",
      usual,
      {
        Posting: /^yes$/,
        "Duplicate check": /^yes: of public posts only, since .*read:statuses/,
        Pin: /^no: .*write:accounts/,
      },
    ],
    [
      "nothing but the profile, as the web interface offers",
      ["profile"],
      { Posting: /^no: .*write:statuses/, Media: /^no: .*write:media/ },
    ],
    [
      "read and write",
      ["read", "write"],
      { Posting: /^yes$/, Media: /^yes$/, "Duplicate check": /^yes$/, Pin: /^yes$/ },
    ],
    ["no media", ["write:statuses", "profile"], { Posting: /^yes$/, Media: /^no: .*write:media/ }],
    [
      "a token that may not tell whose it is",
      ["write:statuses"],
      { Account: /may not tell/, Posting: /^yes$/, "Duplicate check": /^no: .*profile/ },
    ],
  ])("%s", async (_, scopes, rows) => {
    const { code, row } = await checked("mastodon45", { scopes });
    for (const [title, expected] of Object.entries(rows)) expect(row(title), title).toMatch(expected);
    expect(code).toBe(rows.Posting!.test("yes") ? 0 : 1);
  });

  test.each(["mastodon43", "mastodon45", "mastodon46", "glitch"] as const)(
    "%s: less than its application",
    async (name) => {
      const instance = await serve(name);
      const client = await register(instance, { scopes: "write:statuses write:media profile write write:accounts" });
      const { table, code } = await ask(instance, await tokenOf(instance, client, "write:media profile"));
      expect(table).toMatch(/^Scopes +write:media profile$/m);
      expect(table).toMatch(/^Pin +no: it lacks write:accounts$/m);
      expect(table).toMatch(/^Posting +no: it lacks write:statuses$/m);
      expect(table).toMatch(/^Media +yes$/m);
      expect(code).toBe(1);
    },
  );

  test("only calls that change nothing", async () => {
    const { requests } = await checked("mastodon45", { scopes: ["write:statuses"] });
    expect(requests.filter((request) => !request.startsWith("GET "))).toEqual(["DELETE /api/v1/scheduled_statuses/0"]);
  });

  test("before 4.3", async () => {
    const { row, code } = await checked("mastodon42", { scopes: ["read", "write:statuses"] });
    expect(row("Posting")).toBe("yes");
    expect(row("Media")).toMatch(/^no: /);
    expect(code).toBe(0);
  });
});

describe("other servers", () => {
  test("GoToSocial", async () => {
    const { row } = await checked("gotosocial", { scopes: ["write:statuses", "profile", "read:statuses"] });
    expect(row("Posting")).toBe("yes");
    expect(row("Media")).toMatch(/^no: /);
    expect(row("Duplicate check")).toBe("yes");
  });

  test("Hollo, where an empty POST is a post", async () => {
    const { row, requests } = await checked("hollo", { scopes: ["write:statuses", "read:statuses", "profile"] });
    expect(row("Posting")).toBe("yes");
    expect(row("Media")).toMatch(/^no: /);
    expect(requests.filter((request) => request.startsWith("POST "))).toEqual([]);
    expect(await checked("hollo", { scopes: ["read"] })).toMatchObject({ code: 1 });
  });

  test("snac, where an empty POST is a post and nothing has scopes", async () => {
    const { row, requests, code } = await checked("snac", {});
    expect(row("Posting")).toBe("yes: snac knows no scopes");
    expect(requests.filter((request) => !request.startsWith("GET "))).toEqual([]);
    expect(code).toBe(0);
  });

  test.each<[string, string[], Record<string, RegExp>]>([
    [
      "everything",
      ["read", "write"],
      { Account: /^@poster@/, Posting: /^yes/, Media: /^yes/, "Duplicate check": /^yes$/, Pin: /^yes/ },
    ],
    ["what login asks for", ["read:accounts", "write:statuses"], { Posting: /^yes/, Media: /^yes/, Pin: /^yes/ }],
    [
      "reading alone",
      ["read"],
      { Account: /^@poster@/, Posting: /^no: it lacks write:statuses$/, Media: /^no: /, Pin: /^no: / },
    ],
    ["writing alone", ["write"], { Account: /may not tell/, Posting: /^yes/, Media: /^yes/ }],
  ])("Sharkey names scopes in Misskey's words: %s", async (_, scopes, rows) => {
    const { code, row } = await checked("sharkey", { scopes });
    for (const [title, expected] of Object.entries(rows)) expect(row(title), title).toMatch(expected);
    expect(code).toBe(rows.Posting!.test("yes") ? 0 : 1);
  });

  test("GoToSocial 0.19.2 has no list of what is scheduled, and so nothing that could be missed there", async () => {
    const instance = await start({ profile: { ...profiles.gotosocial, softwareVersion: "0.19.2" } });
    const path = /^\/api\/v1\/scheduled_statuses/;
    instance.fault({ method: "GET", path, times: 9, answer: { status: 404, body: '{"error":"Not Found"}' } });
    const token = instance.createToken({ scopes: ["read", "write"] });
    const { table } = await ask(instance, token);
    expect(table).toMatch(/^Duplicate check +yes$/m);
  });

  test.each(["akkoma", "pixelfed"] as const)("%s, of which nothing is known that is harmless", async (name) => {
    const { row, requests, code } = await checked(name, {});
    expect(row("Posting")).toMatch(/^cannot be known: .*shows it only when it is done$/);
    expect(requests.filter((request) => !request.startsWith("GET "))).toEqual([]);
    expect(code).toBe(0);
  });
});

test("as JSON", async () => {
  const instance = await serve("mastodon45");
  const { run } = await ask(instance, instance.createToken(), { json: true });
  expect(JSON.parse(run.printed[0]!)).toMatchObject({
    instance: instance.origin,
    software: "mastodon",
    account: { handle: `@poster@${new URL(instance.origin).host}`, followers: 0 },
    expiry: "never by itself",
    posting: { verdict: "yes", why: "" },
    media: { verdict: "yes" },
    "duplicate-check": { verdict: "yes" },
    pin: { verdict: "no" },
  });
});

describe("where the token comes from", () => {
  test("a variable that is named, or a prompt", async () => {
    const instance = await serve("mastodon45");
    const token = instance.createToken();
    const named = await ask(instance, token, { tokenEnv: "MY_TOKEN" }, { env: { MY_TOKEN: token } });
    const asked = await ask(instance, token, { instance: "" }, { answers: [instance.origin, token] });
    expect([named.code, asked.code]).toEqual([0, 0]);
    expect(asked.run.asked).toEqual(["Which instance? Its address:", "What is the access token?"]);
  });

  test.each([
    ["nothing on stdin", {}, { stdin: "" }, /^There is no token in stdin\./],
    ["an invisible character", {}, { stdin: "abc\u200bdef" }, /^What is in stdin holds a character that no token has/],
    [
      "a variable that is not set",
      { tokenEnv: "MY_TOKEN" },
      {},
      /^The environment variable MY_TOKEN is empty or not set/,
    ],
    ["two lines", {}, { stdin: "one\ntwo" }, /^What is in stdin has white space inside/],
  ])("%s", async (_, more, how, expected) => {
    const instance = await serve("mastodon45");
    await expect(ask(instance, "no token", more, how)).rejects.toThrow(expected);
  });
});

describe("a token that is of no use", () => {
  test.each<[string, TokenOptions, RegExp]>([
    ["revoked", { state: "revoked" }, /refused the access token.*revoked/],
    ["expired", { state: "expired" }, /refused the access token.*It has expired/],
    ["of an application alone", { app: true, scopes: ["read", "write"] }, /stands for an application alone/],
    ["of an application alone, to post", { app: true, scopes: ["write:statuses"] }, /stands for an application alone/],
  ])("%s", async (_, token, expected) => {
    const instance = await serve("mastodon45");
    await expect(ask(instance, instance.createToken(token))).rejects.toThrow(expected);
  });

  test.each([
    ["frozen", usual, /“Your login is currently disabled”.*has moved to another account/],
    ["frozen", ["write:statuses"], /“Your login is currently disabled”/],
    ["pending", usual, /“Your login is currently pending approval”.*waits for a moderator/],
    ["unconfirmed", usual, /e-mail address was never confirmed/],
  ] as const)("of an account that is %s, with the scopes %j", async (state, scopes, expected) => {
    const instance = await serve("mastodon46", { account: { state } });
    const asked = ask(instance, instance.createToken({ scopes: [...scopes] }));
    if (scopes === usual) await expect(asked).rejects.toThrow(expected);
    else expect(await asked).toMatchObject({ code: 1, table: expect.stringMatching(expected) });
  });

  test.each(["gotosocial", "hollo", "pixelfed"] as const)("unknown to %s", async (name) => {
    const instance = await serve(name);
    const message = await ask(instance, "nobody-knows-this-token-0123456789").then(
      () => "nothing was thrown",
      (error: Error) => error.message,
    );
    expect(message).toMatch(/GET \/api\/v1\/accounts\/verify_credentials/);
    expect(message).not.toMatch(/\n|nobody-knows/);
  });
});

test.each(["mastodon46", "akkoma", "snac", "takahe", "sharkey"] as const)(
  "a token that %s does not know",
  async (name) => {
    const instance = await serve(name);
    const asked = ask(instance, "nobody-knows-this-token-0123456789");
    await expect(asked).rejects.toThrow(
      /^127\.0\.0\.1:\d+ refused the access token: \d{3} .+\. It was revoked, it is cut off, .+ Make a new token on [\d.:]+ with the scope write:statuses\.$/,
    );
  },
);

describe("what a server says can do no harm", () => {
  const tells = (instance: PracticeInstance, path: string, body: unknown, status = 200) =>
    instance.fault({ path, times: 9, answer: { status, body: JSON.stringify(body) } });
  const evil = "\u001b[2J\u009b1A\nPosting          yes\u202e";

  test("the name of an application is one line without anything that moves the cursor", async () => {
    const instance = await serve("mastodon45");
    tells(instance, "/api/v1/apps/verify_credentials", { name: `evil${evil}`, scopes: ["profile", evil] });
    const { table } = await ask(instance, instance.createToken({ scopes: ["profile"] }));
    expect(table.match(/^Posting/gm)).toHaveLength(1);
    expect(table.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test("an account that moved, or is suspended, is told beside the table", async () => {
    const instance = await serve("mastodon45");
    const moved = { id: "2", acct: "poster@new.example" };
    tells(instance, "/api/v1/accounts/verify_credentials", { id: "1", acct: "poster", suspended: true, moved });
    const { run } = await ask(instance, instance.createToken());
    expect(run.said.slice(1)).toEqual([
      expect.stringContaining("has moved to @poster@new.example"),
      expect.stringContaining("is suspended, so its server may refuse what it posts."),
    ]);
  });

  test("a server that fails in between makes nothing a no", async () => {
    const instance = await serve("mastodon45");
    tells(instance, "/api/v1/apps/verify_credentials", { error: "later" }, 503);
    tells(instance, "/oauth/token/info", { error: "later" }, 503);
    tells(instance, "/api/v1/scheduled_statuses/0", { error: "later" }, 503);
    tells(instance, "/api/v1/media/0", { error: "later" }, 429);
    const { table, code } = await ask(instance, instance.createToken());
    expect(table).toMatch(/^Application +the server does not tell$/m);
    expect(table).toMatch(/^Posting +cannot be known: /m);
    expect(table).toMatch(/^Media +cannot be known: /m);
    expect(code).toBe(0);
  });
});

test("a server that repeats the token makes nobody see it", async () => {
  const instance = await serve("mastodon45");
  const token = instance.createToken();
  const path = /verify_credentials/;
  const body = JSON.stringify({ error: `The access token ${token} is invalid` });
  const answer = { status: 401, headers: { "content-type": "application/json" }, body };
  instance.fault({ path, times: 9, answer });
  await expect(ask(instance, token)).rejects.toThrow("“The access token *** is invalid”");
});
