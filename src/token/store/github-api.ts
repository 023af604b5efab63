import { asObject, parseJson } from "../../mastodon/client.ts";
import type { Http, HttpAnswer } from "../../mastodon/http.ts";
import { type Destination, originOf, placeName } from "./destination.ts";
import { seal } from "./sealed-box.ts";
import { ask, type Entry, refused, type Store, StoreError } from "./store.ts";

/**
 * A place on GitHub by way of its API (docs.github.com, “REST API endpoints for GitHub Actions Secrets”, “… Variables”,
 * “… Dependabot”).
 *
 * @param token a person's token for that host
 */
export function openGithubApi(destination: Destination, token: string, http: Http): Store {
  const base = apiBase(destination);

  function send(method: string, path: string, body?: unknown): Promise<HttpAnswer> {
    const headers = {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "x-github-api-version": "2022-11-28",
    };
    return ask(http, { method, url: new URL(base + path), headers }, body);
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
  const { what, sentence } = refused(answer, method, path, destination);
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

/** What is known of a refusal by GitHub's API. */
export interface Refusal {
  /** 0 where there is none. */
  status: number;
  /** What GitHub said. */
  sentence: string;
  destination: Destination;
  /** Whether the GitHub CLI asked, with a token of its own. */
  isCli: boolean;
  /** Where a token is allowed to pass the single sign-on; empty where GitHub names no such page. */
  signOn?: string;
  /** The permissions that would do, as the header X-Accepted-GitHub-Permissions lists them: `secrets=write`. */
  permissions?: string;
  /** Scopes of a classic token, as X-OAuth-Scopes lists them; undefined for tokens of other kinds. */
  scopes?: string | undefined;
}

/** The likely cause of a refusal and what to do, in one or two sentences. */
export function cureOf(refusal: Refusal): string {
  const { status, sentence, destination, isCli, signOn = "", permissions = "" } = refusal;
  const owner = destination.owner;
  if (signOn !== "" || /\bSAML\b|single sign-on/i.test(sentence)) {
    const page = signOn || /https:\/\/\S+\/sso\?\S+[^\s”."]/.exec(sentence)?.[0] || `the token's page on GitHub`;
    return `${owner} wants every token allowed for its single sign-on: open ${page}, allow it, and run this again.`;
  }
  if (/rate limit/i.test(sentence) || status === 429) return "Too much was asked of GitHub. Run this again in an hour.";
  if (/archived/i.test(sentence))
    return "Nothing can be stored in an archived repository. Unarchive it in its settings.";
  if (/IP allow list/i.test(sentence)) return `${owner} lets in known addresses only. Run this from one of them.`;
  if (/forbids access|lifetime/i.test(sentence)) {
    return `${owner} has a rule against this kind of token. Make one of the kind that the sentence names, or log in with gh.`;
  }
  if (status === 401) {
    return isCli
      ? `The GitHub CLI's own token is dead. Run: gh auth login --hostname ${destination.host}`
      : "The GitHub token is expired, revoked or cut off. Set a valid one, or log in with gh auth login.";
  }
  if (/by integration/i.test(sentence)) {
    return `A workflow's own token can never store secrets. Use a personal access token with ${neededRights(destination)}.`;
  }
  if (/admin rights|must be an? (org|admin|owner)/i.test(sentence)) {
    return `Your account has too few rights there. Ask an owner of ${owner} for them, or to store it.`;
  }
  if (status === 403) {
    const named = permissions === "" ? "" : ` (it wants ${permissions})`;
    return `The token lacks a permission${named}. ${newToken(refusal)}`;
  }
  if (status === 404) return `${whatIsMissing(refusal)} ${newToken(refusal)}`;
  if (status >= 500) return "GitHub has a problem of its own; see githubstatus.com. Run this again later.";
  return "Check the names, or store it by hand with --print.";
}

function whatIsMissing({ destination }: Refusal): string {
  const { owner, name, environment } = destination;
  if (name === "") return `There is no organization ${owner}, or this token does not see its secrets.`;
  if (environment !== "") return `There is no environment ${environment}, or this token does not see it.`;
  return `There is no such repository, or this token does not see its secrets.`;
}

function newToken({ destination, isCli, scopes }: Refusal): string {
  const { host, name } = destination;
  const scope = name === "" ? "admin:org" : "repo";
  if (isCli) return `If the name is right, run: gh auth refresh --hostname ${host} --scopes ${scope}`;
  if (scopes !== undefined && !scopes.split(/[\s,]+/).includes(scope)) {
    return `A classic token needs the scope ${scope}; this one has ${scopes.trim() || "none"}.`;
  }
  return `If the name is right, give the token ${neededRights(destination)}: ${tokenPage(destination)}`;
}

/** The rights that a fine-grained token needs, as GitHub's page words them. */
export function neededRights({ name, environment }: Destination): string {
  if (name === "") return "“Secrets” and “Variables” (organization): read and write";
  if (environment !== "") return "“Environments”: read and write";
  return "“Secrets” and “Variables”: read and write";
}

/** Where fine-grained tokens are made. */
export function tokenPage(destination: Destination): string {
  return `${originOf(destination)}/settings/personal-access-tokens/new`;
}
