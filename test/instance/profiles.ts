/**
 * What makes one server software differ from another. The practice instance is written for Mastodon; a profile holds
 * only what deviates between versions and softwares, so a test can also bend a single point:
 * `startInstance({ profile: { ...mastodon45, forbiddenNamesScopes: true } })`.
 */
export interface Profile {
  /** Name for people, in nodeinfo's `software.name` as well. */
  software: string;
  version: string;
  sourceUrl: string;
  /** `api_versions` of the v2 document; null: the key is absent (Mastodon before 4.3 and most others). */
  apiVersions: Record<string, number> | null;
  /** Which of /api/v1/instance and /api/v2/instance exist. */
  instanceEndpoints: readonly ("v1" | "v2")[];
  /** Value of the `Deprecation` header on /api/v1/instance (RFC 9745); null: none. */
  deprecationOfV1: string | null;
  /** Whether /.well-known/oauth-authorization-server exists (Mastodon 4.3 and newer). */
  oauthMetadata: boolean;
  limits: {
    maxCharacters: number;
    charactersReservedPerUrl: number;
    maxMediaAttachments: number;
    descriptionLimit: number;
    maxPinnedStatuses: number;
  };
  /**
   * How long a key given in `Idempotency-Key` is remembered for the account, in seconds; null: the header is ignored.
   * Two requests that run at the same time both post: there is no lock.
   */
  idempotencySeconds: number | null;
  /** Fixed windows, aligned to the epoch; null: the server limits nothing and sends no header. */
  rateLimits: RateLimits | null;
  /**
   * Whether a 403 for a missing scope carries a `WWW-Authenticate` header that names the scopes. Doorkeeper removed
   * that header from its 403 until 5.9.1 (doorkeeper#1795, 2026-05), so Mastodon up to 4.5 (Doorkeeper 5.8.2) sends
   * none; Mastodon 4.6 (5.9.2) does.
   */
  forbiddenNamesScopes: boolean;
  errors: ErrorTexts;
}

export interface RateLimit {
  limit: number;
  /** Length of the window. */
  seconds: number;
}

export interface RateLimits {
  perToken: RateLimit;
  perAccount: RateLimit;
  /** Requests without a usable token, by address. */
  perAddress: RateLimit;
  /** Requests with max_id, min_id, since_id or page. */
  paging: RateLimit;
  deletions: RateLimit;
  /** Creating and editing statuses, by account. */
  posts: RateLimit;
}

/** The English sentences in `{"error": …}`. */
export interface ErrorTexts {
  blankText: string;
  tooLong: (limit: number) => string;
  badVisibility: string;
  /** Puts the sentences of one or more failed validations into one. */
  validationFailed: (sentences: string[]) => string;
  tooManyFiles: (limit: number) => string;
  mediaNotFound: (ids: string[]) => string;
  replyTargetMissing: string;
  recordNotFound: string;
  tokenInvalid: string;
  tokenRevoked: string;
  tokenExpired: string;
  outsideScopes: string;
  userRequired: string;
  emailUnconfirmed: string;
  approvalPending: string;
  loginDisabled: string;
  tooManyRequests: string;
}

const mastodonErrors: ErrorTexts = {
  blankText: "Text can't be blank",
  tooLong: (limit) => `Text character limit of ${limit} exceeded`,
  badVisibility: "Visibility is not included in the list",
  validationFailed: (sentences) => `Validation failed: ${sentences.join(", ")}`,
  tooManyFiles: (limit) => `Cannot attach more than ${limit} files`,
  mediaNotFound: (ids) => `Media ${ids.join(", ")} not found or already attached to another post`,
  replyTargetMissing: "The post you are trying to reply to does not appear to exist.",
  recordNotFound: "Record not found",
  tokenInvalid: "The access token is invalid",
  tokenRevoked: "The access token was revoked",
  tokenExpired: "The access token expired",
  outsideScopes: "This action is outside the authorized scopes",
  userRequired: "This method requires an authenticated user",
  emailUnconfirmed: "Your login is missing a confirmed e-mail address",
  approvalPending: "Your login is currently pending approval",
  loginDisabled: "Your login is currently disabled",
  tooManyRequests: "Too many requests",
};

const minutes = 60;
const hours = 60 * minutes;

/** Mastodon 4.5 (2025-11), with the quirks of its whole line. */
export const mastodon45: Profile = {
  software: "mastodon",
  version: "4.5.0",
  sourceUrl: "https://github.com/mastodon/mastodon",
  apiVersions: { mastodon: 7 },
  instanceEndpoints: ["v1", "v2"],
  deprecationOfV1: "@1668384000",
  oauthMetadata: true,
  limits: {
    maxCharacters: 500,
    charactersReservedPerUrl: 23,
    maxMediaAttachments: 4,
    descriptionLimit: 1500,
    maxPinnedStatuses: 5,
  },
  idempotencySeconds: 1 * hours,
  rateLimits: {
    perToken: { limit: 300, seconds: 5 * minutes },
    perAccount: { limit: 1500, seconds: 5 * minutes },
    perAddress: { limit: 300, seconds: 5 * minutes },
    paging: { limit: 300, seconds: 15 * minutes },
    deletions: { limit: 30, seconds: 30 * minutes },
    posts: { limit: 300, seconds: 3 * hours },
  },
  forbiddenNamesScopes: false,
  errors: mastodonErrors,
};
