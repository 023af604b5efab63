import { asObject } from "./client.ts";

/** The document in which an instance describes itself (`/api/v2/instance`, else `/api/v1/instance`). */
export type InstanceDocument = Record<string, unknown>;

/** How an instance counts the characters of a status. */
export interface Counting {
  unit: "graphemes" | "code points";
  /** What every URL counts; null where URLs count in full. */
  urlLength: number | null;
  /** Whether `@user@host` counts as `@user`, or as written. */
  mentions: "local part" | "full";
  /** Whether the content warning counts too. */
  spoiler: boolean;
}

export interface Limits {
  maxCharacters: number;
  counting: Counting;
}

/** Mastodon's own numbers, assumed where no instance was asked. */
export const assumedLimits: Limits = {
  maxCharacters: 500,
  counting: { unit: "graphemes", urlLength: 23, mentions: "local part", spoiler: true },
};

/**
 * The limits that an instance announces, in the order in which servers announce them: `configuration` (version 2 or 1),
 * then `max_toot_chars`, then Mastodon's own numbers. A figure that cannot be true is passed over.
 */
export function limitsOf(document: InstanceDocument): Limits {
  const maxCharacters = announcedMaximum(document) ?? assumedLimits.maxCharacters;
  return { maxCharacters, counting: countingOf(document) };
}

/** Most characters of a status, as an instance announces it; undefined where no figure can be true. */
export function announcedMaximum(document: InstanceDocument): number | undefined {
  return whole(statusesOf(document).max_characters, 1, 10_000_000) ?? whole(document.max_toot_chars, 1, 10_000_000);
}

function statusesOf(document: InstanceDocument): Record<string, unknown> {
  return asObject(asObject(document.configuration).statuses);
}

/**
 * How the instance counts. Some servers announce a reserve for URLs that they do not apply, so the software decides
 * first (research: the code of each server).
 */
function countingOf(document: InstanceDocument): Counting {
  const raw: Counting = { unit: "code points", urlLength: null, mentions: "full", spoiler: true };
  switch (countsLike(document)) {
    case "gotosocial":
    case "mitra":
      return raw;
    case "akkoma":
    case "pleroma":
      return { ...raw, unit: "graphemes" };
    case "pixelfed":
    case "takahe":
    case "misskey":
      return { ...raw, spoiler: false };
    default: {
      const reserve = whole(statusesOf(document).characters_reserved_per_url, 0, 100);
      // Pleroma's 0 means that nothing is reserved: URLs count in full.
      const urlLength = reserve === 0 ? null : (reserve ?? assumedLimits.counting.urlLength);
      return { ...assumedLimits.counting, urlLength };
    }
  }
}

/** The software whose way of counting holds, from what only its own descriptions say. */
function countsLike(document: InstanceDocument): string {
  // "2.7.2 (compatible; Akkoma 3.16)", "takahe/0.11": the true name stands in or behind the version.
  const version = String(document.version ?? "").toLowerCase();
  const source = String(document.source_url ?? "").toLowerCase();
  const named = ["akkoma", "pleroma", "pixelfed", "takahe", "mitra", "gotosocial"].find((name) =>
    version.includes(name),
  );
  if (named) return named;
  if (/misskey|sharkey|iceshrimp|firefish/.test(version)) return "misskey";
  const accounts = asObject(asObject(document.configuration).accounts);
  if (source.includes("gotosocial") || "allow_custom_css" in accounts) return "gotosocial";
  return "mastodon";
}

/** A whole number within bounds, also from a string; undefined for anything else. */
function whole(value: unknown, least: number, most: number): number | undefined {
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined;
}
