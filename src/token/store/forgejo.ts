import { asObject, parseJson } from "../../mastodon/client.ts";
import type { Http, HttpAnswer } from "../../mastodon/http.ts";
import { type Destination, originOf } from "./destination.ts";
import { ask, type Entry, refused, type Store, StoreError } from "./store.ts";

/** More entries than any page shows, and fewer requests than anyone minds. */
const MOST_PAGES = 20;

/**
 * A place on Forgejo or Gitea by way of their common API (`/api/swagger` of each; secrets since 1.21, variables since
 * 1.22). They encrypt what they store themselves, and know neither environments nor Dependabot.
 */
export function openForgejo(destination: Destination, token: string, http: Http): Store {
  const { owner, name, environment, host } = destination;
  if (environment !== "") {
    throw new StoreError(
      `${host} knows no environments. Leave out --env, and the whole repository may read the token.`,
    );
  }
  const base = `${originOf(destination)}/api/v1`;
  const place = name === "" ? `/orgs/${owner}/actions` : `/repos/${owner}/${name}/actions`;

  function send(method: string, path: string, body?: unknown): Promise<HttpAnswer> {
    const headers = { accept: "application/json", authorization: `token ${token}` };
    return ask(http, { method, url: new URL(base + path), headers }, body);
  }

  async function call(method: string, path: string, body?: unknown): Promise<HttpAnswer> {
    const answer = await send(method, path, body);
    if (answer.status < 200 || answer.status > 299) throw refusal(answer, method, path, destination);
    return answer;
  }

  async function findSecret(wanted: string) {
    let seen = 0;
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const answer = await send("GET", `${place}/secrets?page=${page}&limit=50`);
      // Secrets could be stored before they could be listed.
      if (answer.status === 405) return "unknown";
      if (answer.status !== 200) throw refusal(answer, "GET", `${place}/secrets`, destination);
      const list = parseJson(answer.text);
      if (!Array.isArray(list)) return "unknown";
      // Names are kept in capital letters.
      if (list.some((one) => String(asObject(one).name).toUpperCase() === wanted.toUpperCase())) return "something";
      seen += list.length;
      if (list.length === 0 || seen >= Number(answer.headers["x-total-count"] ?? 0)) return "nothing";
    }
    return "unknown";
  }

  async function findVariable({ name: wanted, value }: Entry) {
    const path = `${place}/variables/${wanted}`;
    const answer = await send("GET", path);
    if (answer.status === 404) return "nothing";
    if (answer.status !== 200) throw refusal(answer, "GET", path, destination);
    return asObject(parseJson(answer.text)).data === value ? "the same" : "something";
  }

  return {
    way: `the API of ${host}`,
    async look(entry) {
      if (entry.kind === "Dependabot secret") {
        throw new StoreError(`${host} has no Dependabot, so it keeps no secrets for it. Leave out --dependabot.`);
      }
      return entry.kind === "variable" ? findVariable(entry) : findSecret(entry.name);
    },
    async put(entry) {
      if (entry.kind === "secret") {
        await call("PUT", `${place}/secrets/${entry.name}`, { data: entry.value });
        return;
      }
      const path = `${place}/variables/${entry.name}`;
      const answer = await send("POST", path, { value: entry.value });
      if (answer.status === 409) await call("PUT", path, { value: entry.value });
      else if (answer.status > 299) throw refusal(answer, "POST", path, destination);
    },
  };
}

/** Where a person makes a token for the API. */
export function forgejoTokenPage(destination: Destination): string {
  return `${originOf(destination)}/user/settings/applications`;
}

/** The scope that such a token needs. */
export function forgejoScope({ name }: Destination): string {
  return name === "" ? "write:organization" : "write:repository";
}

function refusal(answer: HttpAnswer, method: string, path: string, destination: Destination): StoreError {
  const { what } = refused(answer, method, path, destination);
  return new StoreError(`${what} ${cure(answer.status, destination)}`);
}

function cure(status: number, destination: Destination): string {
  const scope = forgejoScope(destination);
  const page = forgejoTokenPage(destination);
  if (status === 401) return `The token is not valid there. Make one with the scope ${scope}: ${page}`;
  if (status === 403) {
    return `The token lacks the scope ${scope}, or your account does not own the place. New tokens: ${page}`;
  }
  if (status === 404 || status === 405) {
    return "The name is wrong, its Actions are switched off in the settings, or the server is older than 1.22.";
  }
  if (status >= 500) return "The server has a problem of its own. Run this again later.";
  if (status >= 300 && status < 400) return "It was renamed or moved. Give the name that it has now.";
  return "Check the names, or store it by hand with --print.";
}
