import type { Environment } from "./environment.ts";
import { openGithubApi } from "./github-api.ts";

/**
 * When the run was created, by the GitHub API (`GET /repos/{owner}/{repo}/actions/runs/{run_id}`).
 *
 * @returns milliseconds since 1970, or why nobody tells, as a clause, with the cure where there is one
 */
export async function runCreatedAt(
  { github, apiUrl }: Environment,
  token: string,
  fetch: typeof globalThis.fetch,
): Promise<number | string> {
  const [owner = "", repo = ""] = github.repository.split("/");
  if (token === "") return "`github-token` is empty; leave it out to have its default";
  if (owner === "" || repo === "" || github.run_id === "") return "this runner does not name its run";
  const api = await openGithubApi({ apiUrl, token, fetch });
  try {
    const run = { owner, repo, run_id: Number(github.run_id) };
    const { data } = await api.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", run);
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
