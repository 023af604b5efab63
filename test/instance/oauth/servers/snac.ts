import type { OAuthDeviations, OAuthError } from "../deviations.ts";

const empty = (status: number): OAuthError => ({ status, body: null });

/** What snac answers where it has nothing. */
const notFound: OAuthError = { status: 404, body: "<h1>404 Not Found (snac/2.94)</h1>" };

export const snac: OAuthDeviations = {
  metadata: null, // 404 with HTML
  registration: {
    throttle: null,
    lists: notFound,
    separator: null, // mastoapi.c keeps the string; not tried
    defaultRedirectUris: [],
    defaultScopes: [], // there are no scopes
    // Not tried.
    refusal: ({ clientName, redirectUris }) => (clientName === "" || redirectUris.length === 0 ? notFound : null),
    // No website and no redirect_uris.
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
    login: { kind: "at once", wrongStatus: 200 }, // the login form straight away
    keepsSession: false, // the second authorization asks for the log-in again
    htmlOnly: false,
    redirectMatch: "any", // unregistered ones too
    checksLate: false,
    scopes: "any",
    refusals: {
      unknownClient: { kind: "answer", ...empty(400) }, // mastoapi.c, not tried
      redirectUri: { kind: "answer", ...empty(400) }, // when there is none; not tried
      scope: { kind: "answer", ...empty(400) },
      responseType: { kind: "answer", ...empty(400) }, // not tried
      challenge: { kind: "answer", ...empty(400) },
    },
    challengeMethods: null, // ignored
    defaultChallengeMethod: null,
    denial: null, // to log in is to consent
    remembers: "never",
    forceLoginAsks: false,
    redirectStatus: 303,
    rawState: true,
    issuer: null,
    outOfBand: "body",
    codeSeconds: Number.POSITIVE_INFINITY,
  },
  token: {
    grants: ["authorization_code", "client_credentials"], // any grant_type is one; not tried
    missing: () => null,
    basic: "secret only", // the id must be in the form
    bothMethods: null,
    checksCode: false, // wrong and used ones: 200 with a token
    checksRedirectUri: false, // ignored
    refusesLoneVerifier: false,
    verifierBurnsCode: false,
    reuseRevokes: false,
    passwordNames: "both",
    reusesTokens: false,
    scope: "as sent", // what the request said, or ""
    createdAt: { user: "seconds", application: "seconds" },
    expiresIn: { user: null, application: null },
    extra: () => ({}),
    burst: null,
    errors: {
      grantType: empty(400),
      client: empty(401),
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
    client: "then", // not tried
    token: "forgotten",
    endsApplication: true,
    errors: {
      parameter: () => empty(403), // not tried
      client: { status: 403, body: {} }, // not tried
      foreign: { status: 403, body: {} }, // not tried
      unknown: { status: 403, body: {} }, // not tried
    },
  },
  userinfo: null,
  tokenInfo: false,
  introspection: null,
  applicationScopes: [],
};
