import type { OAuthDeviations, OAuthError } from "../deviations.ts";

const empty = (status: number): OAuthError => ({ status, body: null });

/** Section 1 of server-quirks.md: what snac answers where it has nothing. */
const notFound: OAuthError = { status: 404, body: "<h1>404 Not Found (snac/2.94)</h1>" };

export const snac: OAuthDeviations = {
  metadata: null, // server-quirks 1: 404 HTML
  registration: {
    throttle: null,
    lists: notFound, // S, "redirect_uris as JSON array"
    separator: null, // [inf] mastoapi.c keeps the string
    defaultRedirectUris: [],
    defaultScopes: [], // 4.3, SNAC: no scopes
    refusal: ({ clientName, redirectUris }) => (clientName === "" || redirectUris.length === 0 ? notFound : null), // [inf]
    // S, "response quirks": no website and no redirect_uris
    answer: (application) => ({
      name: application.name,
      redirect_uri: application.redirectUris[0],
      client_id: application.clientId,
      client_secret: application.clientSecret,
      client_secret_expires_at: 0,
      vapid_key: "practice-vapid-key",
      id: application.id,
    }),
  },
  authorization: {
    path: "/oauth/authorize",
    forwardFrom: null,
    login: { kind: "at once", wrongStatus: 200 }, // S, "authorize, logged out": the login form straight away
    keepsSession: false, // S, "second authorize": login again
    htmlOnly: false,
    redirectMatch: "any", // S, "unregistered redirect_uri"
    checksLate: false,
    scopes: "any", // 4.3, SNAC
    refusals: {
      unknownClient: { kind: "answer", ...empty(400) }, // [inf] mastoapi.c
      redirectUri: { kind: "answer", ...empty(400) }, // [inf] when there is none
      scope: { kind: "answer", ...empty(400) },
      responseType: { kind: "answer", ...empty(400) }, // [inf]
      challenge: { kind: "answer", ...empty(400) },
    },
    challengeMethods: null, // S, "PKCE S256": ignored
    defaultChallengeMethod: null,
    denial: null, // S, "deny": –
    remembers: "never",
    forceLoginAsks: false,
    redirectStatus: 303, // S, "code redirect"
    rawState: true, // S, "code redirect"
    issuer: null,
    outOfBand: "body", // S, "oob"
    codeSeconds: Number.POSITIVE_INFINITY,
  },
  token: {
    grants: ["authorization_code", "client_credentials"], // [inf] any grant_type is one
    missing: () => null,
    basic: "secret only", // S, "HTTP Basic"
    bothMethods: null,
    checksCode: false, // S, "wrong code" and "code reuse": 200 with a token
    checksRedirectUri: false, // S, "redirect_uri mismatch": ignored
    refusesLoneVerifier: false,
    verifierBurnsCode: false,
    reuseRevokes: false,
    passwordNames: "both",
    reusesTokens: false,
    scope: "as sent", // S, "token answer": the echo, or ""
    createdAt: { user: "seconds", application: "seconds" },
    expiresIn: { user: null, application: null }, // 4.3, SNAC
    extra: () => ({}),
    burst: null,
    errors: {
      grantType: empty(400),
      client: empty(401), // S, "wrong client_secret"
      parameter: () => empty(400),
      code: empty(400),
      usedCode: empty(400),
      redirectUri: () => empty(400),
      missingVerifier: empty(400),
      verifier: empty(400),
      scope: () => empty(400),
      password: empty(400),
      twoFactor: () => empty(400),
    },
  },
  revocation: {
    client: "then", // [inf]
    token: "forgotten",
    endsApplication: true, // S, "revoke"
    errors: {
      parameter: () => empty(403), // [inf]
      client: { status: 403, body: {} }, // [inf]
      foreign: { status: 403, body: {} }, // [inf]
      unknown: { status: 403, body: {} }, // [inf]
    },
  },
  userinfo: null,
  tokenInfo: false,
  applicationScopes: [],
};
