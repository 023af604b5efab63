import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Credentials, handOver } from "../../../src/token/store/hand-over.ts";
import { CancelledError } from "../../../src/token/terminal.ts";
import { startForgejoApi } from "../../forgejo-api.ts";
import { leave, plainOptions, scripted } from "./scripted.ts";

const credentials: Credentials = {
  origin: "https://mastodon.example",
  token: "Zx8-the-access-token_0123456789abcdefghijkl",
  handle: "@poster@mastodon.example",
  software: "mastodon",
  application: { name: "Practice", clientId: "the-client-id", clientSecret: "the-client-secret" },
};

test.each([
  ["piped", {}],
  ["--print, although a place is named", { print: true, repo: "acme/widgets" }],
])("%s: the token alone on stdout, once", async (_, more) => {
  const run = scripted();
  expect(await handOver(credentials, { ...plainOptions, ...more }, null, run)).toMatchObject({ kind: "printed" });
  expect(run.printed).toEqual([credentials.token]);
  expect(run.said.join("\n")).toContain("@poster@mastodon.example");
  expect(run.said.join("\n")).not.toContain(credentials.token);
});

test("--print asks nothing in a terminal either", async () => {
  const run = scripted({ answers: [] });
  await handOver(credentials, { ...plainOptions, print: true }, null, run);
  expect(run.printed).toEqual([credentials.token]);
});

test("the folder's own repository is offered first, and taken", async () => {
  const forgejo = await startForgejoApi({ token: "right", repositories: ["acme/widgets"] });
  onTestFinished(() => forgejo.close());
  const folder = mkdtempSync(join(tmpdir(), "clone-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args]);
  git("init", "--quiet");
  git("remote", "add", "fork", "git@github.com:me/widgets.git");
  git("remote", "add", "origin", `http://user:password@${forgejo.host}/acme/widgets.git`);

  const run = scripted({
    folder,
    env: { PATH: process.env.PATH!, FORGEJO_TOKEN: "right" },
    answers: [`${forgejo.host}/acme/widgets`, true],
  });
  await handOver(credentials, plainOptions, null, run);
  expect(run.asked).toEqual([
    `Where shall the token go? ${forgejo.host}/acme/widgets | github.com/me/widgets | Another repository | Nowhere: print it here, once`,
    `Send your token in FORGEJO_TOKEN to ${forgejo.host}?`,
  ]);
  expect(Object.fromEntries(forgejo.secrets)).toEqual({ "acme/widgets/MASTODON_ACCESS_TOKEN": credentials.token });
});

test("without a remote a repository is asked for until it is one", async () => {
  const forgejo = await startForgejoApi({ token: "right", repositories: ["acme/widgets"] });
  onTestFinished(() => forgejo.close());
  const answers = ["A repository", "widgets", `${forgejo.host}/acme/widgets`];
  const run = scripted({ env: { FORGEJO_TOKEN: "right" }, answers });
  await handOver(credentials, plainOptions, null, run);
  expect(run.said[0]).toMatch(/^That is not a repository/);
  expect(forgejo.secrets.size).toBe(1);
});

test("printed by choice", async () => {
  const run = scripted({ answers: ["Nowhere: print it here, once"] });
  expect(await handOver(credentials, plainOptions, null, run)).toMatchObject({ kind: "printed" });
  expect(run.printed).toEqual([credentials.token]);
});

test("Ctrl-C is handed on, and nothing was printed", async () => {
  const run = scripted({ answers: [leave] });
  await expect(handOver(credentials, plainOptions, null, run)).rejects.toThrow(CancelledError);
  expect(run.printed).toEqual([]);
});
