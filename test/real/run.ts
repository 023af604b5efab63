/**
 * Runs the action and the token command against real servers, which are installed from package registries into a cache
 * folder, started on loopback and stopped again:
 *
 *   npm run test:real
 *   npm run test:real -- gotosocial
 *
 * What a server takes and this machine lacks (Go, Python, the network) is told in a line and is no failure; that the
 * product misbehaves is one. Where the practice instance answers otherwise than the real server, a line tells that too.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import type { Profile } from "../instance/profiles.ts";
import { startInstance } from "../instance/server.ts";
import { commandsIn, dist, type Outcome, runAction, source, type Target } from "../runner.ts";
import { type Check, checks, picture, type Seen, type World } from "./checks.ts";
import { type Front, makeFolder, NotHere, openFront } from "./process.ts";
import { type Server, serverCache, servers } from "./servers.ts";
import { mastodonToken } from "./token-command.ts";

const EXTRAS = ["duplicate-check", "pin"];
const SCOPES = ["write:statuses", "write:media", "profile", "read:statuses", "write:accounts"];

let failures = 0;
console.log(`Servers are kept in ${serverCache}; installing them takes minutes the first time.\n`);
const [wanted = ""] = process.argv.slice(2);
for (const server of servers.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()))) {
  const began = Date.now();
  try {
    await tryServer(server);
    console.log(`${server.name}: done in ${Math.round((Date.now() - began) / 1000)} s\n`);
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    console.log(`${server.name}: not tried, since ${error.message}\n`);
  }
}
process.exitCode = failures > 0 ? 1 : 0;

async function tryServer(server: Server): Promise<void> {
  if (process.platform === "win32") throw new NotHere("ending what a server has started takes process groups");
  console.log(server.name);
  await server.install();
  const folder = makeFolder();
  const front = await openFront();
  let stop = async () => {};
  try {
    stop = await server.start(front, folder);
    for (const target of targets()) {
      const token = await tryTokenCommand(server, front, folder, target);
      if (token !== "") await tryAction(server, front, token, target);
    }
  } finally {
    await stop();
    await front.close();
  }
}

/** Logs in and looks at the token. @returns the token; empty when there is none */
async function tryTokenCommand(
  { person, username }: Server,
  { origin, host }: Front,
  home: string,
  target: Target,
): Promise<string> {
  const account = ["--account", `@${username}@${host}`];
  const login = ["login", origin, "--browser", "--print", ...EXTRAS.flatMap((extra) => ["--with", extra])];
  const made = await mastodonToken(target, [...login, ...account], { home, person });
  const token = made.stdout.trim();
  tell(`${target.name}: token command, login`, made.code === 0 && /^\S+$/.test(token), made.stderr);
  if (made.code !== 0) return "";
  const checked = await mastodonToken(target, ["check", origin, "--json"], { home, stdin: token });
  const { posting, media } = checked.code === 0 ? JSON.parse(checked.stdout) : {};
  const isRight = checked.code === 0 && [posting, media].every(({ verdict }) => verdict !== "no");
  tell(`${target.name}: token command, check`, isRight, checked.stdout + checked.stderr);
  // A token for the wrong account is ended at once.
  const wrong = await mastodonToken(target, [...login, "--account", `@somebody@${host}`], { home, person });
  const isEnded =
    wrong.code === 1 && wrong.stdout === "" && wrong.stderr.includes("The token that was just made is ended.");
  tell(`${target.name}: token command, another account`, isEnded, wrong.stderr);
  return token;
}

/** The built action too, if it is what the source builds. */
function targets(): Target[] {
  const folder = fileURLToPath(new URL("../../src", import.meta.url));
  const changed = readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
    (path) => statSync(join(folder, path)).mtimeMs,
  );
  const isFresh = existsSync(dist.entry) && statSync(dist.entry).mtimeMs >= Math.max(...changed);
  if (!isFresh) console.log("  dist is older than src, and not tried");
  return isFresh ? [source, dist] : [source];
}

async function tryAction({ profile, lacks }: Server, front: Front, token: string, target: Target): Promise<void> {
  const world = worldOf(front.origin, token, target, () => front.requests.splice(0));
  const practice = profile && target === source ? await practise(profile) : null;
  try {
    for (const check of checks) {
      const seen = await see(check, world);
      const isAsAsked = isDeepStrictEqual(seen.stored, seen.asked);
      // What a server cannot do must be said, and clearly.
      const isTold = seen.said.length > 0 && !seen.results.includes("unknown");
      const isRight = lacks.includes(check.name) ? !isAsAsked && isTold : isAsAsked;
      tell(`${target.name}: ${check.name}`, isRight, inWords(seen));
      if (practice && !lacks.includes(check.name)) tellDifference(seen, await see(check, practice.world));
    }
  } finally {
    await practice?.close();
  }
}

/** The practice instance as this server, with an account and a token of the same kind. */
async function practise(profile: Profile): Promise<{ world: World; close(): Promise<void> }> {
  const instance = await startInstance({ profile });
  const token = instance.createToken({ scopes: SCOPES });
  const requests = () => instance.requests.splice(0).map(({ method, path }) => `${method} ${path}`);
  return { world: worldOf(instance.origin, token, source, requests), close: () => instance.close() };
}

function worldOf(origin: string, token: string, target: Target, requests: () => string[]): World {
  return {
    requests,
    run(inputs, { event = "workflow_dispatch", env = {} } = {}) {
      requests();
      const all = { "instance-url": origin, "access-token": token, ...inputs };
      return runAction({ target, event, inputs: all, env, files: { "photo.png": picture() } });
    },
    async ask(path) {
      const headers = { authorization: `Bearer ${token}`, "user-agent": "test" };
      const answer = await fetch(origin + path, { headers });
      if (!answer.ok) throw new Error(`GET ${path} is a ${answer.status}: ${await answer.text()}`);
      return answer.json();
    },
  };
}

interface Sight extends Seen {
  /** How each run ended. */
  results: (string | undefined)[];
  /** Warnings and errors, without what changes from run to run. */
  said: string[];
}

async function see(check: Check, world: World): Promise<Sight> {
  const outcomes: Outcome[] = [];
  const run: World["run"] = async (inputs, more) => {
    const outcome = await world.run(inputs, more);
    outcomes.push(outcome);
    return outcome;
  };
  const told = await check
    .attempt({ ...world, run })
    .catch((error: Error) => ({ asked: "no error", stored: error.message }));
  const said = outcomes.flatMap(({ stdout, stderr }) => [
    ...commandsIn(stdout).flatMap(({ name, rest }) => (["warning", "error"].includes(name) ? [`${name}${rest}`] : [])),
    ...(stderr === "" ? [] : [`crash: ${stderr}`]),
  ]);
  return { ...told, results: outcomes.map(({ outputs }) => outputs.result), said: said.map(steady) };
}

/** Takes out of a line what differs from run to run: where the server is, ids, times. */
function steady(line: string): string {
  return line
    .replaceAll(/127\.0\.0\.1:\d+/g, "social.example")
    .replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, "‹id›")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "‹time›");
}

function inWords({ asked, stored, said }: Sight): string {
  return [`asked  ${JSON.stringify(asked)}`, `found  ${JSON.stringify(stored)}`, ...said].join("\n");
}

function tell(what: string, isRight: boolean, details: string): void {
  console.log(`  ${isRight ? "ok    " : "FAILED"}  ${what}`);
  if (isRight) return;
  failures += 1;
  console.log(details.trim().replaceAll(/^/gm, "            "));
}

/** A finding about the practice instance, not about the product. */
function tellDifference(real: Sight, practice: Sight): void {
  const [here, there] = [real, practice].map(({ stored, said }) =>
    steady([JSON.stringify(stored), ...said].join("\n")).replaceAll(/^/gm, "            "),
  );
  if (here === there) return;
  console.log(`          The practice instance differs. The server:\n${here}\n          It:\n${there}`);
}
