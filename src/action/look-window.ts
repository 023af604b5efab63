import type { Environment } from "./environment.ts";
import type { Inputs } from "./inputs.ts";
import { firstEventOf } from "./release.ts";

/** How far back a look goes where nobody tells when the run began. Milliseconds: 30 days, as long as GitHub re-runs runs. */
export const USUAL_WINDOW = 30 * 86_400_000;

/** A release's own time and its event's may differ by a little. Milliseconds. */
const MARGIN = 60_000;

/** Since when to look for the same post before posting. */
export interface LookWindow {
  /** Milliseconds since 1970; null: do not look. */
  since: number | null;
  /** What the author should know about it; empty for nothing. */
  remark: string;
}

/**
 * Decides whether to look before posting, and since when.
 *
 * A first attempt does not look, so that it costs one request. A re-run looks since the run was created, which is when
 * its first attempt began. `released` and `prereleased` look since the release came out, since `published` of the same
 * release goes first.
 *
 * @param now milliseconds since 1970
 * @param fetch opens connections, shaped like the global one
 */
export async function lookWindow(
  { duplicateCheck, githubToken }: Pick<Inputs, "duplicateCheck" | "githubToken">,
  environment: Environment,
  now: number,
  fetch: typeof globalThis.fetch,
): Promise<LookWindow> {
  if (duplicateCheck === "never") return { since: null, remark: "" };
  if (duplicateCheck !== "rerun") return { since: now - duplicateCheck, remark: "" };
  const released = firstEventOf(environment) === null ? null : releasedAt(environment, now);
  if (!(Number(environment.github.run_attempt) > 1)) return { since: released, remark: "" };
  try {
    const created = await runCreatedAt(environment, githubToken, fetch);
    return { since: Math.min(created, released ?? created), remark: "" };
  } catch (cause) {
    const remark = `When this run began is not known (${(cause as Error).message}), so the look goes 30 days back. To narrow it, give the job \`permissions: { actions: read }\`.`;
    return { since: now - USUAL_WINDOW, remark };
  }
}

function releasedAt({ event }: Environment, now: number): number {
  const { published_at: published } = (event.release ?? {}) as { published_at?: unknown };
  const time = typeof published === "string" ? Date.parse(published) : Number.NaN;
  return Number.isNaN(time) ? now - USUAL_WINDOW : time - MARGIN;
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
