/**
 * Languages as Mastodon has them (`LanguagesHelper`, `valid_locale_cascade`): a code of its list, in this very case, stays;
 * of others the part before the first hyphen does; and where that is no code either, the account's own language comes in
 * its place without a word.
 */

/** Codes of Mastodon's list whose canonical form is another, and what others are called there. In lower case. */
const MASTODONS_OWN: Readonly<Record<string, string>> = {
  cnr: "cnr",
  fil: "tl",
  nan: "nan-TW",
  tl: "tl",
  yue: "zh-YUE",
  "zh-hans": "zh-CN",
  "zh-hant": "zh-TW",
  "zh-hant-hk": "zh-HK",
  "zh-yue": "zh-YUE",
};

/**
 * A language as a server keeps it: `nld` is `nl`, `pt_br` is `pt-BR`, `yue` is `zh-YUE`.
 *
 * @param tag ISO 639 or BCP 47, in any case
 * @returns what stands for it in the API; the tag itself where it is none
 */
export function languageKept(tag: string): string {
  const asked = tag.replaceAll("_", "-");
  const canonical = canonicalTag(asked);
  return ownName(asked) ?? ownName(canonical) ?? canonical;
}

/** Whether a status came out in the language that was asked for; `pt` for `pt-BR` is near enough. */
export function isInLanguage(asked: string, came: string): boolean {
  const [wanted, known] = [languageKept(asked), languageKept(came)];
  return wanted === known || wanted.startsWith(`${known}-`);
}

function canonicalTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

/** By the longest beginning of a tag that has a name of its own. */
function ownName(tag: string): string | undefined {
  const parts = tag.toLowerCase().split("-");
  const beginnings = parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
  const known = beginnings.find((beginning) => Object.hasOwn(MASTODONS_OWN, beginning));
  return known && MASTODONS_OWN[known];
}
