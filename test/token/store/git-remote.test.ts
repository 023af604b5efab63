import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  parseAddress,
  parseOrganization,
  parseRemotes,
  parseRepository,
  placeName,
  remotesOf,
} from "../../../src/token/store/destination.ts";

describe("an address of git leads to a repository", () => {
  test.each([
    ["https://github.com/nodejs/undici.git", "github.com/nodejs/undici"],
    ["https://github.com/nodejs/undici", "github.com/nodejs/undici"],
    ["https://github.com/nodejs/undici/", "github.com/nodejs/undici"],
    ["https://x-access-token:ghs_secret@github.com/nodejs/undici.git", "github.com/nodejs/undici"],
    ["git@github.com:nodejs/undici.git", "github.com/nodejs/undici"],
    ["github.com:nodejs/undici", "github.com/nodejs/undici"],
    ["ssh://git@github.com/nodejs/undici.git", "github.com/nodejs/undici"],
    ["ssh://git@ssh.github.com:443/nodejs/undici.git", "github.com/nodejs/undici"],
    ["git+ssh://git@GitHub.com/nodejs/undici.git", "github.com/nodejs/undici"],
    ["git://github.com/nodejs/undici.git", "github.com/nodejs/undici"],
    ["ssh://git@codeberg.org:2222/forgejo/forgejo.git", "codeberg.org/forgejo/forgejo"],
    ["git@ghe.example.com:team/thing.js.git", "ghe.example.com/team/thing.js"],
    ["http://127.0.0.1:3000/owner/name", "127.0.0.1:3000/owner/name"],
    ["https://git.example.org:8443/owner/name.git", "git.example.org:8443/owner/name"],
  ])("%s", (address, place) => {
    const repository = parseAddress(address);
    expect(repository && placeName(repository)).toBe(place);
  });

  test.each([
    "/srv/git/name.git",
    "../name",
    "C:\\code\\name",
    "C:/code/name",
    "file:///srv/git/name.git",
    "git@github-work:nodejs/undici.git",
    "https://gitlab.com/group/subgroup/name.git",
    "https://gist.github.com/1234.git",
    "https://example.org/~user/name/..",
    "git@github.com:nodejs/$(reboot).git",
    "",
  ])("%s leads to none", (address) => expect(parseAddress(address)).toBeNull());
});

test.each([
  ["nodejs/undici", "github.com/nodejs/undici"],
  ["codeberg.org/forgejo/forgejo", "codeberg.org/forgejo/forgejo"],
  ["https://github.com/nodejs/undici", "github.com/nodejs/undici"],
  ["git@github.com:nodejs/undici.git", "github.com/nodejs/undici"],
])("--repo %s", (text, place) => {
  const repository = parseRepository(text, "github.com");
  expect(repository && placeName(repository)).toBe(place);
});

test.each(["undici", "a/b/c/d", "nodejs/", "nodejs/un dici", "nodejs/../etc", "-x/y?z", "a b/c/d"])(
  "--repo %s is none",
  (text) => expect(parseRepository(text, "github.com")).toBeNull(),
);

test("--org", () => {
  expect(placeName(parseOrganization("acme", "github.com")!)).toBe("the organization github.com/acme");
  expect(placeName(parseOrganization("ghe.example.com/acme", "github.com")!)).toBe(
    "the organization ghe.example.com/acme",
  );
  expect(parseOrganization("acme/widgets/more", "github.com")).toBeNull();
});

test("the remotes in the order in which they are offered, each place once", () => {
  const lines = [
    "backup\tgit@codeberg.org:me/widgets.git (fetch)",
    "backup\tgit@codeberg.org:me/widgets.git (push)",
    "elsewhere\t/srv/git/widgets.git (fetch)",
    "mine\thttps://github.com/me/Widgets (fetch)",
    "upstream\thttps://github.com/acme/widgets.git (fetch)",
    "origin\tgit@github.com:me/widgets.git (fetch)",
    "origin\tgit@github.com:me/widgets.git (push)",
  ];
  const remotes = parseRemotes(lines.join("\n"));
  expect(remotes.map(({ names, repository }) => `${names} ${placeName(repository)}`)).toEqual([
    "mine,origin github.com/me/Widgets",
    "upstream github.com/acme/widgets",
    "backup codeberg.org/me/widgets",
  ]);
});

describe("git itself", () => {
  const variable = (name: string) => process.env[name] ?? "";

  test("names the remotes of a clone", async () => {
    const folder = mkdtempSync(join(tmpdir(), "clone-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    execFileSync("git", ["init", "--quiet", folder]);
    execFileSync("git", ["-C", folder, "remote", "add", "origin", "git@github.com:nodejs/undici.git"]);
    const [remote, ...more] = await remotesOf({ folder, variable });
    expect(placeName(remote!.repository)).toBe("github.com/nodejs/undici");
    expect(more).toEqual([]);
  });

  test("a folder that is no clone has none, nor a machine without git", async () => {
    const folder = mkdtempSync(join(tmpdir(), "plain-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    expect(await remotesOf({ folder, variable })).toEqual([]);
    expect(await remotesOf({ folder, variable: () => "" })).toEqual([]);
  });
});
