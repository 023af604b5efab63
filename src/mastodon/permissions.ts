import { isMissingScope, orMissingScope } from "./account.ts";
import { asObject, type Client, isApiError } from "./client.ts";
import { serverSentence } from "./diagnosis/answers.ts";
import { MastodonError } from "./error.ts";
import { softwareNamed } from "./software.ts";
import type { Probe, Probes } from "./traits.ts";

/** What a token may do, found out without doing it. */

/** What a token says of itself. */
export interface TokenInfo {
  scopes: string[];
  /** Whether it stands for an application alone, as one of the grant `client_credentials` does. */
  isOfApplication: boolean;
}

/**
 * Asks a token for its own scopes: `GET /oauth/token/info` of Doorkeeper, which answers any living token, whatever its
 * scopes and its account. Its application's scopes may be more.
 *
 * @returns null where the server has no such call, or does not accept the token
 * @throws MastodonError where there is no answer at all
 */
export async function tokenInfo(client: Client): Promise<TokenInfo | null> {
  try {
    const { scope, resource_owner_id: owner } = asObject((await client.call("GET", "/oauth/token/info")).json);
    return Array.isArray(scope) ? { scopes: scope.map(String), isOfApplication: owner === null } : null;
  } catch (error) {
    if (error instanceof MastodonError && error.failure.answer) return null;
    throw error;
  }
}

/** Whether scopes contain one, or a wider one that includes it: `write` has `write:statuses`, `read` has `profile`. */
export function hasScope(scopes: readonly string[], scope: string): boolean {
  if (scope === "profile" && (scopes.includes("read") || scopes.includes("read:accounts"))) return true;
  return scopes.includes(scope) || scopes.includes(scope.replace(/:.*/, ""));
}

/** What a token may be for. */
export type Ability = keyof Probes;

export const scopeFor: Record<Ability, string> = {
  posting: "write:statuses",
  media: "write:media",
  pin: "write:accounts",
};

const purposes: Record<Ability, string> = {
  posting: "To post",
  media: "To attach media",
  pin: "To pin a status",
};

export interface Verdict {
  verdict: "yes" | "no" | "unknown";
  /** Half a sentence; empty where nothing is to be said. */
  why: string;
  /** The error to throw where an answer says no; absent where the scopes alone say it. */
  error?: unknown;
}

/**
 * Whether a token may do something.
 *
 * @param known.software name of the server's software (nodeinfo); null where it does not say
 * @param known.info null where the server does not tell
 * @param known.mayLogIn whether the account has been seen with this token, so that its own state forbids nothing
 */
export async function mayDo(
  client: Client,
  ability: Ability,
  { software, info, mayLogIn }: { software: string | null; info: TokenInfo | null; mayLogIn: boolean },
): Promise<Verdict> {
  const scope = scopeFor[ability];
  const { scopes, probes } = softwareNamed(software);
  if (scopes === "none") return { verdict: "yes", why: `${software} knows no scopes` };
  if (info && !hasScope(info.scopes, scope)) return { verdict: "no", why: `it lacks ${scope}` };
  if (info && mayLogIn) return { verdict: "yes", why: "" };
  const probe = probes[ability];
  const verdict = probe ? await ask(client, ability, probe) : null;
  if (verdict) return verdict;
  return info ? { verdict: "yes", why: "" } : { verdict: "unknown", why: "this server shows it only when it is done" };
}

/** What a probe tells; null for nothing. */
async function ask(client: Client, ability: Ability, [method, path]: Probe): Promise<Verdict | null> {
  const scope = scopeFor[ability];
  try {
    await client.call(method, path);
    return { verdict: "yes", why: "" };
  } catch (error) {
    if (!(error instanceof MastodonError)) throw error;
    const { answer, json } = error.failure;
    // A web page that says so only says that there is no such path.
    if (!answer || !isApiError(json)) return null;
    if ([400, 404, 422].includes(answer.status)) return { verdict: "yes", why: "" };
    if (answer.status !== 403) return null;
    const why = isMissingScope(error) ? `it lacks ${scope}` : `the server says “${serverSentence(error.failure)}”`;
    return { verdict: "no", why, error: orMissingScope(error, scope, purposes[ability]) };
  }
}
