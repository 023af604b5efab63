import type { Octokit } from "@octokit/core";

/**
 * A client of the GitHub API. Few runs ask it anything, so only those load it.
 *
 * @param options.apiUrl https://api.github.com, or the API of a GitHub Enterprise Server
 * @param options.fetch opens the connections; shaped like the global `fetch`, so that proxies and time limits hold here too
 */
export async function openGithubApi(options: {
  apiUrl: string;
  token: string;
  fetch: typeof globalThis.fetch;
}): Promise<Octokit> {
  const { Octokit } = await import("@octokit/core");
  return new Octokit({ auth: options.token, baseUrl: options.apiUrl, request: { fetch: options.fetch } });
}
