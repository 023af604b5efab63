/**
 * A process that calls the `run` of a module again and again, since starting Node and loading the source takes longer than
 * most runs. Each run finds the process as if it had just been started. One that leaves something behind ends the process,
 * which test/hosts.ts reports.
 */
import { pathToFileURL } from "node:url";

/** What a runner sets before it starts a process. */
export interface Job {
  cwd: string;
  env: Record<string, string | undefined>;
}

/** What a runner sees of the process afterwards. */
export interface Ended {
  exitCode: number;
  stdout: string;
  stderr: string;
}

const { run } = (await import(pathToFileURL(process.argv[2]!).href)) as { run(): Promise<void> };
const home = process.cwd();

interface RunTime {
  start(): void;
  isWaiting(): boolean;
}
const sharesTime = process.env.NODE_OPTIONS?.includes("run-time.mjs");
const time: RunTime | null = sharesTime ? await import(new URL("run-time.mjs", import.meta.url).href) : null;

// Node prints its own warnings without `process.stderr`.
let warned = "";
process.on("warning", ({ name, message }) => {
  warned += `${name}: ${message}\n`;
});

process.on("message", (message: Job | object) => {
  if (!("cwd" in message)) return;
  const listeners = countListeners();
  process.chdir(message.cwd);
  replaceEnvironment(message.env);
  process.exitCode = undefined;
  warned = "";
  time?.start();
  const stdout = capture(process.stdout);
  const stderr = capture(process.stderr);
  void run();
  // A process ends when it has nothing left to do, and so does a run. Waiting for the next job does not count.
  process.channel!.unref();
  process.on("beforeExit", function end() {
    if (time?.isWaiting()) return;
    process.off("beforeExit", end);
    process.channel!.ref();
    process.chdir(home);
    const ended: Ended = { exitCode: Number(process.exitCode ?? 0), stdout: stdout(), stderr: stderr() + warned };
    const left = [...countListeners()].filter(([event, count]) => count > (listeners.get(event) ?? 0));
    if (left.length > 0) throw new Error(`The run left listeners behind: ${left.map(([event]) => event).join(", ")}`);
    process.send!(ended);
  });
});

// Waits for the first job, also where run-time.mjs does not.
process.channel!.ref();

function replaceEnvironment(env: Job["env"]): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
}

/** How many listeners the process has for each of its events. */
function countListeners(): Map<string, number> {
  return new Map(process.eventNames().map((name) => [String(name), process.listenerCount(name)]));
}

/**
 * Keeps what is written to a stream from going out.
 *
 * @returns a function that ends this, and gives back the text
 */
function capture(stream: NodeJS.WriteStream): () => string {
  const { write } = stream;
  const chunks: Buffer[] = [];
  stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    chunks.push(Buffer.from(chunk as Uint8Array));
    const callback = rest.find((value) => typeof value === "function");
    if (callback) process.nextTick(callback);
    return true;
  }) as typeof write;
  return () => {
    stream.write = write;
    return Buffer.concat(chunks).toString();
  };
}
