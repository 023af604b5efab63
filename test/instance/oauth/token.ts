import { createHash } from "node:crypto";
import { accountUrl } from "../addresses.ts";
import { type Answer, type Call, json } from "../call.ts";
import { text } from "../parameters.ts";
import { type Account, newSecret, type Token } from "../store.ts";
import { answerOf, isError } from "./answers.ts";
import { isCovered } from "./authorization-request.ts";
import { sameScopes } from "./authorize.ts";
import { authenticate } from "./client.ts";
import type { CreatedAt, GrantType, OAuthError } from "./deviations.ts";
import { withPassword } from "./log-in.ts";
import { matchesRedirectUri } from "./redirect-uris.ts";
import type { Grant, RegisteredApplication } from "./state.ts";

/** POST /oauth/token, for every grant that the server has. */
export function giveToken(call: Call): Answer {
  const { token } = call.profile.oauth;
  const state = call.store.oauth;
  state.tokenCalls += 1;
  // As on activities.next: no Retry-After, and it never ends.
  if (token.burst !== null && state.tokenCalls >= token.burst) return json({}, {}, 429);
  const missing = token.missing(call);
  if (missing) return answerOf(missing);
  const given = text(call.parameters, "grant_type");
  if (given === null) return answerOf(token.errors.parameter("grant_type"));
  const type = token.grants.find((known) => known === given);
  if (type === undefined) return answerOf(token.errors.grantType);
  const client = authenticate(call);
  if (isError(client)) return answerOf(client);
  const result = byGrant[type](call, client);
  return isError(result) ? answerOf(result) : answer(call, result);
}

const byGrant: Record<GrantType, (call: Call, client: RegisteredApplication) => Token | OAuthError> = {
  authorization_code: forCode,
  client_credentials: forApplication,
  password: forPassword,
  refresh_token: forRefreshToken,
};

function forCode(call: Call, client: RegisteredApplication): Token | OAuthError {
  const { token: rules, authorization } = call.profile.oauth;
  const { errors } = rules;
  if (!rules.checksCode) return forAnyCode(call, client);
  const code = text(call.parameters, "code");
  if (code === null) return errors.parameter("code");
  const grant = call.store.oauth.grants.get(code);
  const uri = text(call.parameters, "redirect_uri");
  if (rules.checksRedirectUri && uri === null) return errors.parameter("redirect_uri");
  if (grant?.challenge && !text(call.parameters, "code_verifier")) return errors.missingVerifier;
  if (!grant || grant.application !== client) return errors.code;
  if (grant.token || grant.burnt || call.now().getTime() > grant.expires) {
    if (grant.token && rules.reuseRevokes) grant.token.state = "revoked";
    return errors.usedCode;
  }
  if (rules.checksRedirectUri && !matchesRedirectUri(grant.redirectUri, uri ?? "", authorization.redirectMatch))
    return errors.redirectUri(uri ?? "");
  if (!isVerified(call, grant)) {
    grant.burnt = rules.verifierBurnsCode;
    return errors.verifier;
  }
  grant.token = tokenFor(call, client, grant.account, grant.scopes);
  return grant.token;
}

/** snac: whoever knows the secret gets a token of whoever logged in last; the code may be any. */
function forAnyCode(call: Call, client: RegisteredApplication): Token | OAuthError {
  const grants = [...call.store.oauth.grants.values()].filter(({ application }) => application === client);
  const account = grants.at(-1)?.account ?? null;
  const scope = text(call.parameters, "scope");
  return tokenFor(call, client, account, scope === null ? [] : scope.split(/\s+/).filter(Boolean));
}

function forApplication(call: Call, client: RegisteredApplication): Token | OAuthError {
  const { registration } = call.profile.oauth;
  const scopes = askedScopes(call, client, registration.defaultScopes);
  return isError(scopes) ? scopes : tokenFor(call, client, null, scopes);
}

function forPassword(call: Call, client: RegisteredApplication): Token | OAuthError {
  const { token, registration } = call.profile.oauth;
  const name = text(call.parameters, "username") ?? "";
  const account = withPassword(call, name, text(call.parameters, "password") ?? "", token.passwordNames);
  if (!account) return token.errors.password;
  if (account.twoFactor !== null) return token.errors.twoFactor();
  const scopes = askedScopes(call, client, registration.defaultScopes);
  return isError(scopes) ? scopes : tokenFor(call, client, account, scopes);
}

function forRefreshToken(call: Call, client: RegisteredApplication): Token | OAuthError {
  const { refreshes } = call.store.oauth;
  const value = text(call.parameters, "refresh_token") ?? "";
  const old = refreshes.get(value);
  if (!old || old.application !== client) return call.profile.oauth.token.errors.code;
  refreshes.delete(value);
  call.store.tokens.delete(old.value);
  return tokenFor(call, client, old.account, old.scopes);
}

function askedScopes(call: Call, client: RegisteredApplication, usual: readonly string[]): string[] | OAuthError {
  const { authorization, token } = call.profile.oauth;
  const scope = text(call.parameters, "scope") ?? "";
  const scopes = scope.split(/\s+/).filter(Boolean);
  const asked = scopes.length > 0 ? scopes : usual;
  const covered = asked.every((one) => isCovered(one, client, authorization.scopes));
  return covered ? [...new Set(asked)] : token.errors.scope(scope);
}

/** A verifier without a challenge is as wrong as the other way round: Doorkeeper's validate_code_verifier. */
function isVerified(call: Call, { challenge }: Grant): boolean {
  if (call.profile.oauth.authorization.challengeMethods === null) return true;
  const verifier = text(call.parameters, "code_verifier") ?? "";
  if (challenge === null) return verifier === "" || !call.profile.oauth.token.refusesLoneVerifier;
  const expected = challenge.method === "plain" ? verifier : createHash("sha256").update(verifier).digest("base64url");
  return expected === challenge.value;
}

/** A new token, or the one that the same application, account and scopes have: Doorkeeper's reuse_access_token. */
function tokenFor(
  call: Call,
  application: RegisteredApplication,
  account: Account | null,
  scopes: readonly string[],
): Token {
  const known =
    call.profile.oauth.token.reusesTokens &&
    [...call.store.tokens.values()].find(
      (token) =>
        token.application === application &&
        token.account === account &&
        token.state === "active" &&
        sameScopes(token.scopes, scopes),
    );
  if (known) return known;
  const token: Token = { value: newSecret(), scopes: [...scopes], account, state: "active", application };
  call.store.tokens.set(token.value, token);
  call.store.oauth.issued.set(token, call.now());
  return token;
}

function answer(call: Call, token: Token): Answer {
  const rules = call.profile.oauth.token;
  const kind = token.account ? "user" : "application";
  const created = call.store.oauth.issued.get(token) ?? call.now();
  const expiresIn = rules.expiresIn[kind];
  const seconds = Math.floor(created.getTime() / 1000);
  const granted = token.scopes.join(" ");
  const scope =
    typeof rules.scope === "object"
      ? rules.scope.always
      : rules.scope === "granted"
        ? granted
        : (text(call.parameters, "scope") ?? "");
  const extra = token.account
    ? rules.extra({ profileUrl: accountUrl(call.origin, token.account), expiresAt: seconds + (expiresIn ?? 0) })
    : {};
  return json(
    {
      access_token: token.value,
      token_type: "Bearer",
      ...(expiresIn === null ? {} : { expires_in: expiresIn }),
      ...(rules.grants.includes("refresh_token") && token.account
        ? { refresh_token: refreshTokenOf(call, token) }
        : {}),
      scope,
      created_at: timeOf(created, rules.createdAt[kind]),
      ...extra,
    },
    { "cache-control": "no-store", pragma: "no-cache" },
  );
}

function refreshTokenOf(call: Call, token: Token): string {
  const value = newSecret();
  call.store.oauth.refreshes.set(value, token);
  return value;
}

function timeOf(date: Date, kind: CreatedAt): number | string {
  if (kind === "ISO 8601") return date.toISOString();
  return kind === "milliseconds" ? date.getTime() : Math.floor(date.getTime() / 1000);
}
