import type { Environment } from "./environment.ts";
import { type Answer, askGithub, explainFailure, type GithubApi, inFewWords, targetOf } from "./github-api.ts";

/** Where a release is loaded from. */
export interface ReleaseSource extends GithubApi {
  /** `owner/name` */
  repository: string;
  /** `latest`, or a tag. */
  tag: string;
}

/**
 * Loads a release through the GitHub API.
 *
 * @returns the release as the API gives it (`GET /repos/{owner}/{repo}/releases/latest` or `…/tags/{tag}`)
 * @throws Error with one line: a missing release, a missing permission, a rate limit, a connection that failed, an
 * answer that is no release
 */
export async function loadRelease(source: ReleaseSource): Promise<Record<string, unknown>> {
  const { repository, tag, apiUrl, token } = source;
  const [owner = "", repo = ""] = repository.split("/");
  if (!owner || !repo) {
    throw new Error(
      "`release-tag` needs the repository's name, and this runner does not set GITHUB_REPOSITORY. Set it in the step's `env:`, as `owner/name`.",
    );
  }
  if (token === "") {
    throw new Error(
      "`release-tag` needs `github-token`, which is empty. Leave it out for the default, `${{ github.token }}`.",
    );
  }
  if (!URL.canParse(apiUrl)) {
    throw new Error(
      `\`release-tag\` needs the GitHub API, and GITHUB_API_URL is not a web address: ${JSON.stringify(apiUrl)}.`,
    );
  }
  const [which, named] = tag === "latest" ? ["latest", {}] : ["tags/{tag}", { tag }];
  let answer: Answer;
  try {
    answer = await askGithub(source, `GET /repos/{owner}/{repo}/releases/${which}`, { owner, repo, ...named });
  } catch (cause) {
    const missing =
      tag === "latest"
        ? "There is no published release yet (drafts and prereleases do not count)"
        : "No published release has this tag (a draft is not found by its tag)";
    const cures = {
      forbidden: "`github-token` may not read releases. Give the job `permissions: { contents: read }`.",
      missing: `${missing}, or \`github-token\` may not see the repository. Run this step after the release is made, and give the job \`permissions: { contents: read }\`.`,
    };
    throw new Error(explainFailure(cause, failed(source), cures), { cause });
  }
  const { data } = answer;
  if (answer.status !== 200 || !isRelease(data)) throw new Error(explainNoRelease(answer, source));
  return data;
}

function isRelease(data: unknown): data is Record<string, unknown> {
  const { tag_name: tag } = (data ?? {}) as { tag_name?: unknown };
  return typeof tag === "string" && tag !== "";
}

/** A login page, or what else answers instead of the API. */
function explainNoRelease(answer: Answer, source: ReleaseSource): string {
  const { status, data } = answer;
  const address =
    "GITHUB_API_URL is not the address of the API (https://api.github.com, or https://HOST/api/v3 on GitHub Enterprise Server)";
  if (status >= 300) {
    const target = targetOf(answer, source.apiUrl);
    const where = target
      ? `a redirect to ${target.href.slice(0, 200)}, which is not followed with a token`
      : "a redirect";
    return `${failed(source)}: ${status}, ${where}. The repository was moved, or ${address}. Run this in the repository's new place, or correct GITHUB_API_URL.`;
  }
  const said = typeof data === "string" ? inFewWords(data) : "";
  const what = said === "" ? "" : `: “${said}”`;
  return `${failed(source)}: ${status}, but the answer is not a release${what}. Something in front of the API answers, such as a login page, or ${address}.`;
}

function failed({ repository, tag, apiUrl }: ReleaseSource): string {
  const what = tag === "latest" ? `the latest release of ${repository}` : `the release ${tag} of ${repository}`;
  return `Loading ${what} from ${apiUrl} failed`;
}

/** How long a run waits to be told when it began: there is another way without it. Milliseconds. */
const ENOUGH = 10_000;

/**
 * When the run was created, by the GitHub API (`GET /repos/{owner}/{repo}/actions/runs/{run_id}`).
 *
 * @returns milliseconds since 1970 by this machine's clock, or why nobody tells, as a clause, with the cure where there is
 * one
 */
export async function runCreatedAt(
  { github, apiUrl }: Environment,
  token: string,
  fetch: typeof globalThis.fetch,
): Promise<number | string> {
  const [owner = "", repo = ""] = github.repository.split("/");
  if (token === "") return "`github-token` is empty; leave it out to have its default";
  if (owner === "" || repo === "" || github.run_id === "") return "this runner does not name its run";
  try {
    const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
    const run = { owner, repo, run_id: github.run_id };
    const answer = await askGithub({ apiUrl, token, fetch }, route, run, AbortSignal.timeout(ENOUGH));
    const time = Date.parse((answer.data as { created_at?: string } | null)?.created_at ?? "");
    const ahead = Date.parse(String(answer.headers.date ?? "")) - Date.now();
    if (Number.isNaN(time)) return "the GitHub API's answer has no time";
    // This machine's clock may be wrong, and all that is compared with this time is told by it.
    return Number.isNaN(ahead) || Math.abs(ahead) < PRECISION ? time : time - ahead;
  } catch (cause) {
    // Octokit makes a failed connection a 500, too, but one without a response.
    const { response, cause: origin } = cause as { response?: { status: number }; cause?: Error };
    const limit = origin?.name === "TimeoutError" ? ` within ${ENOUGH / 1000} s` : "";
    if (!response) return `the GitHub API did not answer${limit}`;
    const isForbidden = response.status === 403 || response.status === 404;
    return `the GitHub API answered ${response.status}${isForbidden ? "; add `actions: read` to the job's permissions" : ""}`;
  }
}

/** A `Date` is that exact, with its way to here. Milliseconds. */
const PRECISION = 10_000;
