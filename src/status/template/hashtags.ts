import { findHashtags } from "../length/entities.ts";

/**
 * Makes a topic, or a label as text or as the object of the GitHub API, a hashtag: `my-topic` becomes `#MyTopic`.
 *
 * A word that has capitals keeps its own (`GitHub`, `iOS`, `API`). Numbers stay apart by `_` (`v1.2` becomes `#V1_2`).
 *
 * @returns the hashtag with its `#`; an empty string when nothing is left that Mastodon takes for one, such as digits
 *   alone
 */
export function hashtag(value: unknown): string {
  const name = nameOf(value);
  return /^[a-z0-9-]+$/.test(name) ? ofTopic(name) : ofName(name);
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

/** The same as of any name, which for a topic of GitHub is simpler, and takes no pattern that takes long to set up. */
function ofTopic(topic: string): string {
  const tag = topic
    .replace(/(?<=\d)-+(?=\d)/g, "_")
    .replace(/(?:^-*|-+)([a-z]?)/g, (_, first: string) => first.toUpperCase());
  return /[a-z]/i.test(tag) ? `#${tag}` : "";
}

// The patterns below stand inside of functions because the engine takes 4 ms to set them up, and topics need none.

function ofName(name: string): string {
  // Without the parts of emoji that Unicode counts as marks.
  const text = spoken(
    name
      .normalize("NFC")
      .replace(/[\ufe00-\ufe0f\u20e3]/g, "")
      .replace(/^#/, ""),
  );
  const tag = `#${wordsOf(text)
    .map(capitalise)
    .join(" ")
    .replace(/(?<=\p{Nd}) (?=\p{Nd})/gu, "_")
    .replaceAll(" ", "")}`;
  const [found] = findHashtags(tag);
  return found?.end === tag.length && /\p{Alphabetic}/u.test(tag) ? tag : "";
}

/** Names that lose their sense with their signs, in the form that readers know from hashtags. */
function spoken(name: string): string {
  return name
    .replace(/(?<![\p{L}\p{N}])(c)\+\+/giu, "$1pp")
    .replace(/(?<=\p{L})#/gu, " sharp")
    .replace(/\+/g, " plus ")
    .replace(/(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])/giu, "dot net")
    .replace(/(?<=[\p{L}\p{N}])\.js(?![\p{L}\p{N}])/giu, " JS")
    .replace(/['’]/g, "");
}

/** Letters, marks and digits, with the signs that Mastodon allows between them (Catalan, Japanese, Persian). */
function wordsOf(text: string): string[] {
  const words =
    /[\p{Alphabetic}\p{Nd}][\p{Alphabetic}\p{M}\p{Nd}]*(?:[\xb7\u30fb\u200c][\p{Alphabetic}\p{M}\p{Nd}]+)*/gu;
  return text.match(words) ?? [];
}

function capitalise(word: string): string {
  // Scripts whose words may begin with a capital. Georgian has capitals but never mixes them.
  const capitalised = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u;
  if (!capitalised.test(word) || /\p{Lu}/u.test(word)) return word;
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}
