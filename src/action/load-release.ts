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
    throw new Error("`release-tag` needs the repository's name, and GITHUB_REPOSITORY is not set by this runner.");
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
  response?: { headers?: Record<string, string | undefined>; data?: { message?: string } };
}

function explain(error: RequestError, { repository, tag, apiUrl }: ReleaseSource): string {
  const said = error.response?.data?.message ?? error.message;
  const headers = error.response?.headers ?? {};
  const what = tag === "latest" ? `the latest release of ${repository}` : `the release ${tag} of ${repository}`;
  const failed = `Loading ${what} from ${apiUrl} failed`;
  if ((error.status === 403 || error.status === 429) && isRateLimit(headers, said)) {
    const reset = Number(headers["x-ratelimit-reset"]);
    const until = reset ? ` until ${new Date(reset * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC` : "";
    return `${failed}: the GitHub API's rate limit is used up${until} ("${said}"). Run again later, or pass another \`github-token\`.`;
  }
  if (error.status === 401) {
    return `${failed}: 401 "${said}". \`github-token\` is wrong or expired. Leave it out for the default, \`\${{ github.token }}\`.`;
  }
  if (error.status === 403) {
    return `${failed}: 403 "${said}". \`github-token\` may not read releases. Give the job \`permissions: { contents: read }\`.`;
  }
  if (error.status === 404) {
    const cause =
      tag === "latest"
        ? "There is no published release yet (drafts and prereleases do not count), or `github-token` may not see the repository"
        : "No published release has this tag (a draft is not found by its tag), or `github-token` may not see the repository";
    return `${failed}: 404 "${said}". ${cause}: give the job \`permissions: { contents: read }\`, and run this step after the release is made.`;
  }
  return error.status === undefined || error.status === 500
    ? `${failed}: ${said}. Run again when the GitHub API can be reached.`
    : `${failed}: ${error.status} "${said}".`;
}

function isRateLimit(headers: Record<string, string | undefined>, said: string): boolean {
  return headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said);
}
