import type { Answer, Call } from "../call.ts";
import { text } from "../parameters.ts";
import { answerOf, redirect } from "./answers.ts";
import type { Asked } from "./authorization-request.ts";
import type { AuthorizationRefusal } from "./deviations.ts";
import { codePage, errorPage } from "./pages.ts";
import { outOfBand } from "./redirect-uris.ts";

/** How a code gets to the application: by redirect, or shown to the person. */
export function handOver(call: Call, code: string, asked: Asked): Answer {
  const { authorization } = call.profile.oauth;
  const { redirectUri, state } = asked;
  if (redirectUri === outOfBand && authorization.outOfBand !== "redirect") return shown(call, code, asked);
  return sentTo(call, redirectUri, { code, state, iss: authorization.issuer?.(call.origin) ?? "" });
}

function shown(call: Call, code: string, asked: Asked): Answer {
  const { outOfBand } = call.profile.oauth.authorization;
  if (outOfBand === "page") return codePage(code);
  // snac: the state follows the code, as if there were an address before it. From its mastoapi.c, not tried.
  if (outOfBand === "body")
    return answerOf({ status: 200, body: asked.state === "" ? code : `${code}&state=${asked.state}` });
  const path = typeof outOfBand === "object" ? outOfBand.path : "";
  return redirect(call, 302, `${path}?${queryOf({ code })}`);
}

/** How the application hears that the person said no. */
export function denied(call: Call, asked: Asked, denial: { description: string; state: boolean }): Answer {
  const { authorization } = call.profile.oauth;
  const error = { error: "access_denied", error_description: denial.description };
  const state = denial.state ? asked.state : "";
  // Doorkeeper cannot redirect there and says it in JSON.
  if (asked.redirectUri === outOfBand && typeof authorization.outOfBand === "object")
    return answerOf({
      status: 400,
      headers: { "cache-control": "private, no-store" },
      body: { ...error, ...(state === "" ? {} : { state }) },
    });
  return sentTo(call, asked.redirectUri, { ...error, state, iss: authorization.issuer?.(call.origin) ?? "" });
}

/** How a request ends that cannot be granted. */
export function refused(call: Call, refusal: AuthorizationRefusal): Answer {
  if (refusal.kind === "page") return errorPage(refusal.status, refusal.sentence);
  if (refusal.kind === "answer") return answerOf(refusal);
  const given = (name: string) => text(call.parameters, name) ?? "";
  const { error, description } = refusal;
  const state = refusal.state ? given("state") : "";
  return sentTo(call, given("redirect_uri"), { error, error_description: description, state });
}

/** Parameters that are "" are left out. */
function sentTo(call: Call, uri: string, parameters: Record<string, string>): Answer {
  const { redirectStatus, rawState } = call.profile.oauth.authorization;
  const { state, ...others } = parameters;
  const query = queryOf(rawState ? others : parameters);
  const raw = rawState && state ? `&state=${state}` : "";
  return redirect(call, redirectStatus, `${uri}${uri.includes("?") ? "&" : "?"}${query}${raw}`);
}

function queryOf(parameters: Record<string, string>): URLSearchParams {
  return new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ""));
}
