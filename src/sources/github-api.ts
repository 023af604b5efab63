/** How the GitHub API is asked. Gitea and Forgejo have the same requests at another address. */
export interface GithubApi {
  /** Base of the API: https://api.github.com, or that of a GitHub Enterprise Server. */
  apiUrl: string;
  token: string;
  /** Opens the connections; shaped like the global `fetch`, so that proxies and time limits hold here too. */
  fetch: typeof globalThis.fetch;
}

export interface Answer {
  status: number;
  headers: Record<string, string | number | undefined>;
  data: unknown;
}

/**
 * Sends one request, and follows where GitHub sends a renamed or moved repository's old name on to its number.
 *
 * @throws what {@link explainFailure} explains: a connection that failed, or an answer of 400 and more
 */
export async function askGithub(
  api: GithubApi,
  route: string,
  values: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<Answer> {
  const { request } = await openGithubApi(api);
  const options = signal ? { request: { signal } } : {};
  const answer: Answer = await request(route, { ...values, ...options });
  const target = targetOf(answer, api.apiUrl);
  if (target === null || target.origin !== new URL(api.apiUrl).origin) return answer;
  return request({ ...options, method: "GET", url: target.href });
}

/** A client of the GitHub API. Few runs ask it anything, so only those load it. */
async function openGithubApi({ apiUrl, token, fetch }: GithubApi) {
  const { getOctokit } = await import("@actions/github");
  // It would print what an answer's `deprecation` header says, which a runner would obey.
  const silent = () => {};
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  return getOctokit(token, { baseUrl: apiUrl, request: { fetch, log } });
}

/** Where a redirect leads to; null for none. The client of the GitHub API takes a redirect for a good answer. */
export function targetOf({ status, headers }: Answer, base: string): URL | null {
  const { location } = headers;
  if (![301, 302, 307, 308].includes(status) || typeof location !== "string") return null;
  return URL.canParse(location, base) ? new URL(location, base) : null;
}

interface RequestError extends Error {
  status?: number;
  response?: { headers?: Record<string, string | undefined>; data?: { message?: string } | string | null };
}

/** The status that a request failed with; 0 for a connection that failed. */
export function statusOf(cause: unknown): number {
  const { status = 0, response } = cause as RequestError;
  return response ? status : 0;
}

/**
 * Why a request failed, and what to do, in one line.
 *
 * @param failed what did, as the beginning of a sentence: `Loading the latest release failed`
 * @param cures what to say of a 403, and of a 404
 */
export function explainFailure(cause: unknown, failed: string, cures: { forbidden: string; missing: string }): string {
  const error = cause as RequestError;
  const { status = 0, response } = error;
  const said = sentenceOf(error);
  const headers = response?.headers ?? {};
  if (!response) return `${failed}: ${said}. Run again when the GitHub API can be reached.`;
  if ((status === 403 || status === 429) && isRateLimit(headers, said)) {
    const reset = Number(headers["x-ratelimit-reset"]);
    // A time that no date can hold is no time.
    const until =
      reset > 0 && reset < 1e10
        ? ` until ${new Date(reset * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`
        : "";
    return `${failed}: the GitHub API's rate limit is used up${until} (${status} “${said}”). Run again later, or pass another \`github-token\`.`;
  }
  const answered = `${failed}: ${status} “${said}”.`;
  if (status === 401) {
    return `${answered} \`github-token\` is wrong or expired. Leave it out for the default, \`\${{ github.token }}\`.`;
  }
  if (status === 403) return `${answered} ${cures.forbidden}`;
  if (status === 404) return `${answered} ${cures.missing}`;
  return status >= 500 ? `${answered} The GitHub API has a problem. Run again later.` : answered;
}

/** What GitHub says, or why it said nothing. */
function sentenceOf({ message, cause, response }: RequestError): string {
  if ((cause as Error | undefined)?.name === "TimeoutError") return "no answer came within `timeout`";
  const { data } = response ?? {};
  const said = (typeof data === "object" ? data?.message : data) ?? message;
  return inFewWords(said);
}

/** A text or a web page in a few words. */
export function inFewWords(said: string): string {
  const words = said
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return words.length > 200 ? `${words.slice(0, 200)}…` : words;
}

function isRateLimit(headers: Record<string, string | undefined>, said: string): boolean {
  return headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said);
}
