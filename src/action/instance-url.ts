/** Shown where a cure needs an address. */
const EXAMPLE = "https://mastodon.social";

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The origin of the instance, from what people paste: a bare host, a trailing slash.
 *
 * Whatever could send the token to a place that was not meant is refused: another path, a query, credentials, plain
 * `http` (except on loopback).
 *
 * @returns the origin, such as `https://fosstodon.org`
 * @throws Error with one sentence that names the cure
 */
export function parseInstanceUrl(value: string): string {
  const text = value.trim();
  if (/^(['"`]).*\1$/s.test(text)) {
    throw new Error("`instance-url` stands in quotes. Store it without them.");
  }
  const handle = /^(?:acct:)?@?[^@\s/:]+@([^@\s/]+)$/.exec(text);
  if (handle) {
    throw new Error(
      `\`instance-url\` is a handle, not an address. Set it to the account's server: https://${handle[1]}`,
    );
  }
  const address = text.includes("://") ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(address)) {
    throw new Error(`\`instance-url\` is no web address: ${quote(text)}. It should look like ${EXAMPLE}.`);
  }
  const url = new URL(address);
  if (url.username || url.password) {
    throw new Error(`\`instance-url\` carries a user name or password. Set it to ${url.protocol}//${url.host}`);
  }
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname)) {
    throw new Error(
      `\`instance-url\` begins with http://, which would send the token unencrypted. Set it to https://${url.host}`,
    );
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new Error(`\`instance-url\` begins with ${url.protocol}//. It should look like ${EXAMPLE}.`);
  }
  if (url.pathname !== "/" || url.search || url.hash) {
    const extra = `${url.pathname}${url.search}${url.hash}`.replace(/^\/(?=[?#])/, "");
    throw new Error(`\`instance-url\` carries more than the server: ${quote(extra)}. Set it to ${url.origin}`);
  }
  return url.origin;
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
