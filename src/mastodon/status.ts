import { type Author, authorOf } from "./account.ts";
import { asObject, shownAddress, textOf } from "./client.ts";
import { textIn } from "./history/same-text.ts";
import { apiTime, isAtTimeAsked } from "./history/server-time.ts";

/** What is sent, by the API's own names (`POST /api/v1/statuses`). What is absent is the account's own default. */
export interface StatusParams {
  status: string;
  spoiler_text?: string;
  /** What the text is written in. Mastodon ignores it; others show the text by it. */
  content_type?: string;
  visibility?: string;
  language?: string;
  sensitive?: boolean;
  in_reply_to_id?: string;
  media_ids?: string[];
  /** `expires_in` in seconds. */
  poll?: { options: string[]; expires_in: number; multiple?: boolean; hide_totals?: boolean };
  /** ISO 8601 in UTC, ending in `Z`: Hollo refuses an offset. */
  scheduled_at?: string;
  quoted_status_id?: string;
  /** The same on other servers than Mastodon. */
  quote_id?: string;
  quote_approval_policy?: string;
  /** Ids of accounts: Mastodon and its forks refuse a status that mentions any other. */
  allowed_mentions?: string[];
}

/** A status that the server has stored, or has put on its scheduled list. */
export interface Published extends Author {
  id: string;
  /** Empty for a scheduled status: it has none yet. */
  url: string;
  uri: string;
  /** As it came out, which may be narrower than what was asked for. */
  visibility: string;
  language: string;
  /** Id of the status it replies to; null for none. */
  inReplyToId: string | null;
  /** When it comes out, as the server tells it; null where it is out. */
  scheduledAt: string | null;
  /** Whether it was there before this run sent anything. */
  duplicate: boolean;
  /** How what stands on the server is what was to be posted. */
  likeness: Likeness;
  /** The text that stands on the server, where it is another one; else null. */
  otherText: string | null;
  /** Status code of the answer; 0 where no request made it: a look found it. */
  status: number;
  /** Milliseconds from request to answer; 0 where a look found it. */
  took: number;
  /** The answer as it came. */
  response: string;
  /** The Status or ScheduledStatus as it came. */
  entity: Record<string, unknown>;
}

export type Likeness =
  /** It says the same. */
  | "same"
  /** It said the same, and somebody edited it since. */
  | "edited"
  /** It is about the same release, and begins in the same way. */
  | "same release"
  /** It links to the same entry. */
  | "same link"
  /** It is another post, on the key that the author gave. */
  | "another"
  /** It was stored just now, in other words than were sent. */
  | "changed";

/** A status after an edit. */
export interface Edited
  extends Pick<Published, keyof Author | "url" | "uri" | "visibility" | "language" | "entity" | "response"> {
  /** Whether the edit was needed: false where the status said all of it already. */
  changed: boolean;
  /** A new one on servers that make each edit a new status (snac). */
  id: string;
  /** The text that is up. */
  text: string;
  /** What the server left as it was though it was to change, one sentence each. */
  differences: string[];
}

/** Whether an answer is a Status or a ScheduledStatus. */
export function isStored(json: unknown): boolean {
  return isId(asObject(json).id);
}

/** Whether this is a ScheduledStatus. */
function isScheduled(entity: Record<string, unknown>): boolean {
  return typeof entity.scheduled_at === "string" && entity.params !== null && typeof entity.params === "object";
}

/**
 * When a status that was to be scheduled comes out, as the server tells it; null where it is out. snac answers by a Status
 * made at the time that was asked for, and GoToSocial by the same where its clock is ahead and that time is past by it.
 *
 * @param asked `scheduled_at` of the request
 * @param now by the server's clock, in milliseconds since 1970
 */
export function scheduledTimeOf(
  entity: Record<string, unknown>,
  asked: string | undefined,
  now: number,
): string | null {
  if (typeof entity.scheduled_at === "string") return entity.scheduled_at;
  const { created_at: made } = entity;
  return isAtTimeAsked(made, asked) && apiTime(made) > now ? textOf(made) : null;
}

/** Reads a Status or ScheduledStatus. */
export function publishedOf(
  origin: string,
  entity: Record<string, unknown>,
  known: Pick<Published, "scheduledAt" | "duplicate" | "likeness" | "status" | "took" | "response">,
): Published {
  const { scheduledAt } = known;
  // A ScheduledStatus repeats the parameters in place of what they will become.
  const source = isScheduled(entity) ? asObject(entity.params) : entity;
  return {
    id: String(entity.id),
    // Nothing is there yet, whatever address a server has chosen.
    url: scheduledAt === null ? addressOf(entity) : "",
    uri: scheduledAt === null ? shownAddress(entity.uri) : "",
    visibility: wordOf(source.visibility),
    language: wordOf(source.language),
    ...authorOf(entity.account, origin),
    inReplyToId: isId(source.in_reply_to_id) ? String(source.in_reply_to_id) : null,
    otherText: known.likeness === "same" ? null : textIn(entity),
    ...known,
    entity,
  };
}

/**
 * Reads a Status or ScheduledStatus that a look found.
 *
 * @param duplicate whether it was there before this run sent anything
 */
export function foundStatus(
  origin: string,
  entity: Record<string, unknown>,
  likeness: Likeness,
  duplicate: boolean,
): Published {
  const scheduledAt = textOf(entity.scheduled_at) || null;
  const known = { scheduledAt, duplicate, likeness, status: 0, took: 0, response: JSON.stringify(entity) };
  return publishedOf(origin, entity, known);
}

/** Ids are opaque: decimal, UUID, ULID, a number on odd servers. None is longer, or has white space. */
export function isId(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && /^[^\s\p{C}]{1,255}$/u.test(value));
}

/** The address of a status for people, else the one for servers; empty where it has none. */
export function addressOf({ url, uri }: Record<string, unknown>): string {
  return shownAddress(url) || shownAddress(uri);
}

/** A word of the API's, such as a visibility or a language; empty where it is none. */
export function wordOf(value: unknown): string {
  return /^[\w-]{1,40}$/.test(textOf(value)) ? textOf(value) : "";
}
