import { findHashtags } from "../length/entities.ts";

/** Letters, marks and digits, with the signs that Mastodon allows between them (Catalan, Japanese, Persian). */
const WORDS = /[\p{Alphabetic}\p{Nd}][\p{Alphabetic}\p{M}\p{Nd}]*(?:[\xb7\u30fb\u200c][\p{Alphabetic}\p{M}\p{Nd}]+)*/gu;
/** Scripts whose words may begin with a capital. Georgian has capitals but never mixes them. */
const CAPITALISED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u;
const UPPER_CASE = /\p{Lu}/u;
/** Parts of emoji that Unicode counts as marks. */
const EMOJI_MARKS = /[\ufe00-\ufe0f\u20e3]/g;

/** Names that lose their sense with their signs, in the form that readers know from hashtags. */
const SPOKEN: readonly [RegExp, string][] = [
  [/(?<![\p{L}\p{N}])(c)\+\+/giu, "$1pp"],
  [/(?<=\p{L})#/gu, " sharp"],
  [/\+/g, " plus "],
  [/(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])/giu, "dot net"],
  [/(?<=[\p{L}\p{N}])\.js(?![\p{L}\p{N}])/giu, " JS"],
  [/['’]/g, ""],
];

/**
 * Makes a topic, or a label as text or as the object of the GitHub API, a hashtag: `my-topic` becomes `#MyTopic`.
 *
 * A word that has capitals keeps its own (`GitHub`, `iOS`, `API`). Numbers stay apart by `_` (`v1.2` becomes `#V1_2`).
 *
 * @returns the hashtag with its `#`; an empty string when nothing is left that Mastodon takes for one, such as digits
 *   alone
 */
export function hashtag(value: unknown): string {
  let text = nameOf(value).normalize("NFC").replace(EMOJI_MARKS, "").replace(/^#/, "");
  for (const [sign, spoken] of SPOKEN) text = text.replace(sign, spoken);
  const words = text.match(WORDS) ?? [];
  const tag = `#${words
    .map(capitalise)
    .join(" ")
    .replace(/(?<=\p{Nd}) (?=\p{Nd})/gu, "_")
    .replaceAll(" ", "")}`;
  const [found] = findHashtags(tag);
  return found?.end === tag.length && /\p{Alphabetic}/u.test(tag) ? tag : "";
}

/**
 * Makes hashtags of topics or labels, in order, each once whatever its capitals, with a space between.
 *
 * @param values an array of texts or label objects; or a text, split at its commas and line breaks, or at white space
 *   when it has none
 * @param max the most hashtags to give; the first ones are kept
 */
export function hashtags(values: unknown, max?: number): string {
  const tags = new Map<string, string>();
  for (const value of listOf(values)) {
    const tag = hashtag(value);
    if (tag && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()].slice(0, max === undefined ? undefined : Math.max(0, max)).join(" ");
}

function listOf(values: unknown): readonly unknown[] {
  if (Array.isArray(values)) return values;
  if (typeof values !== "string") return [values];
  return values.split(/[,\n]/.test(values) ? /[,\n]/ : /\s+/);
}

function nameOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (typeof value === "object" && value !== null && "name" in value) return nameOf(value.name);
  return "";
}

function capitalise(word: string): string {
  if (!CAPITALISED.test(word) || UPPER_CASE.test(word)) return word;
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}
