import { type ChildProcess, type ChildProcessByStdio, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, isAbsolute, join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { compileCache, runInHost } from "./hosts.ts";
import type { Job } from "./run-host.ts";
import { type SharedTime, sharesTime } from "./shared-time.ts";

/** Runs the action as a runner does: a process, its environment, files for outputs and summary. */

const root = fileURLToPath(new URL("..", import.meta.url));

/** What is run: the source as it stands, or what a runner gets. */
export interface Target {
  name: string;
  node: string;
  /** Options and variables for Node. */
  options?: readonly string[];
  env?: Record<string, string>;
  entry: string;
}

export const source: Target = {
  name: "src",
  node: process.execPath,
  env: { NODE_COMPILE_CACHE: compileCache },
  entry: join(root, "src/index.ts"),
};
export const dist: Target = { name: "dist", node: process.execPath, entry: join(root, "dist/index.js") };

/**
 * `dist` on the older Node that npm itself runs on, where the machine has one: dist promises to run on Node 20 and newer,
 * and CI has a job on each. Null where npm runs on the action's own Node, or another program started the tests.
 */
export const distOnOlder: Target | null = (() => {
  const node = process.env.npm_node_execpath;
  if (!node || !existsSync(node)) return null;
  const [major] = execFileSync(node, ["-p", "process.versions.node"], { encoding: "utf8" }).split(".");
  return Number(major) < 24 ? { name: `dist on Node ${major}`, node, entry: dist.entry } : null;
})();

/** What a runner hands over as `github.token`. */
export const githubToken = "ghs_practice0token";

export interface RunOptions {
  target: Target;
  inputs: Record<string, string>;
  /**
   * Name of a file in test/events without its ending, or the path of another; the event's name is what stands before
   * the first dot. Null for a run without any event.
   */
  event?: string | null;
  /** Beyond what a runner sets; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  /** Files of the workspace by their paths. */
  files?: Record<string, string | Uint8Array>;
  /** The time that the run shares with its servers; the machine's own unless given. */
  time?: SharedTime;
  /** Called with the workspace before the run. */
  prepare?: (workspace: string) => void;
  /** Called with the process at its start: to send it signals, or to see when it says what. */
  watch?: (child: ChildProcess) => void;
}

export interface Outcome {
  exitCode: number | null;
  /** Lines of the log, as a runner gets them. */
  stdout: string;
  stderr: string;
  outputs: Record<string, string>;
  summary: string;
}

export async function runAction(options: RunOptions): Promise<Outcome> {
  const { target, inputs, event = "release.published.undici", files = {}, time, watch } = options;
  const home = realpathSync(mkdtempSync(join(tmpdir(), "run-")));
  const at = (name: string) => join(home, name);
  try {
    for (const folder of ["workspace", "temp"]) mkdirSync(at(folder));
    for (const file of ["output", "summary"]) writeFileSync(at(file), "");
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(at(`workspace/${path}`)), { recursive: true });
      writeFileSync(at(`workspace/${path}`), text);
    }
    options.prepare?.(at("workspace"));
    const env = {
      ...runnerVariables(event, home),
      ...inputVariables(inputs),
      ...(time ? { NODE_OPTIONS: sharesTime, RUN_TIME: String(time.now().getTime()) } : {}),
      ...options.env,
    };
    const job = { cwd: at("workspace"), env };
    const { exitCode, stdout, stderr } =
      target === source && !watch
        ? await runInHost(join(root, "src/main.ts"), job, time)
        : await runAlone(target, job, time, watch);
    return {
      exitCode,
      stdout,
      stderr,
      outputs: readOutputs(readFileSync(at("output"), "utf8")),
      summary: readFileSync(at("summary"), "utf8"),
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The variables that a runner sets, for a run of nodejs/undici's release workflow. */
export function runnerVariables(event: string | null, home: string): Record<string, string | undefined> {
  const eventName = event ? basename(event).split(".")[0] : "";
  const path = event ? (isAbsolute(event) ? event : join(root, `test/events/${event}.json`)) : undefined;
  const payload = path ? JSON.parse(readFileSync(path, "utf8")) : {};
  const repository = payload.repository?.full_name ?? "nodejs/undici";
  const ref = payload.release ? `refs/tags/${payload.release.tag_name}` : (payload.ref ?? "refs/heads/main");
  return {
    // An allow-list: nothing of the developer's own machine may leak into a snapshot.
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "announce",
    GITHUB_ACTOR: payload.sender?.login ?? "octocat",
    GITHUB_API_URL: "https://api.github.com",
    GITHUB_EVENT_NAME: eventName,
    GITHUB_EVENT_PATH: path,
    GITHUB_JOB: "release",
    GITHUB_OUTPUT: join(home, "output"),
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags)\//, ""),
    GITHUB_REF_TYPE: ref.startsWith("refs/tags/") ? "tag" : "branch",
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: "19650000001",
    GITHUB_RUN_NUMBER: "42",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: "f2d3ce0bd1a95c8d1f0c3a1b0e8a5d6c7b8a9f01",
    GITHUB_STEP_SUMMARY: join(home, "summary"),
    GITHUB_WORKFLOW: "Release",
    GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/release.yml@${ref}`,
    GITHUB_WORKSPACE: join(home, "workspace"),
    RUNNER_TEMP: join(home, "temp"),
  };
}

const declared: Record<string, { default?: string }> = parse(readFileSync(join(root, "action.yml"), "utf8")).inputs;

/** A runner hands over every declared input, empty where it is absent and has no default. */
export function inputVariables(inputs: Record<string, string>): Record<string, string> {
  const defaults = Object.entries(declared).map(([name, input]): [string, string] => [name, input.default ?? ""]);
  const all = { ...Object.fromEntries(defaults), "github-token": githubToken, ...inputs };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
}

function runAlone(
  target: Target,
  { cwd, env }: Job,
  time: SharedTime | undefined,
  watch: RunOptions["watch"] = () => {},
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  return new Promise((done, failed) => {
    const child = spawn(target.node, [...(target.options ?? []), target.entry], {
      cwd,
      env: { ...target.env, ...env },
      stdio: ["ignore", "pipe", "pipe", ...(time ? (["ipc"] as const) : [])],
    }) as ChildProcessByStdio<null, Readable, Readable>;
    const member = time?.enter((message) => child.connected && child.send(message, () => {}));
    child.on("message", (message: object) => member?.hears(message));
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    watch(child);
    child.on("error", failed);
    child.on("close", (exitCode) => {
      member?.leave();
      done({ exitCode, stdout, stderr });
    });
  });
}

/** Reads a GITHUB_OUTPUT file: `name<<delimiter`, lines, `delimiter`. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name, , value] of text.matchAll(/^(.+?)<<(ghadelimiter_\S+)\r?\n([\s\S]*?)\r?\n\2\r?$/gm)) {
    outputs[name!] = value!;
  }
  return outputs;
}

/** A workflow command that a runner obeys. */
export interface Command {
  name: string;
  /** Properties and message as they stand. */
  rest: string;
}

const REGISTERED =
  "set-env set-output save-state add-mask add-path add-matcher remove-matcher warning error notice debug group endgroup echo internal-set-repo-path stop-commands".split(
    " ",
  );

/**
 * The commands that a runner finds in a log, by both of its grammars: `::name props::message` at a line's start (white
 * space aside), and the old `##[name props]message` anywhere in a line. A carriage return ends a line too.
 */
export function commandsIn(log: string): Command[] {
  return log.split(/\r\n|[\r\n]/).flatMap((line) => {
    const found = /^\s*::([\w-]+)(.*)$/.exec(line) ?? /##\[([\w-]+)(.*)$/.exec(line);
    return found && REGISTERED.includes(found[1]!.toLowerCase()) ? [{ name: found[1]!, rest: found[2]! }] : [];
  });
}
