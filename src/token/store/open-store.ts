import { asObject, parseJson } from "../../mastodon/client.ts";
import type { HttpAnswer } from "../../mastodon/http.ts";
import { userAgent } from "../../package.ts";
import type { Context, Environment } from "../environment.ts";
import { type Destination, originOf } from "./destination.ts";
import { forgejoScope, forgejoTokenPage, openForgejo } from "./forgejo.ts";
import { neededRights, openGithubApi, tokenPage } from "./github-api.ts";
import { openGithubCli } from "./github-cli.ts";
import { type Store, StoreError } from "./store.ts";

/** How long a server may take to say what it is, in milliseconds. */
const TIMEOUT = 10_000;

/**
 * Finds the way to a place: the GitHub CLI where it is logged in, else GitHub's API, or that of Forgejo and Gitea.
 *
 * @throws StoreError when there is none, or a token for it is missing
 */
export async function openStore(destination: Destination, context: Context): Promise<Store> {
  const { environment, http } = context;
  const kind = await kindOf(destination, context);
  if (kind === "Forgejo") {
    const page = `${forgejoTokenPage(destination)} (scope ${forgejoScope(destination)})`;
    const token = environment.forgejoToken || (await askForToken(destination, "FORGEJO_TOKEN", page, context));
    return openForgejo(destination, token, http);
  }
  const cli = await openGithubCli(destination, environment);
  if (cli) return cli;
  if (kind === "unknown") {
    throw new StoreError(
      `${destination.host} is neither GitHub nor Forgejo nor Gitea, as far as it answers. Check the name, or store the token there by hand with --print.`,
    );
  }
  const page = `${tokenPage(destination)} (${neededRights(destination)})`;
  const token =
    githubToken(destination, environment) ||
    (await askForToken(destination, tokenVariable(destination), page, context));
  return openGithubApi(destination, token, http);
}

/** What a host runs, asked without a token. */
async function kindOf(destination: Destination, { http }: Context): Promise<"GitHub" | "Forgejo" | "unknown"> {
  const origin = originOf(destination);
  if (isGithubCloud(destination)) return "GitHub";
  const forgejo = await look("/api/v1/version");
  if (forgejo && isForgejo(forgejo)) return "Forgejo";
  const github = await look("/api/v3/meta");
  return github && isGithub(github) ? "GitHub" : "unknown";

  async function look(path: string): Promise<HttpAnswer | null> {
    const headers = { accept: "application/json", "user-agent": userAgent };
    try {
      return await http.within(TIMEOUT).send({ method: "GET", url: new URL(path, origin), headers });
    } catch {
      return null;
    }
  }
}

function isForgejo({ status, text }: HttpAnswer): boolean {
  const { version: number, message } = asObject(parseJson(text));
  if (status === 200) return typeof number === "string";
  // A server for members alone says so to everyone else, in JSON.
  return [401, 403].includes(status) && typeof message === "string";
}

/** GitHub Enterprise Server marks its answers, those of a server in private mode (401) as well. */
function isGithub({ headers, text }: HttpAnswer): boolean {
  const { installed_version } = asObject(parseJson(text));
  return (
    "x-github-enterprise-version" in headers || "x-github-request-id" in headers || installed_version !== undefined
  );
}

function isGithubCloud({ host }: Destination): boolean {
  return host === "github.com" || host.endsWith(".ghe.com");
}

/**
 * The person's token for a host, by the rule of the GitHub CLI: the token for github.com never goes to any other server,
 * whatever a repository's remote may name.
 */
function githubToken(destination: Destination, { githubToken: cloud, variable }: Environment): string {
  if (isGithubCloud(destination)) return cloud;
  return variable("GH_ENTERPRISE_TOKEN") || variable("GITHUB_ENTERPRISE_TOKEN");
}

function tokenVariable(destination: Destination): string {
  return isGithubCloud(destination) ? "GH_TOKEN" : "GH_ENTERPRISE_TOKEN";
}

async function askForToken(
  { host }: Destination,
  variable: string,
  page: string,
  { terminal }: Context,
): Promise<string> {
  const missing = `To store anything on ${host}, a token for ${host} is needed.`;
  const login = variable === "FORGEJO_TOKEN" ? "" : `log in with gh auth login --hostname ${host}, or `;
  if (!terminal.interactive) {
    throw new StoreError(`${missing} There is none: ${login}set ${variable} to one from ${page}.`);
  }
  terminal.say(`${missing} You can make one at ${page}.`);
  const token = await terminal.askSecret(`Token for ${host} (used once, not kept)`);
  if (token === "")
    throw new StoreError(`${missing} None was given: ${login}set ${variable}, or choose another place.`);
  return token;
}
