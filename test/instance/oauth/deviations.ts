import type { Call } from "../call.ts";
import type { RateLimit } from "../profiles.ts";
import type { ServerName } from "../server-name.ts";
import { activitiesNext } from "./servers/activities-next.ts";
import { akkoma } from "./servers/akkoma.ts";
import { gotosocial } from "./servers/gotosocial.ts";
import { hollo } from "./servers/hollo.ts";
import { mastodon42, mastodon43, mastodon45, mastodon46 } from "./servers/mastodon.ts";
import { mitra } from "./servers/mitra.ts";
import { pixelfed } from "./servers/pixelfed.ts";
import { sharkey } from "./servers/sharkey.ts";
import { snac } from "./servers/snac.ts";
import { takahe } from "./servers/takahe.ts";
import type { RegisteredApplication } from "./state.ts";

/**
 * In what the OAuth sides of servers differ. "Not tried" marks what was read from the server's public code and not seen
 * in a run.
 */
export interface OAuthDeviations {
  /** The document of RFC 8414; null: it is a 404. */
  metadata: ((origin: string) => Record<string, unknown>) | null;
  registration: Registration;
  authorization: Authorization;
  token: TokenEndpoint;
  /** Null: there is no /oauth/revoke. */
  revocation: Revocation | null;
  /** How GET /oauth/userinfo calls the user name; null: there is no such call. */
  userinfo: "preferred_username" | "preferredUsername" | null;
  /** Whether GET /oauth/token/info says what a token may do. */
  tokenInfo: boolean;
  /** What POST /oauth/introspect tells of a token beside its scopes; null: there is no such call. */
  introspection: { more: Record<string, unknown>; unauthorized: OAuthError } | null;
  /** What /api/v1/apps/verify_credentials asks of a token: one of these scopes; none: any token does. */
  applicationScopes: readonly string[];
}

/** An answer to a program. A null body is an empty text/html one. */
export interface OAuthError {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** What POST /api/v1/apps was asked for. */
export interface Registering {
  /** Every name that was sent. */
  names: readonly string[];
  clientName: string;
  redirectUris: readonly string[];
  /** The same as one text. */
  redirectUri: string;
  /** Null when none were given, or not as one string. */
  scopes: readonly string[] | null;
  website: string | null;
}

export interface Registration {
  throttle: RateLimit | null;
  /** `redirect_uris` as a list: taken, dropped as if it were absent, or refused. */
  lists: "taken" | "dropped" | OAuthError;
  /** What parts several URIs in one string; null: it is one URI whatever it holds. */
  separator: RegExp | null;
  /** What an absent `redirect_uris` becomes. */
  defaultRedirectUris: readonly string[];
  /** What absent scopes become. */
  defaultScopes: readonly string[];
  refusal: (asked: Registering) => OAuthError | null;
  answer: (application: RegisteredApplication) => Record<string, unknown>;
}

/** How an authorization request that cannot be granted ends. */
export type AuthorizationRefusal =
  | { kind: "page"; status: number; sentence: string }
  | ({ kind: "answer" } & OAuthError)
  /** Sent to the redirect URI of the request. */
  | { kind: "redirect"; error: string; description: string; state: boolean };

export interface Authorization {
  path: string;
  /** Leads from here to `path`: /oauth/authorize, where the metadata names another address. */
  forwardFrom: string | null;
  /** A page of its own to log in on, or `path` asks for the password, and to log in is to consent. */
  login:
    | {
        kind: "page";
        status: number;
        path: string /** Whether its address says where it leads back to. */;
        next: boolean;
      }
    | { kind: "at once" /** Of the form that is shown again. */; wrongStatus: number };
  /** Whether one stays logged in after a code was given. */
  keepsSession: boolean;
  /** Whether a request that does not accept HTML is a 406. */
  htmlOnly: boolean;
  redirectMatch: "loopback port" | "exact" | "any";
  /** Whether redirect URI and scopes are checked only once the person has consented. */
  checksLate: boolean;
  /** Which scopes may be asked for: the registered ones, these and what they include, or these of the server. */
  scopes: "registered" | "registered or above" | "any" | readonly string[];
  refusals: {
    unknownClient: AuthorizationRefusal;
    redirectUri: AuthorizationRefusal;
    scope: AuthorizationRefusal;
    responseType: AuthorizationRefusal;
    /** The same, where there is none. */
    missingResponseType?: AuthorizationRefusal;
    challenge: AuthorizationRefusal;
  };
  /** Which challenges are understood and later enforced; null: PKCE parameters are ignored. */
  challengeMethods: readonly string[] | null;
  /** What a challenge without a method is; null: refused. */
  defaultChallengeMethod: string | null;
  /** Null: the page has no button to deny. */
  denial: { description: string; state: boolean } | null;
  /** When consent is not asked again: a token of the same scopes lives, or it was given once. */
  remembers: "while a token lives" | "for good" | "never";
  /** `force_login=true` asks for consent again; elsewhere it is ignored. */
  forceLoginAsks: boolean;
  redirectStatus: 302 | 303;
  /** Whether state stands in the redirect as it came, not URL-encoded. */
  rawState: boolean;
  /** The `iss` parameter of the redirect (RFC 9207). */
  issuer: ((origin: string) => string) | null;
  /** A code for `urn:ietf:wg:oauth:2.0:oob`: a page, a page at this path, the bare body, or a redirect like any other. */
  outOfBand: "page" | "body" | "redirect" | { path: string };
  /** How long a code lives. */
  codeSeconds: number;
}

export type GrantType = "authorization_code" | "client_credentials" | "password" | "refresh_token";

export interface TokenEndpoint {
  grants: readonly GrantType[];
  /** Checks of the whole form that come before all else. */
  missing: (call: Call) => OAuthError | null;
  /** HTTP Basic: taken, taken for the secret while the id must be in the form, not looked at, or refused. */
  basic: "taken" | "secret only" | "ignored" | OAuthError;
  /** Basic and the form at once; null: Basic wins. */
  bothMethods: OAuthError | null;
  /** Whether the code must be one that this server gave. */
  checksCode: boolean;
  checksRedirectUri: boolean;
  /** Whether a verifier is wrong where no challenge was sent. */
  refusesLoneVerifier: boolean;
  /** Whether a wrong verifier uses the code up. */
  verifierBurnsCode: boolean;
  /** Whether a code that is used again revokes the token of the first time (RFC 6749, 4.1.2). */
  reuseRevokes: boolean;
  /** Who may log in with a password: by e-mail address alone, or by user name too. */
  passwordNames: "e-mail" | "both";
  /** Whether the same application, account and scopes get the token again that they have. */
  reusesTokens: boolean;
  /** Which `scope` the answer to a code tells. */
  scope: "granted" | "as sent" | { always: string };
  createdAt: { user: CreatedAt; application: CreatedAt };
  /** Seconds; null: the answer has no `expires_in`. */
  expiresIn: { user: number | null; application: number | null };
  /** Further fields of the answer to a user's grant: of the address of its profile, and seconds since 1970. */
  extra: (token: { profileUrl: string; expiresAt: number }) => Record<string, unknown>;
  /** From the how manieth call on everything is a 429 with `{}`; null: never. */
  burst: number | null;
  errors: TokenErrors;
}

export type CreatedAt = "seconds" | "milliseconds" | "ISO 8601";

export interface TokenErrors {
  grantType: OAuthError;
  client: OAuthError;
  parameter: (name: string) => OAuthError;
  code: OAuthError;
  /** A code that was used, and one that is too old. */
  usedCode: OAuthError;
  redirectUri: (uri: string) => OAuthError;
  missingVerifier: OAuthError;
  verifier: OAuthError;
  scope: (scope: string) => OAuthError;
  password: OAuthError;
  /** The password is right, but the account has a second factor. */
  twoFactor: () => OAuthError;
}

export interface Revocation {
  /** Headers of the answer that it is done. */
  headers?: Record<string, string>;
  /** Whether the client proves who it is, and whether that comes before the look at the token. */
  client: "first" | "then" | "not asked";
  /** A Bearer header beside the client's id and secret: refused as a second proof, or wanted; absent: not looked at. */
  bearer?: { rule: "refused" | "wanted"; error: OAuthError };
  /** A token that ends is remembered as revoked, or forgotten. */
  token: "marked" | "forgotten";
  /** Whether the application goes with it. */
  endsApplication: boolean;
  errors: {
    parameter: (name: string) => OAuthError;
    client: OAuthError;
    /** A token of another application; null: 200, and it lives on. */
    foreign: OAuthError | null;
    /** An unknown token; null: 200. */
    unknown: OAuthError | null;
  };
}

export const oauthOf: Record<ServerName, OAuthDeviations> = {
  mastodon42,
  mastodon43,
  mastodon45,
  mastodon46,
  glitch: mastodon46,
  gotosocial,
  hollo,
  snac,
  akkoma,
  pixelfed,
  mitra,
  takahe,
  activitiesNext,
  sharkey,
};
