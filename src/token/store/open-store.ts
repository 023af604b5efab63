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

/** The way to a place, or none: the person would rather have the token printed. */
export type Way = { kind: "GitHub" | "Forgejo"; store: Store } | "print";

/**
 * Finds the way to a place: the GitHub CLI where it is logged in, else GitHub's API, or that of Forgejo and Gitea. In a
 * terminal a person without either is led to one.
 *
 * @throws StoreError when there is none, or a token for it is missing
 */
export async function openStore(destination: Destination, context: Context): Promise<Way> {
  const { environment, http } = context;
  const kind = await whatRuns(destination, context);
  if (kind === "Forgejo") {
    const page = `${forgejoTokenPage(destination)} (scope ${forgejoScope(destination)})`;
    const token =
      (await confirmedToken("FORGEJO_TOKEN", environment.forgejoToken, destination, context)) ||
      (await askForToken(destination, "FORGEJO_TOKEN", page, context));
    return { kind, store: openForgejo(destination, token, http) };
  }
  for (;;) {
    const cli = await openGithubCli(destination, environment);
    if (typeof cli !== "string") return { kind: "GitHub", store: cli };
    if (kind === "unknown") {
      throw new StoreError(
        `${destination.host} is neither GitHub nor Forgejo nor Gitea, as far as it answers. Check the name, or store the token there by hand with --print.`,
      );
    }
    const variable = tokenVariable(destination);
    const own = githubToken(destination, environment);
    const token = isGithubCloud(destination) ? own : await confirmedToken(variable, own, destination, context);
    if (token !== "") return { kind, store: openGithubApi(destination, token, http) };
    const page = `${tokenPage(destination)} (${neededRights(destination)})`;
    const next = await chooseWay(cli, destination, context);
    if (next === "print") return next;
    if (next === "paste") {
      return { kind, store: openGithubApi(destination, await askForToken(destination, variable, page, context), http) };
    }
  }
}

/** How a person without a token for GitHub goes on. Without a terminal the question for the token says what is missing. */
async function chooseWay(
  cli: "not installed" | "not logged in",
  destination: Destination,
  { terminal }: Context,
): Promise<"again" | "paste" | "print"> {
  if (!terminal.interactive) return "paste";
  const { host } = destination;
  terminal.say(
    cli === "not logged in"
      ? `The GitHub CLI is here, but not logged in on ${host}. In another terminal, run: gh auth login --hostname ${host}`
      : `${host} stores nothing for strangers: it takes the GitHub CLI (gh, which is not installed here), or a token of yours.`,
  );
  return terminal.choose<"again" | "paste" | "print">("How shall it get there?", [
    ...(cli === "not logged in" ? [{ value: "again" as const, label: "Try again, now that gh is logged in" }] : []),
    { value: "paste", label: `Paste a token for ${host}`, hint: "its page is shown" },
    { value: "print", label: "Print the access token, and store it by hand" },
  ]);
}

/**
 * A token that stands in the environment for hosts of its kind: it goes only to one that the person named, or says yes to,
 * since a repository's remote may name any.
 */
async function confirmedToken(
  variable: string,
  token: string,
  { host, isHostNamed }: Destination,
  { terminal, environment }: Context,
): Promise<string> {
  if (token === "" || isHostNamed || host === environment.githubHost) return token;
  return (await terminal.confirm(`Send your token in ${variable} to ${host}?`, false)) ? token : "";
}

/** What a host runs: Forgejo stands for Gitea as well. */
export type Runs = "GitHub" | "Forgejo" | "unknown";

/** What a host runs, asked without a token. */
export async function whatRuns(destination: Destination, { http }: Pick<Context, "http">): Promise<Runs> {
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
