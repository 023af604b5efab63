import { type Answer, type Call, json } from "../call.ts";
import type { Parameter } from "../parameters.ts";
import { newSecret } from "../store.ts";
import { answerOf, isError } from "./answers.ts";
import type { OAuthError, Registering, Registration } from "./deviations.ts";
import type { RegisteredApplication } from "./state.ts";

/** POST /api/v1/apps: an application registers. */
export function register(call: Call): Answer {
  const { registration } = call.profile.oauth;
  const late = throttled(call, registration);
  if (late) return late;
  const asked = readAsked(call, registration);
  if (isError(asked)) return answerOf(asked);
  const refusal = registration.refusal(asked);
  if (refusal) return answerOf(refusal);
  return json(registration.answer(addApplication(call, asked, registration)));
}

function readAsked({ parameters }: Call, registration: Registration): Registering | OAuthError {
  const { redirect_uris: uris, scopes, website, client_name: name } = parameters;
  const { lists } = registration;
  if (Array.isArray(uris) && typeof lists === "object") return lists;
  return {
    names: Object.keys(parameters),
    clientName: typeof name === "string" ? name : "",
    redirectUris: redirectUris(uris, registration),
    // A list of scopes is silently ignored (mastodon#30152).
    scopes: typeof scopes === "string" && scopes.trim() !== "" ? [...new Set(scopes.trim().split(/\s+/))] : null,
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
    clientId: newSecret(),
    clientSecret: newSecret(),
  };
  state.applications.set(application.clientId, application);
  return application;
}

/** So many in a fixed window, by address; only loopback comes here, so all share one. */
function throttled(call: Call, { throttle }: Registration): Answer | null {
  if (throttle === null) return null;
  const now = call.now().getTime();
  const left = throttle.seconds - (Math.floor(now / 1000) % throttle.seconds);
  const start = Math.floor(now / 1000) + left - throttle.seconds;
  const window = call.store.windows.get("applications");
  const count = (window?.start === start ? window.count : 0) + 1;
  call.store.windows.set("applications", { start, count });
  if (count <= throttle.limit) return null;
  const headers = {
    "x-ratelimit-limit": String(throttle.limit),
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": new Date(now + left * 1000).toISOString().replace("Z", "000Z"),
  };
  return json({ error: "Too many requests" }, headers, 429);
}
