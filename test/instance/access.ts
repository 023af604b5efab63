import { type Call, refuse } from "./call.ts";
import type { Account, Store, Token } from "./store.ts";

/** The token named in `Authorization: Bearer …`, in any state; null when there is none or it is unknown here. */
export function namedToken(store: Store, authorization: string | undefined): Token | null {
  const value = /^Bearer (.*)$/i.exec(authorization ?? "")?.[1];
  return (value !== undefined && store.tokens.get(value)) || null;
}

/**
 * Doorkeeper's `doorkeeper_authorize!`: a usable token with at least one of the scopes, else 401 or 403.
 * Without scopes any usable token does. Research sections 1.2, 4.2.
 */
export function requireScope(call: Call, ...scopes: string[]): Token {
  const { token, profile } = call;
  const { errors } = profile;
  if (token === null) throw refuse(401, errors.tokenInvalid, challenge("invalid_token", errors.tokenInvalid));
  if (token.state === "revoked")
    throw refuse(401, errors.tokenRevoked, challenge("invalid_token", errors.tokenRevoked));
  if (token.state === "expired")
    throw refuse(401, errors.tokenExpired, challenge("invalid_token", errors.tokenExpired));
  if (scopes.length > 0 && !scopes.some((scope) => token.scopes.includes(scope))) {
    const description = `Access to this resource requires scope "${scopes.join(" ")}".`;
    const headers = profile.forbiddenNamesScopes ? challenge("insufficient_scope", description) : {};
    throw refuse(403, errors.outsideScopes, headers);
  }
  return token;
}

/** Mastodon's `authorize_if_got_token!`: nobody needs a token, but one that is known here must fit. */
export function scopeOfAnyToken(call: Call, ...scopes: string[]): void {
  if (call.token !== null) requireScope(call, ...scopes);
}

/** Mastodon's `require_user!`: the account behind a user token that may log in, else 422 or 403. */
export function requireUser(call: Call): Account {
  const { token } = call;
  const { errors } = call.profile;
  if (!token?.account) throw refuse(422, errors.userRequired);
  if (token.state === "unconfirmed") throw refuse(403, errors.emailUnconfirmed);
  if (token.state === "pending") throw refuse(403, errors.approvalPending);
  if (token.state === "disabled") throw refuse(403, errors.loginDisabled);
  return token.account;
}

function challenge(error: string, description: string): Record<string, string> {
  // A quoted string of RFC 9110; Doorkeeper 5.9 replaces the quotes inside it.
  const quoted = description.replaceAll('"', "_");
  return {
    "cache-control": "no-store, no-cache",
    "www-authenticate": `Bearer realm="Doorkeeper", error="${error}", error_description="${quoted}"`,
  };
}
