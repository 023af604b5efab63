import { shown } from "./input-values.ts";

/** Shown where a cure needs an address. */
const EXAMPLE = "https://mastodon.social";

/** A host name as DNS knows it (an international one in its ASCII form), or an address. */
const HOST = /^([a-z0-9_-]+(\.[a-z0-9_-]+)*\.?|\[[\da-f:.]+\])$/;

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
      `\`instance-url\` is a handle, not an address. Set it to the account's server: \`https://${handle[1]}\`.`,
    );
  }
  const address = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
  const url = /\s/.test(text) || !URL.canParse(address) ? null : new URL(address);
  if (url === null || (isWeb(url) && !HOST.test(url.hostname))) {
    throw new Error(`\`instance-url\` is no web address: ${shown(text)}. It should look like \`${EXAMPLE}\`.`);
  }
  if (!isWeb(url))
    throw new Error(`\`instance-url\` begins with \`${url.protocol}\`. It should look like \`${EXAMPLE}\`.`);
  if (url.username || url.password) {
    throw new Error(`\`instance-url\` carries a user name or password. Set it to \`${url.origin}\`.`);
  }
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname)) {
    throw new Error(
      `\`instance-url\` begins with http://, which would send the token unencrypted. Set it to \`https://${url.host}\`.`,
    );
  }
  if (url.pathname !== "/" || url.search || url.hash) {
    const extra = `${url.pathname}${url.search}${url.hash}`.replace(/^\/(?=[?#])/, "");
    throw new Error(`\`instance-url\` carries more than the server: ${shown(extra)}. Set it to \`${url.origin}\`.`);
  }
  return url.origin;
}

function isWeb({ protocol }: URL): boolean {
  return protocol === "https:" || protocol === "http:";
}
