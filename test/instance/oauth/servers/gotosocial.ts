import type { Call } from "../../call.ts";
import { text } from "../../parameters.ts";
import type { OAuthDeviations, OAuthError, Registering } from "../deviations.ts";
import { outOfBand } from "../redirect-uris.ts";

const advice = "please clear your session cookies, sign in again and look at your credentials";

const error = (status: 400 | 403, name: string, ...help: string[]): OAuthError => ({
  status,
  body: { error: name, error_description: [status === 400 ? "Bad Request" : "Forbidden", ...help].join(": ") },
});

/** G, "bogus scope": any scope is taken. The lengths are [inf]: appcreate.go. */
function refusal({ clientName, redirectUris, scopes, website }: Registering): OAuthError | null {
  const lengths: [string, string, number][] = [
    ["client_name", clientName, 1024],
    ["redirect_uris", redirectUris.join("\n"), 2056],
    ["scopes", (scopes ?? []).join(" "), 1024],
    ["website", website ?? "", 1024],
  ];
  for (const [name, value, most] of lengths) {
    const { length } = [...value];
    if (length <= most) continue;
    const sentence = `${name} has ${length} characters, more than ${most}`;
    return { status: 400, body: { error: `Bad Request: ${sentence}` } };
  }
  return null;
}

/** G, "HTTP Basic": everything must be in the form. The other sentences mean what token.go says [inf]. */
function missing({ parameters }: Call): OAuthError | null {
  const given = (name: string) => text(parameters, name) !== null;
  const isCode = text(parameters, "grant_type") === "authorization_code";
  const help: string[] = [];
  if (!given("grant_type")) help.push("grant_type was not set in the token request form");
  for (const name of ["client_id", "client_secret", "redirect_uri"])
    if (!given(name)) help.push(`${name} was not set in the token request form`);
  if (given("code") && !isCode) help.push("code was set in the token request form, but the grant_type is another");
  if (!given("code") && isCode) help.push("code was not set in the token request form");
  return help.length > 0 ? error(400, "invalid_request", ...help) : null;
}

export const gotosocial: OAuthDeviations = {
  metadata: null, // 4.3, GTS; server-quirks 1: 404 {"error":"Not Found"}
  registration: {
    throttle: null,
    // G, "redirect_uris as JSON array"
    lists: {
      status: 400,
      body: {
        error:
          "Bad Request: json: cannot unmarshal array into Go struct field ApplicationCreateRequest.redirect_uris of type string",
      },
    },
    separator: /\s*\n\s*/, // 4.3, GTS: one newline string
    defaultRedirectUris: [outOfBand], // 4.3, GTS: OOB is the default
    defaultScopes: ["read"],
    refusal,
    // G, "response quirks": redirect_uris and scopes
    answer: (application) => ({
      id: application.id,
      name: application.name,
      ...(application.website === null ? {} : { website: application.website }),
      redirect_uri: application.redirectUris.join("\n"),
      redirect_uris: application.redirectUris,
      client_id: application.clientId,
      client_secret: application.clientSecret,
      scopes: application.scopes,
    }),
  },
  authorization: {
    path: "/oauth/authorize",
    forwardFrom: null,
    login: { kind: "page", status: 303, path: "/auth/sign_in", next: false }, // G, "authorize, logged out"
    keepsSession: false, // G, "second authorize": login again
    htmlOnly: true, // G, "authorize, logged out": JSON -> 406
    redirectMatch: "exact", // 4.3, GTS
    checksLate: true, // G, "unregistered redirect_uri": the consent page comes first
    scopes: "registered or above", // 4.3, GTS: enforced since 0.19; how and where it is checked is [inf]
    refusals: {
      unknownClient: { kind: "page", status: 400, sentence: `Bad Request: ${advice}` }, // [inf] authorize.go
      // G, "unregistered redirect_uri": then a redirect to that very URI
      redirectUri: { kind: "redirect", error: "server_error", description: "", state: true },
      scope: { kind: "redirect", error: "invalid_scope", description: "", state: true }, // [inf]
      responseType: { kind: "page", status: 400, sentence: `Bad Request: ${advice}` }, // [inf]
      challenge: { kind: "page", status: 400, sentence: `Bad Request: ${advice}` },
    },
    challengeMethods: null, // G, "PKCE S256": ignored, though 4.3 says S256: the session drops the challenge
    defaultChallengeMethod: null,
    denial: null, // G, "deny": no button
    remembers: "never", // G, "second authorize"
    forceLoginAsks: false,
    redirectStatus: 302,
    rawState: false, // G, "code redirect": state=st+1
    issuer: null,
    outOfBand: { path: "/oauth/oob" }, // G, "oob"
    codeSeconds: 10 * 60,
  },
  token: {
    grants: ["authorization_code", "client_credentials"], // 4.3, GTS
    missing,
    basic: "ignored", // G, "HTTP Basic"; 4.3, GTS: body only
    bothMethods: null,
    checksCode: true,
    checksRedirectUri: true,
    refusesLoneVerifier: false,
    verifierBurnsCode: false,
    reuseRevokes: false,
    passwordNames: "both",
    reusesTokens: false,
    scope: "granted",
    createdAt: { user: "seconds", application: "seconds" },
    expiresIn: { user: null, application: 7200 }, // 4.3, GTS; G, "token answer"
    extra: () => ({}),
    burst: null,
    errors: {
      grantType: error(
        400,
        "unsupported_grant_type",
        "could not validate token request: unsupported_grant_type",
        "the grant types are authorization_code and client_credentials",
      ),
      client: error(400, "invalid_client", "could not get access token: invalid_client", advice), // G, "wrong client_secret"
      parameter: (name) => error(400, "invalid_request", `${name} was not set in the token request form`),
      // G, "wrong code" and "code reuse"
      code: error(400, "sql: no rows in result set", "could not get access token: sql: no rows in result set", advice),
      usedCode: error(
        400,
        "sql: no rows in result set",
        "could not get access token: sql: no rows in result set",
        advice,
      ),
      // G, "redirect_uri mismatch"
      redirectUri: (uri) => error(403, "invalid redirect uri", `the client has no redirect URI ${uri}`, advice),
      missingVerifier: error(400, "invalid_grant"),
      verifier: error(400, "invalid_grant"),
      scope: (scope) => error(403, "invalid_scope", `the client has no scope ${scope}`, advice),
      password: error(400, "invalid_grant"),
      twoFactor: () => error(400, "invalid_grant"),
    },
  },
  revocation: {
    client: "then",
    token: "forgotten",
    endsApplication: false,
    errors: {
      parameter: (name) => error(400, "invalid_request", `${name} not set`), // [inf] revoke.go
      client: error(403, "unauthorized_client", "You are not authorized to revoke this token"), // [inf]
      foreign: error(403, "unauthorized_client", "You are not authorized to revoke this token"), // [inf]
      unknown: null, // G, "revoke": 200 {} even for unknown tokens
    },
  },
  userinfo: null,
  tokenInfo: false,
  applicationScopes: [],
};
