import { isLoopback } from "../loopback.ts";
import { formatDuration, parseDuration } from "../time.ts";
import type { InputName } from "./names.ts";

/** Readers of single inputs. Each takes the trimmed text and throws an Error with one line that names the cure. */

const visibilities = ["public", "unlisted", "private", "direct"] as const;
export type Visibility = (typeof visibilities)[number];

/** What the web interface calls a visibility; people know them by these words. */
const WEB_WORDS = new Map<string, Visibility>([
  ["quiet public", "unlisted"],
  ["quiet", "unlisted"],
  ["followers", "private"],
  ["followers only", "private"],
  ["private mention", "direct"],
  ["mention", "direct"],
]);

export function parseVisibility(value: string): Visibility {
  const meant = WEB_WORDS.get(value.toLowerCase().replaceAll(/[\s_-]+/g, " "));
  if (meant) throw new Error(`\`visibility\` is ${shown(value)}, the web interface's word. Write \`${meant}\`.`);
  return parseChoice("visibility", value, visibilities);
}

export function parseChoice<T extends string>(name: InputName, value: string, allowed: readonly T[]): T {
  const found = allowed.find((option) => option === value.toLowerCase());
  if (found) return found;
  throw new Error(`\`${name}\` is ${shown(value)}. Write one of: ${allowed.join(", ")}.`);
}

export const contentTypes = ["text/plain", "text/markdown", "text/html"] as const;
export type ContentType = (typeof contentTypes)[number];

export function parseContentType(value: string): ContentType {
  return parseChoice("content-type", value, contentTypes);
}

export function parseBoolean(name: InputName, value: string): boolean {
  if (/^true$/i.test(value)) return true;
  if (/^false$/i.test(value)) return false;
  throw new Error(`\`${name}\` is ${shown(value)}. Write \`true\` or \`false\`.`);
}

export function parseCount(name: InputName, value: string): number {
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
  throw new Error(`\`${name}\` is ${shown(value)}. Write a whole number from 1 to 999.`);
}

/** A language tag; `pt_BR` is understood, and Mastodon's `zh-YUE`. ISO 639 has codes of two and three letters only. */
export function parseLanguage(value: string): string {
  const tag = value.replaceAll("_", "-").replace(/^zh-(?=yue$)/i, "");
  try {
    Intl.getCanonicalLocales(tag);
    if (/^[a-z]{2,3}(-|$)/i.test(tag)) return tag;
  } catch {
    // the same sentence as for a language's name
  }
  throw new Error(
    `\`language\` is ${shown(value)}, which is not a language tag. Use ISO 639 or BCP 47, such as \`en\` or \`pt-BR\`.`,
  );
}

/** A tag is a file of this name at most. Characters. */
const LONGEST_TAG = 255;

/** `event`, `latest`, or a tag; `refs/tags/v1.0.0`, as `github.ref` has it, names a tag too. */
export function parseTag(value: string): string {
  const tag = value.replace(/^refs\/tags\//, "");
  if (tag.length <= LONGEST_TAG && !/[\s\p{Cc}~^:?*[\\]/u.test(tag)) return tag;
  throw new Error(
    `\`release-tag\` is ${shown(value)}, which is not a valid git tag. Write \`event\`, \`latest\`, or a tag.`,
  );
}

/** @returns milliseconds */
export function parseTimeout(value: string): number {
  const milliseconds = parseDuration(value);
  if (milliseconds === null) {
    throw new Error(
      `\`timeout\` is ${shown(value)}. Write a number and a unit, such as \`90 seconds\` or \`5 minutes\`.`,
    );
  }
  if (milliseconds < 1000 || milliseconds > 21_600_000) {
    throw new Error(`\`timeout\` is ${formatDuration(milliseconds)}. It must be between 1 second and 6 hours.`);
  }
  return milliseconds;
}

/**
 * Takes off what a copy and paste leaves around a token, and refuses what cannot be one.
 *
 * @param remarks gets a line when white space was taken off
 */
export function parseToken(value: string, remarks: string[]): string {
  const token = value.trim();
  if (token !== value && token !== "") {
    remarks.push("`access-token` had white space around it, which was removed. Save the secret again without it.");
  }
  if (/^(['"`]).*\1$/s.test(token)) {
    throw new Error("`access-token` is wrapped in quotes. Save the secret without them.");
  }
  if (isReference(token)) {
    throw new Error(
      // The name itself is masked, as any token is.
      "`access-token` is the name of a secret, not its value. Write `secrets.` and the name between `${{` and `}}`.",
    );
  }
  if (/^bearer\s/i.test(token)) {
    throw new Error("`access-token` starts with the word Bearer. Save only the token.");
  }
  if (/^https?:\/\//i.test(token)) {
    throw new Error("`access-token` is a web address. Have `access-token` and `instance-url` changed places?");
  }
  if (/\s/.test(token)) {
    throw new Error(
      "`access-token` has white space inside it, so it is more than one token. Save only the token, on one line.",
    );
  }
  if (/[^\x21-\x7E]/.test(token)) {
    throw new Error("`access-token` contains a character that no token has. Copy the token again and save it.");
  }
  return token;
}

/** Whether a value is what an author meant to have filled in: `secrets.TOKEN`, `{{ vars.URL }}`, `$TOKEN`, `MY_TOKEN`. */
function isReference(value: string): boolean {
  return /^(\$?\{\{.*\}\}|\$?\{?(secrets|vars|env|inputs)\.[\w-]+\}?|\$\{?\w+\}?|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)$/.test(
    value,
  );
}

/** Names in a sentence: `a`, `b` and `c`. */
export function joined(names: readonly string[]): string {
  return names.join(", ").replace(/, (?=[^,]*$)/, " and ");
}

/** A value in a message: in quotes, on one line, not too long. */
export function shown(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}

/** When a run looks for its own post before posting: on a re-run, never, or always, so many milliseconds back. */
export type DuplicateCheck = "rerun" | "never" | number;

/** The farthest that a look goes back, in milliseconds: a look pages through all that was posted since. */
const FARTHEST_LOOK = 366 * 86_400_000;

export function parseDuplicateCheck(value: string): DuplicateCheck {
  const word = value.toLowerCase();
  if (word === "rerun" || word === "never") return word;
  const milliseconds = parseDuration(value);
  if (milliseconds !== null && milliseconds >= 60_000 && milliseconds <= FARTHEST_LOOK) return milliseconds;
  throw new Error(
    `\`duplicate-check\` is ${shown(value)}. Write \`rerun\` (look on re-runs only), \`never\`, or how far back to look on every run, from a minute to a year, such as \`24 hours\`.`,
  );
}

/** Shown where a cure needs an address. */
const EXAMPLE = "https://mastodon.social";

/** A host name as DNS knows it (an international one in its ASCII form), or an address. */
const HOST = /^(?=.{1,254}$)([a-z0-9_-]+(\.[a-z0-9_-]+)*\.?|\[[\da-f:.]+\])$/;

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
    throw new Error("`instance-url` is wrapped in quotes. Save it without them.");
  }
  if (isReference(text)) {
    throw new Error(
      `\`instance-url\` is the name of a variable, not its value: ${shown(text)}. Write \`instance-url: \${{ vars.MASTODON_URL }}\`, with the name of yours.`,
    );
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
    throw new Error(`\`instance-url\` is not a web address: ${shown(text)}. It should look like \`${EXAMPLE}\`.`);
  }
  if (!isWeb(url))
    throw new Error(`\`instance-url\` begins with \`${url.protocol}\`. It should look like \`${EXAMPLE}\`.`);
  if (url.username || url.password) {
    throw new Error(`\`instance-url\` contains a user name or password. Set it to \`${url.origin}\`.`);
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw new Error(
      `\`instance-url\` begins with http://, which would send the token unencrypted. Set it to \`https://${url.host}\`.`,
    );
  }
  if (url.pathname !== "/" || url.search || url.hash) {
    const extra = `${url.pathname}${url.search}${url.hash}`.replace(/^\/(?=[?#])/, "");
    throw new Error(`\`instance-url\` contains more than the server: ${shown(extra)}. Set it to \`${url.origin}\`.`);
  }
  return url.origin;
}

function isWeb({ protocol }: URL): boolean {
  return protocol === "https:" || protocol === "http:";
}
