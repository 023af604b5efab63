import { readFileSync } from "node:fs";
import { type Proxies, proxiesIn } from "../proxies.ts";

/** What the runner tells about the run. Any of it may be missing: Gitea, Forgejo and act set fewer variables. */
export interface Environment {
  github: GithubFacts;
  /** Payload of the webhook that started the run; empty where there is none. */
  event: Record<string, unknown>;
  /** Base of the GitHub API, such as `https://api.github.com`. */
  apiUrl: string;
  /** Where in the repository the step stands: its workflow, its job, and its id in that job. */
  place: readonly [workflow: string, job: string, step: string];
  /** Folders that path inputs may lead to: the workspace first. */
  folders: string[];
  proxies: Proxies;
  /** What must never be shown: the passwords of the proxies. */
  secrets: string[];
  /** Whether inputs of an enclosing composite action may reach this one. */
  leaksInputs: boolean;
}

/** What a template may know of the run: no secret, and nothing else of the environment. */
export interface GithubFacts {
  repository: string;
  ref: string;
  ref_name: string;
  ref_type: string;
  sha: string;
  actor: string;
  workflow: string;
  job: string;
  run_id: string;
  run_number: string;
  run_attempt: string;
  event_name: string;
  server_url: string;
  run_url: string;
}

/**
 * Reads what the action needs of the environment; nothing else of it goes any further.
 *
 * @throws Error with one sentence when the event's payload is there but cannot be read
 */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  const of = (name: string) => env[name] ?? "";
  const server = of("GITHUB_SERVER_URL") || "https://github.com";
  const repository = of("GITHUB_REPOSITORY");
  const runId = of("GITHUB_RUN_ID");
  const ref = of("GITHUB_REF");
  const proxies = proxiesIn(env);
  return {
    github: {
      repository,
      ref,
      // act and older Gitea know the ref alone.
      ref_name: of("GITHUB_REF_NAME") || ref.replace(/^refs\/(heads|tags|pull)\//, ""),
      ref_type: of("GITHUB_REF_TYPE") || (ref.startsWith("refs/tags/") ? "tag" : ref ? "branch" : ""),
      sha: of("GITHUB_SHA"),
      actor: of("GITHUB_ACTOR"),
      workflow: of("GITHUB_WORKFLOW"),
      job: of("GITHUB_JOB"),
      run_id: runId,
      run_number: of("GITHUB_RUN_NUMBER"),
      run_attempt: of("GITHUB_RUN_ATTEMPT") || "1",
      event_name: of("GITHUB_EVENT_NAME"),
      server_url: server,
      run_url: repository && runId ? `${server}/${repository}/actions/runs/${runId}` : "",
    },
    event: readEvent(of("GITHUB_EVENT_PATH")),
    apiUrl: of("GITHUB_API_URL") || "https://api.github.com",
    // The file of the workflow: its name may stand in two files, and is free to change. The ref is another at each release.
    place: [
      of("GITHUB_WORKFLOW_REF").replace(/@refs\/.*$/, "") || of("GITHUB_WORKFLOW"),
      of("GITHUB_JOB"),
      of("GITHUB_ACTION"),
    ],
    folders: [of("GITHUB_WORKSPACE") || process.cwd(), of("RUNNER_TEMP")].filter((folder) => folder !== ""),
    proxies,
    secrets: [proxies.http, proxies.https].flatMap(passwordOf),
    leaksInputs: [of("ACT"), of("GITEA_ACTIONS"), of("FORGEJO_ACTIONS")].includes("true"),
  };
}

/** The password in a proxy's URL, as it travels and as it is meant. */
function passwordOf(proxy: string): string[] {
  const address = proxy.includes("://") ? proxy : `http://${proxy}`;
  const password = URL.canParse(address) ? new URL(address).password : "";
  if (password === "") return [];
  try {
    return [...new Set([password, decodeURIComponent(password)])];
  } catch {
    return [password];
  }
}

function readEvent(path: string): Record<string, unknown> {
  if (path === "") return {};
  let text: string;
  try {
    text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new Error(`The payload of the event cannot be read (${(cause as Error).message}).`);
  }
  if (text.trim() === "") return {};
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch {
    throw new Error("The payload of the event is not JSON. With act, check the file that `--eventpath` names.");
  }
  return event !== null && typeof event === "object" && !Array.isArray(event) ? (event as Record<string, unknown>) : {};
}
