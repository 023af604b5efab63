import { createHash } from "node:crypto";
import { ask, type Question, start, type Told } from "../ask.ts";
import { profiles } from "../profiles.ts";
import type { InstanceOptions, PracticeInstance } from "../server.ts";
import type { ServerName } from "../server-name.ts";
import { type ConsentOptions, consent } from "./consent.ts";
import type { OAuthDeviations } from "./deviations.ts";
import { activitiesNext } from "./servers/activities-next.ts";

/** Steps of an authorization, for tests: each takes what it needs and may be done wrong on purpose. */

export const callback = "http://127.0.0.1:49152/callback";
export const outOfBand = "urn:ietf:wg:oauth:2.0:oob";
export const verifier = "practice-verifier-of-more-than-forty-three-characters";
export const challenge = createHash("sha256").update(verifier).digest("base64url");

/** A server by name; "activities.next" is Mastodon with the OAuth of that server. */
export async function serve(
  name: ServerName | "activities.next",
  { oauth = {}, ...options }: InstanceOptions & { oauth?: Partial<OAuthDeviations> } = {},
): Promise<PracticeInstance> {
  const profile = name === "activities.next" ? { ...profiles.mastodon45, oauth: activitiesNext } : profiles[name];
  return start({ ...options, profile: { ...profile, oauth: { ...profile.oauth, ...oauth } } });
}

export interface Client {
  client_id: string;
  client_secret: string;
}

/** Registers an application by form; every server takes it. */
export async function register(instance: PracticeInstance, fields: Record<string, string> = {}): Promise<Client> {
  const form = { client_name: "Practice", redirect_uris: callback, scopes: "read write", ...fields };
  const { json } = await ask(instance, "POST /api/v1/apps", { form });
  return json;
}

export function authorizeUrl(
  instance: PracticeInstance,
  client: Pick<Client, "client_id">,
  parameters: Record<string, string> = {},
  path = "/oauth/authorize",
): string {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: callback,
    scope: "read write",
    ...parameters,
  });
  return `${instance.origin}${path}?${query}`;
}

/** Walks to a code for the callback. */
export async function codeFor(
  instance: PracticeInstance,
  client: Client,
  parameters: Record<string, string> = {},
  options?: ConsentOptions,
): Promise<string> {
  const location = await consent(instance, authorizeUrl(instance, client, parameters), options);
  const code = new URL(location).searchParams.get("code");
  if (code === null) throw new Error(`There is no code in ${location}`);
  return code;
}

/** Asks for a token by form with id and secret in it. */
export async function exchange(
  instance: PracticeInstance,
  client: Client,
  fields: Record<string, string> = {},
  question: Question = {},
): Promise<Told> {
  const { client_id, client_secret } = client;
  const form = {
    grant_type: "authorization_code",
    redirect_uri: callback,
    client_id,
    client_secret,
    ...fields,
  };
  return ask(instance, "POST /oauth/token", { form, ...question });
}

/** From nothing to a token. */
export async function tokenOf(instance: PracticeInstance, client: Client, scope = "read write"): Promise<string> {
  const { json } = await exchange(instance, client, { code: await codeFor(instance, client, { scope }), scope });
  return json.access_token;
}

export const whoAmI = "GET /api/v1/accounts/verify_credentials";
