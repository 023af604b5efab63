import { tmpdir } from "node:os";
import { afterEach, expect, test } from "vitest";
import { openHttp } from "../../src/mastodon/http.ts";
import { masked } from "../../src/mastodon/masking.ts";
import { runCommand } from "../../src/token/commands.ts";
import { whyNoPassword } from "../../src/token/password.ts";
import { type Profile, profiles } from "../instance/profiles.ts";
import { type PracticeInstance, startInstance } from "../instance/server.ts";
import { type Answer, scriptedTerminal } from "./scripted-terminal.ts";

const password = 'p&ss "wörd" \\ 1';
let instance: PracticeInstance;
const start = async (profile: Profile, account: { twoFactor?: string } = {}) => {
  instance = await startInstance({ profile, account: { password, ...account } });
};
afterEach(() => instance?.close());

async function run(answers: Answer[], ...options: string[]) {
  const terminal = scriptedTerminal(answers);
  const proxies = { http: "", https: "", no: "" };
  // As the command opens it: no answer repeats a secret.
  const http = masked(openHttp({ proxies, timeout: 60_000 }), new Set());
  const environment = {
    proxies,
    colours: false,
    noBrowser: "",
    folder: tmpdir(),
    calledAs: "mastodon-token",
    githubToken: "",
    githubHost: "",
    forgejoToken: "",
    variable: () => "",
  };
  const args = ["login", instance.origin, "--password", "--print", ...options];
  const code = await runCommand([...args, "--name", "practice"], { terminal, http, environment }, async () => {
    throw new Error("No browser was asked for");
  });
  expect(terminal.left, "answers that nobody asked for").toEqual([]);
  const said = terminal.said.join("\n");
  expect(said).not.toContain(password);
  expect(said).not.toContain("wörd");
  return { code, said, printed: terminal.printed, last: terminal.said.at(-1) ?? "" };
}

const asked = () => instance.requests.filter(({ path }) => path === "/oauth/token");

test("Mastodon before 4.4: e-mail address and password", async () => {
  await start(profiles.mastodon43);
  const { code, printed } = await run(["poster@mail.example", password, true]);
  expect(code).toBe(0);
  expect(printed).toHaveLength(1);
  expect(Object.fromEntries(new URLSearchParams(asked()[0]!.body))).toMatchObject({
    grant_type: "password",
    username: "poster@mail.example",
    password,
    redirect_uri: "urn:ietf:wg:oauth:2.0:oob",
    scope: "write:statuses write:media profile",
  });
});

test("Akkoma takes the user name", async () => {
  await start(profiles.akkoma);
  expect((await run(["poster", password, true], "--with", "duplicate-check")).code).toBe(0);
});

test.each([
  ["Mastodon 4.3: a user name for the e-mail address", "mastodon43", "poster", password],
  ["Mastodon 4.3: a wrong password", "mastodon43", "poster@mail.example", "wrong"],
  ["Mastodon 4.2: a wrong password", "mastodon42", "poster@mail.example", "wrong"],
  ["Akkoma: a wrong password", "akkoma", "poster", "wrong"],
] as const)("%s: what it can mean, in one line", async (_what, name, username, given) => {
  await start(profiles[name]);
  const { code, last } = await run([username, given], "--with", "duplicate-check");
  expect(code).toBe(1);
  for (const words of ["password is wrong", "two-factor", "Mastodon 4.4", "redirect URI", "use the browser"]) {
    expect(last).toContain(words);
  }
  expect(last).not.toContain("\n");
});

test("Akkoma says that it is the second factor", async () => {
  await start(profiles.akkoma, { twoFactor: "123456" });
  const { code, last } = await run(["poster", password], "--with", "duplicate-check");
  expect(code).toBe(1);
  expect(last).toMatch(/mfa_required.*two-factor authentication, which this way cannot do/);
});

test.each(["mastodon45", "mastodon46", "hollo"] as const)(
  "%s rules it out: said before the password is asked for",
  async (name) => {
    await start(profiles[name]);
    const { code, said } = await run([false]);
    expect(code).toBe(3);
    expect(said).toMatch(/takes no passwords from programs/);
    expect(said).not.toContain("E-mail address");
    expect(asked()).toEqual([]);
  },
);

test("a server that does not announce it and has it no more says so in its own words", async () => {
  await start(profiles.gotosocial);
  const { code, last } = await run(["poster", password], "--with", "duplicate-check");
  expect(code).toBe(1);
  expect(last).toContain("The server takes no passwords from programs, as Mastodon since 4.4.");
});

test("an answer that repeats the password is told without it", async () => {
  await start(profiles.mastodon43);
  const body = JSON.stringify({ error: "invalid_grant", error_description: `no user with ${password}` });
  instance.fault({ method: "POST", path: "/oauth/token", answer: { status: 400, body } });
  const { last } = await run(["poster@mail.example", password]);
  expect(last).toContain("“no user with ***”");
});

test.each([
  ["mastodon", "4.3.9", ["authorization_code", "password"], ""],
  ["mastodon", "4.4.0", null, "since 4.4"],
  ["mastodon", "4.10.1+glitch", null, "since 4.4"],
  ["mastodon", "5.0.0", null, "since 4.4"],
  ["mastodon", "4.2.1", null, ""],
  ["hometown", "4.4.1", null, "since 4.4"],
  ["pleroma", "4.4.0", null, ""],
  ["mitra", "3.0.0", ["authorization_code"], "the grants that it announces are authorization_code"],
  [null, "", null, ""],
] as const)("whether %s %s with %j takes passwords", (software, version, grants, expected) => {
  const reason = whyNoPassword({ origin: "https://example.org", software, version }, grants);
  if (expected === "") expect(reason).toBe("");
  else expect(reason).toContain(expected);
});
