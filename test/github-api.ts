import { readFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A GitHub API on loopback that knows a release of nodejs/undici, which came out an hour before, and one of its runs, as
 * much of it as `release-tag` and a re-run ask for. That repository was once called nodejs/h1. Any repository can make further releases.
 */
export interface GithubApi {
  readonly url: string;
  readonly requests: string[];
  close(): Promise<void>;
}

export interface GithubAnswer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON, a text as it is. */
  body: unknown;
}

interface Release {
  tag_name: string;
  [field: string]: unknown;
}

const undici: Release = JSON.parse(
  readFileSync(new URL("./events/release.published.undici.json", import.meta.url), "utf8"),
).release;

/**
 * @param answer what every request gets instead of what it asks for
 * @param runCreatedAt when the run of test/runner.ts was created
 * @param now its clock
 * @param also answers what is about a repository of git; null for all else
 */
export async function startGithubApi(
  answer?: GithubAnswer,
  runCreatedAt = new Date(),
  now = () => new Date(),
  also: (request: string) => GithubAnswer | null = () => null,
): Promise<GithubApi> {
  const requests: string[] = [];
  // The newest stands first.
  const loaded: Release = { ...undici, created_at: hourBefore(now()), published_at: hourBefore(now()) };
  const releases = new Map([["nodejs/undici", [loaded]]]);
  const server = http.createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const { status, headers, body } =
      answer ??
      also(`${request.method} ${request.url}`) ??
      answerTo(await readRequest(request), releases, runCreatedAt, now());
    const usual = { "content-type": "application/json; charset=utf-8", date: now().toUTCString() };
    response.writeHead(status, { ...usual, ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

interface Request {
  method: string;
  path: string;
  isAuthorized: boolean;
  body: string;
}

async function readRequest(request: http.IncomingMessage): Promise<Request> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  const { method = "", url: path = "", headers } = request;
  return { method, path, isAuthorized: headers.authorization !== undefined, body };
}

function answerTo(request: Request, releases: Map<string, Release[]>, runCreatedAt: Date, now: Date): GithubAnswer {
  const { method, path } = request;
  if (path === "/repos/nodejs/undici/actions/runs/19650000001") {
    const times = { created_at: timeOf(runCreatedAt), run_started_at: timeOf(now) };
    const body = { id: 19650000001, run_attempt: 2, ...times };
    return { status: 200, body };
  }
  const [, name = "", asked] = /^(.*)\/releases(?:\/(.*))?$/.exec(path) ?? [];
  const repository = name === "/repositories/132600556" ? "nodejs/undici" : name.replace(/^\/repos\//, "");
  const known = releases.get(repository) ?? [];
  if (method === "POST" && asked === undefined) {
    if (!request.isAuthorized) return failure(401, "Requires authentication");
    const made = newRelease(repository, JSON.parse(request.body), now, known.length + 1);
    releases.set(repository, [made, ...known]);
    return { status: 201, body: made };
  }
  if (name === "/repos/nodejs/h1") {
    const location = `/repositories/132600556/releases/${asked}`;
    return { status: 301, headers: { location }, body: { message: "Moved Permanently", url: location } };
  }
  const found = asked === "latest" ? known[0] : known.find(({ tag_name }) => asked === `tags/${tag_name}`);
  return found ? { status: 200, body: found } : failure(404, "Not Found");
}

function failure(status: number, message: string): GithubAnswer {
  return { status, body: { message, documentation_url: "https://docs.github.com/rest", status: String(status) } };
}

function newRelease(repository: string, fields: Release, now: Date, number: number): Release {
  const page = `https://github.com/${repository}/releases/tag/${fields.tag_name}`;
  const times = { created_at: timeOf(now), published_at: timeOf(now) };
  return { ...undici, ...fields, id: Number(undici.id) + number, html_url: page, ...times };
}

function hourBefore(now: Date): string {
  return timeOf(new Date(now.getTime() - 3_600_000));
}

/** As GitHub writes times. */
function timeOf(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
