import { asObject, parseJson, version } from "../../mastodon/client.ts";
import type { Http, HttpAnswer } from "../../mastodon/http.ts";
import { type Destination, originOf, placeName } from "./destination.ts";
import { cureOf } from "./github-refusal.ts";
import { seal } from "./sealed-box.ts";
import { type Entry, type Store, StoreError } from "./store.ts";
import { unreachable } from "./unreachable.ts";

/** How long one request may take, in milliseconds. */
const TIMEOUT = 30_000;

/**
 * A place on GitHub by way of its API (docs.github.com, “REST API endpoints for GitHub Actions Secrets”, “… Variables”,
 * “… Dependabot”).
 *
 * @param token a person's token for that host
 */
export function openGithubApi(destination: Destination, token: string, http: Http): Store {
  const base = apiBase(destination);

  async function send(method: string, path: string, body?: unknown): Promise<HttpAnswer> {
    const url = new URL(base + path);
    const headers = {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "user-agent": `mastodon-status-action/${version}`,
      "x-github-api-version": "2022-11-28",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    try {
      return await http.within(TIMEOUT).send({ method, url, headers, ...content });
    } catch (cause) {
      throw unreachable(url, cause);
    }
  }

  async function call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const answer = await send(method, path, body);
    if (answer.status < 200 || answer.status > 299) throw refusal(answer, method, path, destination);
    return asObject(parseJson(answer.text));
  }

  /** Which of the organization's repositories may read it; nothing for a repository's own. */
  async function readers() {
    const { owner, name, visibility, repositories } = destination;
    if (name !== "") return {};
    if (visibility !== "selected") return { visibility };
    const found = await Promise.all(
      repositories.map((one) => call("GET", `/repos/${owner}/${encodeURIComponent(one)}`)),
    );
    return { visibility, selected_repository_ids: found.map(({ id }) => id) };
  }

  async function putSecret(entry: Entry, path: string): Promise<void> {
    const { key, key_id } = await call("GET", `${path}/public-key`);
    if (typeof key !== "string") throw new StoreError(`${placeName(destination)} names no key to encrypt with.`);
    const encrypted_value = await seal(entry.value, key);
    await call("PUT", `${path}/${entry.name}`, { encrypted_value, key_id, ...(await readers()) });
  }

  async function putVariable({ name, value }: Entry, path: string): Promise<void> {
    const body = { name, value, ...(await readers()) };
    const answer = await send("POST", path, body);
    if (answer.status === 409) await call("PATCH", `${path}/${name}`, body);
    else if (answer.status > 299) throw refusal(answer, "POST", path, destination);
  }

  return {
    way: "the GitHub API",
    async look(entry) {
      const path = `${pathOf(entry, destination)}/${entry.name}`;
      const answer = await send("GET", path);
      if (answer.status === 404) return "nothing";
      if (answer.status !== 200) throw refusal(answer, "GET", path, destination);
      const { value } = asObject(parseJson(answer.text));
      return entry.kind === "variable" && value === entry.value ? "the same" : "something";
    },
    async put(entry) {
      const path = pathOf(entry, destination);
      await (entry.kind === "variable" ? putVariable(entry, path) : putSecret(entry, path));
    },
  };
}

/** Where the API of a host is: github.com and *.ghe.com have one of their own, GitHub Enterprise Server has it on board. */
function apiBase(destination: Destination): string {
  const { host } = destination;
  return host === "github.com" || host.endsWith(".ghe.com") ? `https://api.${host}` : `${originOf(destination)}/api/v3`;
}

function pathOf({ kind }: Entry, { owner, name, environment }: Destination): string {
  const place = name === "" ? `/orgs/${owner}` : `/repos/${owner}/${name}`;
  if (kind === "Dependabot secret") return `${place}/dependabot/secrets`;
  const inside = environment === "" ? "actions" : `environments/${encodeURIComponent(environment)}`;
  return `${place}/${inside}/${kind === "variable" ? "variables" : "secrets"}`;
}

function refusal(answer: HttpAnswer, method: string, path: string, destination: Destination): StoreError {
  const { status, headers } = answer;
  const { message } = asObject(parseJson(answer.text));
  const sentence = typeof message === "string" ? message.replace(/\s+/g, " ").slice(0, 300) : "";
  const told = sentence === "" ? `${status}` : `${status} “${sentence}”`;
  const what = `${placeName(destination)} was refused: ${told} (${method} ${path}).`;
  if (status >= 300 && status < 400) {
    return new StoreError(`${what} It was renamed or moved. Give the name that it has now.`);
  }
  const signOn = /url=(\S+)/.exec(headers["x-github-sso"] ?? "")?.[1] ?? "";
  const permissions = headers["x-accepted-github-permissions"] ?? "";
  const scopes = headers["x-oauth-scopes"];
  return new StoreError(
    `${what} ${cureOf({ status, sentence, destination, isCli: false, signOn, permissions, scopes })}`,
  );
}
