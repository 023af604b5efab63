import { asObject } from "../client.ts";
import { statusesOf, whole } from "./figures.ts";
import { type Counting, mastodonCounting } from "./limits.ts";

/**
 * How the instance counts. Some servers announce a reserve for URLs that they do not apply, so the software decides
 * first (research: the code of each server).
 */
export function countingOf(document: Record<string, unknown>): Counting {
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
      const urlLength = reserve === 0 ? null : (reserve ?? mastodonCounting.urlLength);
      return { ...mastodonCounting, urlLength };
    }
  }
}

/** The software whose way of counting holds, from what only its own descriptions say. */
export function countsLike(document: Record<string, unknown>): string {
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
