import type { Client } from "../client.ts";
import { MastodonError } from "../error.ts";
import type { Published } from "../published.ts";

/** What ties a part to the ones before. */
export interface Ties {
  visibility?: string;
  in_reply_to_id?: string;
}

/**
 * Goes through the parts of a thread in order, each in reply to the one before. A single status is a thread of one part.
 *
 * Replies are quiet (`unlisted`) where the first part came out `public`, so that a thread does not fill a timeline;
 * else they are as the first.
 *
 * @param count of parts, one or more
 * @param visibility as asked for; undefined for the account's own
 * @param post posts a part, counted from 0, or finds it posted
 * @param onPublished is told of each part at once, so that nothing is lost when a later one fails
 * @throws MastodonError when the link of a part to the part before is not kept
 */
export async function postInOrder(
  client: Client,
  count: number,
  visibility: string | undefined,
  post: (part: number, ties: Ties, previous: Published | null) => Promise<Published>,
  onPublished: (published: Published, part: number) => void,
): Promise<void> {
  let asked = visibility;
  let previous: Published | null = null;
  for (let part = 0; part < count; part += 1) {
    const ties: Ties = {
      ...(asked === undefined ? {} : { visibility: asked }),
      ...(previous === null ? {} : { in_reply_to_id: previous.id }),
    };
    const published = await post(part, ties, previous);
    onPublished(published, part);
    // Under another text the rest would be replies to a post that they do not belong to.
    if (part === 0 && published.otherText !== null) return;
    if (previous !== null && published.inReplyToId !== previous.id) throw replyLost(client, published);
    if (part === 0 && published.visibility !== "") {
      asked = published.visibility === "public" ? "unlisted" : published.visibility;
    }
    previous = published;
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
    // Nothing of the rest was sent.
    "not done",
  );
}
