import { domainToASCII } from "node:url";

/** What the IDNA of 2003 maps to nothing. */
const ignored = /[\xAD\u1806\u200B-\u200D\u2060\uFEFF]|\u034F|[\u180B-\u180D]|[\uFE00-\uFE0F]/g;
/** Characters that came after it, as far as people put them into hosts. */
const young = /[\u{1F000}-\u{1FAFF}]/u;
const longestLabel = 63;

/**
 * A host as Mastodon's library for the IDNA of 2003 writes it in ASCII. Node follows the rules of today, so a label that
 * they refuse is written here with the length that it has.
 * @returns undefined for what cannot be written so, and is no host to Mastodon
 */
export function asciiHost(host: string): string | undefined {
  const labels = host.split(".").map(asciiLabel);
  return labels.includes(undefined) ? undefined : labels.join(".");
}

function asciiLabel(label: string): string | undefined {
  if (young.test(label)) return undefined;
  const isAscii = /^[\0-\x7F]*$/.test(label);
  const bare = label.normalize("NFKC").replace(ignored, "");
  const ascii = isAscii ? label : domainToASCII(bare) || bare;
  return ascii === "" || ascii.length > longestLabel ? undefined : ascii;
}
