/**
 * Runs the action and the token command against real servers, which are installed from package registries into a cache
 * folder, started on loopback and stopped again. What they have then is read by Mastodon.py:
 *
 *   npm run test:real
 *   npm run test:real -- gotosocial
 *
 * What a server takes and this machine lacks (Go, Python, the network) is told in a line and is no failure; that the
 * product misbehaves is one.
 */
import { dist, runAction, source, type Target } from "../runner.ts";
import { files, jobs, type World } from "./jobs.ts";
import { failures, judge, printTable, tell, tryJobs } from "./judging.ts";
import { type Front, makeFolder, NotHere, openFront } from "./process.ts";
import { installReader, openReader } from "./reader.ts";
import { type Server, serverCache, servers } from "./servers.ts";
import { loginByCode, mastodonToken } from "./token-command.ts";

const EXTRAS = ["duplicate-check", "pin"];

console.log(`Servers are kept in ${serverCache}; building them takes minutes the first time.\n`);
const [wanted = ""] = process.argv.slice(2);
for (const server of servers.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()))) {
  const began = Date.now();
  try {
    for (const target of [source, dist]) await tryServer(server, target);
    console.log(`${server.name}: done in ${Math.round((Date.now() - began) / 1000)} s\n`);
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    console.log(`${server.name}: not tried, since ${error.message}\n`);
  }
}
printTable();
process.exitCode = failures() > 0 ? 1 : 0;

async function tryServer(server: Server, target: Target): Promise<void> {
  if (process.platform === "win32") throw new NotHere("ending what a server has started takes process groups");
  console.log(`${server.name}, ${target.name}`);
  await server.install();
  await installReader();
  const folder = makeFolder();
  const front = await openFront();
  let stop = async () => {};
  try {
    stop = await server.start(front, folder);
    const column = `${server.name.split(" ")[0]} ${target.name}`;
    const token = await tryTokenCommand(server, front, folder, target, column);
    if (token === "") return;
    await tryAction(server, front, folder, token, target, column);
    await stop();
    if (server.restartLimited) {
      stop = await server.restartLimited(front, folder);
      await tryLimit(front, token, target, column);
    } else tell("429", column, "cannot: it limits nobody", "");
  } finally {
    await stop();
    await front.close();
  }
}

/** Logs in by browser and by code, looks at the token, and ends one. @returns a token; empty when there is none */
async function tryTokenCommand(
  { person, username, cannot }: Server,
  { origin, host }: Front,
  home: string,
  target: Target,
  column: string,
): Promise<string> {
  const account = ["--account", `@${username}@${host}`];
  const { "login by code": byCode = null } = cannot;
  const login = ["login", origin, "--print", ...EXTRAS.flatMap((extra) => ["--with", extra])];
  const byBrowser = [...login, "--browser"];
  const made = await mastodonToken(target, [...byBrowser, ...account], { home, person });
  const token = made.stdout.trim();
  judge("login by browser", column, made.code === 0 && /^\S+$/.test(token), made.stderr);
  if (made.code !== 0) return "";
  const checked = await mastodonToken(target, ["check", origin, "--json"], { home, stdin: token });
  const { posting, media, "duplicate-check": look } = checked.code === 0 ? JSON.parse(checked.stdout) : {};
  const isRight = checked.code === 0 && [posting, media, look].every(({ verdict }) => verdict !== "no");
  judge("check", column, isRight, checked.stdout + checked.stderr);
  // A token for the wrong account is ended at once.
  const wrong = await mastodonToken(target, [...byBrowser, "--account", `@somebody@${host}`], { home, person });
  judge("login to another account", column, wrong.code === 1 && wrong.stdout === "", wrong.stderr);
  const other =
    byCode === null
      ? await loginByCode(target, [...login, "--no-browser", "--name", "Practice", ...account], { home, person })
      : { token: "", screen: "" };
  if (byCode === null) judge("login by code", column, other.token !== "", other.screen);
  else tell("login by code", column, `cannot: ${byCode}`, "");
  const ended = await mastodonToken(target, ["revoke", origin, "--yes"], { home, stdin: other.token || token });
  const isHonest = ended.code === 0 ? /Ended/.test(ended.stderr) : /still valid/.test(ended.stderr);
  const reason = ended.stderr.trim().split("\n").at(-1) ?? "";
  if (ended.code === 0 || !isHonest) judge("revoke", column, isHonest, ended.stderr);
  else tell("revoke", column, `cannot: ${reason}`, "");
  return token;
}

async function tryAction(
  server: Server,
  front: Front,
  home: string,
  token: string,
  target: Target,
  column: string,
): Promise<void> {
  const readOnly = await mastodonToken(
    target,
    [
      "login",
      front.origin,
      "--print",
      "--browser",
      "--scopes",
      "read",
      "--account",
      `@${server.username}@${front.host}`,
    ],
    { home, person: server.person },
  );
  const read = openReader(front.origin, token);
  const world: World = {
    ...runnerOf(front.origin, token, target, () => front.requests.splice(0)),
    read,
    visibility: "public",
    readOnlyToken: readOnly.stdout.trim() || null,
    bystander: server.bystander,
  };
  try {
    await tryJobs(
      jobs.filter(({ name }) => !server.lacks.includes(name)),
      world,
      server.cannot,
      column,
    );
  } finally {
    await read.close();
  }
}

/** More requests than an address may send: the step says so, and nothing is posted. */
async function tryLimit(front: Front, token: string, target: Target, column: string): Promise<void> {
  const read = openReader(front.origin, token);
  for (let requests = 0; requests < 25; requests += 1) await read.instance().catch(() => null);
  await read.close();
  const { run } = runnerOf(front.origin, token, target, () => []);
  const { outputs } = await run({ status: "Too many", timeout: "10 seconds" });
  const { result, reason = "" } = outputs;
  judge("429", column, result === "failed" && /rate limit|limiting requests/i.test(reason), `${result}: ${reason}`);
}

function runnerOf(
  origin: string,
  token: string,
  target: Target,
  requests: () => string[],
): Pick<World, "run" | "requests"> {
  return {
    requests,
    run(inputs, { event = "workflow_dispatch", env = {} } = {}) {
      requests();
      const all = { "instance-url": origin, "access-token": token, visibility: "public", ...inputs };
      // What is edited keeps its visibility.
      if (inputs["edit-status-id"] && inputs["edit-status-id"] !== "auto")
        delete (all as Record<string, string>).visibility;
      return runAction({ target, event, inputs: all, env, files });
    },
  };
}
