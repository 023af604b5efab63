import { describe, expect, test } from "vitest";
import { apiError } from "../../instance/faults.ts";
import { consent } from "../../instance/oauth/consent.ts";
import { makeDesk } from "./desk.ts";
import { entries } from "./entries.ts";
import { run } from "./run.ts";

describe.each(entries)("without a terminal: $name", (target) => {
  // The fake browser is a shell script.
  test.skipIf(process.platform === "win32")("no question, no colour, the token alone on stdout", async () => {
    const desk = await makeDesk();
    const ended = run(target, [desk.instance.origin, "--browser", "--account", `@poster@${desk.host}`], desk.home);
    await fetch(await consent(desk.instance, await desk.home.opened()));
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(0);
    expect(await desk.isAlive(stdout.trim())).toBe(true);
    expect(stdout).toBe(`${stdout.trim()}\n`);
    expect(stderr).not.toContain("\u001b");
    expect(stderr).not.toContain(stdout.trim());
  });

  test("what would have to be asked is told before anything is asked of a server", async () => {
    const desk = await makeDesk();
    const { code, stdout, stderr } = await run(target, [desk.instance.origin], desk.home);
    expect(stderr).toMatch(/^There is no terminal to ask in, so say whose token it must be: .*--account .*\n$/);
    expect([code, stdout]).toEqual([2, ""]);
    expect(desk.instance.requests).toEqual([]);
  });

  test("a token that a server repeats in its answer is not said", async () => {
    const token = "a-token-that-nobody-may-see";
    const path = "/api/v1/accounts/verify_credentials";
    const desk = await makeDesk();
    desk.instance.fault({ path, times: Infinity, answer: apiError(401, `${token} is unknown`) });
    const { code, stdout, stderr } = await run(target, ["check", desk.instance.origin], desk.home, token);
    expect(stderr).toContain("*** is unknown");
    expect(stdout + stderr).not.toContain(token);
    expect(code).toBe(1);
  });

  test.each([
    [["--org", "a/b/c"], "--org is [HOST/]NAME, not a/b/c."],
    [["--repo", "nonsense"], "--repo is [HOST/]OWNER/NAME, not nonsense."],
    [["--secret-name", "GITHUB_TOKEN"], "--secret-name GITHUB_TOKEN cannot be used as a name"],
  ])("a place that cannot be is told first: %j", async (options, sentence) => {
    const desk = await makeDesk();
    const { code, stderr } = await run(target, [desk.instance.origin, "--yes", ...options], desk.home);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
    expect(desk.instance.requests).toEqual([]);
  });

  test.each([
    [["--help"], /^mastodon-token: /],
    [["login", "--help"], /^mastodon-token \[login\] INSTANCE/],
    [["app", "--help"], /^mastodon-token app/],
    [["check", "--help"], /^mastodon-token check/],
    [["revoke", "--help"], /^mastodon-token revoke/],
    [["--version"], /^\d+\.\d+\.\d+\n$/],
  ])("%j goes to stdout, no line longer than a terminal", async (args, expected) => {
    const { code, stdout, stderr } = await run(target, args, (await makeDesk()).home);
    expect(stdout).toMatch(expected);
    expect([code, stderr]).toEqual([0, ""]);
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
  });
});
