import type { Environment } from "./environment.ts";
import type { Inputs } from "./inputs.ts";
import { firstEventOf } from "./release.ts";

/** How far back a look goes where nobody tells when the run began. Milliseconds: 30 days, as long as GitHub re-runs runs. */
export const USUAL_WINDOW = 30 * 86_400_000;

/** A release's own time and its event's may differ by a little. Milliseconds. */
const MARGIN = 60_000;

/** Since when to look for the same post before posting. */
export interface LookWindow {
  /** Milliseconds since 1970. */
  since: number;
  /** Why since then, as a clause, and what the author can do about it. */
  why: string;
}

/**
 * Decides whether to look before posting, and since when.
 *
 * A first attempt does not look, so that it costs one request. A re-run looks since the run was created, which is when
 * its first attempt began. `released` and `prereleased` look since the release came out, since `published` of the same
 * release goes first.
 *
 * @returns null where nothing is looked for
 * @param now milliseconds since 1970
 * @param fetch opens connections, shaped like the global one
 */
export async function lookWindow(
  { duplicateCheck, githubToken }: Pick<Inputs, "duplicateCheck" | "githubToken">,
  environment: Environment,
  now: number,
  fetch: typeof globalThis.fetch,
): Promise<LookWindow | null> {
  if (duplicateCheck === "never") return null;
  if (duplicateCheck !== "rerun") return { since: now - duplicateCheck, why: "as `duplicate-check` says" };
  const released = firstEventOf(environment) === null ? null : windowOfRelease(environment, now);
  if (!(Number(environment.github.run_attempt) > 1)) return released;
  try {
    const created = await runCreatedAt(environment, githubToken, fetch);
    return released && released.since < created ? released : { since: created, why: "when this run began" };
  } catch (cause) {
    const reason = (cause as Error).message;
    return {
      since: now - USUAL_WINDOW,
      why: `30 days back, as nobody tells when this run began (${reason}); to narrow it, add \`actions: read\` to the job's permissions`,
    };
  }
}

function windowOfRelease({ event }: Environment, now: number): LookWindow {
  const { published_at: published } = (event.release ?? {}) as { published_at?: unknown };
  const time = typeof published === "string" ? Date.parse(published) : Number.NaN;
  return Number.isNaN(time)
    ? { since: now - USUAL_WINDOW, why: "30 days back, as the event does not tell when the release came out" }
    : { since: time - MARGIN, why: "when the release came out" };
}

/** When the run was created, by the GitHub API (`GET /repos/{owner}/{repo}/actions/runs/{run_id}`). */
async function runCreatedAt(environment: Environment, token: string, fetch: typeof globalThis.fetch): Promise<number> {
  const { github, apiUrl } = environment;
  const [owner = "", repo = ""] = github.repository.split("/");
  if (token === "") throw new Error("`github-token` is empty");
  if (owner === "" || repo === "" || github.run_id === "") throw new Error("this runner does not name its run");
  const { getOctokit } = await import("@actions/github");
  const { rest } = getOctokit(token, { baseUrl: apiUrl, request: { fetch } });
  const { data } = await rest.actions
    .getWorkflowRun({ owner, repo, run_id: Number(github.run_id) })
    .catch((cause: { status?: number; message: string }) => {
      throw new Error(cause.status ? `the GitHub API answered ${cause.status}` : "the GitHub API did not answer");
    });
  const time = Date.parse((data as { created_at?: string } | null)?.created_at ?? "");
  if (Number.isNaN(time)) throw new Error("the GitHub API's answer has no time");
  return time;
}
