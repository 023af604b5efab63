import { EventEmitter, once } from "node:events";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { runInHost } from "./hosts.ts";
import { type SharedTime, sharedTime, sharesTime } from "./shared-time.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "time-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a module whose run has this body, which can print what happens when. */
function moduleOf(body: string): string {
  const path = join(mkdtempSync(join(folder, "run-")), "run.mjs");
  writeFileSync(
    path,
    `import http from "node:http";
    import { setTimeout as wait } from "node:timers/promises";
    const seconds = () => (Date.now() - process.env.BEGAN) / 1000;
    const say = (what) => console.log(what + " at " + seconds());
    // A connection for each request, as undici has them here.
    const ask = (path, signal) => new Promise((done, failed) => {
      const request = http.get(process.env.SERVER + path, { signal, agent: false }, (answer) => answer.resume().on("end", done));
      request.on("error", failed);
    });
    export async function run() { ${body} }`,
  );
  return path;
}

/** Runs it. @returns the lines that it printed */
async function run(time: SharedTime, module: string, env: Record<string, string> = {}): Promise<string[]> {
  const now = String(time.now().getTime());
  const job = { cwd: folder, env: { NODE_OPTIONS: sharesTime, RUN_TIME: now, BEGAN: now, ...env } };
  const { stdout, stderr } = await runInHost(module, job, time);
  expect(stderr).toBe("");
  return stdout.split("\n").slice(0, -1);
}

/** Answers each request after as many seconds as its path has. */
async function startServer(time: SharedTime, work = (seconds: number) => time.sleep(seconds * 1000, never)) {
  const server = http.createServer((request, response) => {
    void work(Number(request.url!.slice(1))).then(() => response.end());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
const never = new AbortController().signal;

test("who waits is there at once, and the time has passed", async () => {
  const time = sharedTime();
  const began = time.now().getTime();
  const body = `
    setTimeout(say, 90_000, "timer");
    const cleared = setTimeout(say, 1000, "cleared");
    clearTimeout(cleared);
    setTimeout(say, 7_200_000, "nobody waits for it").unref();
    await wait(3_600_000);
    say("wait");
    await wait(1000, undefined, { signal: AbortSignal.timeout(500) }).catch((error) => say(error.name));`;
  expect(await run(time, moduleOf(body))).toEqual(["timer at 90", "wait at 3600", "AbortError at 3600.5"]);
  expect(time.now().getTime() - began).toBe(3_600_500);
});

test("what is sooner happens: an answer, or the end of a patience", async () => {
  const time = sharedTime();
  const body = `
    await ask("59", AbortSignal.timeout(60_000));
    say("answer");
    await ask("61", AbortSignal.timeout(60_000)).catch((error) => say(error.name));`;
  const SERVER = await startServer(time);
  expect(await run(time, moduleOf(body), { SERVER })).toEqual(["answer at 59", "AbortError at 119"]);
});

test("no time passes while a server works, however often the run is asked whether it only waits", async () => {
  const time = sharedTime();
  const events = new EventEmitter();
  const isAsked = once(events, "asked three times");
  const SERVER = await startServer(time, async (seconds) => {
    await (seconds > 0 ? time.sleep(seconds * 1000, never) : isAsked);
  });
  const body = `
    setTimeout(say, 1000, "timer");
    const slow = ask("5").then(() => say("slow"));
    await ask("0");
    say("quick");
    await slow;`;
  let times = 0;
  const watched: SharedTime = {
    ...time,
    enter: (send) =>
      time.enter((message) => {
        send(message);
        times += 1;
        if (times === 3) events.emit("asked three times");
      }),
  };
  expect(await run(watched, moduleOf(body), { SERVER })).toEqual(["quick at 0", "timer at 1", "slow at 5"]);
});

test("a request that nobody waits for any more holds no time up, and lets none pass", async () => {
  const time = sharedTime();
  const SERVER = await startServer(time);
  const body = `
    await ask("600", AbortSignal.timeout(1000)).catch(() => say("given up"));
    for (let times = 0; times < 20; times += 1) await ask("0");
    say("quick");
    await ask("2");
    say("slow");`;
  expect(await run(time, moduleOf(body), { SERVER })).toEqual(["given up at 1", "quick at 1", "slow at 3"]);
});

test("runs at once have one time", async () => {
  const time = sharedTime();
  const SERVER = await startServer(time);
  const [one, other] = await Promise.all([
    run(time, moduleOf(`await wait(2000); say("one"); await ask("3"); say("one");`), { SERVER }),
    run(time, moduleOf(`await ask("1"); say("other"); await wait(5000); say("other");`), { SERVER }),
  ]);
  expect([one, other]).toEqual([
    ["one at 2", "one at 5"],
    ["other at 1", "other at 6"],
  ]);
});

test("a run whose wait is ended from outside goes on without time", async () => {
  const time = sharedTime();
  const busy = time.enter(() => {});
  // The timers of this module are Node's own, so that this is as a signal that comes meanwhile.
  const body = `
    const { setTimeout: later } = await import("node:timers");
    const stop = new AbortController();
    later(() => stop.abort(), 50).unref();
    await wait(60_000, undefined, { signal: stop.signal }).catch((error) => say(error.name));`;
  expect(await run(time, moduleOf(body))).toEqual(["AbortError at 0"]);
  busy.leave();
});

test("the next run in the same process begins anew", async () => {
  const module = moduleOf(`say("begin " + process.pid); setTimeout(say, 1000, "later").unref(); await wait(500);`);
  const time = sharedTime();
  const [first] = await run(time, module);
  const [second] = await run(time, module);
  expect(first).toMatch(/^begin \d+ at 0$/);
  expect(second).toBe(first);
});
