import type { Answer, Call } from "../call.ts";
import { text } from "../parameters.ts";
import { answerOf, redirect } from "./answers.ts";
import type { Asked } from "./authorization-request.ts";
import type { Authorization, AuthorizationRefusal } from "./deviations.ts";
import { codePage, errorPage } from "./pages.ts";
import { outOfBand } from "./redirect-uris.ts";

/** How a code gets to the application: by redirect, or shown to the person. */
export function handOver(call: Call, code: string, asked: Asked): Answer {
  const { authorization } = call.profile.oauth;
  const { redirectUri, state } = asked;
  if (redirectUri === outOfBand && authorization.outOfBand !== "redirect") return shown(code, asked, authorization);
  return sentTo(redirectUri, { code, state, iss: authorization.issuer?.(call.origin) ?? "" }, authorization);
}

function shown(code: string, asked: Asked, { outOfBand }: Authorization): Answer {
  if (outOfBand === "page") return codePage(code);
  // snac: the state follows the code, as if there were an address before it. From its mastoapi.c, not tried.
  if (outOfBand === "body")
    return answerOf({ status: 200, body: asked.state === "" ? code : `${code}&state=${asked.state}` });
  const path = typeof outOfBand === "object" ? outOfBand.path : "";
  return redirect(302, `${path}?${queryOf({ code, state: asked.state })}`);
}

/** How the application hears that the person said no. */
export function denied(call: Call, asked: Asked, denial: { description: string; state: boolean }): Answer {
  const { authorization } = call.profile.oauth;
  const error = { error: "access_denied", error_description: denial.description };
  // Doorkeeper cannot redirect there and says it in JSON. From its code, not tried.
  if (asked.redirectUri === outOfBand && typeof authorization.outOfBand === "object")
    return answerOf({ status: 400, body: error });
  const state = denial.state ? asked.state : "";
  return sentTo(asked.redirectUri, { ...error, state, iss: authorization.issuer?.(call.origin) ?? "" }, authorization);
}

/** How a request ends that cannot be granted. */
export function refused(call: Call, refusal: AuthorizationRefusal): Answer {
  if (refusal.kind === "page") return errorPage(refusal.status, refusal.sentence);
  if (refusal.kind === "answer") return answerOf(refusal);
  const given = (name: string) => text(call.parameters, name) ?? "";
  const { error, description } = refusal;
  const state = refusal.state ? given("state") : "";
  const { authorization } = call.profile.oauth;
  return sentTo(given("redirect_uri"), { error, error_description: description, state }, authorization);
}

/** Parameters that are "" are left out. */
function sentTo(uri: string, parameters: Record<string, string>, { redirectStatus, rawState }: Authorization): Answer {
  const { state, ...others } = parameters;
  const query = queryOf(rawState ? others : parameters);
  const raw = rawState && state ? `&state=${state}` : "";
  return redirect(redirectStatus, `${uri}${uri.includes("?") ? "&" : "?"}${query}${raw}`);
}

function queryOf(parameters: Record<string, string>): URLSearchParams {
  return new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ""));
}
