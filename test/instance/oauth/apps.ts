import { type Answer, type Call, json } from "../call.ts";
import type { Parameter } from "../parameters.ts";
import { newSecret } from "../store.ts";
import { answerOf, isError } from "./answers.ts";
import type { OAuthError, Registering, Registration } from "./deviations.ts";
import type { RegisteredApplication } from "./state.ts";

/** POST /api/v1/apps: an application registers. */
export function register(call: Call): Answer {
  const { registration } = call.profile.oauth;
  const asked = readAsked(call, registration);
  if (isError(asked)) return answerOf(asked);
  const refusal = registration.refusal(asked);
  if (refusal) return answerOf({ ...refusal, headers: { "cache-control": "private, no-store", ...refusal.headers } });
  return json(registration.answer(addApplication(call, asked, registration)));
}

function readAsked({ parameters }: Call, registration: Registration): Registering | OAuthError {
  const { redirect_uris: uris, scopes, website, client_name: name } = parameters;
  const { lists } = registration;
  if (Array.isArray(uris) && typeof lists === "object") return lists;
  const many = redirectUris(uris, registration);
  return {
    names: Object.keys(parameters),
    clientName: typeof name === "string" ? name : "",
    redirectUris: many,
    redirectUri: typeof uris === "string" && uris.trim() !== "" ? uris.trim() : many.join("\n"),
    // A list of scopes is silently ignored (mastodon#30152).
    scopes: typeof scopes === "string" ? [...new Set(scopes.split(/\s+/).filter(Boolean))] : null,
    website: typeof website === "string" && website !== "" ? website : null,
  };
}

function redirectUris(given: Parameter | undefined, registration: Registration): readonly string[] {
  if (Array.isArray(given) && registration.lists === "taken")
    return given.filter((uri): uri is string => typeof uri === "string");
  const text = typeof given === "string" ? given.trim() : "";
  if (text === "") return registration.defaultRedirectUris;
  return registration.separator === null ? [text] : text.split(registration.separator);
}

function addApplication(call: Call, asked: Registering, { defaultScopes }: Registration): RegisteredApplication {
  const state = call.store.oauth;
  state.registered += 1;
  const application: RegisteredApplication = {
    id: String(state.registered),
    name: asked.clientName,
    website: asked.website,
    scopes: [...(asked.scopes ?? defaultScopes)],
    redirectUris: [...asked.redirectUris],
    redirectUri: asked.redirectUri,
    clientId: newSecret(),
    clientSecret: newSecret(),
  };
  state.applications.set(application.clientId, application);
  return application;
}
