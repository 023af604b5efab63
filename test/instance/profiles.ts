import type { Answer, Call, Route } from "./call.ts";
import type { Draft } from "./draft.ts";
import type { Features } from "./features.ts";
import type { Idempotency } from "./idempotency.ts";
import type { Ids } from "./ids.ts";
import type { MentionRule } from "./mention-rules.ts";
import type { OAuthDeviations } from "./oauth/deviations.ts";
import { activitiesNext } from "./profiles/activities-next.ts";
import { akkoma } from "./profiles/akkoma.ts";
import { glitch } from "./profiles/glitch.ts";
import { gotosocial } from "./profiles/gotosocial.ts";
import { hollo } from "./profiles/hollo.ts";
import { mastodon42, mastodon43, mastodon45, mastodon46 } from "./profiles/mastodon.ts";
import { mitra } from "./profiles/mitra.ts";
import { pixelfed } from "./profiles/pixelfed.ts";
import { sharkey } from "./profiles/sharkey.ts";
import { snac } from "./profiles/snac.ts";
import { takahe } from "./profiles/takahe.ts";
import type { ServerName } from "./server-name.ts";
import type { Account, StoredStatus, Visibility } from "./store.ts";

export { mastodon45, mastodon46 };

/** All servers that the practice instance can be; what is not known of one is as on Mastodon. */
export const profiles: Record<ServerName, Profile> = {
  mastodon42,
  mastodon43,
  mastodon45,
  mastodon46,
  glitch,
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

/**
 * What makes one server software differ from another. The practice instance is written for Mastodon; a profile holds
 * only what deviates between versions and softwares, so a test can also bend a single point:
 * `startInstance({ profile: { ...mastodon45, forbiddenNamesScopes: true } })`.
 */
export interface Profile {
  /** Name for people, in nodeinfo's `software.name` as well. */
  software: string;
  /** Of an instance that nobody has given another. */
  title: string;
  /** In nodeinfo. */
  softwareVersion: string;
  /** In the instance documents, where some softwares name a version of Mastodon. */
  version: string;
  sourceUrl: string;
  /** The version on which the action was run, month, and whether its answers are in test/recordings; null: read in its code. */
  tried: { version: string; date: string; isRecorded: boolean } | null;
  /** `api_versions` of the v2 document; null: the key is absent (Mastodon before 4.3 and most others). */
  apiVersions: Record<string, number> | null;
  /** Which of /api/v1/instance and /api/v2/instance exist. */
  instanceEndpoints: readonly ("v1" | "v2")[];
  /** Makes this server's instance document out of Mastodon 4.5's. */
  instanceDocument: (mastodons: Document, version: "v1" | "v2") => Document;
  /** Value of the `Deprecation` header on /api/v1/instance (RFC 9745); null: none. */
  deprecationOfV1: string | null;
  /** Whether host-meta exists as JSON too (Mastodon 4.3 and newer). */
  hostMetaJson: boolean;
  limits: {
    maxCharacters: number;
    charactersReservedPerUrl: number;
    maxMediaAttachments: number;
    descriptionLimit: number;
    maxPinnedStatuses: number;
  };
  /** The account's own defaults where this software has others. */
  account: Partial<Omit<Account, "id" | "domain" | "username">>;
  /** The shape of the ids of statuses. */
  ids: Ids;
  /** How an own account is named between servers. */
  accountUri: (origin: string, account: Account) => string;
  /** Where a status of an own account is, by its id. */
  statusAddress: (origin: string, account: Account, id: string) => { uri: string; url: string };
  /**
   * The HTML of a status' text.
   * @param linked whom Mastodon links; the other softwares link whom they know
   * @param contentType what it is written in
   */
  render: (call: Call, text: string, linked: readonly Account[], contentType: string) => string;
  /**
   * Reads and validates what every status has: all parameters but those of `features`.
   * @throws Refusal in the server's own words
   */
  readDraft: (call: Call, account: Account, context: DraftContext) => Draft;
  /** Whom a text mentions. */
  mentionRule: MentionRule;
  /** Whether the content warning and the options of a poll mention too. */
  mentionsBeyondText: boolean;
  /** The answer to a body that is not what its content type says; null: it is read as an empty one. */
  unreadableBody: Answer | null;
  /** Whether a request without User-Agent is answered with 418. */
  needsUserAgent: boolean;
  /** Whether a connection is closed after each answer, though no header says so: whole runs are played against that. */
  hangsUp: boolean;
  /** Whether a body of a type other than JSON and the two kinds of forms is answered with 406. */
  knownBodiesOnly: boolean;
  access: Access;
  /** Which of an account's statuses its own list shows to the account itself; null: all. */
  listsOwn: readonly Visibility[] | null;
  /** Whether an account tells how many statuses it has; else it tells 0. */
  countsStatuses: boolean;
  idempotency: Idempotency;
  /** Null: the server limits nothing and sends no header. */
  rateLimits: RateLimits | null;
  /**
   * Whether a 403 for a missing scope carries a `WWW-Authenticate` header that names the scopes. Doorkeeper removed
   * that header from its 403 until 5.9.1 (doorkeeper#1795, 2026-05), so Mastodon up to 4.5 (Doorkeeper 5.8.2) sends
   * none; Mastodon 4.6 (5.9.2) does.
   */
  forbiddenNamesScopes: boolean;
  errors: ErrorTexts;
  /** Calls that this server answers in a way of its own. */
  routes: readonly Route[];
  /** Makes this server's answer out of a refusal with `{"error": …}`, for softwares whose errors are no JSON. */
  shapeError: (answer: Answer, call: Call) => Answer;
  /** Makes this server's Status entity out of Mastodon's. */
  shapeStatus: (entity: Document, status: StoredStatus, call: Call) => Document;
  /** What a status can be beyond its text. */
  features: Features;
  oauth: OAuthDeviations;
}

/** An instance document before it becomes JSON. */
// biome-ignore lint/suspicious/noExplicitAny: profiles bend deep fields of it
export type Document = Record<string, any>;

export interface DraftContext {
  /** Something else makes up for a blank text: media or a quote. */
  mayBeBlank: boolean;
  /** Mastodon makes a spoiler without text the text, but not in a quote. */
  isQuote: boolean;
}

/** How tokens are read and what they may do. */
export interface Access {
  /** Pattern of the Authorization header; its first group is the token. */
  bearer: RegExp;
  /** Whether these scopes of a token suffice where any of `wanted` (Mastodon's names) is asked for. */
  suffices: (held: readonly string[], wanted: readonly string[]) => boolean;
  /** The scopes of a token that may post and say whose it is. */
  usualScopes: readonly string[];
  /** Refuses a request without a token. Null: as one whose token is unknown. */
  tokenMissing: ((call: Call) => Answer) | null;
  /** Refuses a token that is unknown. Null: 401 with `errors.tokenInvalid`, and the state's own text for a known one. */
  tokenUnknown: ((call: Call) => Answer) | null;
  /** Refuses a token whose scopes do not suffice. Null: 403 with `errors.outsideScopes`. */
  outsideScopes: ((call: Call, wanted: readonly string[]) => Answer) | null;
  /** Whether a token that is no good is refused wherever it comes along, though none may be needed. */
  looksAtEveryToken: boolean;
  /** Whether public statuses and an account's list of them can be read without a token. */
  publicIsReadable: boolean;
}

export interface RateLimit {
  limit: number;
  /** Length of the window. */
  seconds: number;
}

/** Fixed windows, aligned to the epoch. Null: no such limit. */
export interface RateLimits {
  perToken: RateLimit | null;
  perAccount: RateLimit | null;
  /** By address: requests without a usable token, or all where there is neither of the two above. */
  perAddress: RateLimit | null;
  /** Requests with max_id, min_id, since_id or page. */
  paging: RateLimit | null;
  deletions: RateLimit | null;
  /** Creating and editing statuses, by account. */
  posts: RateLimit | null;
  /** Reading a single status or its source, by account. */
  reads: RateLimit | null;
  /** Uploads, by account. */
  media: RateLimit | null;
  /** Digits after the second in `X-RateLimit-Reset`, an ISO date; null: no headers at all. */
  resetDigits: 3 | 6 | null;
}

/** The English sentences in `{"error": …}`. */
export interface ErrorTexts {
  blankText: string;
  tooLong: (limit: number) => string;
  badVisibility: string;
  /** Puts the sentences of one or more failed validations into one. */
  validationFailed: (sentences: string[]) => string;
  recordNotFound: string;
  /** No such status, where a single one is asked for. */
  statusNotFound: string;
  /** No such path. */
  notFound: string;
  tokenInvalid: string;
  tokenRevoked: string;
  tokenExpired: string;
  outsideScopes: string;
  userRequired: string;
  emailUnconfirmed: string;
  approvalPending: string;
  loginDisabled: string;
  tooManyRequests: string;
  temporaryProblem: string;
}
