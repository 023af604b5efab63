import type { Call } from "../call.ts";
import { text } from "../parameters.ts";
import type { OAuthError, TokenEndpoint } from "./deviations.ts";
import type { RegisteredApplication } from "./state.ts";

/**
 * The application that a request to the token or revocation endpoint is from: by id and secret in the form, or by HTTP
 * Basic as far as the server takes it.
 */
export function authenticate(call: Call): RegisteredApplication | OAuthError {
  const { basic, bothMethods, errors } = call.profile.oauth.token;
  const form = { id: text(call.parameters, "client_id"), secret: text(call.parameters, "client_secret") };
  const header = basicOf(call);
  if (header && typeof basic === "object") return basic;
  if (header && form.secret !== null && bothMethods) return bothMethods;
  const { id, secret } = header ? merged(header, form, basic) : form;
  const application = call.store.oauth.applications.get(id ?? "");
  return application && application.clientSecret === secret ? application : errors.client;
}

interface Credentials {
  id: string | null;
  secret: string | null;
}

function merged(header: Credentials, form: Credentials, basic: TokenEndpoint["basic"]): Credentials {
  if (basic === "taken") return header;
  if (basic === "secret only") return { id: form.id, secret: form.secret ?? header.secret };
  return form;
}

function basicOf(call: Call): Credentials | null {
  const encoded = /^Basic +(\S+)$/i.exec(call.headers.authorization ?? "")?.[1];
  if (encoded === undefined) return null;
  const [id = "", secret = ""] = Buffer.from(encoded, "base64").toString("utf8").split(/:(.*)/s);
  return { id: decoded(id), secret: decoded(secret) };
}

/** RFC 6749, 2.3.1: both halves are form-encoded. */
function decoded(value: string): string {
  return new URLSearchParams(`v=${value.replaceAll("&", "%26")}`).get("v") ?? "";
}
