import { orMissingScope } from "../account.ts";
import { type ApiAnswer, asObject, type Client, isApiError, LONGEST_ADDRESS } from "../client.ts";
import { MastodonError } from "../error.ts";
import type { Plan } from "../plan.ts";
import { addressOf, isId, type StatusParams } from "../status.ts";

/** The ids of what a post replies to, and of what it quotes. */
export async function resolveReferences(
  client: Client,
  { inReplyTo, quoted, quotesBy }: Plan,
): Promise<Partial<StatusParams>> {
  const reply = inReplyTo === "" ? null : await resolveStatus(client, inReplyTo, "`in-reply-to-id`");
  const quote = quoted === "" ? null : await resolveStatus(client, quoted, "`quoted-status-id`");
  return {
    ...(reply === null ? {} : { in_reply_to_id: reply }),
    ...(quote === null ? {} : Object.fromEntries(quotesBy.map((name) => [name, quote]))),
  };
}

/** Ids are opaque, but none that a server makes has more than these in it: decimal, UUID, ULID, hex, Flake. */
const ID = /^[\w-][\w.:=~-]*$/;

/** A web address whose scheme was left out, such as `mastodon.social/@user/123`. */
const BARE_ADDRESS = /^[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?\/./i;

/**
 * Paths that surely bear the API's own id of a status: Mastodon's (its web client shows statuses of others under their
 * id here, too; `/ap/` since 4.5), GoToSocial's (a ULID), Hollo's (a UUID), Pleroma's and
 * Akkoma's `notice` (a Flake id), Misskey's and Sharkey's `notes`.
 */
const OWN_PATHS = [
  /^(?:\/web|\/deck)?\/@[^/]+\/(\d+)\/?$/,
  /^(?:\/ap)?\/users\/[^/]+\/statuses\/(\d+)\/?$/,
  /^\/web\/statuses\/(\d+)\/?$/,
  /^\/(?:@|users\/)[^/]+\/statuses\/([0-9A-HJKMNP-TV-Z]{26})\/?$/,
  /^\/@[^/]+\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/,
  /^\/notice\/([0-9A-Za-z]+)\/?$/,
  /^\/notes\/([0-9A-Za-z]+)\/?$/,
];

/** A path of a profile, which has no status in it. */
const PROFILE = /^\/(?:@[^/]+|users\/[^/]+|u\/[^/]+)\/?$/;

/**
 * The id that a status has on the client's instance.
 *
 * An id passes as it is. So does the one in an address on the instance itself, where the path surely bears it. Any other
 * address is looked up by the instance, which fetches the status if need be (`GET /api/v2/search` with `resolve`).
 *
 * @param idOrUrl as the author gave it
 * @param name what messages call it, such as `` `in-reply-to-id` ``
 * @throws Error when that is neither an id nor an address, MastodonError when the instance does not find the status
 */
export async function resolveStatus(client: Client, idOrUrl: string, name: string): Promise<string> {
  const given = idOrUrl.trim();
  if (ID.test(given) && isId(given)) return given;
  const url = addressIn(given, name);
  if (PROFILE.test(url.pathname)) {
    throw new Error(`${name} is ${quote(given)}, the address of a profile. Give the address or the id of a status.`);
  }
  const isOwn = url.host === new URL(client.origin).host;
  const id = isOwn ? OWN_PATHS.map((path) => path.exec(url.pathname)?.[1]).find(Boolean) : undefined;
  return id ?? (await search(client, url, name));
}

function addressIn(given: string, name: string): URL {
  const address = BARE_ADDRESS.test(given) ? `https://${given}` : given;
  const url = address.length <= LONGEST_ADDRESS && URL.canParse(address) ? new URL(address) : null;
  if (url && /^https?:$/.test(url.protocol) && !/\s/.test(address) && url.username === "") return url;
  const why = given === "" ? "empty" : `${quote(given)}, neither an id nor the address of a status`;
  throw new Error(
    `${name} is ${why}. Give the id that the status has on your instance, or its address, such as https://mastodon.social/@Mastodon/1.`,
  );
}

/**
 * The ways to ask for the status of an address. Mitra finds nothing where a `type` is given, and Sharkey finds statuses by
 * the first version of the search alone.
 */
const SEARCHES = [
  "/api/v2/search?type=statuses&resolve=true&q=",
  "/api/v2/search?resolve=true&q=",
  "/api/v1/search?type=statuses&resolve=true&q=",
] as const;

async function search(client: Client, url: URL, name: string): Promise<string> {
  const { host } = new URL(client.origin);
  let first: ApiAnswer | null = null;
  for (const [index, way] of SEARCHES.entries()) {
    const path = `${way}${encodeURIComponent(url.href)}`;
    const answer = await client.call("GET", path).catch((error: unknown) => {
      // Sharkey says 400 of an address at which it knows nobody; and not every server has every way.
      if (error instanceof MastodonError && (index > 0 || error.failure.answer?.status === 400)) return null;
      throw explainSearch(error, host, name);
    });
    first ??= answer;
    const { statuses, accounts } = asObject(answer?.json);
    const [status] = Array.isArray(statuses) ? statuses.map(asObject) : [];
    if (status && hasAddress(status, url) && isId(status.id)) return String(status.id);
    if (status) {
      const other = addressOf(status) || "one without an address";
      throw notFound(
        { client, path, answer },
        `${host} found another status for ${name} than ${url.href}: ${other}.`,
        "The address leads on to that one, or the instance searched its texts.",
        "If that is the one you mean, give its address.",
      );
    }
    if (Array.isArray(accounts) && accounts.length > 0) {
      const what = `${host} found a profile at ${url.href}, which ${name} names, and no status.`;
      throw notFound({ client, path, answer }, what, "", "Give the address of a status.");
    }
  }
  throw notFound(
    { client, path: SEARCHES[0], answer: first },
    `${host} found no status at ${url.href}, which ${name} names.`,
    "It is deleted or not public, or its server does not answer, or does not let this one fetch it.",
    "Open the address in a browser without logging in; if the status shows, give the id that it has on your instance.",
  );
}

function notFound(
  { client, path, answer }: { client: Client; path: string; answer: ApiAnswer | null },
  what: string,
  why: string,
  cure: string,
): MastodonError {
  const failure = { method: "GET", path, origin: client.origin, proxy: "" };
  const told = answer ? { ...failure, answer, json: answer.json } : failure;
  return new MastodonError(told, { what, why, cure }, "not done");
}

/**
 * Why a reply cannot be posted, where a server that failed on it does not know the status that it is to: Hollo answers 500
 * then. Null where that is not why, or cannot be seen.
 *
 * @param id of the status that it is to; undefined for no reply
 */
export async function unknownTarget(client: Client, id: string | undefined): Promise<MastodonError | null> {
  if (id === undefined) return null;
  try {
    await client.call("GET", `/api/v1/statuses/${encodeURIComponent(id)}`);
    return null;
  } catch (error) {
    if (!(error instanceof MastodonError) || error.failure.answer?.status !== 404) return null;
    if (!isApiError(error.failure.json)) return null;
    const { host } = new URL(client.origin);
    const what = `${host} has no status with the id ${id} to reply to, and answered the reply with a server error.`;
    const why = "It is deleted, this account may not see it, or the id is one of another instance.";
    return new MastodonError(
      error.failure,
      { what, why, cure: "Check the id, or give the address of the status." },
      "not done",
    );
  }
}

/** A server that searches texts may come up with a status that only mentions the address. */
function hasAddress({ url, uri }: Record<string, unknown>, wanted: URL): boolean {
  return [url, uri].some((address) => typeof address === "string" && plain(address) === plain(wanted.href));
}

function plain(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname } = new URL(address);
  return `${host}${pathname.replace(/\/$/, "")}`.toLowerCase();
}

function explainSearch(error: unknown, host: string, name: string): unknown {
  const explained = orMissingScope(
    error,
    "read:search",
    `To find the status that ${name} names by its address`,
    "give the id that the status has on your instance",
  );
  if (!(error instanceof MastodonError) || explained !== error) return explained;
  if (![404, 405, 501].includes(error.failure.answer?.status ?? 0)) return error;
  return new MastodonError(
    error.failure,
    {
      what: `${host} cannot look up the status that ${name} names by its address.`,
      why: "Its software has no /api/v2/search.",
      cure: "Give the id that the status has on your instance.",
    },
    error.outcome,
  );
}

function quote(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
