import { expect, onTestFinished, test } from "vitest";
import type { HandOverOptions } from "../../../src/token/arguments.ts";
import { type Credentials, handOver } from "../../../src/token/store/hand-over.ts";
import { masking } from "../../../src/token/terminal.ts";
import { type ForgejoOptions, startForgejoApi } from "../../forgejo-api.ts";
import { plainOptions, type ScriptedOptions, scripted } from "./scripted.ts";

const credentials: Credentials = {
  origin: "https://mastodon.example",
  token: "Zx8-the-access-token_0123456789abcdefghijkl",
  handle: "@poster@mastodon.example",
  software: "gotosocial",
  application: { name: "Practice", clientId: "the-client-id", clientSecret: "the-client-secret" },
};

async function start(options: Partial<ForgejoOptions> = {}) {
  const api = await startForgejoApi({ token: "right", repositories: ["acme/widgets"], ...options });
  onTestFinished(() => api.close());
  const store = async (more: Partial<HandOverOptions> = {}, surroundings: ScriptedOptions = {}) => {
    const run = scripted({ env: { FORGEJO_TOKEN: "right" }, ...surroundings });
    const options = { ...plainOptions, repo: `${api.host}/acme/widgets`, ...more };
    await handOver(credentials, options, null, { ...run, ...masking(run.terminal, run.http) });
    return run;
  };
  return { api, store };
}

test("the token as a secret, the URL as a variable", async () => {
  const { api, store } = await start();
  const run = await store();
  expect(Object.fromEntries(api.secrets)).toEqual({ "acme/widgets/MASTODON_ACCESS_TOKEN": credentials.token });
  expect(Object.fromEntries(api.variables)).toEqual({ "acme/widgets/MASTODON_URL": credentials.origin });
  expect(run.said[0]).toContain(`through the API of ${api.host}`);
});

test("an organization, on a server for members alone; names in small letters are the same names", async () => {
  const { api, store } = await start({ organizations: ["acme"], closed: true });
  await store({ repo: "", org: `${api.host}/acme`, secretName: "fedi_token" });
  expect(Object.fromEntries(api.secrets)).toEqual({ "acme/FEDI_TOKEN": credentials.token });
  await expect(store({ repo: "", org: `${api.host}/acme`, secretName: "Fedi_Token" })).rejects.toThrow(/already/);
});

test("a secret on a later page of the list is found, and overwritten only with --yes", async () => {
  const { api, store } = await start({ pageSize: 2 });
  for (const name of ["A", "B", "C", "D", "MASTODON_ACCESS_TOKEN"]) api.secrets.set(`acme/widgets/${name}`, "old");
  api.variables.set("acme/widgets/MASTODON_URL", "https://old.example");
  await expect(store()).rejects.toThrow(/the variable MASTODON_URL and the secret MASTODON_ACCESS_TOKEN already/);
  expect(api.secrets.get("acme/widgets/MASTODON_ACCESS_TOKEN")).toBe("old");
  const run = await store({ yes: true });
  expect(api.secrets.get("acme/widgets/MASTODON_ACCESS_TOKEN")).toBe(credentials.token);
  expect(api.variables.get("acme/widgets/MASTODON_URL")).toBe(credentials.origin);
  expect(run.said.at(-1)).toContain("https://mastodon.example/settings");
});

test("a server that cannot list its secrets: it is asked about, since nobody knows", async () => {
  const refuse = (method: string, path: string) =>
    method === "GET" && path.endsWith("/secrets") ? { status: 405, message: "Method Not Allowed" } : null;
  const { api, store } = await start({ refuse });
  await expect(store()).rejects.toThrow(/does not say whether it has the secret MASTODON_ACCESS_TOKEN already/);
  await store({}, { answers: [true] });
  expect(api.secrets.size).toBe(1);
});

test("a token is asked for where the environment has none", async () => {
  const { api, store } = await start();
  const run = await store({}, { env: {}, answers: ["right"] });
  expect(api.secrets.size).toBe(1);
  expect(run.said[0]).toContain(`http://${api.host}/user/settings/applications (scope write:repository)`);
  await expect(store({}, { env: {} })).rejects.toThrow(/There is none: set FORGEJO_TOKEN to one from/);
});

test.each<[string, Partial<HandOverOptions>, ScriptedOptions, RegExp]>([
  ["environments", { env: "prod" }, {}, /knows no environments\. Leave out --env/],
  ["Dependabot", { dependabot: true }, {}, /no Dependabot.*Leave out --dependabot/],
  ["a wrong token", {}, { env: { GITEA_TOKEN: "wrong" } }, /401 “token is required”.*scope write:repository/],
])("%s", async (_, more, surroundings, expected) => {
  const { api, store } = await start();
  await expect(store(more, surroundings)).rejects.toThrow(expected);
  expect([api.secrets.size, api.variables.size]).toEqual([0, 0]);
});

test.each([
  [
    403,
    "token does not have at least one of required scope(s): [write:repository]",
    /lacks the scope write:repository/,
  ],
  [404, "The target couldn't be found.", /name is wrong, its Actions are switched off/],
  [500, "", /problem of its own/],
])("refused with %s", async (status, message, expected) => {
  const { store } = await start({ refuse: (_, path) => (path.includes("/actions/") ? { status, message } : null) });
  await expect(store()).rejects.toThrow(expected);
});

test("a server that repeats what it was sent makes nobody see it", async () => {
  const token = "right-forgejo-token";
  const message = `bad data "${credentials.token}" from ${token}`;
  const refuse = (method: string) => (method === "PUT" ? { status: 400, message } : null);
  const { store } = await start({ token, refuse });
  await expect(store({}, { env: { FORGEJO_TOKEN: token } })).rejects.toThrow('400 “bad data "***" from ***”');
});
