import { asObject, textOf } from "../client.ts";
import type { History } from "./history.ts";
import { apiTime, isOlder } from "./server-time.ts";
import { contentWithAddresses, isSameAddress, isSameText, linksIn, namesAddress } from "./text.ts";

/** What a look is for. */
export interface Wanted {
  /** The text that was, or is to be, posted. */
  text: string;
  /** Address of what the post is about; empty for none. */
  subjectUrl: string;
  /** Id of the part before; null for the first part, and for a single status. */
  previous: string | null;
  /** What the first part replies to; undefined where that is not known yet. */
  replyTo: string | null | undefined;
  /** When it was to come out; undefined where that is not known yet. */
  scheduledAt: string | undefined;
  /** Since when it may have been made, in milliseconds since 1970. */
  since: number;
  /** How long before that one is taken too that has both the text and the address. Milliseconds. */
  beyond: number;
  /** Ids of the parts that are found already. */
  taken: ReadonlySet<string>;
}

/** Servers may keep the time of a schedule to the minute. Milliseconds. */
const SAME_TIME = 60_000;

/**
 * Finds a status of one's own among those that a look saw: one with the same text, or one that links to the subject where
 * the text does too, since somebody may have mended the text by hand. Of several the oldest: it was the first.
 *
 * @returns the Status or ScheduledStatus, or null
 */
export function recognise(history: History, wanted: Wanted): Record<string, unknown> | null {
  const { since, beyond, taken } = wanted;
  const isIn = (status: Record<string, unknown>, time: number) => !isOlder(status.created_at, time, history.skew);
  const own = history.statuses
    .filter((status) => !status.reblog && !taken.has(String(status.id)) && !Number.isNaN(apiTime(status.created_at)))
    .filter((status) => isIn(status, since - beyond))
    .map((status) => ({ status, isRecent: isIn(status, since), ...likenessOf(status, wanted) }))
    .toReversed()
    .sort((one, other) => Number(other.isTied) - Number(one.isTied) || timeOf(one) - timeOf(other));
  // A private mention that holds the link, written by hand, is no announcement that everybody was to see.
  const isPrivateWord = ({ visibility }: Record<string, unknown>) =>
    visibility === "direct" && history.visibility !== "" && history.visibility !== "direct";
  const found =
    own.find(({ isRecent, hasText }) => isRecent && hasText) ??
    own.find(({ isRecent, hasLink, status }) => isRecent && hasLink && !isPrivateWord(status)) ??
    own.find(({ hasText, hasLink }) => hasText && hasLink);
  return found?.status ?? history.scheduled.find((entry) => isSameSchedule(entry, wanted)) ?? null;
}

function timeOf({ status }: { status: Record<string, unknown> }): number {
  return apiTime(status.created_at);
}

function likenessOf(
  status: Record<string, unknown>,
  { text, subjectUrl, previous, replyTo }: Wanted,
): { hasText: boolean; hasLink: boolean; isTied: boolean } {
  const html = textOf(status.content);
  const up = contentWithAddresses(html);
  const reply = status.in_reply_to_id == null ? null : String(status.in_reply_to_id);
  const isTied = reply === (previous ?? replyTo ?? null);
  // A reply whose link a server dropped is ours all the same; and what a first part replies to may not be known yet.
  const mayBe = isTied || reply === null || (previous === null && replyTo === undefined);
  const isBlank = text.trim() === "";
  const links = [...linksIn(html), textOf(asObject(status.card).url)];
  const isAbout =
    subjectUrl !== "" && (links.some((link) => isSameAddress(link, subjectUrl)) || namesAddress(up, subjectUrl));
  return {
    hasText: mayBe && isSameText(up, text) && (!isBlank || hasMedia(status)),
    // A link alone makes no part of a thread, nor an answer to somebody.
    hasLink: isTied && previous === null && isAbout && namesAddress(text, subjectUrl),
    isTied,
  };
}

function hasMedia({ media_attachments: media }: Record<string, unknown>): boolean {
  return Array.isArray(media) && media.length > 0;
}

function isSameSchedule(entry: Record<string, unknown>, { text, subjectUrl, scheduledAt }: Wanted): boolean {
  const params = asObject(entry.params);
  const own = textOf(params.text);
  const isSameTime =
    scheduledAt === undefined || Math.abs(apiTime(entry.scheduled_at) - apiTime(scheduledAt)) <= SAME_TIME;
  const hasLink = subjectUrl !== "" && namesAddress(text, subjectUrl) && namesAddress(own, subjectUrl);
  return isSameTime && (hasLink || isSameText(own, text));
}
