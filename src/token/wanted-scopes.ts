import { asObject, type Client, parseJson } from "../mastodon/client.ts";
import type { InstanceDocument } from "../mastodon/limits.ts";
import { type Application, OAuthError, type OAuthServer, registerApplication } from "../mastodon/oauth.ts";
import { hasScope } from "../mastodon/permissions.ts";
import { softwareNamed } from "../mastodon/software.ts";
import type { Extra, LoginOptions } from "./arguments.ts";
import type { Context } from "./environment.ts";

/** All that posting takes; `profile` tells whose token it is, and nothing else of the account. */
const POSTING = ["write:statuses", "write:media", "profile"];

const EXTRAS: Record<Extra, string> = { "duplicate-check": "read:statuses", pin: "write:accounts" };

/** The scopes to ask for, separated by spaces. */
export function wantedScopes(options: Pick<LoginOptions, "with" | "scopes">): string {
  if (options.scopes !== "") return options.scopes;
  return [...new Set([...POSTING, ...options.with.map((extra) => EXTRAS[extra])])].join(" ");
}

/**
 * What to ask for in turn, until the server takes it: what is wanted; with `read:accounts` for `profile`, which Mastodon
 * knows since 4.3; at last the coarse scopes that everyone knows, and that allow far more.
 *
 * @param announced `scopes_supported` of the server's metadata; null for none
 */
export function scopeFallbacks(wanted: string, software: string, announced: readonly string[] | null): string[] {
  const words = wanted.split(" ");
  const older = words.map((scope) => (scope === "profile" ? "read:accounts" : scope));
  const fallbacks = [...new Set([words, older, coarse(words)].map((scopes) => [...new Set(scopes)].join(" ")))];
  if (announced && announced.length > 0) {
    const possible = fallbacks.filter((scopes) => scopes.split(" ").every((scope) => announced.includes(scope)));
    if (possible.length > 0) return possible;
  }
  const { scopes: known } = softwareNamed(software);
  if (known === "coarse") return fallbacks.slice(-1);
  return known === "without profile" ? fallbacks.slice(words.includes("profile") ? 1 : 0) : fallbacks;
}

function coarse(scopes: readonly string[]): string[] {
  const tops = scopes.map((scope) => (scope === "profile" ? "read" : scope.replace(/:.*/, "")));
  return ["read", "write", ...tops].filter((scope, index, all) => tops.includes(scope) && all.indexOf(scope) === index);
}

/** Which of the wanted scopes the granted ones do not cover; `write` covers `write:statuses`, `read` covers `profile`. */
export function missingScopes(wanted: string, granted: string): string[] {
  const has = granted.split(/[\s,]+/);
  return wanted.split(" ").filter((scope) => !hasScope(has, scope));
}

/**
 * Why posting exactly once needs `read:statuses` on this server, as a sentence; empty where it does not.
 *
 * Elsewhere a look can do without it, since anyone may list an account's public statuses, unless the server keeps that to
 * its own users.
 */
export async function whyReadStatuses(
  client: Client,
  software: string,
  document: InstanceDocument | null,
): Promise<string> {
  const { host } = new URL(client.origin);
  if (!softwareNamed(software).keysIn("").kept) {
    return software === ""
      ? `${host} does not say what software it runs, so it may not recognise a repeated request.`
      : `${host} runs ${software}, which is not known to recognise a repeated request.`;
  }
  const isClosed = document === null || (await isListClosed(client, document));
  return isClosed ? `${host} shows an account's posts to its own users alone.` : "";
}

/** Whether the list of an account's statuses takes a token; asked of the one account that an instance names itself. */
async function isListClosed(client: Client, document: InstanceDocument): Promise<boolean> {
  const { id } = asObject(asObject(document.contact).account ?? document.contact_account);
  if (typeof id !== "string" || id === "") return false;
  const path = `/api/v1/accounts/${encodeURIComponent(id)}/statuses?limit=1`;
  const answer = await client.probe(new URL(path, client.origin));
  return answer !== null && [401, 403].includes(answer.status) && parseJson(answer.text) !== undefined;
}

/** The server does not take these scopes, as far as one can tell. */
export class ScopesRefusedError extends Error {}

/** Tries scopes in turn, and says it aloud when a token gets to do more than was wanted. */
export async function tryScopes<T>(
  fallbacks: readonly string[],
  server: OAuthServer,
  { terminal }: Context,
  attempt: (scopes: string) => Promise<T>,
): Promise<T> {
  const { host } = new URL(server.origin);
  for (const [index, scopes] of fallbacks.entries()) {
    const next = fallbacks[index + 1];
    try {
      return await attempt(scopes);
    } catch (error) {
      if (!(error instanceof ScopesRefusedError) || next === undefined) throw error;
      terminal.say(error.message);
      const isWide = /(^| )write( |$)/.test(next);
      const why = isWide ? "ATTENTION: this allows far more than posting, but it is all the server may know" : "";
      terminal.say([`Asking ${host} for “${next}” instead of “${scopes}”.`, why].filter(Boolean).join(" "));
    }
  }
  throw new Error("There are no scopes to ask for.");
}

/** What a server names of a registration that it refuses, and what to do about it. */
const FIELDS: [words: RegExp, cure: string][] = [
  [/name/i, "Give another name with --name."],
  [/website/i, "It is the address of the repository: give another one with --repo."],
  [/redirect/i, "Take the other way: with --no-browser, or without it."],
];

/** Registers with scopes of which only the answer tells whether the server knows them. */
export async function register(
  { http }: Context,
  server: OAuthServer,
  application: { name: string; website: string; redirectUri: string; scopes: string },
): Promise<Application> {
  try {
    return await registerApplication(http, server, application);
  } catch (error) {
    if (!(error instanceof OAuthError) || ![400, 422].includes(error.status)) throw error;
    const { message, sentence } = error;
    const cure = /scope/i.test(sentence) ? undefined : FIELDS.find(([words]) => words.test(sentence))?.[1];
    // Not every server says that it was the scopes: Mastodon does, activities.next says "Unprocessable entity".
    throw cure === undefined ? new ScopesRefusedError(message) : new Error(`${message} ${cure}`);
  }
}
