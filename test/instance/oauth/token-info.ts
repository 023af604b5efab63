import { namedToken } from "../access.ts";
import { type Answer, type Call, json } from "../call.ts";
import { text } from "../parameters.ts";
import { answerOf, isError } from "./answers.ts";
import { authenticate } from "./client.ts";
import type { RegisteredApplication } from "./state.ts";

/** GET /oauth/token/info: what a token may do, for whoever holds it, also when its account may not sign in. */
export function tokenInfo(call: Call): Answer {
  const { parameters, profile, store } = call;
  const inQuery = text(parameters, "access_token");
  const token = call.token ?? namedToken(store, profile, `Bearer ${inQuery ?? ""}`);
  if (!token || token.state === "revoked" || token.state === "expired") return dead(profile.errors.tokenInvalid);
  const { account, application, scopes } = token;
  const owner = account && store.accounts.indexOf(account) + 1;
  const { clientId = application.id } = application as Partial<RegisteredApplication>;
  const created = Math.floor((store.oauth.issued.get(token) ?? call.now()).getTime() / 1000);
  const info = { resource_owner_id: owner, scope: scopes, expires_in: null };
  return { ...json({ ...info, application: { uid: clientId }, created_at: created }), headers: headersOf() };
}

/** POST /oauth/introspect (RFC 7662): for the token's own application, or one with another token of it. */
export function introspect(call: Call): Answer {
  const { introspection } = call.profile.oauth;
  if (!introspection) throw new Error("a server without introspection has no such route");
  const token = call.store.tokens.get(text(call.parameters, "token") ?? "");
  const bearer = /^Bearer /i.test(call.headers.authorization ?? "");
  if (bearer && (call.token === null || call.token === token)) return dead(call.profile.errors.tokenInvalid);
  const client = bearer ? call.token?.application : authenticate(call);
  if (!client || isError(client)) return answerOf(introspection.unauthorized);
  const isActive = token?.state === "active" && token.application === client;
  if (!isActive) return { ...json({ active: false }), headers: headersOf() };
  const { clientId } = token.application as RegisteredApplication;
  const issued = Math.floor((call.store.oauth.issued.get(token) ?? call.now()).getTime() / 1000);
  const body = { scope: token.scopes.join(" "), client_id: clientId, token_type: "Bearer", ...introspection.more };
  return { ...json({ active: true, ...body, iat: issued }), headers: headersOf() };
}

function dead(sentence: string): Answer {
  const body = { error: "invalid_token", error_description: sentence, state: "unauthorized" };
  const challenge = `Bearer realm="Doorkeeper", error="invalid_token", error_description="${sentence}"`;
  return {
    ...json(body, {}, 401),
    headers: { ...headersOf(), "cache-control": "no-store", "www-authenticate": challenge },
  };
}

function headersOf(): Record<string, string> {
  return {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "max-age=0, private, must-revalidate",
  };
}
