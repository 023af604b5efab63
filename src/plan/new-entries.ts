import type { Inputs } from "../inputs/inputs.ts";
import type { Look } from "../mastodon/plan.ts";
import type { FeedEntry } from "../sources/feed.ts";
import type { Subject } from "../sources/subjects.ts";
import { formatDuration } from "../time.ts";

/** An entry of a feed that may be new. */
interface Candidate {
  /** When it was published, in milliseconds since 1970. */
  date: number;
  /** Whether the account has a post about it. */
  isPosted: boolean;
}

/** How a run goes on with what may be new. */
export interface Choice<One> {
  /** What is posted now, the oldest first. */
  chosen: One[];
  remarks: string[];
}

const RUN_AGAIN = "then run this again.";

/** How far back one look for a feed goes that tells only when entries were updated, in statuses. */
const MOST_STATUSES = 400;

/**
 * The look that tells which entries of a feed, or which files, are new: back to the oldest and one `maxAge` further, since
 * an entry may be posted before the date that it has.
 *
 * @param candidates what may be new, one at least
 * @param maxAge milliseconds
 */
export function lookForEntries(candidates: readonly Subject[], maxAge: number): Look {
  const common = { orElse: "stop", otherwise: RUN_AGAIN, keySince: 0 } as const;
  // Where a feed tells only when an entry was updated, one that was edited looks new.
  if (candidates.some(({ facts }) => (facts.entry as Partial<FeedEntry>).published === null)) {
    const why = `through ${MOST_STATUSES} statuses, since the feed tells only when entries were updated`;
    return { ...common, since: 0, most: MOST_STATUSES, why };
  }
  const since = Math.min(...candidates.map(({ date }) => date ?? 0)) - maxAge;
  return { ...common, since, why: "which is `max-age` before the oldest entry that may be new" };
}

/** The look for what a push made public: one `maxAge` back, or as far as the author says. */
export function lookForFiles({ maxAge, duplicateCheck }: Pick<Inputs, "maxAge" | "duplicateCheck">, now: number): Look {
  const age = typeof duplicateCheck === "number" ? Math.max(duplicateCheck, maxAge) : maxAge;
  const why = age === maxAge ? "which is one `max-age` back" : "as `duplicate-check` says";
  return { since: now - age, why, orElse: "stop", otherwise: RUN_AGAIN, keySince: 0 };
}

/**
 * Chooses what is posted: the oldest of what is new, as many as `maxPosts` allows.
 *
 * @param candidates the oldest first
 * @param now milliseconds since 1970
 */
export function chooseNew<One extends Candidate>(
  candidates: readonly One[],
  { maxPosts, maxAge, files }: Pick<Inputs, "maxPosts" | "maxAge" | "files">,
  now: number,
): Choice<One> {
  const absent = candidates.filter(({ isPosted }) => !isPosted);
  const missed = absent.filter(({ date }) => now - date > maxAge);
  const fresh = absent.filter(({ date }) => now - date <= maxAge);
  const left = fresh.slice(maxPosts);
  const remarks: string[] = [];
  if (missed.length > 0) {
    const which = missed.length === 1 ? "An entry" : `${missed.length} entries`;
    remarks.push(
      `${which} of the feed became older than \`max-age\` (${formatDuration(maxAge)}) before a run posted ${missed.length === 1 ? "it" : "them"}. Run more often, or raise \`max-age\`.`,
    );
  }
  if (left.length > 0) {
    const end = new Date(left[0]!.date + maxAge).toISOString().slice(0, 16).replace("T", " ");
    const [one, several] = files === null ? ["entry of the feed", "entries of the feed"] : ["file", "files"];
    remarks.push(
      `${left.length} more ${left.length === 1 ? `${one} waits` : `${several} wait`} for the next run, since \`max-posts\` is ${maxPosts}. The first of them is too old from ${end} UTC.`,
    );
  }
  return { chosen: fresh.slice(0, maxPosts), remarks };
}
