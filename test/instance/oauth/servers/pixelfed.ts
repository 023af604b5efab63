import type { OAuthDeviations, OAuthError, Registering } from "../deviations.ts";
import { meaning } from "../rfc6749.ts";
import { pixelfedScopes } from "../scopes.ts";

/** The errors of the OAuth library below Laravel Passport [inf]. */
const error = (status: number, name: string, description: string, hint?: string): OAuthError => ({
  status,
  body: { error: name, error_description: description, ...(hint === undefined ? {} : { hint }), message: description },
});

const malformed = (hint: string) => error(400, "invalid_request", meaning.invalid_request, hint);

const clientFailed = "Client authentication failed";

/** [inf] Laravel's `required` on name and redirect URIs. */
function refusal({ clientName, redirectUris }: Registering): OAuthError | null {
  const errors: Record<string, string[]> = {};
  if (clientName === "") errors.client_name = ["The client name field is required."];
  if (redirectUris.length === 0) errors.redirect_uris = ["The redirect uris field is required."];
  if (Object.keys(errors).length === 0) return null;
  return { status: 422, body: { message: "The given data was invalid.", errors } };
}

export const pixelfed: OAuthDeviations = {
  metadata: null, // 4.3 tells of none
  registration: {
    throttle: null,
    lists: { status: 500, body: { message: "Server Error" } }, // [inf] the column is a string
    separator: null, // 4.3, PIX: single
    defaultRedirectUris: [],
    defaultScopes: [], // 4.3, PIX: the endpoint stores no scopes
    refusal,
    answer: (application) => ({
      id: application.id,
      name: application.name,
      website: null,
      redirect_uri: application.redirectUris[0],
      client_id: application.clientId,
      client_secret: application.clientSecret,
      vapid_key: null,
    }),
  },
  authorization: {
    path: "/oauth/authorize",
    forwardFrom: null,
    login: { kind: "page", status: 302, path: "/login", next: false }, // [inf] Laravel's auth middleware
    keepsSession: true,
    htmlOnly: false,
    redirectMatch: "exact", // 4.3, PIX: single; loopback ports are not established (8)
    checksLate: false,
    scopes: pixelfedScopes, // 4.3, PIX
    refusals: {
      // [inf] a wrong redirect URI is a wrong client, and both are JSON
      unknownClient: { kind: "answer", ...error(401, "invalid_client", clientFailed) },
      redirectUri: { kind: "answer", ...error(401, "invalid_client", clientFailed) },
      scope: { kind: "redirect", error: "invalid_scope", description: meaning.invalid_scope, state: false }, // 4.3, PIX
      responseType: {
        kind: "answer",
        ...error(400, "unsupported_grant_type", meaning.unsupported_grant_type),
      },
      challenge: { kind: "answer", ...malformed("Code challenge method must be `plain` or `S256`") },
    },
    challengeMethods: ["S256", "plain"], // 4.3, PIX: Passport's
    defaultChallengeMethod: "plain", // [inf]
    denial: { description: meaning.access_denied, state: true }, // [inf]
    remembers: "while a token lives", // [inf] Passport's AuthorizationController
    forceLoginAsks: false,
    redirectStatus: 302,
    rawState: false,
    issuer: null,
    outOfBand: "redirect", // not established (8); Passport has no page for it [inf]
    codeSeconds: 10 * 60, // [inf]
  },
  token: {
    grants: ["authorization_code", "client_credentials", "refresh_token"], // 4.3, PIX: Passport's
    missing: () => null,
    basic: "taken", // [inf]
    bothMethods: null,
    checksCode: true,
    checksRedirectUri: true,
    refusesLoneVerifier: false,
    verifierBurnsCode: false,
    reuseRevokes: false,
    passwordNames: "e-mail",
    reusesTokens: false,
    scope: "granted",
    createdAt: { user: "seconds", application: "seconds" },
    expiresIn: { user: 356 * 24 * 60 * 60, application: 356 * 24 * 60 * 60 }, // 4.3, PIX: 356 days
    extra: () => ({}),
    burst: null,
    errors: {
      grantType: error(400, "unsupported_grant_type", meaning.unsupported_grant_type, "Look at grant_type"),
      client: error(401, "invalid_client", clientFailed),
      parameter: (name) => malformed(`Check the \`${name}\` parameter`),
      code: malformed("Cannot decrypt the authorization code"),
      usedCode: malformed("Authorization code has been revoked"),
      redirectUri: () => malformed("Invalid redirect URI"),
      missingVerifier: malformed("Check the `code_verifier` parameter"),
      verifier: error(400, "invalid_grant", meaning.invalid_grant, "Failed to verify `code_verifier`."),
      scope: (scope) => error(400, "invalid_scope", meaning.invalid_scope, `Check the \`${scope}\` scope`),
      password: error(400, "invalid_grant", "The user credentials were incorrect."),
      twoFactor: () => error(400, "invalid_grant", "The user credentials were incorrect."),
    },
  },
  revocation: null, // [inf] Passport has no such route
  userinfo: null,
  tokenInfo: false,
  applicationScopes: ["read"], // [inf]
};
