import type { Http } from "../mastodon/http.ts";
import { formatDuration } from "../time.ts";
import { ofElement, ofRelease } from "./entry.ts";
import type { Facts } from "./facts.ts";
import type { FeedSource } from "./load-feed.ts";
import { timesOf } from "./release.ts";

/** What one post is about. */
export interface Subject {
  /** A link, a path, or an index in `data` from 0; null for what the event is about. */
  name: string | number | null;
  facts: Facts;
  /** When it was published, in milliseconds since 1970; null where that does not count. */
  date: number | null;
}

/** What there is to post about, in the order in which it is posted. */
export interface Subjects {
  all: Subject[];
  /** Why there is nothing, where there is nothing; else empty. */
  nothing: string;
  remarks: string[];
}

/** Which of the sources the author asked for, if not the event. */
export interface SourceInputs {
  list: readonly unknown[] | null;
  feed: FeedSource | null;
  /** `event`, `latest`, or a tag. */
  releaseTag: string;
  /** Which status is to be edited instead; empty for none. */
  editStatusId: string;
  /** Milliseconds. */
  maxAge: number;
}

/**
 * The subjects of a run: the elements of a list, the entries of a feed that may be new, else the one that the event or the
 * release is about; none where the latest release is older than `maxAge`.
 *
 * @param http without any token
 * @param now milliseconds since 1970
 * @throws Error with one line where the feed cannot be had or read
 */
export async function subjectsOf(facts: Facts, inputs: SourceInputs, http: Http, now: number): Promise<Subjects> {
  const { list, feed: source, maxAge } = inputs;
  if (list !== null) {
    const all = list.map((data, index) => ({
      name: index,
      facts: { ...facts, data, entry: ofElement(data) },
      date: null,
    }));
    return { all, nothing: "The list in `data` is empty.", remarks: [] };
  }
  if (source !== null) {
    // The parser, and the table of all entities, are loaded by runs with a feed alone.
    const { candidatesOf, loadFeed, timeOf } = await import("./load-feed.ts");
    const { feed, entries } = await loadFeed(source, http);
    const candidates = candidatesOf({ feed, entries }, now, maxAge);
    const all = candidates.entries.map((entry) => ({
      name: entry.link ?? entry.id,
      facts: { ...facts, feed, entry },
      date: timeOf(entry),
    }));
    const nothing = entries.length === 0 ? "The feed has no entries." : "Nothing in the feed is new.";
    return { all, nothing, remarks: candidates.remarks };
  }
  const { release, repository } = facts;
  const nothing = whyTooOld(facts, inputs, now);
  if (nothing !== "") return { all: [], nothing, remarks: [] };
  const entry = release && ofRelease(release, repository);
  return { all: [{ name: null, facts: { ...facts, entry }, date: null }], nothing: "", remarks: [] };
}

/**
 * Why the latest release is none to announce any more; empty where it is. A release is the latest until the next one, so
 * that a workflow which begins to announce, or an account that was cleared, would post an old one.
 */
function whyTooOld({ event, release }: Facts, inputs: SourceInputs, now: number): string {
  const { releaseTag, editStatusId, maxAge } = inputs;
  if (releaseTag !== "latest" || editStatusId !== "" || release === null) return "";
  const { id } = (event.release ?? {}) as { id?: unknown };
  const { out } = timesOf(release);
  if (release.id === id || out === null || now - out <= maxAge) return "";
  const day = new Date(out).toISOString().slice(0, 10);
  return `The latest release, ${release.tag_name}, came out on ${day}, which is longer ago than \`max-age\` (${formatDuration(maxAge)}). To announce it all the same, set \`release-tag\` to its tag.`;
}
