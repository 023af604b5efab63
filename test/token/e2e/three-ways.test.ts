import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { readArguments } from "../../../src/token/arguments.ts";
import { startInstance } from "../../instance/server.ts";
import { entries } from "./entries.ts";
import { makeHome } from "./home.ts";
import { run } from "./run.ts";

// The three ways to a token that docs/token.md shows.

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const section = read("docs/token.md");

test("its commands are understood", () => {
  const commands = [...section.matchAll(/^npx github:[\w-]+\/mastodon-status-action (.*)$/gm)].map(([, args]) =>
    readArguments(args!.split(" ")),
  );
  expect(commands.map(({ command }) => command)).toEqual(["login", "check"]);
  for (const option of ["--repo OWNER/NAME", "--env NAME", "--org NAME", "--with duplicate-check", "--with pin"]) {
    expect(section).toContain(`\`${option}\``);
    expect(readArguments(["login", ...option.split(" ")]).command).toBe("login");
  }
});

test.each(entries)("by hand, and checked: the scopes to tick are enough, by $name", async (target) => {
  const [, ticked = ""] = /^1\. ([\s\S]*?)A token's scopes/m.exec(section)!;
  const scopes = [...ticked.matchAll(/`([\w:]+)`/g)].map(([, scope]) => scope!);
  expect(scopes).toEqual(["profile", "write:statuses", "write:media"]);
  const instance = await startInstance();
  onTestFinished(() => instance.close());
  const { code, stdout } = await run(target, ["check", instance.origin], makeHome(), instance.createToken({ scopes }));
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Account\s+@poster@.*$/m);
  expect(stdout).toMatch(/^Posting\s+yes$/m);
  expect(stdout).toMatch(/^Media\s+yes$/m);
  expect(stdout).toMatch(/^Duplicate check\s+yes: of public posts only/m);
});
