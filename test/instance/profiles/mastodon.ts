import { accountUri, accountUriById, accountUrl } from "../addresses.ts";
import { railsError } from "../call.ts";
import { mastodonDraft } from "../draft.ts";
import { features } from "../features.ts";
import { snowflake } from "../ids.ts";
import { mastodonContent, usualRel } from "../mastodon-content.ts";
import { mentionRules } from "../mention-rules.ts";
import { oauthOf } from "../oauth/deviations.ts";
import type { Access, Document, ErrorTexts, Profile, RateLimits } from "../profiles.ts";

export const mastodonErrors: ErrorTexts = {
  blankText: "Text can't be blank",
  tooLong: (limit) => `Text character limit of ${limit} exceeded`,
  badVisibility: "Visibility is not included in the list",
  validationFailed: (sentences) => `Validation failed: ${sentences.join(", ")}`,
  recordNotFound: "Record not found",
  statusNotFound: "Not Found",
  notFound: "Not Found",
  tokenInvalid: "The access token is invalid",
  tokenRevoked: "The access token was revoked",
  tokenExpired: "The access token expired",
  outsideScopes: "This action is outside the authorized scopes",
  userRequired: "This method requires an authenticated user",
  emailUnconfirmed: "Your login is missing a confirmed e-mail address",
  approvalPending: "Your login is currently pending approval",
  loginDisabled: "Your login is currently disabled",
  tooManyRequests: "Too many requests",
  temporaryProblem: "There was a temporary problem serving your request, please try again",
};

/** Doorkeeper: any of the scopes by its name. */
export const mastodonAccess: Access = {
  bearer: /^Bearer (.*)$/i,
  suffices: (held, wanted) => wanted.some((scope) => held.includes(scope)),
  usualScopes: ["write:statuses", "write:media", "profile"],
  tokenMissing: null,
  tokenUnknown: null,
  outsideScopes: null,
  looksAtEveryToken: false,
  publicIsReadable: true,
};

const minutes = 60;
const hours = 60 * minutes;

/** The same in 4.2 to 4.6. */
const rateLimits: RateLimits = {
  perToken: { limit: 300, seconds: 5 * minutes },
  perAccount: { limit: 1500, seconds: 5 * minutes },
  perAddress: { limit: 300, seconds: 5 * minutes },
  paging: { limit: 300, seconds: 15 * minutes },
  deletions: { limit: 30, seconds: 30 * minutes },
  posts: { limit: 300, seconds: 3 * hours },
  reads: null,
  media: { limit: 30, seconds: 30 * minutes },
  resetDigits: 6,
};

/** Mastodon 4.5 (2025-11), with the quirks of its whole line. */
export const mastodon45: Profile = {
  software: "mastodon",
  title: "Mastodon",
  instanceDocument: before46,
  softwareVersion: "4.5.15",
  version: "4.5.15",
  tried: { version: "4.5.15", date: "November 2026", isRecorded: true },
  sourceUrl: "https://github.com/mastodon/mastodon",
  apiVersions: { mastodon: 7 },
  instanceEndpoints: ["v1", "v2"],
  deprecationOfV1: "@1668384000",
  hostMetaJson: true,
  limits: {
    maxCharacters: 500,
    charactersReservedPerUrl: 23,
    maxMediaAttachments: 4,
    descriptionLimit: 1500,
    maxPinnedStatuses: 5,
  },
  account: {},
  ids: snowflake,
  ...addressedBy(accountUriById),
  render: mastodonContent(usualRel),
  readDraft: mastodonDraft,
  mentionRule: mentionRules.mastodonOnOldRuby,
  mentionsBeyondText: false,
  unreadableBody: railsError(400),
  needsUserAgent: false,
  hangsUp: false,
  knownBodiesOnly: false,
  access: mastodonAccess,
  listsOwn: null,
  countsStatuses: true,
  // No lock before 4.6: a second request that comes while the first one runs posts as well (#37879).
  idempotency: { kind: "made", seconds: 1 * hours, lockSeconds: null, repeat: "shown", scheduled: "not found" },
  rateLimits,
  forbiddenNamesScopes: false,
  errors: mastodonErrors,
  routes: [],
  shapeError: (answer) => answer,
  shapeStatus: (entity) => entity,
  features: features.mastodon45,
  oauth: oauthOf.mastodon45,
};

/** Mastodon 4.3 (2024-10): before the deprecation headers and the announced limit of descriptions. */
export const mastodon43: Profile = {
  ...mastodon45,
  softwareVersion: "4.3.23",
  version: "4.3.23",
  tried: { version: "4.3.23", date: "November 2026", isRecorded: true },
  apiVersions: { mastodon: 2 },
  instanceDocument: before44,
  ...addressedBy(accountUri),
  deprecationOfV1: null,
  render: mastodonContent("nofollow noopener noreferrer"),
  features: features.mastodon43,
  oauth: oauthOf.mastodon43,
};

/** Mastodon 4.2 (2023-09): before the `profile` scope, the OAuth metadata and `api_versions`. */
export const mastodon42: Profile = {
  ...mastodon43,
  softwareVersion: "4.2.0",
  version: "4.2.0",
  tried: null,
  apiVersions: null,
  instanceDocument: before43,
  hostMetaJson: false,
  access: {
    ...mastodonAccess,
    suffices: (held, wanted) => wanted.some((scope) => scope !== "profile" && held.includes(scope)),
    usualScopes: ["write:statuses", "write:media", "read:accounts"],
  },
  // A scheduled status is made again by a repeat (#30039).
  idempotency: { kind: "made", seconds: 1 * hours, lockSeconds: null, repeat: "shown", scheduled: "ignored" },
  features: features.mastodon42,
  oauth: oauthOf.mastodon42,
};

/** Mastodon 4.6.0 (2026-06): a lock around the key, and the error that answers a repeat (#40399). */
export const mastodon46: Profile = {
  ...mastodon45,
  softwareVersion: "4.6.5",
  version: "4.6.5",
  tried: { version: "4.6.5", date: "November 2026", isRecorded: true },
  apiVersions: { mastodon: 11 },
  instanceDocument: (document) => document,
  limits: { ...mastodon45.limits, descriptionLimit: 10_000 },
  // Its own images run on Ruby 4.0.
  mentionRule: mentionRules.mastodon,
  // What mario-redis-lock waits unless told otherwise.
  idempotency: { kind: "made", seconds: 1 * hours, lockSeconds: 10, repeat: "crash", scheduled: "not found" },
  // Doorkeeper 5.9.2.
  forbiddenNamesScopes: true,
  features: features.mastodon46,
  oauth: oauthOf.mastodon46,
};

/** Accounts that were made since 4.5 are named by their ids. */
function addressedBy(uriOf: typeof accountUri): Pick<Profile, "accountUri" | "statusAddress"> {
  return {
    accountUri: uriOf,
    statusAddress: (origin, account, id) => ({
      uri: `${uriOf(origin, account)}/statuses/${id}`,
      url: `${accountUrl(origin, account)}/${id}`,
    }),
  };
}

/** 4.6 announced the limits of profiles, and what the picture of the instance shows. */
function before46({ wrapstodon: _wrapstodon, ...document }: Document, version: "v1" | "v2"): Document {
  if (version === "v1") return document;
  const { configuration, thumbnail } = document;
  const { max_featured_tags, max_pinned_statuses } = configuration.accounts;
  const accounts = { max_featured_tags, max_pinned_statuses };
  return { ...document, thumbnail: { url: thumbnail.url }, configuration: { ...configuration, accounts } };
}

/** 4.4 announced the limit of descriptions, the page about the instance and more about registrations. */
function before44(newest: Document, version: "v1" | "v2"): Document {
  if (version === "v1") return newest;
  const document = before46(newest, version);
  const { configuration } = document;
  const { reason_required: _reason, min_age: _age, ...registrations } = document.registrations;
  const { description_limit: _limit, ...media } = configuration.media_attachments;
  const { urls, timelines_access: _timelines, limited_federation: _limited, ...others } = configuration;
  const { streaming, status } = urls;
  return {
    ...document,
    configuration: { ...others, urls: { streaming, status }, media_attachments: media },
    registrations,
  };
}

/** 4.3 announced how many statuses can be pinned. */
function before43(document: Document, version: "v1" | "v2"): Document {
  if (version === "v1") return document;
  const { configuration, ...others } = before44(document, version);
  const { max_featured_tags } = configuration.accounts;
  return { ...others, configuration: { ...configuration, accounts: { max_featured_tags } } };
}
