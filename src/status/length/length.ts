import { findMentions, findUrls } from "./entities.ts";

/** How a server counts the characters of a status. */
export interface Counting {
  /**
   * `graphemes, conjuncts apart`: grapheme clusters as Unicode had them before version 15.1, and Ruby before 4.0. Of
   * consonants that a virama joins, as in `क्ष`, each counts; now they count one together.
   */
  unit: "graphemes" | "graphemes, conjuncts apart" | "code points" | "UTF-16 units";
  /** What each link counts, in the unit; null: as many as it has. */
  urlLength: number | null;
  /** `local part`: the domain of a mention does not count. */
  mentions: "local part" | "full";
  /** Whether the spoiler counts, too. */
  spoiler: boolean;
}

/** Mastodon's way, on any Ruby: app/validators/status_length_validator.rb. */
export const mastodonCounting: Counting = {
  unit: "graphemes, conjuncts apart",
  urlLength: 23,
  mentions: "local part",
  spoiler: true,
};

/**
 * Counts the characters of a status as a server does.
 *
 * Mastodon strips both texts, puts a placeholder for each link and the local part for each mention, joins the spoiler
 * as it is with the text, and counts grapheme clusters. A text of white space counts nothing. Hashtags and emoji
 * shortcodes count as they are written; polls and media do not count.
 */
export function countCharacters(text: string, spoiler = "", counting: Counting = mastodonCounting): number {
  const stripped = strip(text);
  const shown = /\P{White_Space}/u.test(stripped) ? rewrite(stripped, counting) : "";
  return countUnits((counting.spoiler ? strip(spoiler) : "") + shown, counting.unit);
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
export function strip(text: string): string {
  const stripped = (index: number) => "\0\t\n\v\f\r ".includes(text[index]!);
  let start = 0;
  let end = text.length;
  while (start < end && stripped(start)) start++;
  while (end > start && stripped(end - 1)) end--;
  return text.slice(start, end);
}

/**
 * What may be one grapheme cluster with its neighbours. All the others are clusters of their own, save CR LF: Latin,
 * Greek, Cyrillic and Armenian letters, punctuation, symbols, kana, Chinese characters, emoji; no mark that combines.
 */
const JOINING =
  /[^\0-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u200b\u200e-\u20cf\u2100-\u2cee\u3000-\u3029\u3030-\u3098\u309b-\ua66e\uff01-\uff9d\u{1f000}-\u{1f1e5}\u{1f200}-\u{1f3fa}\u{1f400}-\u{1faff}]/u;

/** The marks on a letter of Latin, Greek or Cyrillic, or on a sign of ASCII: they count nothing of their own. */
const ACCENTS = /(?<=[!-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff])[\u0300-\u036f]+/g;

let segmenter: Intl.Segmenter | undefined;

/** The grapheme clusters of a text. The segmenter takes 8 ms to set up, a tenth of a run. */
export function graphemes(text: string): Iterable<Intl.SegmentData> {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}

/** How many of a server's units a text has as it is written. */
export function countUnits(text: string, unit: Counting["unit"]): number {
  if (unit === "UTF-16 units") return text.length;
  if (unit === "code points") return countCodePoints(text);
  if (unit === "graphemes" || !JOINING.test(text)) return countGraphemes(text);
  return text.split(BEHIND_A_MARK).reduce((count, piece) => count + countGraphemes(piece), 0);
}

/** Where a letter follows a mark. Nothing but a conjunct goes across; the vowel AM of Thai and Lao is no such letter. */
const BEHIND_A_MARK = /(?<=\p{M}\u200d*)(?=\p{Lo})(?![\u0e33\u0eb3])/u;

/** How many grapheme clusters a text has. */
export function countGraphemes(text: string): number {
  // A short text does without the segmenter. The guard of a mention is one cluster with the sign before it.
  const bare = text.replaceAll("@\u200c", "@").replaceAll(ACCENTS, "");
  if (!JOINING.test(bare)) return countCodePoints(bare) - (bare.split("\r\n").length - 1);
  return Array.from(graphemes(text), () => 1).length;
}

function countCodePoints(text: string): number {
  return [...text].length;
}
