import { describe, expect, test } from "vitest";
import type { HandOverOptions } from "../../../src/token/arguments.ts";
import { type Credentials, handOver } from "../../../src/token/store/hand-over.ts";
import { type FakeGh, type FakeGhOptions, installFakeGh } from "../../fake-gh.ts";
import { plainOptions, scripted } from "./scripted.ts";

const credentials: Credentials = {
  origin: "https://mastodon.example",
  token: "Zx8-the-access-token_0123456789abcdefghijkl",
  handle: "@poster@mastodon.example",
  software: "mastodon",
  application: { name: "Practice", clientId: "the-client-id", clientSecret: "the-client-secret" },
};
const secrets = "secrets of github.com/acme/widgets";
const variables = "variables of github.com/acme/widgets";
const value = (text: string) => ({ value: text, readers: "" });

async function store(gh: FakeGh, more: Partial<HandOverOptions> = {}, env: Record<string, string> = {}) {
  const run = scripted({ env: { ...gh.env, ...env } });
  await handOver(credentials, { ...plainOptions, repo: "acme/widgets", ...more }, null, run);
  return run;
}
const messageOf = (gh: FakeGhOptions, more: Partial<HandOverOptions> = {}) =>
  store(installFakeGh(gh), more).then(
    () => "nothing was thrown",
    (error: Error) => error.message,
  );

test("the secret travels on stdin alone", async () => {
  const gh = installFakeGh();
  const run = await store(gh, {}, { MASTODON_ACCESS_TOKEN: credentials.token, AWS_SECRET_ACCESS_KEY: "no" });
  expect(gh.shelves()).toMatchObject({
    [secrets]: { MASTODON_ACCESS_TOKEN: value(credentials.token) },
    [variables]: { MASTODON_URL: value(credentials.origin) },
  });
  const calls = gh.calls();
  expect(calls.map(({ args }) => args.join(" "))).toEqual([
    "auth status --hostname github.com",
    expect.stringMatching(/^(secret|variable) list --repo github.com\/acme\/widgets$/),
    expect.stringMatching(/^(secret|variable) list --repo github.com\/acme\/widgets$/),
    "variable set MASTODON_URL --repo github.com/acme/widgets",
    "secret set MASTODON_ACCESS_TOKEN --repo github.com/acme/widgets",
  ]);
  for (const { args, env } of calls) {
    expect(JSON.stringify([args, env])).not.toContain(credentials.token);
    expect(env).not.toHaveProperty("AWS_SECRET_ACCESS_KEY");
  }
  expect(calls.at(-1)!.stdin).toBe(credentials.token);
  expect(run.said).toEqual([expect.stringContaining("through the GitHub CLI")]);
  expect(run.printed).toEqual([]);
});

test("gh gets what it needs of the environment, and no secret: not even a token for GitHub", async () => {
  const gh = installFakeGh();
  const tokens = { GH_TOKEN: "ghp_mine", GITHUB_TOKEN: "ghs_mine", GH_ENTERPRISE_TOKEN: "ghe_mine", NPM_TOKEN: "no" };
  await store(gh, {}, { ...tokens, HTTPS_PROXY: "http://proxy:1", HOME: "/home/me" });
  for (const { env } of gh.calls()) {
    expect(env).toMatchObject({ HTTPS_PROXY: "http://proxy:1", HOME: "/home/me" });
    for (const name of Object.keys(tokens)) expect(env).not.toHaveProperty(name);
  }
});

test.each<[string, Partial<HandOverOptions>, string[]]>([
  ["an environment", { env: "prod" }, ["secrets of github.com/acme/widgets --env prod"]],
  ["Dependabot", { dependabot: true }, [secrets, "secrets of github.com/acme/widgets --app dependabot"]],
  [
    "Dependabot and an environment",
    { dependabot: true, env: "prod" },
    ["secrets of github.com/acme/widgets --env prod", "secrets of github.com/acme/widgets --app dependabot"],
  ],
  ["an organization", { repo: "", org: "acme" }, ["secrets of org github.com/acme"]],
])("%s", async (_, more, places) => {
  const gh = installFakeGh();
  await store(gh, more);
  const holding = Object.entries(gh.shelves()).filter(([, shelf]) => "MASTODON_ACCESS_TOKEN" in shelf);
  expect(holding.map(([name]) => name).sort()).toEqual(places.sort());
});

test("who may read an organization's secret", async () => {
  const gh = installFakeGh();
  await store(gh, { repo: "", org: "acme", repos: ["widgets", "acme/gears"] });
  expect(gh.shelves()["secrets of org github.com/acme"]).toEqual({
    MASTODON_ACCESS_TOKEN: { value: credentials.token, readers: "--visibility selected --repos widgets,gears" },
  });
});

test("an organization on a server of its own: gh is told which", async () => {
  const gh = installFakeGh({ hosts: ["acme.ghe.com"] });
  await store(gh, { repo: "", org: "acme.ghe.com/acme" });
  expect(gh.shelves()).toHaveProperty("secrets of org acme.ghe.com/acme");
});

test("nothing is overwritten without --yes; a variable that says the same does not count", async () => {
  const shelves = {
    [secrets]: { MASTODON_ACCESS_TOKEN: value("old") },
    [variables]: { MASTODON_URL: value(credentials.origin) },
  };
  const gh = installFakeGh({ shelves });
  await expect(store(gh)).rejects.toThrow(/has the secret MASTODON_ACCESS_TOKEN already\. Nothing was overwritten/);
  expect(gh.shelves()[secrets]).toEqual({ MASTODON_ACCESS_TOKEN: value("old") });
  await store(gh, { yes: true });
  expect(gh.shelves()[secrets]).toEqual({ MASTODON_ACCESS_TOKEN: value(credentials.token) });
  expect(gh.calls().filter(({ args }) => args.join(" ").startsWith("variable set"))).toEqual([]);
});

test("not logged in: the API is used, and a token is missing for it", async () => {
  expect(await messageOf({ hosts: [] })).toMatch(
    /There is none: log in with gh auth login --hostname github\.com, or set GH_TOKEN/,
  );
});

describe("each failure in one line with its cure", () => {
  const url = "(https://api.github.com/repos/acme/widgets/actions/secrets/public-key)";
  test.each([
    [
      "secret list",
      `failed to get secrets: HTTP 404: Not Found ${url}`,
      /no such repository.*gh auth refresh --hostname github\.com --scopes repo/,
    ],
    [
      "secret set",
      `failed to fetch public key: HTTP 403: Resource not accessible by personal access token ${url}`,
      /lacks a permission/,
    ],
    ["secret set", "HTTP 403: Must have admin rights to Repository.", /too few rights/],
    [
      "secret set",
      "HTTP 403: Resource protected by organization SAML enforcement.\nAuthorize in your web browser: https://github.com/orgs/acme/sso?authorization_request=A1",
      /open https:\/\/github\.com\/orgs\/acme\/sso\?authorization_request=A1, allow it/,
    ],
    ["secret set", "HTTP 401: Bad credentials", /gh auth login --hostname github\.com/],
    [
      "variable set",
      'unknown command "variable" for "gh"',
      /too old\. Update it \(2\.31 or newer\), or store the URL with --url-as secret/,
    ],
    ["secret set", "", /exit code 1/],
  ])("%s: %s", async (command, said, expected) => {
    const message = await messageOf({ failures: { [command]: said } });
    expect(message).toMatch(expected);
    expect(message).toMatch(new RegExp(`^gh ${command} failed for github\\.com/acme/widgets`));
    expect(message).not.toMatch(/\n|Zx8/);
  });
});

test("a gh that repeats the secret makes nobody see it", async () => {
  const message = await messageOf({ failures: { "secret set": `cannot store ${credentials.token}` } });
  expect(message).toContain("“cannot store ***”");
});
