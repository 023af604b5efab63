import { formatCount } from "../count.ts";
import { type Counting, countGraphemes, mastodonCounting } from "../status/length/length.ts";
import { asObject } from "./client.ts";
import { isMastodon, softwareDescribedBy } from "./software.ts";
import type { QuoteParameter } from "./traits.ts";

/** The document in which an instance describes itself (`/api/v2/instance`, else `/api/v1/instance`). */
export type InstanceDocument = Record<string, unknown>;

/** What an instance takes as media. Null: it does not say. */
export interface MediaLimits {
  /** Most media of one status. */
  maxAttachments: number;
  /** Most code points of a description. */
  maxDescription: number;
  /** Most bytes of an image. */
  imageBytes: number | null;
  /** Most bytes of a video or a sound. */
  videoBytes: number | null;
  /** MIME types. */
  types: readonly string[] | null;
  /** Whether a video or a sound may stand beside other media; true as well where nobody can tell. */
  mixes: boolean;
}

/** What an instance takes as a poll. Times in seconds. */
export interface PollLimits {
  maxOptions: number;
  maxOptionCharacters: number;
  minExpiration: number;
  maxExpiration: number;
  /** Whether a status may bear media beside its poll; true as well where nobody can tell. */
  besideMedia: boolean;
}

export interface Limits {
  maxCharacters: number;
  counting: Counting;
  media: MediaLimits;
  poll: PollLimits;
  /** The parameter that names the status to quote; null where a status cannot quote. */
  quotesBy: QuoteParameter | null;
  /** Whether a `direct` status reaches those whom it mentions. */
  directReaches: boolean;
  /** Whether a reply of one emoji, or one and mentions, becomes a reaction and no status. */
  makesReactions: boolean;
  /** Whether a text may be written in Markdown or HTML. */
  formats: boolean;
  /** Most statuses that an account may pin. */
  maxPinned: number;
  /** Whether `me@example.org` mentions somebody. */
  mentionsInWords: boolean;
}

/** Mastodon's own numbers, assumed where no instance was asked. */
export const assumedLimits: Limits = {
  maxCharacters: 500,
  counting: mastodonCounting,
  media: { maxAttachments: 4, maxDescription: 1500, imageBytes: null, videoBytes: null, types: null, mixes: true },
  poll: { maxOptions: 4, maxOptionCharacters: 50, minExpiration: 300, maxExpiration: 2_629_746, besideMedia: true },
  quotesBy: "quoted_status_id",
  directReaches: true,
  makesReactions: false,
  formats: false,
  maxPinned: 5,
  mentionsInWords: false,
};

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
  const { quotesBy, directReaches, makesReactions, mentionsInWords, hasFormats } = softwareDescribedBy(document);
  return {
    maxCharacters,
    counting: countingOf(document),
    media: mediaLimitsOf(document),
    poll: pollLimitsOf(document),
    quotesBy: isMastodonBefore(document, MASTODON_4_5) ? null : quotesBy,
    directReaches,
    makesReactions,
    formats: hasFormats(String(document.version)),
    mentionsInWords,
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
 * Mastodon lets a video or a sound stand alone. Most others take what comes, or are left to say what they mind.
 */
function mixesMedia(document: InstanceDocument): boolean {
  const software = softwareDescribedBy(document);
  return isMastodon(software) ? !isSurelyMastodon(document) : software.mixesMedia;
}

/** Pleroma names `application/octet-stream` alone, by which it means that it takes anything. */
function mimeTypes(list: unknown): string[] | null {
  if (!Array.isArray(list)) return null;
  const types = list.filter((type): type is string => typeof type === "string" && type.includes("/"));
  return types.length === 0 || types.includes("application/octet-stream") ? null : types;
}

function pollLimitsOf(document: InstanceDocument): PollLimits {
  const own = asObject(asObject(document.configuration).polls);
  // Pleroma and its kin announce them here.
  const other = asObject(document.poll_limits);
  const assumed = assumedLimits.poll;
  return {
    maxOptions: whole(own.max_options, 2, MOST) ?? whole(other.max_options, 2, MOST) ?? assumed.maxOptions,
    // Pixelfed announces 0 here.
    maxOptionCharacters:
      whole(own.max_characters_per_option, 1, MOST) ??
      whole(other.max_option_chars, 1, MOST) ??
      assumed.maxOptionCharacters,
    minExpiration: whole(own.min_expiration, 0, MOST) ?? whole(other.min_expiration, 0, MOST) ?? assumed.minExpiration,
    maxExpiration:
      whole(own.max_expiration, 1, FOREVER) ?? whole(other.max_expiration, 1, FOREVER) ?? assumed.maxExpiration,
    // #39203
    besideMedia: !isMastodonBefore(document, MASTODON_4_6),
  };
}

/** A poll may well run for years. Seconds. */
const FOREVER = 10_000_000_000;

/** What `api_versions.mastodon` says from these versions of Mastodon on. */
const MASTODON_4_5 = 7;
const MASTODON_4_6 = 10;

function isMastodonBefore(document: InstanceDocument, wanted: number): boolean {
  if (!isSurelyMastodon(document)) return false;
  const api = whole(asObject(document.api_versions).mastodon, 0, 10_000);
  return api === undefined ? /^(3\.|4\.[0-2]\.)/.test(String(document.version)) : api < wanted;
}

/**
 * Whether an instance is surely Mastodon, or built from its code. Others copy its API version and have rules of their
 * own: their version numbers begin lower, or their true names stand behind.
 */
function isSurelyMastodon(document: InstanceDocument): boolean {
  const version = String(document.version ?? "");
  const isAlike = /^[34]\.\d+\.\d+/.test(version) && !/compatible|not true/.test(version);
  return isAlike && isMastodon(softwareDescribedBy(document));
}

/** Most characters of a status, as an instance announces it; undefined where no figure can be true. */
export function announcedMaximum(document: InstanceDocument): number | undefined {
  return whole(statusesOf(document).max_characters, 1, MOST) ?? whole(document.max_toot_chars, 1, MOST);
}

/** How the instance counts. Some servers announce a reserve for URLs that they do not apply, so the software decides first. */
function countingOf(document: InstanceDocument): Counting {
  const { counting } = softwareDescribedBy(document);
  if (counting !== mastodonCounting) return counting;
  const reserve = whole(statusesOf(document).characters_reserved_per_url, 0, 100);
  // The images of Mastodon 4.6 have a Ruby on which a conjunct is one character.
  const isNew = isSurelyMastodon(document) && !isMastodonBefore(document, MASTODON_4_6);
  const unit = isNew ? "graphemes" : counting.unit;
  // Pleroma's 0 means that nothing is reserved: URLs count in full.
  return { ...counting, unit, urlLength: reserve === 0 ? null : (reserve ?? counting.urlLength) };
}

/** What an instance announces about statuses; empty where it announces nothing. */
function statusesOf(document: Record<string, unknown>): Record<string, unknown> {
  return asObject(asObject(document.configuration).statuses);
}

/** A whole number within bounds, also from a string; undefined for anything else. */
function whole(value: unknown, least: number, most: number): number | undefined {
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined;
}

/** A poll as the API takes it. */
export interface Poll {
  options: readonly string[];
  /** Seconds from the posting on. */
  expires_in: number;
  multiple?: boolean;
  hide_totals?: boolean;
}

/**
 * What an instance would refuse about a poll, one sentence each; none where it would take it.
 *
 * Lengths are counted in graphemes, as Mastodon does (`PollOptionsValidator`); who counts code points refuses a little
 * earlier, and says so.
 */
export function refusedPoll(poll: Poll, limits: PollLimits): string[] {
  return [...refusedOptions(poll.options, limits), ...refusedExpiry(poll.expires_in, limits)];
}

/** Why a status cannot have media beside its poll, in one sentence; null where it can. */
export function refusedBesidePoll(hasMedia: boolean, limits: PollLimits): string | null {
  return hasMedia && !limits.besideMedia
    ? "This instance does not allow media with a poll (Mastodon does since 4.6). Leave out `media` or `poll`, or post two statuses."
    : null;
}

function refusedOptions(options: readonly string[], { maxOptions, maxOptionCharacters }: PollLimits): string[] {
  const refused: string[] = [];
  if (options.length > maxOptions) {
    refused.push(`The poll has ${options.length} options, this instance allows ${maxOptions}. Leave some out.`);
  }
  const seen = new Map<string, number>();
  for (const [index, option] of options.entries()) {
    const text = option.trim();
    const name = `Poll option ${index + 1}`;
    const length = countGraphemes(text);
    const earlier = seen.get(text);
    if (text === "") {
      refused.push(`${name} is empty: the value that it uses is empty here. Give it a text.`);
    } else if (earlier !== undefined) {
      refused.push(`${name} is the same as option ${earlier}, “${shortened(text)}”. Each option must differ.`);
    } else if (length > maxOptionCharacters) {
      refused.push(
        `${name} has ${formatCount(length)} characters, this instance allows ${formatCount(maxOptionCharacters)}: “${shortened(text)}”. Shorten it.`,
      );
    }
    if (text !== "" && earlier === undefined) seen.set(text, index + 1);
  }
  return refused;
}

function refusedExpiry(seconds: number, { minExpiration, maxExpiration }: PollLimits): string[] {
  const bound =
    seconds < minExpiration
      ? `at least ${inWords(minExpiration, Math.ceil)}`
      : seconds > maxExpiration
        ? `at most ${inWords(maxExpiration, Math.floor)}`
        : "";
  if (bound === "") return [];
  return [`The poll would run for ${inWords(seconds)}, this instance allows ${bound}. Change \`expires-in\`.`];
}

/** The beginning of an option that is far too long: enough to know it by. */
function shortened(option: string): string {
  const all = [...option];
  return all.length > 120 ? `${all.slice(0, 120).join("")}…` : option;
}

/**
 * A time in the unit that people would use: `90 seconds`, `5 minutes`, `30 days`.
 *
 * @param round how the rest is dealt with; without it, the unit is one that leaves none
 */
function inWords(seconds: number, round?: (amount: number) => number): string {
  const units = [
    [86_400, "day"],
    [3600, "hour"],
    [60, "minute"],
    [1, "second"],
  ] as const;
  const fits = ([size]: readonly [number, string]) => seconds >= size && (round !== undefined || seconds % size === 0);
  const [size, name] = units.find(fits) ?? [1, "second"];
  const amount = round ? round(seconds / size) : seconds / size;
  return `${amount} ${name}${amount === 1 ? "" : "s"}`;
}
