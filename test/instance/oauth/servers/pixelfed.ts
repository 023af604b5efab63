import type { OAuthDeviations, OAuthError, Registering } from "../deviations.ts";
import { meaning } from "../rfc6749.ts";
import { pixelfedScopes } from "../scopes.ts";

/** The errors of the OAuth library below Laravel Passport. */
const error = (status: number, name: string, description: string, hint?: string): OAuthError => ({
  status,
  body: { error: name, error_description: description, ...(hint === undefined ? {} : { hint }), message: description },
});

const malformed = (hint: string) => error(400, "invalid_request", meaning.invalid_request, hint);

const clientFailed = "Client authentication failed";

/** Laravel's `required` on name and redirect URIs. */
function refusal({ clientName, redirectUris }: Registering): OAuthError | null {
  const errors: Record<string, string[]> = {};
  if (clientName === "") errors.client_name = ["The client name field is required."];
  if (redirectUris.length === 0) errors.redirect_uris = ["The redirect uris field is required."];
  if (Object.keys(errors).length === 0) return null;
  return { status: 422, body: { message: "The given data was invalid.", errors } };
}

/** Pixelfed of 2024-03, read from its code and that of Laravel Passport, and not tried. */
export const pixelfed: OAuthDeviations = {
  metadata: null,
  registration: {
    throttle: null,
    lists: { status: 500, body: { message: "Server Error" } }, // the database column is a string
    separator: null, // a single one
    defaultRedirectUris: [],
    defaultScopes: [], // the endpoint stores no scopes
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
    login: { kind: "page", status: 302, path: "/login", next: false }, // Laravel's auth middleware
    keepsSession: true,
    htmlOnly: false,
    redirectMatch: "exact", // a single one
    checksLate: false,
    scopes: pixelfedScopes,
    refusals: {
      // A wrong redirect URI is a wrong client, and both are JSON.
      unknownClient: { kind: "answer", ...error(401, "invalid_client", clientFailed) },
      redirectUri: { kind: "answer", ...error(401, "invalid_client", clientFailed) },
      scope: { kind: "redirect", error: "invalid_scope", description: meaning.invalid_scope, state: false },
      responseType: {
        kind: "answer",
        ...error(400, "unsupported_grant_type", meaning.unsupported_grant_type),
      },
      challenge: { kind: "answer", ...malformed("Code challenge method must be `plain` or `S256`") },
    },
    challengeMethods: ["S256", "plain"], // Passport's
    defaultChallengeMethod: "plain",
    denial: { description: meaning.access_denied, state: true },
    remembers: "while a token lives", // Passport's AuthorizationController
    forceLoginAsks: false,
    redirectStatus: 302,
    rawState: false,
    issuer: null,
    outOfBand: "redirect", // Passport has no page for it
    codeSeconds: 10 * 60,
  },
  token: {
    grants: ["authorization_code", "client_credentials", "refresh_token"], // Passport's
    missing: () => null,
    basic: "taken",
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
    expiresIn: { user: 356 * 24 * 60 * 60, application: 356 * 24 * 60 * 60 }, // 356 days
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
  revocation: null, // Passport has no such route
  userinfo: null,
  tokenInfo: false,
  introspection: null,
  applicationScopes: ["read"],
};
