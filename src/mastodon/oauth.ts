import { userAgent } from "../package.ts";
import { asObject, openClient, parseJson, textOf } from "./client.ts";
import { formatTime } from "./clock.ts";
import { explainBotWall, isBotWall, serverSentence } from "./diagnosis/answers.ts";
import { explainConnection } from "./diagnosis/connection.ts";
import type { BadAnswer } from "./error.ts";
import { safeOrigin } from "./find-host.ts";
import type { Http, HttpAnswer } from "./http.ts";
import { resetOf } from "./retry.ts";

/** The redirect URI of an application that has none: the server shows the code as a page (or is the code). */
export const outOfBand = "urn:ietf:wg:oauth:2.0:oob";

/** Where a server does its OAuth, and what it says of it. */
export interface OAuthServer {
  origin: string;
  /** Absolute addresses. */
  authorization: string;
  token: string;
  revocation: string;
  registration: string;
  /** The scopes and grants that it announces; null where it announces nothing. */
  scopes: readonly string[] | null;
  grants: readonly string[] | null;
}

/** An application as the server registered it. The secret is one. */
export interface Application {
  name: string;
  clientId: string;
  clientSecret: string;
  /** As it was registered: one address, or several on lines of their own. */
  redirectUri: string;
  /** Separated by spaces. */
  scopes: string;
}

/** What the token endpoint handed out. */
export interface Grant {
  token: string;
  /** What was granted, separated by spaces; null where the server does not say (snac, Pixelfed). */
  scope: string | null;
  /** Seconds until the token ends; null where it does not end, as on Mastodon. */
  expiresIn: number | null;
}

/**
 * Asks where a server does its OAuth (RFC 8414; Mastodon since 4.3, Hollo and activities.next have it, GoToSocial and
 * snac do not).
 *
 * An address on another origin is not taken, since the application's secret goes there; only people go to the page where
 * they allow it, so that page may be elsewhere.
 */
export async function readMetadata(http: Http, origin: string): Promise<OAuthServer> {
  const client = openClient(origin, "", http.within(REQUEST_TIMEOUT));
  const answer = await client.probe(new URL("/.well-known/oauth-authorization-server", origin));
  const document = asObject(answer?.status === 200 ? parseJson(answer.text) : null);
  const here = (address: unknown, path: string) =>
    safeOrigin(address, origin) === origin ? new URL(String(address), origin).href : new URL(path, origin).href;
  const page = document.authorization_endpoint;
  return {
    origin,
    authorization: safeOrigin(page, origin) === null ? `${origin}/oauth/authorize` : new URL(String(page), origin).href,
    token: here(document.token_endpoint, "/oauth/token"),
    revocation: here(document.revocation_endpoint, "/oauth/revoke"),
    registration: here(document.app_registration_endpoint, "/api/v1/apps"),
    scopes: wordsIn(document.scopes_supported),
    grants: wordsIn(document.grant_types_supported),
  };
}

function wordsIn(list: unknown): string[] | null {
  return Array.isArray(list) ? list.filter((word) => typeof word === "string") : null;
}

/**
 * Registers an application, as `POST /api/v1/apps` does everywhere.
 *
 * Only what all servers know is sent: Hollo refuses a request with any other field, GoToSocial one whose redirect URIs are
 * a list, and Mastodon takes a list of scopes for none.
 *
 * @param options.name 60 characters at most; stands publicly under each post
 * @param options.website address; empty for none
 * @param options.redirectUri one address, or several on lines of their own
 * @param options.scopes separated by spaces
 * @throws OAuthError
 */
export async function registerApplication(
  http: Http,
  server: OAuthServer,
  options: { name: string; website: string; redirectUri: string; scopes: string },
): Promise<Application> {
  const { name, website, redirectUri, scopes } = options;
  const fields = {
    client_name: name,
    redirect_uris: redirectUri,
    scopes,
    ...(website === "" ? {} : { website }),
  };
  const answer = await postForm(http, server.registration, fields);
  const { client_id, client_secret } = answer;
  const clientId = typeof client_id === "number" ? String(client_id) : textOf(client_id);
  const clientSecret = textOf(client_secret);
  if (clientId === "" || clientSecret === "") throw strange(server, "an application's id and secret");
  return { name, clientId, clientSecret, redirectUri, scopes };
}

/** The address of the page where a person allows an application to use the account (RFC 6749, 4.1.1; PKCE: RFC 7636). */
export function authorizeUrl(
  server: OAuthServer,
  application: Application,
  options: { state: string; challenge: string; forceLogin: boolean },
): string {
  const url = new URL(server.authorization);
  const parameters = {
    response_type: "code",
    client_id: application.clientId,
    redirect_uri: application.redirectUri,
    scope: application.scopes,
    state: options.state,
    code_challenge: options.challenge,
    code_challenge_method: "S256",
    ...(options.forceLogin ? { force_login: "true" } : {}),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * Exchanges a code for a token. Never twice with the same code: activities.next ends the first token then.
 *
 * @throws OAuthError
 */
export async function exchangeCode(
  http: Http,
  server: OAuthServer,
  application: Application,
  { code, verifier }: { code: string; verifier: string },
): Promise<Grant> {
  const { clientId, clientSecret, redirectUri } = application;
  const fields = {
    grant_type: "authorization_code",
    code,
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  };
  return grantIn(server, await postForm(http, server.token, fields));
}

/**
 * Exchanges a user name and a password for a token: Pleroma, Akkoma, Mitra, Mastodon before 4.4.
 *
 * @throws OAuthError
 */
export async function passwordGrant(
  http: Http,
  server: OAuthServer,
  application: Application,
  { username, password }: { username: string; password: string },
): Promise<Grant> {
  const { clientId, clientSecret, redirectUri, scopes } = application;
  const fields = {
    grant_type: "password",
    username,
    password,
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: redirectUri,
    scope: scopes,
  };
  return grantIn(server, await postForm(http, server.token, fields));
}

/**
 * Ends a token, as only the application that it was made for can. A server says yes to a token that it does not know, too.
 *
 * @throws OAuthError
 */
export async function revokeToken(
  http: Http,
  server: OAuthServer,
  { clientId, clientSecret }: Pick<Application, "clientId" | "clientSecret">,
  token: string,
): Promise<void> {
  const fields = { client_id: clientId, client_secret: clientSecret, token };
  try {
    await postForm(http, server.revocation, fields);
  } catch (error) {
    // Mitra wants the token in the header too, which activities.next refuses as a second proof.
    if (!(error instanceof OAuthError) || error.status !== 401) throw error;
    await postForm(http, server.revocation, fields, token);
  }
}

function grantIn(server: OAuthServer, answer: Record<string, unknown>): Grant {
  const token = textOf(answer.access_token);
  if (token === "") throw strange(server, "an access token");
  const { scope, expires_in } = answer;
  const seconds = Number(expires_in);
  return {
    token,
    // snac says "" of a token that may do anything.
    scope: typeof scope === "string" && scope.trim() !== "" ? scope.trim() : null,
    expiresIn: expires_in !== null && expires_in !== "" && seconds > 0 ? seconds : null,
  };
}

function strange(server: OAuthServer, missing: string): OAuthError {
  const { host } = new URL(server.origin);
  return new OAuthError(`${host} did as if all were well, but its answer holds no ${missing.replace(/^an? /, "")}.`);
}

/** An OAuth request that did not go well. Its message is one line; the answer itself is not kept. */
export class OAuthError extends Error {
  /** OAuth's own word, such as `invalid_grant`, or Misskey's, such as `PENDING_SESSION`; empty where the server used none. */
  readonly code: string;
  /** Status of the answer; 0 where there was none. */
  readonly status: number;
  /** What the server said, in its own words; empty for nothing. */
  readonly sentence: string;

  constructor(message: string, details: { code?: string; status?: number; sentence?: string } = {}) {
    super(message);
    this.code = details.code ?? "";
    this.status = details.status ?? 0;
    this.sentence = details.sentence ?? "";
  }
}

/** How long one request may take, in milliseconds: the whole command waits for people, no request does. */
export const REQUEST_TIMEOUT = 30_000;

/**
 * Sends a form, which RFC 6749 asks for and every server takes, with the client's secret inside it: GoToSocial and
 * activities.next know no other way.
 *
 * @param http masked, since its answer may repeat a secret, and messages show it
 * @param bearer token for the Authorization header; empty for none
 */
async function postForm(
  http: Http,
  address: string,
  fields: Record<string, string>,
  bearer = "",
): Promise<Record<string, unknown>> {
  const url = new URL(address);
  const request = {
    method: "POST",
    url,
    headers: {
      accept: "application/json",
      "accept-language": "en",
      "user-agent": userAgent,
      "content-type": "application/x-www-form-urlencoded",
      ...(bearer === "" ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: new URLSearchParams(fields).toString(),
    ownConnection: true,
  };
  const failure = { method: "POST", path: url.pathname, origin: url.origin, proxy: http.proxyOf(url) };
  let answer: HttpAnswer;
  try {
    answer = await http.within(REQUEST_TIMEOUT).send(request);
  } catch (cause) {
    const { what, why, cure } = explainConnection({ ...failure, cause });
    throw new OAuthError([what, why, cure].join(" "));
  }
  if (answer.status >= 200 && answer.status < 300) return asObject(parseJson(answer.text));
  throw refusal({ ...failure, answer, json: parseJson(answer.text) });
}

function refusal(failure: BadAnswer): OAuthError {
  const { answer, json, origin, path } = failure;
  const { status } = answer;
  const { host } = new URL(origin);
  const { error, error_description } = asObject(json);
  // Servers put OAuth's word into `error` (Misskey's a word of its own), and the sentence beside it; others put a sentence there.
  const code = typeof error === "string" && /^([a-z_]+|[A-Z_]+)$/.test(error) ? error : "";
  const said = code !== "" && typeof error_description === "string" ? error_description : serverSentence(failure);
  // No word of a sentence is as long as a secret, in whatever writing a server repeats it.
  const plain = said.replaceAll(/[\w+-]{24,}=*/g, "***");
  const sentence = plain.replace(/\s+/g, " ").trim().slice(0, 200);
  const details = { code, status, sentence };
  if (isBotWall(answer)) {
    const { what } = explainBotWall(failure);
    return new OAuthError(`${what} Ask the instance's admins to let requests to /api/ and /oauth/ through.`, details);
  }
  const quote = sentence === "" ? "" : ` “${sentence}”`;
  const what = `${host} answered ${status}${quote} (POST ${path}).`;
  return new OAuthError(`${what} ${cureOf(answer, origin)}`.trim(), details);
}

function cureOf(answer: HttpAnswer, origin: string): string {
  const { status, headers } = answer;
  if (status === 429) {
    const reset = resetOf(answer);
    // Mastodon allows five new applications in ten minutes from one address.
    return `It was asked too often from here. Try again ${reset ? `after ${formatTime(reset)}` : "in ten minutes"}.`;
  }
  if (status >= 500) return "The server has a problem. Try again later, or tell its admins.";
  if (status >= 300 && status < 400) {
    const target = safeOrigin(headers.location, origin);
    return `It sends elsewhere${target && target !== origin ? `: try ${target}` : ", which is not followed with a secret"}.`;
  }
  if (status === 404 || status === 405) return "This server offers no such thing; is it one with Mastodon's API?";
  return "";
}
