// Hosts as Mastodon's library for links encodes them: by the IDNA of 2003 (RFC 3490, with the Nameprep of RFC 3491),
// which takes what today's IDNA refuses, such as digits of other scripts, and refuses what is younger.

const LONGEST_LABEL = 63; // octets
const DOT = /[.\u3002\uff0e\uff61]/;
/** What Nameprep maps to nothing. */
const IGNORED = /[\xad\u1806\u200b-\u200d\u2060\ufeff]|\u034f|[\u180b-\u180d]|[\ufe00-\ufe0f]/g;
/** What it refuses: controls, private use, what is not assigned, and blocks that Unicode 3.2 of 2002 did not have yet. */
const REFUSED = new RegExp(
  "[\\p{C}\\u0340\\u0341\\u0750-\\u077f\\u07c0-\\u08ff\\u1380-\\u139f\\u1900-\\u1dff\\u2b00-\\u2e7f\\u2ff0-\\u2ffb\\u31a0-\\u31ef" +
    "\\u4db6-\\u4dff\\u9fa6-\\u9fff\\ua4d0-\\uabff\\ud7b0-\\ud7ff\\ufff9-\\ufffd\\u{10000}-\\u{102ff}\\u{10350}-\\u{103ff}" +
    "\\u{10450}-\\u{1cfff}\\u{1d200}-\\u{1d3ff}\\u{1d800}-\\u{1ffff}\\u{2a6d7}-\\u{2f7ff}\\u{2fa20}-\\u{10ffff}]",
  "u",
);
/** Letters that are written from right to left. They mix with no others, and begin and end their label. */
const RIGHT_TO_LEFT = /^[\u05be\u05c0\u05c3\u05d0-\u05f4\u061b-\u064a\u066d-\u072f\u0780-\u07b1\ufb1d-\ufefc]$/u;

/**
 * The host as it goes over the wire, or undefined if it cannot be encoded. A label that only the IDNA of 2003 takes
 * stands in it as it is.
 */
export function asciiHost(host: string): string | undefined {
  const labels = host.split(DOT).map(asciiLabel);
  return labels.every((label) => label && label.length <= LONGEST_LABEL) ? labels.join(".") : undefined;
}

function asciiLabel(label: string): string | undefined {
  if (!/[^\0-\x7f]/.test(label)) return label;
  const mapped = label.normalize("NFKC").toLowerCase().replace(IGNORED, "");
  if (REFUSED.test(mapped) || mixesDirections(mapped)) return undefined;
  try {
    return new URL(`http://${mapped}`).hostname;
  } catch {
    return mapped;
  }
}

function mixesDirections(label: string): boolean {
  const characters = [...label];
  const isRightToLeft = (character = "") => RIGHT_TO_LEFT.test(character) && /\P{M}/u.test(character);
  if (!characters.some(isRightToLeft)) return false;
  const ends = isRightToLeft(characters[0]) && isRightToLeft(characters.at(-1));
  return !ends || characters.some((character) => /\p{L}/u.test(character) && !isRightToLeft(character));
}
