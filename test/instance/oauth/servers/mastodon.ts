import { vapidKey } from "../../instance-info.ts";
import type { OAuthDeviations, OAuthError, Registering } from "../deviations.ts";
import { complaintsOf } from "../redirect-uris.ts";
import { meaning } from "../rfc6749.ts";
import { mastodon42Scopes, mastodon43Scopes, mastodon46Scopes } from "../scopes.ts";
import type { RegisteredApplication } from "../state.ts";

/** Doorkeeper's, which says it in a header as well. */
const error = (status: number, name: string, description: string): OAuthError => ({
  status,
  headers: {
    "www-authenticate": `Bearer realm="Doorkeeper", error="${name}", error_description="${description}"`,
  },
  body: { error: name, error_description: description },
});

const revocationRefused: OAuthError = {
  status: 403,
  headers: { "cache-control": "no-cache" },
  body: { error: "unauthorized_client", error_description: "You are not authorized to revoke this token" },
};

/** Doorkeeper 5.8 and 5.9 word some things in their own ways. */
interface Wording {
  scopes: string;
  challenge: string;
}

const doorkeeper58: Wording = {
  scopes: "Scopes doesn't match configured on the server.",
  challenge: "The code challenge method must be S256, plain is unsupported.",
};

const doorkeeper59: Wording = {
  scopes: "Scopes doesn't match those configured on the server.",
  challenge: "The code_challenge_method must be S256.",
};

/** Names up to 60, redirect URIs together and the website up to 2000, known scopes only. */
function refusal(known: readonly string[], wording: Wording) {
  return ({ clientName, redirectUris, scopes, website }: Registering): OAuthError | null => {
    const complaints: string[] = [];
    if (clientName.trim() === "") complaints.push("Application name can't be blank");
    if ([...clientName].length > 60) complaints.push("Application name is too long (maximum is 60 characters)");
    if (redirectUris.length === 0) complaints.push("Redirect URI can't be blank");
    for (const uri of redirectUris) {
      complaints.push(...complaintsOf(uri).map((complaint) => `Redirect URI ${complaint}`));
    }
    if (redirectUris.join("\n").length > 2000) complaints.push("Redirect URI is too long (maximum is 2000 characters)");
    if (scopes?.some((scope) => !known.includes(scope))) complaints.push(wording.scopes);
    if (website) {
      if (website.length > 2000) complaints.push("Application website is too long (maximum is 2000 characters)");
      if (!/^https?:\/\/\S+$/.test(website)) complaints.push("Application website is not a valid URL");
    }
    if (complaints.length === 0) return null;
    return { status: 422, body: { error: `Validation failed: ${complaints.join(", ")}` } };
  };
}

/** The fields of 4.2, and those that came with 4.3. */
function answer(is43: boolean) {
  return (application: RegisteredApplication): Record<string, unknown> => ({
    id: application.id,
    name: application.name,
    website: application.website,
    ...(is43 ? { scopes: application.scopes, redirect_uris: application.redirectUris } : {}),
    redirect_uri: application.redirectUri,
    client_id: application.clientId,
    client_secret: application.clientSecret,
    ...(is43 ? { client_secret_expires_at: 0 } : {}),
    vapid_key: vapidKey,
  });
}

function metadata(
  scopes: readonly string[],
  grants: readonly string[],
  methods: readonly string[],
  hasUserinfo: boolean,
) {
  return (origin: string): Record<string, unknown> => ({
    issuer: `${origin}/`,
    service_documentation: "https://docs.joinmastodon.org/",
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    app_registration_endpoint: `${origin}/api/v1/apps`,
    revocation_endpoint: `${origin}/oauth/revoke`,
    ...(hasUserinfo ? { userinfo_endpoint: `${origin}/oauth/userinfo` } : {}),
    scopes_supported: scopes,
    response_types_supported: ["code"],
    response_modes_supported: ["query", "fragment", "form_post"],
    grant_types_supported: grants,
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    code_challenge_methods_supported: methods,
  });
}

/** 4.5: what 4.4 brought, and no more. */
export const mastodon45: OAuthDeviations = {
  metadata: metadata(mastodon43Scopes, ["authorization_code", "client_credentials"], ["S256"], true),
  registration: {
    throttle: { limit: 5, seconds: 10 * 60 },
    lists: "taken", // since 4.3
    separator: /\s+/,
    defaultRedirectUris: [],
    defaultScopes: ["read"],
    refusal: refusal(mastodon43Scopes, doorkeeper58),
    answer: answer(true),
  },
  authorization: {
    path: "/oauth/authorize",
    forwardFrom: null,
    login: { kind: "page", status: 302, path: "/auth/sign_in", next: false }, // not tried
    keepsSession: true,
    htmlOnly: false,
    redirectMatch: "loopback port",
    checksLate: false,
    scopes: "registered",
    refusals: {
      // A page, and no redirect.
      unknownClient: { kind: "page", status: 401, sentence: meaning.invalid_client },
      redirectUri: { kind: "page", status: 400, sentence: "The redirect uri included is not valid." },
      scope: { kind: "page", status: 400, sentence: meaning.invalid_scope },
      responseType: { kind: "page", status: 400, sentence: meaning.unsupported_response_type },
      missingResponseType: { kind: "page", status: 400, sentence: "Missing required parameter: response_type." },
      challenge: { kind: "page", status: 400, sentence: doorkeeper58.challenge },
    },
    challengeMethods: ["S256"],
    defaultChallengeMethod: null,
    denial: { description: meaning.access_denied, state: true },
    remembers: "while a token lives", // Doorkeeper's matching_token?, not tried
    forceLoginAsks: true, // Oauth::AuthorizationsController#render_success, not tried
    redirectStatus: 302,
    rawState: false,
    issuer: null, // none before Doorkeeper 6
    outOfBand: { path: "/oauth/authorize/native" }, // a page; its path is Doorkeeper's
    codeSeconds: 10 * 60,
  },
  token: {
    grants: ["authorization_code", "client_credentials"], // no password since 4.4
    missing: () => null,
    basic: "taken", // client_secret_basic
    bothMethods: null, // refused from Doorkeeper 5.9.5 only
    checksCode: true,
    checksRedirectUri: true, // redirect_uri must be that of the grant
    refusesLoneVerifier: true, // validate_code_verifier, not tried
    verifierBurnsCode: false, // a validation that fails does not revoke the grant; not tried
    reuseRevokes: false, // Doorkeeper's InvalidGrantReuse leaves the token alone; not tried
    passwordNames: "e-mail",
    reusesTokens: true,
    scope: "granted",
    createdAt: { user: "seconds", application: "seconds" },
    expiresIn: { user: null, application: null }, // tokens never expire
    extra: () => ({}),
    burst: null,
    errors: {
      grantType: error(400, "unsupported_grant_type", meaning.unsupported_grant_type),
      client: error(401, "invalid_client", meaning.invalid_client),
      parameter: (name) => error(400, "invalid_request", `Missing required parameter: ${name}.`),
      code: error(400, "invalid_grant", meaning.invalid_grant),
      usedCode: error(400, "invalid_grant", meaning.invalid_grant),
      redirectUri: () => error(400, "invalid_grant", meaning.invalid_grant),
      missingVerifier: error(400, "invalid_request", "Missing required parameter: code_verifier."),
      verifier: error(400, "invalid_grant", meaning.invalid_grant),
      scope: () => error(400, "invalid_scope", meaning.invalid_scope),
      password: error(400, "invalid_grant", meaning.invalid_grant),
      twoFactor: () => error(400, "invalid_grant", meaning.invalid_grant),
    },
  },
  revocation: {
    client: "first",
    token: "marked", // "The access token was revoked"
    endsApplication: false,
    headers: { "cache-control": "max-age=0, private, must-revalidate" },
    errors: {
      parameter: () => revocationRefused,
      client: revocationRefused,
      foreign: revocationRefused,
      unknown: null, // 200 for unknown tokens too
    },
  },
  userinfo: "preferred_username", // since 4.4
  tokenInfo: true,
  introspection: {
    more: { exp: 0 },
    unauthorized: error(
      400,
      "invalid_request",
      "Request need to be authorized. Required parameter for authorizing request is missing or invalid.",
    ),
  },
  applicationScopes: [], // any token since 4.3
};

/** 4.6 knows the scopes of collections. */
export const mastodon46: OAuthDeviations = {
  ...mastodon45,
  metadata: metadata(mastodon46Scopes, ["authorization_code", "client_credentials"], ["S256"], true),
  registration: { ...mastodon45.registration, refusal: refusal(mastodon46Scopes, doorkeeper59) },
  authorization: {
    ...mastodon45.authorization,
    refusals: {
      ...mastodon45.authorization.refusals,
      challenge: { kind: "page", status: 400, sentence: doorkeeper59.challenge },
    },
  },
  introspection: { ...mastodon45.introspection!, more: {} },
};

const withPassword = { grants: ["authorization_code", "password", "client_credentials"] as const };

/** 4.3 still has the password grant; userinfo comes with 4.4. */
export const mastodon43: OAuthDeviations = {
  ...mastodon45,
  metadata: metadata(mastodon43Scopes, withPassword.grants, ["S256"], false),
  token: { ...mastodon45.token, ...withPassword }, // the password grant was removed in 4.4.0
  userinfo: null,
  introspection: {
    more: { exp: 0 },
    unauthorized: error(
      400,
      "invalid_request",
      "The request is missing a required parameter, includes an unsupported parameter value, or is otherwise malformed.",
    ),
  },
};

/** 4.2: neither metadata, `profile`, PKCE, lists of redirect URIs nor the throttle; the application needs `read`. */
export const mastodon42: OAuthDeviations = {
  ...mastodon43,
  metadata: null, // 404 before 4.3
  registration: {
    ...mastodon43.registration,
    throttle: null,
    lists: "dropped", // lists since 4.3; that they are dropped before: not tried
    refusal: refusal(mastodon42Scopes, doorkeeper58), // `profile` before 4.3 is a 422
    answer: answer(false),
  },
  authorization: { ...mastodon43.authorization, challengeMethods: null }, // ignored without error
  applicationScopes: ["read"],
};
