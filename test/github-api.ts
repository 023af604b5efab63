import { readFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A GitHub API on loopback that knows one repository's releases and one of its runs, as much of it as `release-tag` and
 * a re-run ask for. That repository was once called nodejs/h1.
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

const release = JSON.parse(
  readFileSync(new URL("./events/release.published.undici.json", import.meta.url), "utf8"),
).release;

/**
 * @param answer what every request gets instead of what it asks for
 * @param runCreatedAt when the run of test/runner.ts was created
 */
export async function startGithubApi(answer?: GithubAnswer, runCreatedAt = new Date()): Promise<GithubApi> {
  const requests: string[] = [];
  const server = http.createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const { status, headers, body } = answer ?? answerTo(request.url ?? "", runCreatedAt);
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
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

function answerTo(path: string, runCreatedAt: Date): GithubAnswer {
  if (path === "/repos/nodejs/undici/actions/runs/19650000001") {
    const created = runCreatedAt.toISOString().replace(/\.\d+Z$/, "Z");
    const body = { id: 19650000001, run_attempt: 2, created_at: created, run_started_at: new Date().toISOString() };
    return { status: 200, body };
  }
  const [, name, asked] = /^(.*)\/releases\/(.*)$/.exec(path) ?? [];
  if (name === "/repos/nodejs/h1") {
    const location = `/repositories/132600556/releases/${asked}`;
    return { status: 301, headers: { location }, body: { message: "Moved Permanently", url: location } };
  }
  const isKnown = name === "/repos/nodejs/undici" || name === "/repositories/132600556";
  return isKnown && (asked === "latest" || asked === `tags/${release.tag_name}`)
    ? { status: 200, body: release }
    : {
        status: 404,
        body: { message: "Not Found", documentation_url: "https://docs.github.com/rest", status: "404" },
      };
}
