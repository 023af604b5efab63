import type { OAuthDeviations, OAuthError, Registering } from "../deviations.ts";
import { meaning } from "../rfc6749.ts";
import { holloScopes } from "../scopes.ts";

const error = (status: number, name: string, description: string): OAuthError => ({
  status,
  body: { error: name, error_description: description },
});

const fields = ["client_name", "redirect_uris", "scopes", "website"];

/** A strict schema: neither unknown fields nor unknown scopes. */
function refusal({ names, redirectUris, scopes, website }: Registering): OAuthError | null {
  const issues: Record<string, unknown>[] = [];
  for (const uri of redirectUris)
    if (!URL.canParse(uri)) issues.push({ code: "invalid_format", format: "url", path: ["redirect_uris"] });
  for (const scope of scopes ?? [])
    if (!holloScopes.includes(scope))
      issues.push({ code: "invalid_value", values: holloScopes, received: scope, path: ["scopes"] });
  if (website !== null && !URL.canParse(website))
    issues.push({ code: "invalid_format", format: "url", path: ["website"] });
  const unknown = names.filter((name) => !fields.includes(name));
  if (unknown.length > 0) issues.push({ code: "unrecognized_keys", keys: unknown, path: [] });
  if (issues.length === 0) return null;
  const zodError = { name: "ZodError", message: JSON.stringify(issues, null, 2) };
  return { status: 422, body: { error: "invalid_request", zod_error: zodError } };
}

const grant = error(400, "invalid_grant", meaning.invalid_grant);
const client = error(401, "invalid_client", meaning.invalid_client);

export const hollo: OAuthDeviations = {
  // It has one; the fields were read from its code, not tried.
  metadata: (origin) => ({
    issuer: `${origin}/`,
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    revocation_endpoint: `${origin}/oauth/revoke`,
    userinfo_endpoint: `${origin}/oauth/userinfo`,
    app_registration_endpoint: `${origin}/api/v1/apps`,
    scopes_supported: holloScopes,
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: ["authorization_code", "client_credentials"],
    token_endpoint_auth_methods_supported: ["client_secret_post", "client_secret_basic"],
    code_challenge_methods_supported: ["S256"],
  }),
  registration: {
    throttle: null,
    lists: "taken",
    separator: /\s+/,
    defaultRedirectUris: [],
    defaultScopes: ["read"],
    refusal,
    // redirect_uri is a list joined by spaces, and there are no scopes.
    answer: (application) => ({
      id: application.id,
      name: application.name,
      website: application.website,
      redirect_uris: application.redirectUris,
      redirect_uri: application.redirectUris.join(" "),
      client_id: application.clientId,
      client_secret: application.clientSecret,
      client_secret_expires_at: 0,
      vapid_key: "",
    }),
  },
  authorization: {
    path: "/oauth/authorize",
    forwardFrom: null,
    login: { kind: "page", status: 302, path: "/login", next: true },
    keepsSession: true, // the second authorization shows the consent page again
    htmlOnly: false,
    redirectMatch: "exact", // another loopback port is a 400
    checksLate: false,
    scopes: "registered",
    refusals: {
      unknownClient: { kind: "answer", status: 400, body: { error: "invalid_client_id" } }, // oauth.tsx, not tried
      redirectUri: { kind: "answer", status: 400, body: { error: "invalid_redirect_uri" } },
      scope: { kind: "answer", status: 400, body: { error: "invalid_scope" } }, // oauth.tsx, not tried
      responseType: { kind: "answer", status: 400, body: { error: "invalid_request" } }, // not tried
      // Also for plain.
      challenge: {
        kind: "answer",
        status: 400,
        body: {
          error: "invalid_request",
          error_description: "The only code_challenge_method is S256",
        },
      },
    },
    challengeMethods: ["S256"],
    defaultChallengeMethod: null,
    denial: { description: meaning.access_denied, state: false },
    remembers: "never",
    forceLoginAsks: false,
    redirectStatus: 302,
    rawState: false,
    issuer: null,
    outOfBand: "page",
    codeSeconds: 10 * 60, // ACCESS_GRANT_EXPIRES_IN, not tried
  },
  token: {
    grants: ["authorization_code", "client_credentials"],
    missing: () => null,
    basic: "taken",
    // From its middleware.ts, not tried.
    bothMethods: error(400, "invalid_request", "The request has more than one client authentication."),
    checksCode: true,
    checksRedirectUri: true,
    refusesLoneVerifier: false,
    verifierBurnsCode: false,
    reuseRevokes: false,
    passwordNames: "both",
    reusesTokens: false,
    scope: "granted",
    createdAt: { user: "milliseconds", application: "seconds" },
    expiresIn: { user: null, application: null },
    extra: () => ({}),
    burst: null,
    errors: {
      grantType: error(400, "unsupported_grant_type", meaning.unsupported_grant_type),
      client,
      parameter: () => ({ status: 400, body: { error: "invalid_request", zod_error: { name: "ZodError" } } }),
      code: grant,
      usedCode: grant,
      redirectUri: () => grant,
      missingVerifier: grant,
      verifier: grant, // a wrong one or none
      scope: () => error(400, "invalid_scope", meaning.invalid_scope),
      password: grant,
      twoFactor: () => grant,
    },
  },
  revocation: {
    client: "first", // revoke.ts, not tried
    token: "forgotten", // the token then is a 401
    endsApplication: false,
    errors: {
      parameter: () => ({ status: 400, body: { error: "invalid_request", zod_error: { name: "ZodError" } } }),
      client,
      foreign: null, // left untouched; not tried
      unknown: null, // not tried
    },
  },
  userinfo: "preferredUsername", // userinfo.ts, not tried
  tokenInfo: false,
  introspection: null,
  applicationScopes: [],
};
