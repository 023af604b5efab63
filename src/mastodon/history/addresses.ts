const URLS = /https?:\/\/[^\s<>"]+/g;

/** Whether an address stands in a text. */
export function namesAddress(text: string, address: string): boolean {
  return addressesIn(text).some((found) => isSameAddress(found, address));
}

/** Whether two addresses are the same, however a server writes them. */
export function isSameAddress(one: string, other: string): boolean {
  return canonical(one) === canonical(other);
}

/** The addresses that stand in a text, linked or not: some software links none of an unknown top-level domain. */
export function addressesIn(text: string): string[] {
  const urls = text.match(URLS) ?? [];
  // Punctuation behind an address may be the sentence's.
  return urls.flatMap((url) => [url, withoutPunctuation(url)]);
}

/** An address as `URL` writes it, without the slash at its end that servers add or drop. */
function canonical(url: string): string {
  const bare = withoutPunctuation(url);
  const tail = url.slice(bare.length);
  const known = URL.canParse(bare) ? new URL(bare).href : bare;
  return `${known.replace(/\/$/, "")}${tail}`;
}

function withoutPunctuation(url: string): string {
  let end = url.length;
  while (end > 0 && ".,;:!?'\")]".includes(url[end - 1]!)) end -= 1;
  return url.slice(0, end);
}
