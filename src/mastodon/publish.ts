import { handleOf } from "./account.ts";
import { type ApiAnswer, asObject, type Client } from "./client.ts";
import { plainContent, saysTheSame } from "./content.ts";
import { MastodonError } from "./error.ts";

/** What is sent, by the API's own names (`POST /api/v1/statuses`). What is absent is the account's own default. */
export interface StatusParams {
  status: string;
  spoiler_text?: string;
  visibility?: string;
  language?: string;
  sensitive?: boolean;
  in_reply_to_id?: string;
}

/** A status that the server has stored. */
export interface Published {
  id: string;
  url: string;
  uri: string;
  /** As it came out, which may be narrower than what was asked for. */
  visibility: string;
  language: string;
  /** `@user@host` of the author. */
  handle: string;
  /** Id of the status it replies to; null for none. */
  inReplyToId: string | null;
  /** Whether it was there before this request: the key had been used. */
  duplicate: boolean;
  /** The text that is up, where a duplicate says something else than what was to be posted now; else null. */
  otherText: string | null;
  /** Status code of the answer. */
  status: number;
  /** Milliseconds from request to answer. */
  took: number;
  /** The answer as it came. */
  response: string;
}

/**
 * Posts one status.
 *
 * @param key Idempotency-Key: within an hour, Mastodon answers a second request with the same key by the status that
 * the first one made (research, section 1.3)
 * @throws MastodonError, its outcome `unknown` when the status may have been stored all the same
 */
export async function publish(client: Client, params: StatusParams, key: string): Promise<Published> {
  const sent = Date.now();
  const path = "/api/v1/statuses";
  const answer = await client.call("POST", path, { body: { ...params }, headers: { "idempotency-key": key } });
  const took = Date.now() - sent;
  const entity = asObject(answer.json);
  if (!isId(entity.id)) {
    const failure = { method: "POST", path, origin: client.origin, proxy: "", answer, json: answer.json };
    throw new MastodonError(failure, { what: "The answer is no status.", why: "", cure: "" }, "unknown");
  }
  const duplicate = isOlder(entity.created_at, answer, sent, took);
  const up = plainContent(textOf(entity.content));
  return {
    id: String(entity.id),
    url: textOf(entity.url) || textOf(entity.uri),
    uri: textOf(entity.uri),
    visibility: textOf(entity.visibility),
    language: textOf(entity.language),
    handle: handleOf(entity.account, client.origin),
    inReplyToId: isId(entity.in_reply_to_id) ? String(entity.in_reply_to_id) : null,
    duplicate,
    otherText: duplicate && up !== "" && !saysTheSame(up, params.status) ? up : null,
    status: answer.status,
    took,
    response: answer.text,
  };
}

/** How far our clock and a server's may lie apart, where the server does not tell its time. Milliseconds. */
const CLOCK_SKEW = 30_000;

/**
 * Whether a status was surely made before the request, by the server's own clock (its `Date`), so that ours may be wrong.
 * That clock shows whole seconds, so what was made in the second before the request may pass for new.
 */
function isOlder(createdAt: unknown, answer: ApiAnswer, sent: number, took: number): boolean {
  const time = textOf(createdAt);
  // A time without a zone is UTC; read as it stands it would be the runner's.
  const created = Date.parse(/T[\d:.]+$/.test(time) ? `${time}Z` : time);
  const answered = Date.parse(answer.headers.date ?? "");
  const began = Number.isNaN(answered) ? sent - CLOCK_SKEW : answered - took;
  // A server that stores whole seconds tells a time up to a second too early.
  const grain = created % 1000 === 0 ? 1000 : 0;
  return created < began - grain;
}

/** Ids are opaque: decimal, UUID, ULID, a number on odd servers. */
function isId(value: unknown): boolean {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/**
 * Posts the parts of a thread in order, each in reply to the one before. A single status is a thread of one part.
 *
 * Replies are quiet (`unlisted`) where the first part came out `public`, so that a thread does not fill a timeline;
 * else they are as the first.
 *
 * @param params of every part, all but the text
 * @param texts of the parts, one or more
 * @param options.keyOfPart makes the key of a part, counted from 0
 * @param options.onPublished is told of each stored part at once, so that nothing is lost when a later one fails
 * @throws MastodonError when a part is refused, its answer lost, or its link to the part before not kept
 */
export async function publishThread(
  client: Client,
  params: Omit<StatusParams, "status">,
  texts: readonly string[],
  options: { keyOfPart: (part: number) => string; onPublished: (published: Published, part: number) => void },
): Promise<void> {
  let visibility = params.visibility;
  let previous: string | null = null;
  for (const [part, text] of texts.entries()) {
    const reply = previous === null ? {} : { in_reply_to_id: previous };
    const asked = visibility === undefined ? {} : { visibility };
    const published = await publish(client, { status: text, ...params, ...asked, ...reply }, options.keyOfPart(part));
    options.onPublished(published, part);
    // Under another text the rest would be replies to a post that they do not belong to.
    if (part === 0 && published.otherText !== null) return;
    if (previous !== null && published.inReplyToId !== previous) throw replyLost(client, published);
    if (part === 0 && published.visibility !== "") {
      visibility = published.visibility === "public" ? "unlisted" : published.visibility;
    }
    previous = published.id;
  }
}

function replyLost(client: Client, published: Published): MastodonError {
  const host = new URL(client.origin).host;
  return new MastodonError(
    { method: "POST", path: "/api/v1/statuses", origin: client.origin, proxy: "" },
    {
      what: `${host} posted a part of the thread without its link to the part before: ${published.url}.`,
      why: "The part before was deleted meanwhile, or the server ignores in_reply_to_id.",
      cure: "Delete the loose part, and post the rest by hand.",
    },
    "unknown",
  );
}
