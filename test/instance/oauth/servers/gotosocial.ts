import type { Call } from "../../call.ts";
import { text } from "../../parameters.ts";
import type { OAuthDeviations, OAuthError, Registering } from "../deviations.ts";
import { outOfBand } from "../redirect-uris.ts";

const advice = "please clear your session cookies, sign in again and look at your credentials";

const error = (status: 400 | 403, name: string, ...help: string[]): OAuthError => ({
  status,
  body: { error: name, error_description: [status === 400 ? "Bad Request" : "Forbidden", ...help].join(": ") },
});

/** Any scope is taken. The lengths are those of its appcreate.go, not tried. */
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

/** Everything must be in the form, HTTP Basic or not. The other sentences mean what its token.go says, not tried. */
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
  metadata: null, // 404 {"error":"Not Found"}
  registration: {
    throttle: null,
    lists: {
      status: 400,
      body: {
        error:
          "Bad Request: json: cannot unmarshal array into Go struct field ApplicationCreateRequest.redirect_uris of type string",
      },
    },
    separator: /\s*\n\s*/, // one string with newlines
    defaultRedirectUris: [outOfBand],
    defaultScopes: ["read"],
    refusal,
    // It has redirect_uris and scopes.
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
    login: { kind: "page", status: 303, path: "/auth/sign_in", next: false },
    keepsSession: false, // the second authorization asks for the log-in again
    htmlOnly: true, // who accepts JSON alone gets a 406
    redirectMatch: "exact",
    checksLate: true, // for an unregistered redirect URI the consent page comes first
    scopes: "registered or above", // enforced since 0.19; how and where: not tried
    refusals: {
      unknownClient: { kind: "page", status: 400, sentence: `Bad Request: ${advice}` }, // authorize.go, not tried
      // After the consent page, a redirect to that very URI.
      redirectUri: { kind: "redirect", error: "server_error", description: "", state: true },
      scope: { kind: "redirect", error: "invalid_scope", description: "", state: true }, // not tried
      responseType: { kind: "page", status: 400, sentence: `Bad Request: ${advice}` }, // not tried
      challenge: { kind: "page", status: 400, sentence: `Bad Request: ${advice}` },
    },
    challengeMethods: null, // ignored: its code knows S256, but the session drops the challenge
    defaultChallengeMethod: null,
    denial: null, // no button
    remembers: "never",
    forceLoginAsks: false,
    redirectStatus: 302,
    rawState: false, // "st 1" comes back as state=st+1
    issuer: null,
    outOfBand: { path: "/oauth/oob" },
    codeSeconds: 10 * 60,
  },
  token: {
    grants: ["authorization_code", "client_credentials"],
    missing,
    basic: "ignored", // the form only
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
    expiresIn: { user: null, application: 7200 },
    extra: () => ({}),
    burst: null,
    errors: {
      grantType: error(
        400,
        "unsupported_grant_type",
        "could not validate token request: unsupported_grant_type",
        "the grant types are authorization_code and client_credentials",
      ),
      client: error(400, "invalid_client", "could not get access token: invalid_client", advice),
      parameter: (name) => error(400, "invalid_request", `${name} was not set in the token request form`),
      // The same for a wrong code and for a used one.
      code: error(400, "sql: no rows in result set", "could not get access token: sql: no rows in result set", advice),
      usedCode: error(
        400,
        "sql: no rows in result set",
        "could not get access token: sql: no rows in result set",
        advice,
      ),
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
      parameter: (name) => error(400, "invalid_request", `${name} not set`), // revoke.go, not tried
      client: error(403, "unauthorized_client", "You are not authorized to revoke this token"), // not tried
      foreign: error(403, "unauthorized_client", "You are not authorized to revoke this token"), // not tried
      unknown: null, // 200 {} even for unknown tokens
    },
  },
  userinfo: null,
  tokenInfo: false,
  introspection: null,
  applicationScopes: [],
};
