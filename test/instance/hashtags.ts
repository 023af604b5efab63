import { hashtagsIn } from "./text-entities.ts";

/** The names of the hashtags in a text as Mastodon stores them: folded and without doubles. */
export function tagsIn(text: string): string[] {
  return [...new Set(hashtagsIn(text).map(({ value }) => foldTag(value)))];
}

/** Whether a hashtag has a name that Mastodon does not save: of `#1_https://` it makes `1_`. */
export function hasUnsavableTag(text: string): boolean {
  return tagsIn(text).some((name) => hashtagsIn(`#${name}`)[0]?.value !== name);
}

/** Latin letters that have no decomposition and lose their strokes all the same. */
const stroked: Record<string, string> = {
  ð: "d",
  đ: "d",
  ħ: "h",
  ı: "i",
  ĸ: "k",
  ł: "l",
  ŋ: "n",
  ø: "o",
  ŧ: "t",
};

/** Width, case and the accents of Latin-1 and Latin Extended-A go, and what can stand in no hashtag. */
function foldTag(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[à-ž]/g, (letter) => stroked[letter] ?? letter.normalize("NFD").charAt(0))
    .replace(/[^\p{Alphabetic}\p{Nd}\u0E47-\u0E4E_\xB7\u30FB\u200C]/gu, "");
}
