import http from "node:http";
import type { AddressInfo } from "node:net";

/** A Forgejo on loopback, as much of it as storing secrets and variables needs. Gitea's API is the same here. */
export interface ForgejoApi {
  /** `127.0.0.1:1234`, for `--repo HOST/OWNER/NAME`. */
  readonly host: string;
  /** By `owner/name/NAME`, or `organization/NAME`. Names are kept in capital letters. */
  readonly secrets: Map<string, string>;
  readonly variables: Map<string, string>;
  readonly requests: { method: string; path: string; authorization: string }[];
  close(): Promise<void>;
}

export interface ForgejoOptions {
  token: string;
  /** As `owner/name`. */
  repositories?: string[];
  organizations?: string[];
  /** Whether it answers its own members alone. */
  closed?: boolean;
  /** How many secrets a page of the list shows at most. */
  pageSize?: number;
  /** What a request gets in place of its answer; null for the answer. */
  refuse?: (method: string, path: string) => { status: number; message: string } | null;
}

const ACTIONS = /^\/(?:repos\/([^/]+\/[^/]+)|orgs\/([^/]+))\/actions\/(secrets|variables)(?:\/([^/]+))?$/;

export async function startForgejoApi(options: ForgejoOptions): Promise<ForgejoApi> {
  const { token, repositories = [], organizations = [], closed = false, pageSize = 50 } = options;
  const secrets = new Map<string, string>();
  const variables = new Map<string, string>();
  const requests: ForgejoApi["requests"] = [];

  function answerTo(method: string, url: URL, body: Record<string, unknown>): Answer {
    const [, repository, organization, kind, name = ""] = ACTIONS.exec(url.pathname.replace("/api/v1", "")) ?? [];
    const place = repository ?? organization ?? "";
    if (![...repositories, ...organizations].includes(place)) return notFound;
    const key = `${place}/${name.toUpperCase()}`;
    if (kind === "secrets" && method === "GET") {
      const names = [...secrets.keys()].filter((stored) => stored.startsWith(`${place}/`)).sort();
      const page = Number(url.searchParams.get("page") ?? 1);
      const size = Math.min(pageSize, Number(url.searchParams.get("limit") ?? 30));
      const shown = names.slice((page - 1) * size, page * size);
      const list = shown.map((stored) => ({ name: stored.split("/").at(-1), created_at: "2026-01-01T00:00:00Z" }));
      return { status: 200, headers: { "x-total-count": String(names.length) }, json: list };
    }
    if (kind === "secrets") {
      if (method !== "PUT") return { status: 405 };
      const status = secrets.has(key) ? 204 : 201;
      secrets.set(key, String(body.data));
      return { status };
    }
    if (method === "POST") {
      if (variables.has(key)) return { status: 409, json: { message: "variable name already exists" } };
      variables.set(key, String(body.value));
      return { status: 201 };
    }
    const known = variables.get(key);
    if (known === undefined) return notFound;
    if (method === "GET")
      return { status: 200, json: { owner_id: 0, repo_id: 1, name: name.toUpperCase(), data: known } };
    variables.set(key, String(body.value));
    return { status: 204 };
  }

  const server = http.createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { method = "", headers } = request;
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    requests.push({ method, path: url.pathname + url.search, authorization: headers.authorization ?? "" });
    const isMember = headers.authorization === `token ${token}`;
    const refused = options.refuse?.(method, url.pathname);
    let answer: Answer = { status: 404, text: "<html>Not found.</html>" };
    if (refused) answer = { status: refused.status, json: { message: refused.message } };
    else if (url.pathname.startsWith("/api/v1/") && closed && !isMember) {
      answer = { status: 403, json: { message: "Only signed in user is allowed to call APIs." } };
    } else if (url.pathname === "/api/v1/version") answer = { status: 200, json: { version: "13.0.2+gitea-1.22.0" } };
    else if (url.pathname.startsWith("/api/v1/")) {
      answer = isMember
        ? answerTo(method, url, body === "" ? {} : JSON.parse(body))
        : { status: 401, json: { message: "token is required" } };
    }
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(answer.json === undefined ? answer.text : JSON.stringify(answer.json));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    secrets,
    variables,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

interface Answer {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
  text?: string;
}

const notFound: Answer = { status: 404, json: { message: "The target couldn't be found." } };
