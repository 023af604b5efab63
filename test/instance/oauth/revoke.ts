import { type Answer, type Call, json } from "../call.ts";
import { text } from "../parameters.ts";
import { answerOf, isError } from "./answers.ts";
import { authenticate } from "./client.ts";
import type { Revocation } from "./deviations.ts";
import type { RegisteredApplication } from "./state.ts";

/** POST /oauth/revoke: a token ends, and on snac its application too. */
export function revoke(call: Call): Answer {
  const { revocation } = call.profile.oauth;
  if (!revocation) throw new Error("a server without revocation has no such route");
  const { client: when, bearer, errors, headers } = revocation;
  const hasBearer = /^Bearer /i.test(call.headers.authorization ?? "");
  if (bearer && hasBearer !== (bearer.rule === "wanted")) return answerOf(bearer.error);
  const absent = absentParameter(call, when);
  if (absent !== null) return answerOf(errors.parameter(absent));
  const client = when === "not asked" ? null : authenticate(call);
  if (when === "first" && client && isError(client)) return answerOf(errors.client);
  const value = text(call.parameters, "token") ?? "";
  const token = call.store.tokens.get(value);
  if (!token) return errors.unknown ? answerOf(errors.unknown) : json({}, headers);
  if (client && isError(client)) return answerOf(errors.client);
  if (client && token.application !== client) return errors.foreign ? answerOf(errors.foreign) : json({}, headers);
  if (revocation.token === "marked") token.state = "revoked";
  else call.store.tokens.delete(value);
  if (revocation.endsApplication) {
    call.store.oauth.applications.delete((token.application as RegisteredApplication).clientId);
  }
  return json({}, headers);
}

/** What must be there before anything is looked up; with `first` the client's check says it. */
function absentParameter(call: Call, when: Revocation["client"]): string | null {
  const names = when === "then" ? ["token", "client_id", "client_secret"] : when === "not asked" ? ["token"] : [];
  return names.find((name) => !text(call.parameters, name)) ?? null;
}
