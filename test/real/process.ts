import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Programs that real servers and a real runner are built and run by: each has an end, and none outlives this process. */

/** Something that is needed is not on this machine, or cannot be had. Its message is one line. */
export class NotHere extends Error {}

/** Where what is installed stays from one run to the next. */
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "mastodon-status-action");

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) kill(child);
});
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => process.exit(130));

const folders = new Set<string>();
process.once("exit", () => {
  for (const folder of folders) removeFolder(folder);
});

/** An empty folder, which goes with this process. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "real-")));
  folders.add(folder);
  return folder;
}

/** Removes a folder before the process ends. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  folders.delete(folder);
}

export interface Program {
  command: string;
  args: readonly string[];
  cwd?: string;
  /** Beyond the variables of this process. */
  env?: Record<string, string>;
  /** Gives it the variables in `env` alone. */
  isolated?: boolean;
}

/** With an environment of its own, and in a process group of its own, so that what it starts ends with it. */
function start({ command, args, cwd, env, isolated }: Program): ChildProcess {
  const child = spawn(command, [...args], {
    cwd,
    env: isolated ? env : { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // It has ended by itself.
  }
}

/**
 * Ends a program and everything that it has started. A runner gives each step a process group of its own, so its group
 * is not enough.
 */
function kill(child: ChildProcess): void {
  const { stdout = "" } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const processes = [...(stdout ?? "").matchAll(/(\d+)\s+(\d+)/g)].map(([, pid, parent]) => [
    Number(pid),
    Number(parent),
  ]);
  const family = new Set([child.pid]);
  // A child may stand before its parent in the list.
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const [pid, parent] of processes) if (family.has(parent)) family.add(pid);
  }
  signal(child, "SIGKILL");
  for (const pid of family) {
    try {
      if (pid !== undefined) process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
}

/** The output as it grows: what a child's streams have said so far. */
function listenTo(child: ChildProcess): { stdout: string; stderr: string } {
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
    });
  }
  return said;
}

export interface Finished {
  /** Null when it was ended because it took too long. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program to its end, and ends it when it takes too long.
 *
 * @param limit seconds; null for as long as it takes
 * @throws NotHere when it is not there
 */
export async function finish(program: Program, limit: number | null): Promise<Finished> {
  const child = start(program);
  const said = listenTo(child);
  const timer = limit === null ? undefined : setTimeout(() => kill(child), limit * 1000);
  try {
    const code = await new Promise<number | null>((done, failed) => child.once("error", failed).once("close", done));
    return { code, ...said };
  } catch (error) {
    const name = basename(program.command);
    throw new NotHere(`there is no ${name} that can be run here (${(error as NodeJS.ErrnoException).code})`);
  } finally {
    clearTimeout(timer);
    running.delete(child);
  }
}

/**
 * Runs a program that has to succeed.
 *
 * @param limit seconds; null for as long as it takes
 * @returns what it printed
 * @throws NotHere when it is not there, fails or takes longer
 */
export async function run(program: Program, limit: number | null): Promise<string> {
  const { code, stdout, stderr } = await finish(program, limit);
  const name = basename(program.command);
  if (code === null) throw new NotHere(`${name} was not done after ${limit} s`);
  if (code !== 0) throw new NotHere(`${name} failed: ${lastLine(stderr || stdout)}`);
  return stdout;
}

function lastLine(text: string): string {
  return (text.trimEnd().split("\n").at(-1) ?? "").slice(0, 200);
}

/**
 * Starts a server and waits until it answers.
 *
 * @param address that it answers with 200 once it is ready
 * @param limit seconds; null for as long as it runs
 * @returns how to stop it, which ends when it has
 * @throws NotHere when it does not come up
 */
export async function serve(program: Program, address: string, limit: number | null): Promise<() => Promise<void>> {
  const child = start(program);
  const said = listenTo(child);
  const ended = new Promise<void>((done) => child.once("close", () => done()).once("error", () => done()));
  const stop = async () => {
    signal(child, "SIGTERM");
    const late = setTimeout(() => signal(child, "SIGKILL"), 5000);
    await ended;
    clearTimeout(late);
    // What it started itself may have closed its streams and lived on.
    signal(child, "SIGKILL");
  };
  const end = limit === null ? Number.POSITIVE_INFINITY : Date.now() + limit * 1000;
  for (; Date.now() < end && running.has(child); await wait(100)) {
    const isReady = await fetch(address, { signal: AbortSignal.timeout(5000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return stop;
  }
  await stop();
  throw new NotHere(
    `it did not come up${limit === null ? "" : ` within ${limit} s`}: ${lastLine(said.stderr || said.stdout)}`,
  );
}

/** An address in front of a server, which passes everything on and writes down what is asked for. */
export interface Front {
  origin: string;
  host: string;
  /** `POST /api/v1/statuses` and the like, in order of arrival. */
  requests: string[];
  /** The port that the server itself is to listen on. */
  port: number;
  close(): Promise<void>;
}

export async function openFront(): Promise<Front> {
  const port = await freePort();
  const requests: string[] = [];
  const front = createServer((came, answer) => {
    requests.push(`${came.method} ${came.url}`);
    const { method, url: path, headers } = came;
    const passed = request({ host: "127.0.0.1", port, method, path, headers }, (told) => {
      answer.writeHead(told.statusCode!, told.rawHeaders);
      told.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    came.pipe(passed);
  });
  await new Promise<void>((done) => front.listen(0, "127.0.0.1", done));
  const host = `127.0.0.1:${(front.address() as AddressInfo).port}`;
  return {
    origin: `http://${host}`,
    host,
    requests,
    port,
    close: () =>
      new Promise((done) => {
        front.close(() => done());
        front.closeAllConnections();
      }),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
