import { asObject, type Client } from "../client.ts";
import { MastodonError } from "../error.ts";
import { isOlder, skewOf } from "../look/server-time.ts";
import { isStored, type Published, publishedOf, type StatusParams } from "./published.ts";

const PATH = "/api/v1/statuses";

/** The most that one request to post may take, in milliseconds. Mastodon looks up mentions elsewhere meanwhile. */
export const REQUEST_LIMIT = 60_000;

/**
 * Sends one status once.
 *
 * @param began when the first try of the same status was sent: what is older was there before
 * @throws MastodonError, its outcome `unknown` when the status may have been stored all the same
 */
export async function sendStatus(
  client: Client,
  params: StatusParams,
  key: string,
  began = client.clock.now(),
): Promise<Published> {
  const sent = client.clock.now();
  const options = { body: { ...params }, headers: { "idempotency-key": key } };
  const answer = await client.within(REQUEST_LIMIT).call("POST", PATH, options);
  const answered = client.clock.now();
  if (!isStored(answer.json)) {
    const failure = { method: "POST", path: PATH, origin: client.origin, proxy: "", answer, json: answer.json };
    throw new MastodonError(failure, { what: "The answer is no status.", why: "", cure: "" }, "unknown");
  }
  const entity = asObject(answer.json);
  const known = { status: answer.status, took: answered - sent, response: answer.text };
  const duplicate = isOlder(entity.created_at, began, skewOf(answer.headers, answered));
  return publishedOf(client.origin, entity, params.status, { ...known, duplicate });
}
