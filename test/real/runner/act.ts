import { writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { installWithGo } from "../go.ts";
import { type Finished, finish, makeFolder, removeFolder } from "../process.ts";

/** act, which runs GitHub's workflows, as a self-hosted runner does: its steps are processes of this machine. */

const VERSION = "v0.2.89";

/** @throws NotHere when it cannot be built */
export function installAct(): Promise<string> {
  return installWithGo("github.com/nektos/act", VERSION);
}

export interface WorkflowRun {
  /** Folder of the repository that the workflow belongs to: a git clone. */
  repository: string;
  /** Path of the workflow inside. */
  workflow: string;
  eventName: string;
  /** The webhook's payload. */
  event: Record<string, unknown>;
  secrets?: Record<string, string>;
  variables?: Record<string, string>;
  /** Variables of every step, beyond what a runner sets. */
  env?: Record<string, string>;
  /** Actions that are not downloaded: `OWNER/NAME@REF` to a folder. */
  actions: Record<string, string>;
  /** The job to run; all unless given. */
  job?: string;
  /** Legs of its matrix, such as `os:ubuntu-latest`; all unless given. */
  matrix?: string;
  /** Folder of the Node that the steps and actions run on. */
  nodeFolder: string;
  /** Lets the runner mask secrets, as a runner does. Without, what an action prints of them can be seen. */
  masks: boolean;
}

/** A step of a job that was started. */
export interface Step {
  /** `success` or `failure`. */
  outcome: string;
  outputs: Record<string, string>;
  summary: string;
}

export interface RunLog {
  /** What a person sees. */
  text: string;
  /** By job and step: `announce/0`, `announce/post`; of a composite action `announce/post/0`; of a matrix `announce-1/0`. */
  steps: Record<string, Step>;
  /** `success` or `failure` of each job, by its name. */
  jobs: Record<string, string>;
}

/** Seconds that a workflow may take. */
const LIMIT = 120;

/**
 * Runs a workflow to its end.
 *
 * @throws Error when it takes too long, or when act could not run it at all
 */
export async function runWorkflow(act: string, given: WorkflowRun): Promise<RunLog> {
  const { repository, workflow, eventName, event, secrets = {}, variables = {}, env = {}, actions, nodeFolder } = given;
  const home = makeFolder();
  try {
    const payload = join(home, "event.json");
    writeFileSync(payload, JSON.stringify(event));
    const pairs = (option: string, values: Record<string, string>) =>
      Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);
    const args = [
      ...[
        eventName,
        "--json",
        "--workflows",
        workflow,
        "--eventpath",
        payload,
        ...["ubuntu-latest", "self-hosted", "docker"].flatMap((label) => ["--platform", `${label}=-self-hosted`]),
      ],
      ...pairs("--secret", secrets),
      ...pairs("--var", variables),
      ...pairs("--env", env),
      ...pairs("--local-repository", actions),
      ...(given.job ? ["--job", given.job] : []),
      ...(given.matrix ? ["--matrix", given.matrix] : []),
      ...(given.masks ? [] : ["--insecure-secrets"]),
    ];
    // An allow-list: nothing of the developer's own settings may change a run, and what act leaves behind goes.
    const own = { HOME: home, XDG_CACHE_HOME: join(home, "cache"), TMPDIR: home, LANG: "C.UTF-8" };
    const path = [nodeFolder, process.env.PATH].join(delimiter);
    const program = { command: act, args, cwd: repository, env: { ...own, PATH: path }, isolated: true };
    return readLog(await finish(program, LIMIT));
  } finally {
    removeFolder(home);
  }
}

/** The folder of the Node that runs this script. */
export const ownNode = dirname(process.execPath);

/** A line of act's log. */
interface Entry {
  msg: string;
  job?: string;
  stepID?: string[];
  stage?: string;
  raw_output?: boolean;
  stepResult?: string;
  jobResult?: string;
  command?: string;
  name?: string;
  arg?: string;
  content?: string;
}

function readLog({ code, stdout, stderr }: Finished): RunLog {
  const log: RunLog = { text: "", steps: {}, jobs: {} };
  const lines: string[] = [];
  for (const line of stdout.split("\n").filter(Boolean)) {
    const { msg, job = "", stepID = [], stage, raw_output: isRaw, ...entry }: Entry = JSON.parse(line);
    lines.push(`[${job}] ${isRaw ? "  | " : ""}${msg.replace(/\r?\n$/, "")}`);
    const name = job.replace(/^.*\//, "").trim();
    if (entry.jobResult) log.jobs[name] = entry.jobResult;
    if (stage !== "Main") continue;
    log.steps[[name, ...stepID].join("/")] ??= { outcome: "", outputs: {}, summary: "" };
    const step = log.steps[[name, ...stepID].join("/")]!;
    if (entry.stepResult) step.outcome = entry.stepResult;
    if (entry.command === "set-output") step.outputs[entry.name ?? ""] = entry.arg ?? "";
    if (entry.command === "summary") step.summary += entry.content ?? "";
  }
  log.text = [...lines, stderr.trim()].join("\n");
  if (code === null) throw new Error(`The workflow was not done after ${LIMIT} s, and was ended.\n${log.text}`);
  if (Object.keys(log.jobs).length === 0) throw new Error(`act ran no job.\n${log.text}`);
  return log;
}
