import { newSecret } from "../../store.ts";
import type { OAuthDeviations, OAuthError, Registering } from "../deviations.ts";

const error = (status: number, sentence: string): OAuthError => ({ status, body: { error: sentence } });

/** As in the schema of its API: name and redirect URIs are required strings. */
function refusal({ clientName, redirectUris }: Registering): OAuthError | null {
  if (clientName === "") return error(400, "Missing field: client_name.");
  return redirectUris.length === 0 ? error(400, "Missing field: redirect_uris.") : null;
}

const credentials = error(400, "Invalid credentials"); // o_auth_controller.ex: whatever is wrong
const century = 100 * 365 * 24 * 60 * 60;

/** Akkoma 3.16, read from its code and not tried. */
export const akkoma: OAuthDeviations = {
  metadata: null,
  registration: {
    throttle: null,
    lists: error(400, "redirect_uris - Invalid string. Got: array"), // a string only
    separator: /\s+/,
    defaultRedirectUris: [],
    defaultScopes: ["read"],
    refusal, // the application registers any scope
    answer: (application) => ({
      id: application.id,
      name: application.name,
      client_id: application.clientId,
      client_secret: application.clientSecret,
      redirect_uri: application.redirectUris.join(" "),
      website: application.website,
      vapid_key: "practice-vapid-key",
    }),
  },
  authorization: {
    path: "/oauth/authorize",
    forwardFrom: null,
    login: { kind: "at once", wrongStatus: 401 }, // its authorize renders the form for name and password
    keepsSession: true, // put_session_user
    htmlOnly: false,
    redirectMatch: "exact",
    checksLate: true, // create_authorization
    scopes: "registered or above", // prefix match, and a subset of the application's
    refusals: {
      unknownClient: { kind: "page", status: 401, sentence: "Invalid Username/Password" },
      redirectUri: { kind: "page", status: 401, sentence: "Unlisted redirect_uri." },
      scope: { kind: "page", status: 401, sentence: "This action is outside the authorized scopes" },
      responseType: { kind: "page", status: 401, sentence: "Bad OAuth request." },
      challenge: { kind: "page", status: 401, sentence: "Bad OAuth request." },
    },
    challengeMethods: null,
    defaultChallengeMethod: null,
    denial: null, // the form has no button that redirects
    remembers: "never",
    forceLoginAsks: false,
    redirectStatus: 302,
    rawState: false,
    issuer: null,
    outOfBand: "page",
    codeSeconds: 10 * 60,
  },
  token: {
    grants: ["authorization_code", "password", "refresh_token", "client_credentials"],
    missing: () => null,
    basic: "taken", // fetch_app
    bothMethods: null,
    checksCode: true,
    checksRedirectUri: false, // get_by_token
    refusesLoneVerifier: false,
    verifierBurnsCode: false,
    reuseRevokes: false,
    passwordNames: "both", // get_by_nickname_or_email
    reusesTokens: false,
    scope: "granted",
    createdAt: { user: "seconds", application: "seconds" },
    expiresIn: { user: century, application: century }, // 100 years
    extra: ({ profileUrl }) => ({ me: profileUrl }), // oauth_view
    burst: null,
    errors: {
      grantType: error(500, "Bad request"), // bad_request
      client: credentials,
      parameter: () => credentials,
      code: credentials,
      usedCode: credentials,
      redirectUri: () => credentials,
      missingVerifier: credentials,
      verifier: credentials,
      scope: () => credentials,
      password: credentials,
      // build_and_response_mfa_token
      twoFactor: () => ({
        status: 403,
        body: { error: "mfa_required", mfa_token: newSecret(), supported_challenge_types: ["totp"] },
      }),
    },
  },
  revocation: {
    client: "not asked", // token_revoke looks at the token alone
    token: "forgotten",
    endsApplication: false,
    errors: {
      parameter: () => error(500, "Bad request"),
      client: credentials,
      foreign: null,
      unknown: null,
    },
  },
  userinfo: null,
  tokenInfo: false,
  introspection: null,
  applicationScopes: [],
};
