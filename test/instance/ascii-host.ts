import { domainToASCII } from "node:url";

/** What the IDNA of 2003 maps to nothing. */
const ignored = /[\xAD\u1806\u200B-\u200D\u2060\uFEFF]|\u034F|[\u180B-\u180D]|[\uFE00-\uFE0F]/g;
/** Blocks that came after Unicode 3.2, on which it stands, and what it forbids. */
const refused =
  /\u0340|\u0341|[\p{C}\u0750-\u077F\u07C0-\u08FF\u1380-\u139F\u1900-\u1DFF\u2B00-\u2E7F\u2FF0-\u2FFB\u31A0-\u31EF\u4DB6-\u4DFF\u9FA6-\u9FFF\uA4D0-\uABFF\uD7B0-\uD7FF\uFFF9-\uFFFD]|(?![\u{10300}-\u{1034F}\u{10400}-\u{1044F}\u{1D000}-\u{1D1FF}\u{1D400}-\u{1D7FF}\u{20000}-\u{2A6D6}\u{2F800}-\u{2FA1F}])[\u{10000}-\u{10FFFF}]/u;
/** Letters of Hebrew, Arabic, Syriac, Thaana. */
const rightToLeft =
  "(?!\\p{M})[\\u05BE\\u05C0\\u05C3\\u05D0-\\u05F4\\u061B-\\u064A\\u066D-\\u072F\\u0780-\\u07B1\\uFB1D-\\uFEFC]";
/** A label with such a letter begins and ends with one, and has no other letter. */
const directed = new RegExp(
  `^(?:${rightToLeft}(?:(?:${rightToLeft}|\\P{L})*${rightToLeft})?|(?:(?!${rightToLeft}).)*)$`,
  "su",
);
const longestLabel = 63;

/**
 * A host as Mastodon's library for the IDNA of 2003 writes it in ASCII. Node follows the rules of today, so a label that
 * they refuse is written here with the length that it has.
 * @returns undefined for what cannot be written so, and is no host to Mastodon
 */
export function asciiHost(host: string): string | undefined {
  const labels = host.split(/[.\u3002\uFF0E\uFF61]/).map(asciiLabel);
  return labels.includes(undefined) ? undefined : labels.join(".");
}

function asciiLabel(label: string): string | undefined {
  const isAscii = /^[\0-\x7F]*$/.test(label);
  const bare = label.normalize("NFKC").toLowerCase().replace(ignored, "");
  if (!isAscii && (refused.test(bare) || !directed.test(bare))) return undefined;
  const ascii = isAscii ? label : domainToASCII(bare) || bare;
  return ascii === "" || ascii.length > longestLabel ? undefined : ascii;
}
