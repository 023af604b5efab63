import { asObject } from "../client.ts";
import { countingOf, countsLike } from "./counting.ts";
import { statusesOf, whole } from "./figures.ts";
import { assumedLimits, type InstanceDocument, type Limits, type MediaLimits, type PollLimits } from "./limits.ts";

/** No count that an instance announces is larger; some announce the largest number that they can write. */
const MOST = 10_000_000;

/**
 * The limits that an instance announces, in the order in which servers announce them: `configuration` (version 2 or 1),
 * then Pleroma's own names (`max_toot_chars`, `upload_limit`, `poll_limits`, …), then Mastodon's own numbers. A figure
 * that cannot be true is passed over.
 */
export function limitsOf(document: InstanceDocument): Limits {
  const maxCharacters = announcedMaximum(document) ?? assumedLimits.maxCharacters;
  const accounts = asObject(asObject(document.configuration).accounts);
  return {
    maxCharacters,
    counting: countingOf(document),
    media: mediaLimitsOf(document),
    poll: pollLimitsOf(document),
    quotes: !isMastodonBefore(document, MASTODON_4_5),
    maxPinned: whole(accounts.max_pinned_statuses, 0, MOST) ?? assumedLimits.maxPinned,
  };
}

function mediaLimitsOf(document: InstanceDocument): MediaLimits {
  const media = asObject(asObject(document.configuration).media_attachments);
  const { maxAttachments, maxDescription } = assumedLimits.media;
  const bytes = (figure: unknown) =>
    whole(figure, 1, Number.MAX_SAFE_INTEGER) ?? whole(document.upload_limit, 1, Number.MAX_SAFE_INTEGER) ?? null;
  return {
    maxAttachments:
      whole(statusesOf(document).max_media_attachments, 1, MOST) ??
      whole(document.max_media_attachments, 1, MOST) ??
      maxAttachments,
    maxDescription:
      whole(media.description_limit, 1, MOST) ?? whole(document.description_limit, 1, MOST) ?? maxDescription,
    imageBytes: bytes(media.image_size_limit),
    videoBytes: bytes(media.video_size_limit),
    types: mimeTypes(media.supported_mime_types),
    mixes: mixesMedia(document),
  };
}

/**
 * Mastodon lets a video or a sound stand alone (research, section 1.1). Pixelfed does, too, in other words than it
 * announces (pixelfed#4816, #4882). The others take what comes, or are left to say what they mind.
 */
function mixesMedia(document: InstanceDocument): boolean {
  return !isMastodon(document) && countsLike(document) !== "pixelfed";
}

/** Pleroma names `application/octet-stream` alone, by which it means that it takes anything. */
function mimeTypes(list: unknown): string[] | null {
  if (!Array.isArray(list)) return null;
  const types = list.filter((type): type is string => typeof type === "string" && type.includes("/"));
  return types.length === 0 || types.includes("application/octet-stream") ? null : types;
}

function pollLimitsOf(document: InstanceDocument): PollLimits {
  const own = asObject(asObject(document.configuration).polls);
  const pleroma = asObject(document.poll_limits);
  const assumed = assumedLimits.poll;
  return {
    maxOptions: whole(own.max_options, 2, MOST) ?? whole(pleroma.max_options, 2, MOST) ?? assumed.maxOptions,
    // Pixelfed announces 0 here.
    maxOptionCharacters:
      whole(own.max_characters_per_option, 1, MOST) ??
      whole(pleroma.max_option_chars, 1, MOST) ??
      assumed.maxOptionCharacters,
    minExpiration:
      whole(own.min_expiration, 0, MOST) ?? whole(pleroma.min_expiration, 0, MOST) ?? assumed.minExpiration,
    maxExpiration:
      whole(own.max_expiration, 1, FOREVER) ?? whole(pleroma.max_expiration, 1, FOREVER) ?? assumed.maxExpiration,
    // #39203
    besideMedia: !isMastodonBefore(document, MASTODON_4_6),
  };
}

/** A poll may well run for years. Seconds. */
const FOREVER = 10_000_000_000;

/** What `api_versions.mastodon` says from these versions of Mastodon on (research, section 7). */
const MASTODON_4_5 = 7;
const MASTODON_4_6 = 10;

function isMastodonBefore(document: InstanceDocument, wanted: number): boolean {
  if (!isMastodon(document)) return false;
  const api = whole(asObject(document.api_versions).mastodon, 0, 10_000);
  return api === undefined ? /^(3\.|4\.[0-2]\.)/.test(String(document.version)) : api < wanted;
}

/**
 * Whether an instance is surely Mastodon, or built from its code. Others copy its API version and have rules of their
 * own: their version numbers begin lower, or their true names stand behind.
 */
function isMastodon(document: InstanceDocument): boolean {
  const version = String(document.version ?? "");
  const isAlike = /^[34]\.\d+\.\d+/.test(version) && !/compatible|not true/.test(version);
  return isAlike && countsLike(document) === "mastodon";
}

/** Most characters of a status, as an instance announces it; undefined where no figure can be true. */
export function announcedMaximum(document: InstanceDocument): number | undefined {
  return whole(statusesOf(document).max_characters, 1, MOST) ?? whole(document.max_toot_chars, 1, MOST);
}
