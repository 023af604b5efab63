import { describe, expect, onTestFinished, test } from "vitest";
import type { HandOverOptions } from "../../../src/token/arguments.ts";
import { type Credentials, HandOverError, handOver } from "../../../src/token/store/hand-over.ts";
import { installFakeGh } from "../../fake-gh.ts";
import { type GithubSecretsOptions, startGithubSecretsApi } from "../../github-secrets-api.ts";
import { plainOptions, type Scripted, type ScriptedOptions, scripted } from "./scripted.ts";

const credentials: Credentials = {
  origin: "https://mastodon.example",
  token: "Zx8-the-access-token_0123456789abcdefghijkl",
  handle: "@poster@mastodon.example",
  software: "mastodon",
  application: { name: "Practice", clientId: "the-client-id", clientSecret: "the-client-secret" },
};
const actions = "/repos/acme/widgets/actions";
const secretPath = `${actions}/secrets/MASTODON_ACCESS_TOKEN`;
const variablePath = `${actions}/variables/MASTODON_URL`;

async function start(options: Partial<GithubSecretsOptions> = {}) {
  const api = await startGithubSecretsApi({ token: "ghp_right", repositories: { "acme/widgets": 1 }, ...options });
  onTestFinished(() => api.close());
  const context = (more: ScriptedOptions = {}): Scripted =>
    scripted({ env: { GH_ENTERPRISE_TOKEN: "ghp_right", GH_TOKEN: "ghp_of_github.com" }, ...more });
  const store = (to: Scripted, more: Partial<HandOverOptions> = {}) =>
    handOver(credentials, { ...plainOptions, repo: `${api.host}/acme/widgets`, ...more }, null, to);
  return { api, context, store };
}

/** The message of what a promise is rejected with. */
const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "nothing was thrown",
    (error) => (error instanceof HandOverError ? error.message : String(error)),
  );

test("the token as a secret that only GitHub can read, the URL as a variable", async () => {
  const { api, context, store } = await start();
  const run = context();
  const handedOver = await store(run);
  expect(api.secrets).toEqual(new Map([[secretPath, { value: credentials.token }]]));
  expect(api.variables).toEqual(new Map([[variablePath, { value: credentials.origin }]]));
  expect(handedOver).toMatchObject({ kind: "stored", runs: "GitHub" });
  expect(run.printed).toEqual([]);
  expect(run.said).toEqual([
    `Stored in ${api.host}/acme/widgets, through the GitHub API: the variable MASTODON_URL, the secret MASTODON_ACCESS_TOKEN.`,
  ]);
  expect(JSON.stringify(api.requests)).not.toContain(credentials.token);
});

test("a GitHub CLI without a login of its own is passed by, and the token of the environment is not shown to it", async () => {
  const { api, context, store } = await start();
  const gh = installFakeGh({ hosts: [] });
  const run = context({ env: { ...gh.env, GH_ENTERPRISE_TOKEN: "ghp_right", GH_TOKEN: "ghp_of_github.com" } });
  await store(run);
  expect(run.said[0]).toContain("through the GitHub API");
  expect(api.secrets.size).toBe(1);
  expect(gh.calls().map(({ args }) => args.slice(0, 2).join(" "))).toEqual(["auth status"]);
  expect(JSON.stringify(gh.calls())).not.toContain("ghp_");
});

test("the token for github.com goes to no other server", async () => {
  const { api, context, store } = await start();
  expect(await messageOf(store(context({ env: { GH_TOKEN: "ghp_of_github.com" } })))).toMatch(
    /^To store anything on 127\.0\.0\.1:\d+, a token for 127\.0\.0\.1:\d+ is needed\. There is none: .* set GH_ENTERPRISE_TOKEN /,
  );
  expect(api.requests.map(({ authorization }) => authorization).join("")).toBe("");
});

test("in a terminal, a missing token is asked for", async () => {
  const { api, context, store } = await start();
  const paste = `Paste a token for ${api.host}`;
  await store(context({ env: {}, answers: [paste, "ghp_right"] }));
  expect(api.secrets.get(secretPath)?.value).toBe(credentials.token);
});

test("both as secrets, under names of one's own", async () => {
  const { api, context, store } = await start();
  await store(context(), { urlAs: "secret", secretName: "FEDI_TOKEN", variableName: "FEDI_URL" });
  expect(Object.fromEntries([...api.secrets].map(([path, { value }]) => [path, value]))).toEqual({
    [`${actions}/secrets/FEDI_URL`]: credentials.origin,
    [`${actions}/secrets/FEDI_TOKEN`]: credentials.token,
  });
  expect(api.variables.size).toBe(0);
});

test("an environment, with a name that needs escaping", async () => {
  const { api, context, store } = await start({ environments: ["acme/widgets/prod/eu west"] });
  const run = context();
  await store(run, { env: "prod/eu west" });
  const inside = "/repos/acme/widgets/environments/prod%2Feu%20west";
  expect([...api.secrets.keys(), ...api.variables.keys()]).toEqual([
    `${inside}/secrets/MASTODON_ACCESS_TOKEN`,
    `${inside}/variables/MASTODON_URL`,
  ]);
  expect(run.said[0]).toContain("/acme/widgets, environment prod/eu west,");
});

test("Dependabot's secrets beside the others", async () => {
  const { api, context, store } = await start();
  await store(context(), { dependabot: true, urlAs: "secret" });
  expect([...api.secrets].map(([path, { value }]) => [path, value])).toEqual([
    [`${actions}/secrets/MASTODON_URL`, credentials.origin],
    ["/repos/acme/widgets/dependabot/secrets/MASTODON_URL", credentials.origin],
    [secretPath, credentials.token],
    ["/repos/acme/widgets/dependabot/secrets/MASTODON_ACCESS_TOKEN", credentials.token],
  ]);
});

describe("an organization", () => {
  const organization = { organizations: ["acme"], repositories: { "acme/widgets": 11, "acme/gears": 12 } };
  const secretOf = "/orgs/acme/actions/secrets/MASTODON_ACCESS_TOKEN";

  test.each([
    ["private unless said otherwise", {}, { visibility: "private" }],
    ["all", { orgVisibility: "all" as const }, { visibility: "all" }],
    ["selected, by name", { repos: ["widgets", "acme/gears"] }, { visibility: "selected", repositories: [11, 12] }],
  ])("%s", async (_, more, readers) => {
    const { api, context, store } = await start(organization);
    await store(context(), { repo: "", org: `${api.host}/acme`, ...more });
    expect(api.secrets.get(secretOf)).toEqual({ value: credentials.token, ...readers });
    expect(api.variables.get("/orgs/acme/actions/variables/MASTODON_URL")).toEqual({
      value: credentials.origin,
      ...readers,
    });
  });

  test("a selected repository that is not there: nothing is stored", async () => {
    const { api, context, store } = await start(organization);
    const message = await messageOf(store(context(), { repo: "", org: `${api.host}/acme`, repos: ["gone"] }));
    expect(message).toContain("404 “Not Found” (GET /repos/acme/gone)");
    expect([api.secrets.size, api.variables.size]).toEqual([0, 0]);
  });
});

describe("nothing is overwritten without a question", () => {
  const full = async () => {
    const started = await start();
    started.api.secrets.set(secretPath, { value: "an old token" });
    started.api.variables.set(variablePath, { value: "https://old.example" });
    return started;
  };

  test("without a terminal it is an error that names --yes", async () => {
    const { api, context, store } = await full();
    const message = await messageOf(store(context()));
    expect(message).toMatch(
      /has the variable MASTODON_URL and the secret MASTODON_ACCESS_TOKEN already\. Nothing was overwritten: give --yes/,
    );
    expect(api.secrets.get(secretPath)?.value).toBe("an old token");
    expect(api.variables.get(variablePath)?.value).toBe("https://old.example");
  });

  test("--yes overwrites, and tells where to end the old token", async () => {
    const { api, context, store } = await full();
    const run = context();
    expect(await store(run, { yes: true })).toMatchObject({ kind: "stored" });
    expect(api.secrets.get(secretPath)?.value).toBe(credentials.token);
    expect(api.variables.get(variablePath)?.value).toBe(credentials.origin);
    expect(run.said.at(-1)).toBe(
      "The token that was there before still works. End it under Preferences › Account › Authorized apps: https://mastodon.example/oauth/authorized_applications",
    );
  });

  test("so does a yes in the terminal", async () => {
    const { api, context, store } = await full();
    await store(context({ answers: [true] }));
    expect(api.secrets.get(secretPath)?.value).toBe(credentials.token);
  });

  test("a no leads back to the choice, and the token can still be printed", async () => {
    const { api, context, store } = await full();
    const run = context({ answers: [false, "Print the token here"] });
    expect(await store(run)).toMatchObject({ kind: "printed" });
    expect(run.printed).toEqual([credentials.token]);
    expect(api.secrets.get(secretPath)?.value).toBe("an old token");
  });

  test("a variable that says the same already is no reason to ask", async () => {
    const { api, context, store } = await start();
    api.variables.set(variablePath, { value: credentials.origin });
    await store(context());
    expect(api.secrets.get(secretPath)?.value).toBe(credentials.token);
    expect(api.requests.filter(({ method }) => method === "PATCH" || method === "POST")).toEqual([]);
  });
});

describe("each refusal in one line with its cure", () => {
  const saml = { "x-github-sso": "required; url=https://github.com/orgs/acme/sso?authorization_request=A1" };
  test.each([
    [
      "a permission is missing",
      {
        status: 403,
        message: "Resource not accessible by personal access token",
        headers: { "x-accepted-github-permissions": "secrets=write" },
      },
      /lacks a permission \(it wants secrets=write\).*“Secrets” and “Variables”: read and write: http/,
    ],
    [
      "a workflow's own token",
      { status: 403, message: "Resource not accessible by integration" },
      /can never store secrets/,
    ],
    [
      "single sign-on",
      { status: 403, message: "Resource protected by organization SAML enforcement.", headers: saml },
      /open https:\/\/github\.com\/orgs\/acme\/sso\?authorization_request=A1, allow it, and run this again/,
    ],
    [
      "a rule of the organization",
      { status: 403, message: "`acme` forbids access via a personal access token (classic)." },
      /acme has a rule against this kind of token/,
    ],
    [
      "no admin",
      { status: 403, message: "Must have admin rights to Repository." },
      /too few rights there\. Ask an owner of acme/,
    ],
    ["archived", { status: 403, message: "Repository was archived so is read-only." }, /Unarchive it/],
    ["too many requests", { status: 403, message: "API rate limit exceeded for user ID 1." }, /again in an hour/],
    ["an outage", { status: 502, message: "Server Error" }, /problem of its own/],
    ["renamed", { status: 301, message: "Moved Permanently" }, /renamed or moved/],
  ])("%s", async (_, refusal, expected) => {
    const { api, context, store } = await start({ refuse: () => refusal });
    const message = await messageOf(store(context()));
    expect(message).toMatch(expected);
    expect(message).toContain(`${refusal.status} “${refusal.message}”`);
    expect(message).not.toMatch(/\n|ghp_|Zx8/);
    expect([api.secrets.size, api.variables.size]).toEqual([0, 0]);
  });

  test("a dead token", async () => {
    const { context, store } = await start();
    expect(await messageOf(store(context({ env: { GH_ENTERPRISE_TOKEN: "ghp_dead" } })))).toMatch(
      /401 “Bad credentials” .* expired, revoked or cut off/,
    );
  });

  test("no such repository, no such environment, no such organization", async () => {
    const { api, context, store } = await start();
    expect(await messageOf(store(context(), { repo: `${api.host}/acme/gone` }))).toMatch(/no such repository/);
    expect(await messageOf(store(context(), { env: "prod" }))).toMatch(
      /There is no environment prod, or .*“Environments”/,
    );
    expect(await messageOf(store(context(), { repo: "", org: `${api.host}/gone` }))).toMatch(/no organization gone/);
  });

  test("a classic token without the scope", async () => {
    const { context, store } = await start({
      refuse: () => ({ status: 404, message: "Not Found", headers: { "x-oauth-scopes": "public_repo, gist" } }),
    });
    const message = await messageOf(store(context()));
    expect(message).toContain("needs the scope repo; this one has public_repo, gist");
  });

  test("nobody there", async () => {
    const message = await messageOf(
      handOver(credentials, { ...plainOptions, repo: "127.0.0.1:1/acme/widgets" }, null, scripted()),
    );
    expect(message).toMatch(/^127\.0\.0\.1:1 is neither GitHub nor Forgejo nor Gitea/);
  });
});

describe("a failure loses no token", () => {
  test("in a terminal: once more, elsewhere, printed", async () => {
    let failures = 1;
    const { api, context } = await start({
      repositories: { "acme/widgets": 1, "acme/gears": 2 },
      refuse: (method) => (method === "PUT" && failures-- > 0 ? { status: 502, message: "Server Error" } : null),
    });
    const run = context({
      answers: [
        "A repository",
        `${api.host}/acme/gone`,
        "Store it elsewhere",
        "A repository",
        `${api.host}/acme/gears`,
        "Try again",
      ],
    });
    await handOver(credentials, plainOptions, null, run);
    expect([...api.secrets.keys()]).toEqual(["/repos/acme/gears/actions/secrets/MASTODON_ACCESS_TOKEN"]);
    expect(run.said.join("\n")).not.toContain(credentials.token);
  });

  test("left to itself it says that the token is nowhere", async () => {
    const { api, context, store } = await start({
      refuse: (method) => (method === "PUT" ? { status: 502, message: "Server Error" } : null),
    });
    await expect(store(context({ answers: ["Leave it"] }))).rejects.toMatchObject({ isStored: false });
    await expect(store(context())).rejects.toMatchObject({ isStored: false });
    expect(api.secrets.size).toBe(0);
  });

  test("what is half stored is told, and not done twice", async () => {
    let isBroken = true;
    const { api, context, store } = await start({
      refuse: (method, path) =>
        isBroken && method === "PUT" && path.includes("dependabot") ? { status: 502, message: "Server Error" } : null,
    });
    await expect(store(context(), { dependabot: true })).rejects.toMatchObject({ isStored: true });
    api.secrets.clear();
    const run = context({ answers: ["Leave it"] });
    await expect(store(run, { dependabot: true })).rejects.toMatchObject({ isStored: true });

    api.secrets.clear();
    const again = context({ answers: ["Try again"] });
    const say = again.terminal.say;
    again.terminal.say = (text) => {
      isBroken = false;
      say(text);
    };
    await store(again, { dependabot: true });
    expect(api.secrets.size).toBe(2);
    expect(again.asked).toHaveLength(1);
  });
});

test.each([
  ["--repo", { repo: "widgets" }, /--repo is \[HOST\/\]OWNER\/NAME, not widgets/],
  ["--org", { org: "a/b/c" }, /--org is \[HOST\/\]NAME/],
  ["--secret-name", { secretName: "GITHUB_THING" }, /--secret-name GITHUB_THING cannot be used as a name/],
  ["--variable-name", { variableName: "MY-URL" }, /--variable-name MY-URL cannot be used as a name/],
  ["both names", { urlAs: "secret" as const, variableName: "mastodon_access_token" }, /one would overwrite the other/],
])("a place that cannot be: %s", async (_, more, expected) => {
  await expect(handOver(credentials, { ...plainOptions, ...more }, null, scripted())).rejects.toThrow(expected);
});
