import { type Http, MAX_ANSWER } from "../mastodon/http.ts";
import { type Feed, type FeedEntry, readFeed } from "./feed.ts";
import { decodeFeed } from "./feed-document.ts";
import { getFromWeb } from "./web.ts";

/** Where a feed is: on the web, or in a file that was read already. */
export interface FeedSource {
  /** Address or path, as the author gave it. */
  name: string;
  /** Null where it is on the web. */
  bytes: Uint8Array | null;
}

const ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";

/**
 * Loads a feed and reads it.
 *
 * @param http without any token
 * @throws Error with one line: a feed that cannot be had, is none, or is broken
 */
export async function loadFeed(source: FeedSource, http: Http): Promise<Feed> {
  const { name } = source;
  let text: string;
  let base = "";
  try {
    if (source.bytes) text = decodeFeed(source.bytes, "");
    else {
      const answer = await getFromWeb(http, name, ACCEPT);
      if (answer.status !== 200) {
        throw new Error(`the server answered ${answer.status}. Open the address in a browser, and correct it`);
      }
      if (!answer.isWhole) throw new Error(`it is larger than ${MAX_ANSWER / 1024 / 1024} MiB`);
      base = answer.url.href;
      text = decodeFeed(answer.bytes, answer.headers["content-type"] ?? "");
    }
    return readFeed(text, base);
  } catch (cause) {
    const clause = (cause as Error).message.replace(/[.]$/, "");
    throw new Error(`\`feed\`: ${name} cannot be used: ${clause}${clause.endsWith("?") ? "" : "."}`);
  }
}

/** The entries of a feed that may be new. */
export interface Candidates {
  /** Dated, the oldest first. Those older than `maxAge` are no longer posted, but counted where they never were. */
  entries: FeedEntry[];
  remarks: string[];
}

/**
 * Takes out of a feed what is dated within twice the age that counts as new. Entries without any date, or without link and
 * id, cannot be told apart from old ones. Those of the future wait. Equal entries are one.
 *
 * @param now milliseconds since 1970
 * @param maxAge milliseconds
 */
export function candidatesOf({ entries }: Feed, now: number, maxAge: number): Candidates {
  const remarks: string[] = [];
  const usable = entries.filter(({ date, link, id }) => date !== null && (link !== null || id !== null));
  const left = entries.length - usable.length;
  if (left > 0) {
    const what = left === 1 ? "An entry of the feed has" : `${left} entries of the feed have`;
    remarks.push(`${what} no date, or neither link nor id, and cannot be known again. Such entries are left out.`);
  }
  const known = new Set<string>();
  const fresh = usable.filter((entry) => {
    const age = now - timeOf(entry);
    const name = JSON.stringify([entry.link, entry.id ?? entry.title]);
    if (age < 0 || age > 2 * maxAge || known.has(name)) return false;
    known.add(name);
    return true;
  });
  // Feeds have the newest first; of equal dates the last one is the oldest.
  return { entries: fresh.toReversed().sort((one, other) => timeOf(one) - timeOf(other)), remarks };
}

/** When an entry was published, in milliseconds since 1970. */
export function timeOf({ date }: Pick<FeedEntry, "date">): number {
  return Date.parse(date!);
}
