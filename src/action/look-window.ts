import type { Environment } from "./environment.ts";
import type { Inputs } from "./inputs.ts";
import { firstEventOf, releasedAt } from "./release.ts";

/** How far back a look goes where nobody tells when the run began. Milliseconds: 30 days, as long as GitHub re-runs runs. */
export const USUAL_WINDOW = 30 * 86_400_000;

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
 * its first attempt began, also where `duplicate-check` names a shorter time. `released` and `prereleased` look since the release came out, since `published` of the same
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
  const isRerun = Number(environment.github.run_attempt) > 1;
  const created = isRerun ? await runCreatedAt(environment, githubToken, fetch) : null;
  const windows: LookWindow[] = [];
  if (duplicateCheck !== "rerun") windows.push({ since: now - duplicateCheck, why: "as `duplicate-check` says" });
  else if (firstEventOf(environment) !== null) windows.push(windowOfRelease(environment, now));
  if (typeof created === "number") windows.push({ since: created, why: "when this run began" });
  // Who names a window of one's own means that one where nobody can tell more.
  else if (created !== null && duplicateCheck === "rerun") {
    windows.push({ since: now - USUAL_WINDOW, why: `30 days back, as nobody tells when this run began (${created})` });
  }
  // What an earlier attempt posted lies in the widest.
  return windows.sort((one, other) => one.since - other.since)[0] ?? null;
}

function windowOfRelease({ event }: Environment, now: number): LookWindow {
  const time = releasedAt((event.release ?? {}) as Record<string, unknown>);
  return time === null
    ? { since: now - USUAL_WINDOW, why: "30 days back, as the event does not tell when the release came out" }
    : { since: time, why: "when the release came out" };
}

/**
 * When the run was created, by the GitHub API (`GET /repos/{owner}/{repo}/actions/runs/{run_id}`).
 *
 * @returns milliseconds since 1970, or why nobody tells, as a clause, with the cure where there is one
 */
async function runCreatedAt(
  { github, apiUrl }: Environment,
  token: string,
  fetch: typeof globalThis.fetch,
): Promise<number | string> {
  const [owner = "", repo = ""] = github.repository.split("/");
  if (token === "") return "`github-token` is empty; leave it out to have its default";
  if (owner === "" || repo === "" || github.run_id === "") return "this runner does not name its run";
  const { getOctokit } = await import("@actions/github");
  const { rest } = getOctokit(token, { baseUrl: apiUrl, request: { fetch } });
  try {
    const { data } = await rest.actions.getWorkflowRun({ owner, repo, run_id: Number(github.run_id) });
    const time = Date.parse((data as { created_at?: string } | null)?.created_at ?? "");
    return Number.isNaN(time) ? "the GitHub API's answer has no time" : time;
  } catch (cause) {
    // Octokit makes a failed connection a 500, too, but one without a response.
    const { response } = cause as { response?: { status: number } };
    if (!response) return "the GitHub API did not answer";
    const isForbidden = response.status === 403 || response.status === 404;
    return `the GitHub API answered ${response.status}${isForbidden ? "; add `actions: read` to the job's permissions" : ""}`;
  }
}
