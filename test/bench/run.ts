// What a whole run costs: `npm run bench`, or `npm run bench -- --pairs 50 --only pairs`.
//
// Each program is a process of its own on Node 24, from its start to its end, against a server on loopback that is
// another process. Two programs run in turn (A B A B) and the ratio is taken pair by pair, so that a busy machine slows
// both sides alike. The ratios are what counts; the milliseconds are this machine's.
import { execFileSync, fork } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { announce } from "./announce.ts";
import { growth } from "./growth.ts";
import { showLoaded } from "./loaded.ts";
import { type Cost, measurePairs, type Program, spread } from "./measure.ts";

const parts = ["pairs", "loaded", "growth"] as const;
const { values } = parseArgs({ options: { pairs: { type: "string", default: "30" }, only: { type: "string" } } });
const pairs = Number(values.pairs);
const wanted = parts.filter((part) => values.only === undefined || values.only === part);

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const home = mkdtempSync(join(tmpdir(), "bench-home-"));
const server = fork(here("./server.ts"));
const say = (line = "") => process.stdout.write(`${line}\n`);

try {
  const { ports } = await heard<{ ports: [number, number] }>();
  const origins = { http: `http://127.0.0.1:${ports[0]}`, https: `https://127.0.0.1:${ports[1]}` };
  if (wanted.includes("pairs")) for (const origin of Object.values(origins)) await comparePrograms(origin);
  if (wanted.includes("loaded")) await showLoaded(origins.http, home, say);
  if (wanted.includes("growth")) await growth(origins.http, home, Math.min(pairs, 10), say);
} finally {
  server.disconnect();
  rmSync(home, { recursive: true, force: true });
}

async function comparePrograms(origin: string): Promise<void> {
  const scheme = new URL(origin).protocol.slice(0, -1);
  const env = { BENCH_URL: origin, BENCH_TOKEN: "bench-token-0123456789", NODE_EXTRA_CA_CERTS: here("../tls/ca.pem") };
  const script = (name: string, file: string): Program => ({ name, run: { node: here(file) }, env });
  const ours = announce("this action", origin, home);
  const others: Program[] = [
    script("floor: one built-in fetch", "./floor.mjs"),
    curl(origin, env),
    ...previous(origin),
  ];
  if (havePeers()) {
    others.push(script("masto 8.0.0", "./peers/masto.mjs"), script("megalodon 10.3.0", "./peers/megalodon.mjs"));
    // It speaks https alone.
    if (scheme === "https") others.push(script("@humanwhocodes/crosspost 1.0.4", "./peers/crosspost.mjs"));
  }
  say(`\n### This action against others, over ${scheme}, ${pairs} pairs each\n`);
  say(
    "| other | this ÷ other, wall | this ÷ other, cpu | this, wall ms | other, wall ms | this, cpu ms | other, cpu ms | this, peak MiB | other, peak MiB |",
  );
  say("|---|---|---|---|---|---|---|---|---|");
  for (const other of others) {
    await reset();
    const costs = await measurePairs(ours, other, pairs);
    const { requests } = await reset();
    // Two runs each warm up; every program makes one request a run.
    if (requests !== 2 * (pairs + 1)) throw new Error(`${requests} requests in ${2 * (pairs + 1)} runs`);
    say(`| ${other.name} | ${row(costs)} |`);
  }
}

function row(costs: [Cost, Cost][]): string {
  const ratio = (of: keyof Cost) =>
    spread(
      costs.map(([a, b]) => a[of] / b[of]),
      2,
    );
  const of = (side: 0 | 1, what: keyof Cost) =>
    spread(
      costs.map((pair) => pair[side][what]),
      what === "peak" ? 1 : 0,
    );
  const figures = [of(0, "wall"), of(1, "wall"), of(0, "cpu"), of(1, "cpu"), of(0, "peak"), of(1, "peak")];
  return [ratio("wall"), ratio("cpu"), ...figures].join(" | ");
}

function curl(origin: string, env: Program["env"]): Program {
  const body = JSON.stringify({ status: "howdy universe!" });
  const headers = [`authorization: Bearer ${env.BENCH_TOKEN}`, "content-type: application/json"];
  const args = [
    ...["--silent", "--fail", "--cacert", env.NODE_EXTRA_CA_CERTS!],
    ...headers.flatMap((header) => ["--header", header]),
    ...["--data", body, `${origin}/api/v1/statuses`],
  ];
  return { name: "curl", run: { command: "curl", args }, env: {} };
}

/** The dist of the newest release before this one, where there is one. */
function previous(origin: string): Program[] {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: here("../../"), encoding: "utf8" }).trim();
  let tag: string;
  try {
    tag = git("describe", "--tags", "--abbrev=0", "--match", "v*", "HEAD");
  } catch {
    say("\n(There is no release of our own yet to compare with.)");
    return [];
  }
  const archive = join(home, "previous.tar");
  git("archive", "--output", archive, tag, "dist", "package.json");
  execFileSync("tar", ["-xf", archive, "-C", home]);
  return [announce(`this action, ${tag}`, origin, home, join(home, "dist/index.js"))];
}

/** The peers weigh more than the project, so that only the benchmark installs them. */
function havePeers(): boolean {
  const folder = here("./peers");
  if (existsSync(join(folder, "node_modules"))) return true;
  try {
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder, stdio: "ignore" });
    return true;
  } catch {
    say("\n(The peers cannot be installed here, so they are left out.)");
    return false;
  }
}

function heard<T>(): Promise<T> {
  return new Promise((resolve) => server.once("message", (message) => resolve(message as T)));
}

/** Asks the server how many requests came since the last time. */
function reset(): Promise<{ requests: number }> {
  const answer = heard<{ requests: number }>();
  server.send("count");
  return answer;
}
