/** Where a release is loaded from. */
export interface ReleaseSource {
  /** `owner/name` */
  repository: string;
  /** `latest`, or a tag. */
  tag: string;
  /** Base of the GitHub API: https://api.github.com, or that of a GitHub Enterprise Server. */
  apiUrl: string;
  token: string;
  /** Opens the connection; shaped like the global `fetch`, so that proxies and time limits hold here too. */
  fetch: typeof globalThis.fetch;
}

/**
 * Loads a release through the GitHub API.
 *
 * @returns the release as the API gives it (`GET /repos/{owner}/{repo}/releases/latest` or `…/tags/{tag}`)
 * @throws Error with one line: a missing release, a missing permission, a rate limit, a connection that failed
 */
export async function loadRelease(source: ReleaseSource): Promise<Record<string, unknown>> {
  const { repository, tag, apiUrl, token, fetch } = source;
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
  // The client of the GitHub API weighs more than all else together, so only those who need it load it.
  const { getOctokit } = await import("@actions/github");
  const { rest } = getOctokit(token, { baseUrl: apiUrl, request: { fetch } });
  try {
    const { data } =
      tag === "latest"
        ? await rest.repos.getLatestRelease({ owner, repo })
        : await rest.repos.getReleaseByTag({ owner, repo, tag });
    return data;
  } catch (cause) {
    throw new Error(explain(cause as RequestError, source), { cause });
  }
}

interface RequestError extends Error {
  status?: number;
  response?: { headers?: Record<string, string | undefined>; data?: { message?: string } | string | null };
}

function explain(error: RequestError, { repository, tag, apiUrl }: ReleaseSource): string {
  const { status = 0, response } = error;
  const said = sentenceOf(error);
  const headers = response?.headers ?? {};
  const what = tag === "latest" ? `the latest release of ${repository}` : `the release ${tag} of ${repository}`;
  const failed = `Loading ${what} from ${apiUrl} failed`;
  if (!response) return `${failed}: ${said}. Run again when the GitHub API can be reached.`;
  if ((status === 403 || status === 429) && isRateLimit(headers, said)) {
    const reset = Number(headers["x-ratelimit-reset"]);
    const until = reset ? ` until ${new Date(reset * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC` : "";
    return `${failed}: the GitHub API's rate limit is used up${until} (${status} “${said}”). Run again later, or pass another \`github-token\`.`;
  }
  const answered = `${failed}: ${status} “${said}”.`;
  if (status === 401) {
    return `${answered} \`github-token\` is wrong or expired. Leave it out for the default, \`\${{ github.token }}\`.`;
  }
  if (status === 403) {
    return `${answered} \`github-token\` may not read releases. Give the job \`permissions: { contents: read }\`.`;
  }
  if (status === 404) {
    const cause =
      tag === "latest"
        ? "There is no published release yet (drafts and prereleases do not count)"
        : "No published release has this tag (a draft is not found by its tag)";
    return `${answered} ${cause}, or \`github-token\` may not see the repository. Run this step after the release is made, and give the job \`permissions: { contents: read }\`.`;
  }
  return status >= 500 ? `${answered} The GitHub API has trouble. Run again later.` : answered;
}

/** What GitHub says, or why it said nothing; a web page in a few words. */
function sentenceOf({ message, cause, response }: RequestError): string {
  if ((cause as Error | undefined)?.name === "TimeoutError") return "no answer came within `timeout`";
  const { data } = response ?? {};
  const said = (typeof data === "object" ? data?.message : data) ?? message;
  const plain = said
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}

function isRateLimit(headers: Record<string, string | undefined>, said: string): boolean {
  return headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said);
}
