import { newSecret } from "../../store.ts";
import type { OAuthDeviations, OAuthError, Registering } from "../deviations.ts";

const error = (status: number, sentence: string): OAuthError => ({ status, body: { error: sentence } });

/** [inf] the schema of the API: name and redirect URIs are required strings. */
function refusal({ clientName, redirectUris }: Registering): OAuthError | null {
  if (clientName === "") return error(400, "Missing field: client_name.");
  return redirectUris.length === 0 ? error(400, "Missing field: redirect_uris.") : null;
}

const credentials = error(400, "Invalid credentials"); // [inf] o_auth_controller.ex, whatever is wrong
const century = 100 * 365 * 24 * 60 * 60;

export const akkoma: OAuthDeviations = {
  metadata: null, // 4.3 tells of none
  registration: {
    throttle: null,
    lists: error(400, "redirect_uris - Invalid string. Got: array"), // 4.3, AKK: a string only; the sentence is [inf]
    separator: /\s+/, // 4.3, AKK: a whitespace-split list
    defaultRedirectUris: [],
    defaultScopes: ["read"], // [inf]
    refusal, // 4.3, AKK: the application registers any scope
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
    login: { kind: "at once", wrongStatus: 401 }, // [inf] authorize renders the form for name and password
    keepsSession: true, // [inf] put_session_user
    htmlOnly: false,
    redirectMatch: "exact", // 4.3, AKK
    checksLate: true, // [inf] create_authorization
    scopes: "registered or above", // 4.3, AKK: prefix match, and a subset of the application's
    refusals: {
      unknownClient: { kind: "page", status: 401, sentence: "Invalid Username/Password" }, // [inf]
      redirectUri: { kind: "page", status: 401, sentence: "Unlisted redirect_uri." }, // [inf]
      scope: { kind: "page", status: 401, sentence: "This action is outside the authorized scopes" }, // [inf]
      responseType: { kind: "page", status: 401, sentence: "Bad OAuth request." }, // [inf]
      challenge: { kind: "page", status: 401, sentence: "Bad OAuth request." },
    },
    challengeMethods: null, // 4.3, AKK: none
    defaultChallengeMethod: null,
    denial: null, // [inf] the form has no button that redirects
    remembers: "never",
    forceLoginAsks: false,
    redirectStatus: 302,
    rawState: false,
    issuer: null,
    outOfBand: "page", // 4.3, AKK
    codeSeconds: 10 * 60, // [inf]
  },
  token: {
    grants: ["authorization_code", "password", "refresh_token", "client_credentials"], // 4.3, AKK
    missing: () => null,
    basic: "taken", // [inf] fetch_app
    bothMethods: null,
    checksCode: true,
    checksRedirectUri: false, // [inf] get_by_token
    refusesLoneVerifier: false,
    verifierBurnsCode: false,
    reuseRevokes: false,
    passwordNames: "both", // [inf] get_by_nickname_or_email
    reusesTokens: false,
    scope: "granted",
    createdAt: { user: "seconds", application: "seconds" },
    expiresIn: { user: century, application: century }, // 4.3, AKK: 100 years
    extra: ({ profileUrl }) => ({ me: profileUrl }), // [inf] oauth_view
    burst: null,
    errors: {
      grantType: error(500, "Bad request"), // [inf] bad_request
      client: credentials,
      parameter: () => credentials,
      code: credentials,
      usedCode: credentials,
      redirectUri: () => credentials,
      missingVerifier: credentials,
      verifier: credentials,
      scope: () => credentials,
      password: credentials,
      // [inf] build_and_response_mfa_token
      twoFactor: () => ({
        status: 403,
        body: { error: "mfa_required", mfa_token: newSecret(), supported_challenge_types: ["totp"] },
      }),
    },
  },
  revocation: {
    client: "not asked", // [inf] token_revoke looks at the token alone
    token: "forgotten",
    endsApplication: false,
    errors: {
      parameter: () => error(500, "Bad request"), // [inf]
      client: credentials,
      foreign: null,
      unknown: null, // [inf]
    },
  },
  userinfo: null,
  tokenInfo: false,
  applicationScopes: [],
};
