import { type Answer, json, refuse } from "./call.ts";
import { html } from "./faults.ts";
import type { ServerName } from "./server-name.ts";
import type { MediaKind, StoredMedia } from "./store.ts";

/**
 * What a post can be beyond its text, where servers differ in it. What is not known of a server is as on Mastodon.
 */
export interface Features {
  /** The version of Mastodon whose fields the entities have. */
  entities: 4.2 | 4.3 | 4.5 | 4.6;
  keeps: KeptTexts;
  media: MediaFeatures;
  polls: PollFeatures;
  schedules: ScheduleFeatures;
  replies: {
    /** For a target that is unknown or invisible. */
    missing: Rule;
  };
  quotes: QuoteFeatures;
  edits: EditFeatures;
  /** What /api/v1/statuses/:id/pin and unpin look at first; null: there are none. */
  pins: "status first" | "scope first" | null;
  /** Whether an account that has moved may still post. */
  movedMayPost: boolean;
  /** Whether a direct status reaches those whom it mentions. */
  directReaches: boolean;
  /** Whether a hashtag is refused only once the status is stored. */
  savesTagsLater: boolean;
  /** What a text can be written in, where it is asked with `content_type`; null: the parameter is ignored. */
  contentTypes: readonly string[] | null;
  /** The text of a status that has a content warning alone; null: the warning becomes the text. */
  loneWarning: ((hasMedia: boolean) => string) | null;
  /** Whether `allowed_mentions` is obeyed. */
  allowedMentions: boolean;
}

/** How something is refused; null: the server does not mind and goes on without. */
export type Rule<Detail extends unknown[] = []> = ((...detail: Detail) => Answer) | null;

/** What a server stores of what is sent beside the status' own text. */
export interface KeptTexts {
  /** By the language sent, else the account's own. */
  language: (sent: string | null) => string | null;
  description: (sent: string) => string;
  spoilerText: (sent: string) => string;
  pollOption: (sent: string) => string;
}

export interface MediaFeatures {
  /** Which of POST /api/v1/media and /api/v2/media exist. */
  uploads: readonly ("v1" | "v2")[];
  /** What v2 processes after its answer, which is 202 then and has no `url` yet. */
  later: readonly MediaKind[];
  /** How long that takes: until a client has asked so often, or until so many milliseconds are over. */
  processing: { requests: number } | { milliseconds: number };
  /** Whether processing ends without success. */
  processingFails: boolean;
  /** Whether v2 answers 202 to what has its `url` already. */
  alwaysAccepted: boolean;
  /** Scopes of GET /api/v1/media/:id; null: there is no such route. */
  readScopes: readonly string[] | null;
  /** Whether DELETE /api/v1/media/:id exists, and `delete_media` of DELETE /api/v1/statuses/:id. */
  deletion: boolean;
  /** Whether the focal point is kept, is the middle whatever is sent, or is not told at all. */
  focus: "kept" | "centre" | "untold";
  /** The order in which a status shows what `media_ids` name. */
  order: (named: StoredMedia[]) => StoredMedia[];
  /** Whether the kind of a file follows from the type that its sender gives, else from its first bytes. */
  trustsSender: boolean;
  /** Whether `media_ids[]` is read from a form too. */
  idsInForms: boolean;
  /** The id of an upload, by one of the server's usual ids. */
  id: (usual: string) => string;
  /** Most bytes of an image, and of video and audio. */
  imageBytes: number;
  videoBytes: number;
  /** Most bytes of a request, as the proxy in front has it; null: any. */
  requestBytes: number | null;
  /** For a file whose first bytes are of no type that the server takes, though its sender may call it one. */
  unknownType: (isSentAsMedia: boolean) => Answer;
  /** For a file whose first bytes begin as an image and are none. */
  broken: () => Answer;
  /** For more ids than a status takes. */
  tooMany: Rule<[limit: number]>;
  /** For an id that is named twice; without a rule it is shown once. */
  repeated: Rule;
  /** Whether an upload of bytes that the account has sent before is that file again, with its old description. */
  knownByBytes: boolean;
  /** For ids that are unknown or somebody else's; without a rule they are left out. */
  unknown: Rule<[ids: string[]]>;
  /** For one that another status shows already. */
  taken: "as unknown" | "shown again" | ((media: StoredMedia) => Answer);
  /** For a video or an audio that is not alone. */
  mixed: Rule;
  unprocessed: Rule;
}

export interface PollFeatures {
  /** Bodies from which `poll` is read; in others it is dropped without a word. */
  bodies: readonly ("json" | "form")[];
  /** Whether a status may have media and a poll. */
  withMedia: boolean;
  /** Whether options and duration are looked at. */
  validated: boolean;
  maxOptions: number;
  maxOptionCharacters: number;
  /** Seconds. */
  minExpiration: number;
  maxExpiration: number;
}

export interface ScheduleFeatures {
  /**
   * The queue: one that has a list, or one that nobody can see and that answers by a Status with a time ahead. Without one
   * `scheduled_at` is ignored, and the status is up at once.
   */
  queue: "listed" | "unseen" | null;
  /** For a moment in the next five minutes; without a rule the status is up at once. */
  tooSoon: Rule;
  /** Whether a content warning without a text is lost, which otherwise would become the text. */
  losesLoneWarning: boolean;
  /** Whether a moment of the past becomes the date of the status, which is up at once everywhere. */
  backdates: boolean;
  /** Moments that are understood. */
  pattern: RegExp;
  unreadable: Rule;
}

export interface QuoteFeatures {
  /** Whether statuses can quote and have a policy about it; else the parameters are ignored. */
  written: boolean;
  /** Whether a status can say who may quote it. */
  policies: boolean;
  /** How the status to quote is named. */
  parameter: "quoted_status_id" | "quote_id";
  /** Which fields of the Status entity exist. */
  fields: readonly ("quote" | "quote_approval" | "quotes_count")[];
  missing: () => Answer;
  denied: () => Answer;
  unmentioned: () => Answer;
  /** Whether `content` begins with `RE:` and the link when the text lacks it. */
  showsLink: boolean;
}

export interface EditFeatures {
  /** Whether PUT /api/v1/statuses/:id exists. */
  exist: boolean;
  /** Whether the Status entity has `edited_at`, and whether /history exists. */
  editedAt: boolean;
  history: boolean;
  /** Whether the status has another id afterwards, and the old one is gone. */
  newId: boolean;
  /** Milliseconds that one of `expires_in` of an edited poll stands for. */
  pollUnit: number;
  /** Whether a status still quotes after an edit. */
  keepsQuote: boolean;
  /** Whether a PUT without `quote_approval_policy` leaves the policy as it was; else it becomes the account's own. */
  keepsQuotePolicy: boolean;
}

const writeMedia = ["write", "write:media"];
const everyKind: readonly MediaKind[] = ["image", "gifv", "video", "audio", "unknown"];

/** Mastodon 4.5. */
const mastodon45: Features = {
  entities: 4.5,
  keeps: { language: asSent, description: asSent, spoilerText: asSent, pollOption: asSent },
  media: {
    uploads: ["v1", "v2"],
    later: ["gifv", "video", "audio"],
    processing: { requests: 1 },
    processingFails: false,
    alwaysAccepted: false,
    readScopes: writeMedia,
    // Since 4.4.
    deletion: true,
    focus: "kept",
    order: (named) => named,
    trustsSender: false,
    idsInForms: true,
    id: (usual) => usual,
    imageBytes: 16_777_216,
    videoBytes: 103_809_024,
    // client_max_body_size 99m
    requestBytes: 103_809_024,
    unknownType: (isSentAsMedia) =>
      isSentAsMedia
        ? error(422, "Validation failed: File has contents that are not what they are reported to be")
        : error(422, "Validation failed: File content type is invalid, File is invalid"),
    broken: () => error(500, "Error processing thumbnail for uploaded media"),
    tooMany: (limit) => error(422, `Cannot attach more than ${limit} files`),
    unknown: (ids) => error(422, `Media ${ids.join(", ")} not found or already attached to another post`),
    repeated: null,
    knownByBytes: false,
    taken: "as unknown",
    mixed: () => error(422, "Cannot attach a video to a post that already contains images"),
    unprocessed: () => error(422, "Cannot attach files that have not finished processing. Try again in a moment!"),
  },
  polls: {
    bodies: ["json", "form"],
    withMedia: false,
    validated: true,
    maxOptions: 4,
    maxOptionCharacters: 50,
    minExpiration: 300,
    maxExpiration: 2_629_746,
  },
  schedules: {
    queue: "listed",
    tooSoon: () => error(422, "Validation failed: Scheduled at date must be in the future"),
    losesLoneWarning: true,
    backdates: false,
    pattern: /^\d{4}-\d\d-\d\d/,
    unreadable: () => error(422, "Record invalid"),
  },
  replies: { missing: () => error(404, "The post you are trying to reply to does not appear to exist.") },
  quotes: {
    written: true,
    policies: true,
    parameter: "quoted_status_id",
    fields: ["quote", "quote_approval", "quotes_count"],
    missing: () => error(404, "The post you are trying to quote does not appear to exist."),
    denied: () => error(404, "The post you are trying to quote does not appear to exist."),
    unmentioned: () => error(422, "Validation failed: Cannot quote a non-mentioned user in a Private Mention post."),
    showsLink: true,
  },
  // The quote policy is kept since 4.5.5 (mastodon#37436).
  edits: {
    exist: true,
    editedAt: true,
    history: true,
    newId: false,
    pollUnit: 1000,
    keepsQuote: true,
    keepsQuotePolicy: true,
  },
  directReaches: true,
  pins: "status first",
  movedMayPost: false,
  savesTagsLater: true,
  contentTypes: null,
  loneWarning: null,
  // Since 4.2.
  allowedMentions: true,
};

const mastodon46: Features = {
  ...mastodon45,
  entities: 4.6,
  movedMayPost: true,
  // Poll and media in one status (mastodon#39203).
  polls: { ...mastodon45.polls, withMedia: true },
};

const glitch: Features = {
  ...mastodon46,
  schedules: { ...mastodon46.schedules, losesLoneWarning: false },
  polls: { ...mastodon46.polls, maxOptions: 5, maxOptionCharacters: 100 },
  contentTypes: ["text/plain", "text/markdown", "text/html"],
  loneWarning: (hasMedia) => (hasMedia ? "🖼" : "."),
};

const mastodon43: Features = {
  ...mastodon45,
  entities: 4.3,
  // DELETE came with 4.4.
  media: { ...mastodon45.media, deletion: false },
  schedules: {
    ...mastodon45.schedules,
    tooSoon: () => error(422, "Validation failed: Scheduled at The scheduled date must be in the future"),
  },
  // Both parameters are ignored before 4.5; quotes are readable since 4.4.
  quotes: { ...mastodon45.quotes, written: false, fields: [] },
};

const mastodon42: Features = {
  ...mastodon43,
  entities: 4.2,
  // 4.2.0 silently ignores unknown ids.
  media: { ...mastodon43.media, unknown: null },
  // Up to 4.2 such a status is up at once.
  schedules: { ...mastodon43.schedules, tooSoon: null },
};

/** A server that is no Mastodon: it has no proxy of Mastodon's, and no quotes. */
export const other: Features = {
  ...mastodon43,
  savesTagsLater: false,
  allowedMentions: false,
  pins: "scope first",
  // The other softwares have everything ready in their answer.
  media: { ...mastodon43.media, later: [], requestBytes: null },
};

/** Takes out what looks like a tag, as GoToSocial's sanitizer does. */
const untagged = (sent: string) => sent.replaceAll(/<[^>]*>/g, "").trim();

const gotosocial: Features = {
  ...other,
  keeps: { ...other.keeps, description: untagged, spoilerText: untagged, pollOption: untagged },
  media: {
    ...other.media,
    // 40 MiB, both.
    imageBytes: 41_943_040,
    videoBytes: 41_943_040,
    unknownType: () => error(422, "error processing media"),
    broken: () => error(422, "error processing media"),
    // Its internal/processing/status/common.go counts the media, and looks neither at their kinds nor for a poll.
    tooMany: (limit) => error(400, `Bad Request: media files exceed max count (${limit})`),
    mixed: null,
    unknown: ([id]) => error(400, `Bad Request: media not found: ${id}`),
    taken: (media) => error(400, `Bad Request: media already attached to status: ${media.attachedTo?.id}`),
  },
  // One option and `expires_in` 1: 200.
  polls: { ...other.polls, withMedia: true, validated: false, maxOptions: 6 },
  // Less than five minutes ahead is a 422, a past moment dates the post back. Its sentences are not known.
  schedules: {
    ...other.schedules,
    tooSoon: () => error(422, "Unprocessable Entity: scheduled_at must be at least 5 minutes in the future"),
    backdates: true,
    unreadable: () => error(400, "Bad Request: scheduled_at is not a valid date"),
  },
  replies: { missing: () => error(404, "Not Found: target status not found") },
};

const hollo: Features = {
  ...other,
  entities: 4.5,
  media: {
    ...other.media,
    // `focus` is the middle, a file sent as octet-stream is `unknown`, and no image is a 500 with an empty body.
    focus: "centre",
    trustsSender: true,
    unknownType: empty,
    broken: empty,
    imageBytes: 33_554_432,
    videoBytes: 134_217_728,
    // JSON is read; a form is a 200, but its ids are ignored.
    idsInForms: false,
    // Its src/api/v1/statuses.ts looks neither at their number nor at their kinds.
    tooMany: null,
    mixed: null,
    unknown: () => error(422, "Media not found"),
  },
  // In a form it is silently dropped; one option: 200.
  polls: {
    ...other.polls,
    bodies: ["json"],
    withMedia: true,
    validated: false,
    maxOptions: 10,
    maxOptionCharacters: 100,
    maxExpiration: 1_209_600,
  },
  // An hour ahead is up at once; `+00:00` is a 422, only `Z` is understood.
  schedules: {
    ...other.schedules,
    queue: null,
    pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/,
    unreadable: () => zodError("scheduled_at", "Invalid ISO datetime"),
  },
  replies: { missing: empty },
  // It says api_versions.mastodon 7 and has quotes, in its src/api/v1/statuses.ts.
  quotes: {
    written: true,
    policies: true,
    parameter: "quoted_status_id",
    fields: ["quote", "quote_approval", "quotes_count"],
    missing: () => error(404, "Quote target not found"),
    denied: () => error(422, "Quote target is not quotable"),
    unmentioned: () => error(422, "Cannot quote without mentioning the quoted status author"),
    showsLink: false,
  },
  // There is no `edited_at` in the answer to a PUT, and /history is a 404.
  edits: { ...other.edits, editedAt: false, history: false, keepsQuotePolicy: true },
};

const snac: Features = {
  ...other,
  // All is English, and an alt text ends at its first line break.
  keeps: { ...other.keeps, language: () => "en", description: (sent) => sent.replace(/[\r\n].*/s, "") },
  media: {
    ...other.media,
    // There is no GET, and an id is `post-….png`.
    readScopes: null,
    focus: "untold",
    id: (usual) => `post-${usual}.png`,
    // Nothing is validated: an unknown id is a 200 without an attachment, an attached one a 200.
    tooMany: null,
    mixed: null,
    unknown: null,
    taken: "shown again",
  },
  // In JSON it is silently dropped, in a form it is read.
  polls: { ...other.polls, bodies: ["form"], withMedia: true, validated: false, maxOptions: 8 },
  schedules: { ...other.schedules, queue: "unseen", tooSoon: null, unreadable: null },
  // 200, with `in_reply_to_id` null.
  replies: { missing: null },
  // A PUT changes the id.
  edits: { ...other.edits, newId: true },
};

const akkoma: Features = {
  ...other,
  // Always 202, but with `url`; GET wants read:media.
  // Its CommonAPI.ActivityDraft looks at the number of media alone.
  media: { ...other.media, alwaysAccepted: true, readScopes: ["read", "read:media"], mixed: null },
  polls: { ...other.polls, withMedia: true },
  // Less than five minutes ahead is posted now without a word.
  schedules: { ...other.schedules, tooSoon: null },
};

const pixelfed: Features = {
  ...other,
  // Always 202 with `url` null.
  media: { ...other.media, later: everyKind, unprocessed: null },
  // ApiV1Controller::statusCreate reads no `poll`.
  polls: { ...other.polls, bodies: [] },
  // Its routes/api.php has no route for these, and its statusCreate reads no `scheduled_at`.
  schedules: { ...other.schedules, queue: null, unreadable: null },
  edits: { ...other.edits, exist: false, editedAt: false, history: false },
  pins: null,
};

export const features = {
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
} satisfies Partial<Record<ServerName, Features>>;

function asSent<Sent>(sent: Sent): Sent {
  return sent;
}

function error(status: number, sentence: string): Answer {
  return refuse(status, sentence).answer;
}

/** Hollo's 500 has no body. */
function empty(): Answer {
  return { status: 500, headers: {}, body: "" };
}

/** Hollo's answer to a body that does not fit its schema. */
function zodError(field: string, message: string): Answer {
  return json({ error: "invalid_request", zod_error: { issues: [{ path: [field], message }] } }, {}, 422);
}

/** nginx, before anything else sees the request. */
export function requestTooLarge(): Answer {
  return { headers: {}, body: "", ...html(413, "Request Entity Too Large") };
}
