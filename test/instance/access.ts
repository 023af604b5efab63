import { type Call, Refusal, refuse } from "./call.ts";
import type { Profile } from "./profiles.ts";
import type { Account, Store, Token } from "./store.ts";

/** The token named in the Authorization header, in any state; null when there is none or it is unknown here. */
export function namedToken(store: Store, { access }: Profile, authorization: string | undefined): Token | null {
  const value = access.bearer.exec(authorization ?? "")?.[1];
  return (value !== undefined && store.tokens.get(value)) || null;
}

/**
 * Doorkeeper's `doorkeeper_authorize!`: a usable token with at least one of the scopes, else 401 or 403.
 * Without scopes any usable token does.
 */
export function requireScope(call: Call, ...scopes: string[]): Token {
  const { token, profile } = call;
  const { access, errors } = profile;
  if (token === null) throw withoutToken(call);
  const dead = { revoked: errors.tokenRevoked, expired: errors.tokenExpired }[token.state as string];
  if (dead !== undefined) {
    // Only Doorkeeper tells what became of a token.
    if (access.tokenUnknown) throw new Refusal(access.tokenUnknown(call));
    throw refuse(401, dead, challenge("invalid_token", dead));
  }
  if (scopes.length > 0 && !access.suffices(token.scopes, scopes)) {
    if (access.outsideScopes) throw new Refusal(access.outsideScopes(call, scopes));
    const description = `Access to this resource requires scope "${scopes.join(" ")}".`;
    const headers = profile.forbiddenNamesScopes ? challenge("insufficient_scope", description) : {};
    throw refuse(403, errors.outsideScopes, headers);
  }
  return token;
}

function withoutToken(call: Call): Refusal {
  const { access, errors } = call.profile;
  const isMissing = !access.bearer.test(call.headers.authorization ?? "");
  const answer = (isMissing && access.tokenMissing) || access.tokenUnknown;
  if (answer) return new Refusal(answer(call));
  return refuse(401, errors.tokenInvalid, challenge("invalid_token", errors.tokenInvalid));
}

/** Mastodon's `authorize_if_got_token!`: nobody needs a token, but one that is known here must fit. */
export function scopeOfAnyToken(call: Call, ...scopes: string[]): void {
  if (call.token !== null || !call.profile.access.publicIsReadable) requireScope(call, ...scopes);
}

/** Mastodon's `require_user!`: the account behind a user token that may log in, else 422 or 403. */
export function requireUser(call: Call): Account {
  const account = call.token?.account;
  if (!account) throw refuse(422, call.profile.errors.userRequired);
  const sentence = whyNoLogin(call, account);
  if (sentence !== null) throw refuse(403, sentence);
  return account;
}

/** What is said to an account that may not log in; null for one that may. */
export function whyNoLogin({ profile }: Call, { state, movedTo }: Account): string | null {
  const { errors, features } = profile;
  if (state === "unconfirmed") return errors.emailUnconfirmed;
  if (state === "pending") return errors.approvalPending;
  return state !== "active" || (movedTo !== null && !features.movedMayPost) ? errors.loginDisabled : null;
}

function challenge(error: string, description: string): Record<string, string> {
  // A quoted string of RFC 9110; Doorkeeper 5.9 replaces the quotes inside it.
  const quoted = description.replaceAll('"', "_");
  return {
    "www-authenticate": `Bearer realm="Doorkeeper", error="${error}", error_description="${quoted}"`,
  };
}
