import { fork } from "node:child_process";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import type { Ended, Job } from "./run-host.ts";
import type { SharedTime } from "./shared-time.ts";

/** Runs the source in a few processes that take one run after the other (test/run-host.ts). */

const program = fileURLToPath(new URL("run-host.ts", import.meta.url));

/** Where Node keeps what it has compiled, for the next process. */
export const compileCache = fileURLToPath(new URL("../node_modules/.cache/runs", import.meta.url));

interface Host {
  run(job: Job, time?: SharedTime): Promise<Ended>;
}

/** Those without a run, by what they were started with. */
const idle = new Map<string, Host[]>();

/**
 * Calls a module's `run` in a process that has nothing else to do.
 *
 * @param module path of the module, such as src/main.ts
 * @param time what it shares with its servers; the machine's own unless given
 * @returns what a process of its own would have given
 * @throws where the run crashes, or leaves behind what the next one would notice
 */
export async function runInHost(module: string, job: Job, time?: SharedTime): Promise<Ended> {
  // Node reads these at its start.
  const forNode = Object.entries(job.env).filter(([name]) => name.startsWith("NODE_"));
  const kind = JSON.stringify([module, forNode]);
  const others = idle.get(kind) ?? [];
  idle.set(kind, others);
  const host = others.pop() ?? start(module, Object.fromEntries(forNode));
  const ended = await host.run(job, time);
  others.push(host);
  return ended;
}

function start(module: string, env: Job["env"]): Host {
  const child = fork(program, [module], {
    env: { NODE_COMPILE_CACHE: compileCache, ...env },
    // It reports its warnings as part of a run's stderr.
    execArgv: ["--no-warnings"],
    stdio: ["ignore", "inherit", "pipe", "ipc"],
  });
  const stderr = child.stderr as Socket;
  let crash = "";
  stderr.setEncoding("utf8").on("data", (text) => {
    crash += text;
  });
  const send = (message: object) => child.connected && child.send(message, () => {});
  let current: { hears(message: object): void; failed(problem: Error): void } | null = null;
  child.on("message", (message: object) => current?.hears(message));
  child.on("close", (code, signal) => {
    const problem = new Error(`The process of the run ended (${signal ?? `exit code ${code}`}).\n${crash}`);
    if (current === null) throw problem;
    current.failed(problem);
  });
  // Without a run it lives as long as this process, and does not keep it alive.
  const handles = [child, child.channel!, stderr];
  for (const handle of handles) handle.unref();
  return {
    async run(job, time) {
      for (const handle of handles) handle.ref();
      const member = time?.enter(send);
      try {
        return await new Promise<Ended>((done, failed) => {
          current = {
            hears: (message) => ("exitCode" in message ? done(message as Ended) : member?.hears(message)),
            failed,
          };
          send(job);
        });
      } finally {
        current = null;
        member?.leave();
        for (const handle of handles) handle.unref();
      }
    },
  };
}
