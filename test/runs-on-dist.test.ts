import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { playAll, scenarios } from "./play-runs.ts";
import { dist, distOnOlder } from "./runner.ts";
import { makeDesk } from "./token/e2e/desk.ts";
import { allow } from "./token/e2e/person.ts";
import { keys, pty, startSession } from "./token/e2e/session.ts";

/**
 * What a runner gets is the source, bundled. Some scenarios show that all of its files can be loaded and work together:
 * of each group one at least, and together they load every file. With ALL_RUNS=1 all scenarios are played.
 */
const chosen = [
  "diagnosis/proxy-password",
  "diagnosis/server-error-503",
  "diagnosis/time-out",
  "edit/poll-closed-replaced",
  "edit/template",
  "environments/gitea",
  "environments/proxy-release-tag",
  "environments/proxy-rerun",
  "events/release-released-after-published",
  "inputs/everything-empty",
  "inputs/template-file-error",
  "media/four",
  "media/processed-later",
  "feed/on-the-web",
  "files/scheduled",
  "mentions/template",
  "once/lost-answer-absent",
  "once/pixelfed-taken-key",
  "once/timeout-upload",
  "pin/akkoma",
  "poll/poll",
  "quote/url",
  "release-published",
  "reply/url",
  "safety/hostile-inputs",
  "schedule/duration-in-words",
  "several/list",
  "text/dry-run-announcement",
  "text/thread",
];
const names = process.env.ALL_RUNS === "1" ? scenarios : chosen;

const lists = mkdtempSync(join(tmpdir(), "loads-"));
afterAll(() => rmSync(lists, { recursive: true, force: true }));

/** Where a run writes down what it loads (test/bench/record-loads.cjs). */
const listOf = (name: string) => join(lists, `${name.replaceAll("/", "-")}.json`);
const recorder = fileURLToPath(new URL("./bench/record-loads.cjs", import.meta.url));
const recorded = { ...dist, options: ["--require", recorder] };

describe("dist", () => {
  playAll(names, recorded, (name) => ({ LOADS: listOf(name) }));

  test.skipIf(pty === null)("the token command, from its first question to a stored secret", async () => {
    const desk = await makeDesk({ env: { LOADS: listOf("token") } });
    const target = { ...recorded, entry: join(dirname(dist.entry), "token.js") };
    const session = startSession(target, ["login", "--browser"], desk.home);
    await session.sees("Which instance is the account on?");
    session.type(`${desk.host}${keys.enter}`);
    await allow(desk, session);
    await session.sees("Shall workflows post as");
    session.type(keys.enter);
    await session.sees("Where shall the token go?");
    session.type(keys.enter);
    expect((await session.ended()).code).toBe(0);
    expect(await desk.isAlive(desk.stored()!)).toBe(true);
  });

  test.skipIf(pty === null)("the chosen scenarios and the token command load every file", () => {
    const played = [...chosen, "token"].map(listOf).filter(existsSync);
    const loaded = new Set(played.flatMap((list) => JSON.parse(readFileSync(list, "utf8")).files as string[]));
    const folder = dirname(dist.entry);
    const code = readdirSync(folder).filter((name) => name.endsWith(".js"));
    // Whoever adds a file to dist adds a scenario that loads it to `chosen`.
    expect(code.filter((name) => ![...loaded].some((url) => url.endsWith(`/dist/${name}`)))).toEqual([]);
  });
});

describe.skipIf(distOnOlder === null)(distOnOlder?.name ?? "dist on an older Node", () =>
  playAll(names, distOnOlder ?? dist),
);
