import { findMentions, findUrls } from "./entities.ts";

/** How a server counts the characters of a status. */
export interface Counting {
  unit: "graphemes" | "code points";
  /** What each link counts, in the unit; null: as many as it has. */
  urlLength: number | null;
  /** `local part`: the domain of a mention does not count. */
  mentions: "local part" | "full";
  /** Whether the spoiler counts, too. */
  spoiler: boolean;
}

/** Mastodon's way: app/validators/status_length_validator.rb. */
export const mastodonCounting: Counting = { unit: "graphemes", urlLength: 23, mentions: "local part", spoiler: true };

/**
 * Counts the characters of a status as a server does.
 *
 * Mastodon strips both texts, puts a placeholder for each link and the local part for each mention, joins the spoiler
 * as it is with the text, and counts grapheme clusters. Hashtags and emoji shortcodes count as they are written; polls
 * and media do not count. Servers on Ruby 3.4 and older break a few Indic conjuncts that count as one here.
 */
export function countCharacters(text: string, spoiler = "", counting: Counting = mastodonCounting): number {
  const whole = (counting.spoiler ? strip(spoiler) : "") + rewrite(strip(text), counting);
  return counting.unit === "graphemes" ? countGraphemes(whole) : countCodePoints(whole);
}

function rewrite(text: string, counting: Counting): string {
  const urls = findUrls(text);
  const { urlLength } = counting;
  const shortened = urlLength === null ? [] : urls.map((url) => ({ ...url, as: "x".repeat(urlLength) }));
  const mentions = counting.mentions === "full" ? [] : findMentions(text, urls);
  const local = mentions.map(({ handle, ...span }) => ({ ...span, as: `@${handle.split("@")[0]}` }));
  let result = "";
  let done = 0;
  for (const { start, end, as } of [...shortened, ...local].sort((a, b) => a.start - b.start)) {
    result += text.slice(done, start) + as;
    done = end;
  }
  return result + text.slice(done);
}

/** Ruby's `strip`: ASCII white space and NUL only, so a no-break space at an end counts. */
function strip(text: string): string {
  const stripped = (index: number) => "\0\t\n\v\f\r ".includes(text[index]!);
  let start = 0;
  let end = text.length;
  while (start < end && stripped(start)) start++;
  while (end > start && stripped(end - 1)) end--;
  return text.slice(start, end);
}

let segmenter: Intl.Segmenter | undefined;

function countGraphemes(text: string): number {
  // The segmenter takes a while to set up. In ASCII the one cluster of two characters is the line break CR LF.
  if (!/[^\0-\x7f]/.test(text)) return text.length - (text.split("\r\n").length - 1);
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), () => 1).length;
}

function countCodePoints(text: string): number {
  return [...text].length;
}
