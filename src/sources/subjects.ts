import type { OwnInputs } from "../inputs/own-inputs.ts";
import type { Http } from "../mastodon/http.ts";
import { formatDuration } from "../time.ts";
import { ofElement, ofRelease } from "./entry.ts";
import type { Environment } from "./environment.ts";
import type { Facts } from "./facts.ts";
import type { FeedSource } from "./load-feed.ts";
import { timesOf } from "./release.ts";

/** What one post is about. */
export interface Subject extends OwnInputs {
  /** A link, a path, or an index in `data` from 0; null for what the event is about. */
  name: string | number | null;
  facts: Facts;
  /** When it was published, in milliseconds since 1970; null where that does not count. */
  date: number | null;
  /** The path of the file that it is about, below the repository; null for none. */
  file: string | null;
}

/** What there is to post about, in the order in which it is posted. */
export interface Subjects {
  all: Subject[];
  /** Whether these may be new by their dates, and the account tells which of them are. */
  mayBeKnown: boolean;
  /** Why there is nothing, where there is nothing; else empty. */
  nothing: string;
  remarks: string[];
}

/** Which of the sources the author asked for, if not the event. */
export interface SourceInputs {
  list: readonly unknown[] | null;
  feed: FeedSource | null;
  /** Globs; null for none. */
  files: readonly string[] | null;
  scheduledAt: string;
  githubToken: string;
  maxPosts: number;
  /** `event`, `latest`, or a tag. */
  releaseTag: string;
  /** Which status is to be edited instead; empty for none. */
  editStatusId: string;
  /** Milliseconds. */
  maxAge: number;
}

/** What the subjects of a run are found with. */
export interface Means {
  environment: Environment;
  /** Without any token. */
  http: Http;
  /** For the GitHub API. */
  fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  now: number;
}

/** Of what neither comes from a file nor is known by its date. */
const PLAIN = { date: null, file: null, own: {}, problems: [] };

/**
 * The subjects of a run: the elements of a list, the entries of a feed or the files that may be new, else the one that the
 * event or the release is about; none where the latest release is older than `maxAge`.
 *
 * @throws Error with one line where feed or files cannot be had or read
 */
export async function subjectsOf(facts: Facts, inputs: SourceInputs, means: Means): Promise<Subjects> {
  const { list, feed, files } = inputs;
  if (list !== null) {
    const all = list.map((data, index) => ({
      ...PLAIN,
      name: index,
      facts: { ...facts, data, entry: ofElement(data) },
    }));
    return { all, mayBeKnown: false, nothing: "The list in `data` is empty.", remarks: [] };
  }
  if (feed !== null) return ofFeed(facts, feed, inputs.maxAge, means);
  if (files !== null) return ofFiles(facts, { ...inputs, patterns: files }, means);
  const { release, repository } = facts;
  const nothing = whyTooOld(facts, inputs, means.now);
  if (nothing !== "") return { all: [], mayBeKnown: false, nothing, remarks: [] };
  const entry = release && ofRelease(release, repository);
  const all = [{ ...PLAIN, name: null, facts: { ...facts, entry } }];
  return { all, mayBeKnown: false, nothing: "", remarks: [] };
}

async function ofFeed(facts: Facts, source: FeedSource, maxAge: number, { http, now }: Means): Promise<Subjects> {
  // The parser, and the table of all entities, are loaded by runs with a feed alone.
  const { candidatesOf, loadFeed, timeOf } = await import("./load-feed.ts");
  const { feed, entries } = await loadFeed(source, http);
  const candidates = candidatesOf({ feed, entries }, now, maxAge);
  const all = candidates.entries.map((entry) => ({
    ...PLAIN,
    name: entry.link ?? entry.id,
    facts: { ...facts, feed, entry },
    date: timeOf(entry),
  }));
  const nothing = entries.length === 0 ? "The feed has no entries." : "Nothing in the feed is new.";
  return { all, mayBeKnown: true, nothing, remarks: candidates.remarks };
}

async function ofFiles(
  facts: Facts,
  inputs: SourceInputs & { patterns: readonly string[] },
  means: Means,
): Promise<Subjects> {
  // So are what reads Markdown and TOML, by runs with files.
  const { findFiles } = await import("./load-files.ts");
  const { environment, fetch, now } = means;
  const { patterns, maxAge, maxPosts, scheduledAt, githubToken: token } = inputs;
  const wanted = { patterns, allowsFuture: scheduledAt !== "", maxAge, maxPosts };
  const found = await findFiles(wanted, environment, { apiUrl: environment.apiUrl, token, fetch }, now);
  const all = found.files.map(({ entry, ...said }) => ({
    name: entry.path,
    facts: { ...facts, entry },
    file: entry.path,
    ...said,
  }));
  return { all, mayBeKnown: found.isByDate, nothing: found.nothing, remarks: found.remarks };
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
