import type { OAuthDeviations, OAuthError, Registering } from "../deviations.ts";
import { meaning } from "../rfc6749.ts";
import { holloScopes } from "../scopes.ts";

const error = (status: number, name: string, description: string): OAuthError => ({
  status,
  body: { error: name, error_description: description },
});

const fields = ["client_name", "redirect_uris", "scopes", "website"];

/** 4.3, HOL and H, "unknown extra field", "bogus scope": a strict schema. */
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
  // 4.3, HOL: it has one; its fields are [inf]
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
    lists: "taken", // H, "redirect_uris as JSON array"
    separator: /\s+/,
    defaultRedirectUris: [],
    defaultScopes: ["read"],
    refusal,
    // H, "response quirks": redirect_uri is a space-joined list, no scopes
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
    login: { kind: "page", status: 302, path: "/login", next: true }, // H, "authorize, logged out"
    keepsSession: true, // H, "second authorize": the consent page again
    htmlOnly: false,
    redirectMatch: "exact", // 4.3, HOL; H, "other loopback port": 400
    checksLate: false,
    scopes: "registered",
    refusals: {
      unknownClient: { kind: "answer", status: 400, body: { error: "invalid_client_id" } }, // [inf] oauth.tsx
      redirectUri: { kind: "answer", status: 400, body: { error: "invalid_redirect_uri" } }, // H, "unregistered"
      scope: { kind: "answer", status: 400, body: { error: "invalid_scope" } }, // [inf] oauth.tsx
      responseType: { kind: "answer", status: 400, body: { error: "invalid_request" } }, // [inf]
      // H, "PKCE S256": plain -> 400
      challenge: {
        kind: "answer",
        status: 400,
        body: {
          error: "invalid_request",
          error_description: "The only code_challenge_method is S256",
        },
      },
    },
    challengeMethods: ["S256"], // H, "PKCE S256"
    defaultChallengeMethod: null,
    // H, "deny": without state
    denial: { description: meaning.access_denied, state: false },
    remembers: "never", // H, "second authorize"
    forceLoginAsks: false,
    redirectStatus: 302,
    rawState: false,
    issuer: null,
    outOfBand: "page", // H, "oob"
    codeSeconds: 10 * 60, // [inf] ACCESS_GRANT_EXPIRES_IN
  },
  token: {
    grants: ["authorization_code", "client_credentials"], // 4.3, HOL
    missing: () => null,
    basic: "taken", // H, "HTTP Basic"
    // [inf] middleware.ts
    bothMethods: error(400, "invalid_request", "The request has more than one client authentication."),
    checksCode: true,
    checksRedirectUri: true,
    refusesLoneVerifier: false,
    verifierBurnsCode: false, // H, "wrong verifier burns the code?"
    reuseRevokes: false, // H, "code reuse"
    passwordNames: "both",
    reusesTokens: false,
    scope: "granted",
    createdAt: { user: "milliseconds", application: "seconds" }, // H, "token answer"
    expiresIn: { user: null, application: null }, // 4.3, HOL
    extra: () => ({}),
    burst: null,
    errors: {
      grantType: error(400, "unsupported_grant_type", meaning.unsupported_grant_type),
      client, // H, "wrong client_secret"
      parameter: () => ({ status: 400, body: { error: "invalid_request", zod_error: { name: "ZodError" } } }),
      code: grant, // H, "wrong code"
      usedCode: grant, // H, "code reuse"
      redirectUri: () => grant, // H, "redirect_uri mismatch"
      missingVerifier: grant,
      verifier: grant, // H, "PKCE S256": wrong or missing
      scope: () => error(400, "invalid_scope", meaning.invalid_scope),
      password: grant,
      twoFactor: () => grant,
    },
  },
  revocation: {
    client: "first", // [inf] revoke.ts
    token: "forgotten", // H, "revoke": the token then is a 401
    endsApplication: false,
    errors: {
      parameter: () => ({ status: 400, body: { error: "invalid_request", zod_error: { name: "ZodError" } } }),
      client,
      foreign: null, // [inf] left untouched
      unknown: null, // [inf]
    },
  },
  userinfo: "preferredUsername", // [inf] userinfo.ts
  tokenInfo: false,
  applicationScopes: [],
};
