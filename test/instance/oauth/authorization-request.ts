import type { Call } from "../call.ts";
import { text } from "../parameters.ts";
import type { Authorization, AuthorizationRefusal } from "./deviations.ts";
import type { Hidden } from "./pages.ts";
import { matchesRedirectUri } from "./redirect-uris.ts";
import type { Grant, RegisteredApplication } from "./state.ts";

/** What an authorization request asks for, as far as the server cares. */
export interface Asked {
  application: RegisteredApplication;
  redirectUri: string;
  scopes: string[];
  /** "" for none. */
  state: string;
  challenge: Grant["challenge"];
}

const carried = [
  "response_type",
  "client_id",
  "redirect_uri",
  "scope",
  "state",
  "code_challenge",
  "code_challenge_method",
];

/** What the call asks for, or how it ends that it asks for nothing that can be. */
export function readAsked(call: Call): Asked | AuthorizationRefusal {
  const { authorization, registration } = call.profile.oauth;
  const given = (name: string) => text(call.parameters, name) ?? "";
  const { responseType, missingResponseType = responseType } = authorization.refusals;
  if (given("response_type") !== "code") return given("response_type") === "" ? missingResponseType : responseType;
  const application = call.store.oauth.applications.get(given("client_id"));
  if (!application) return authorization.refusals.unknownClient;
  if (given("redirect_uri") === "") return authorization.refusals.redirectUri;
  const challenge = readChallenge(given("code_challenge"), given("code_challenge_method"), authorization);
  if (challenge === "wrong") return authorization.refusals.challenge;
  const scopes = given("scope").split(/\s+/).filter(Boolean);
  return {
    application,
    redirectUri: given("redirect_uri"),
    scopes: scopes.length > 0 ? [...new Set(scopes)] : [...registration.defaultScopes],
    state: given("state"),
    challenge,
  };
}

function readChallenge(value: string, method: string, authorization: Authorization): Grant["challenge"] | "wrong" {
  const { challengeMethods, defaultChallengeMethod } = authorization;
  if (challengeMethods === null || value === "") return null;
  const used = method || defaultChallengeMethod;
  return used !== null && challengeMethods.includes(used) ? { value, method: used } : "wrong";
}

/** What is wrong with a redirect URI or scopes that the application did not register. */
export function problemOf(
  asked: Asked,
  { redirectMatch, scopes, refusals }: Authorization,
): AuthorizationRefusal | null {
  const { application, redirectUri } = asked;
  const isRegistered = application.redirectUris.some((uri) => matchesRedirectUri(uri, redirectUri, redirectMatch));
  if (!isRegistered) return refusals.redirectUri;
  const covered = asked.scopes.every((scope) => isCovered(scope, application, scopes));
  return covered ? null : refusals.scope;
}

/** Whether the server lets the application ask for the scope. */
export function isCovered(scope: string, application: RegisteredApplication, rule: Authorization["scopes"]): boolean {
  if (rule === "any") return true;
  if (typeof rule === "object") return rule.includes(scope);
  const nested = rule === "registered or above" && application.scopes.some((known) => scope.startsWith(`${known}:`));
  return nested || application.scopes.includes(scope);
}

/** The request as a form carries it along. */
export function hidden(call: Call): Hidden {
  const given = carried.map((name): [string, string | null] => [name, text(call.parameters, name)]);
  return Object.fromEntries(given.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** The request as an address of this instance. */
export function pathWithQuery(call: Call, path = call.path): string {
  const names = [...carried, "force_login"];
  const given = names.flatMap((name): [string, string][] => {
    const value = text(call.parameters, name);
    return value === null ? [] : [[name, value]];
  });
  return `${path}?${new URLSearchParams(given)}`;
}
