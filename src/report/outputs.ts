import { visible } from "../visible.ts";
import { isBad, type Report } from "./report.ts";

/** How a run ended: one post, or several. */
export interface RunReport {
  posts: readonly Report[];
  /** Whether the run could make several posts, however many they are. */
  isSeveral: boolean;
  /** Why there is nothing to post, where there is nothing; else empty. */
  nothing: string;
}

/** The outputs of a run. Those of several posts are the first one's, but for the lists. */
export function outputsOf(run: RunReport): Record<string, string> {
  const { posts, isSeveral } = run;
  const [first] = posts;
  const parts = first?.parts ?? [];
  const [part] = parts.filter(({ id }) => id !== "");
  // Of a single post each part counts, of several the first part of each.
  const listed = isSeveral ? posts.flatMap((post) => post.parts.slice(0, 1)) : parts;
  const stored = listed.filter(({ id }) => id !== "");
  const result = resultOf(run);
  const isTimed = first && ["scheduled", "duplicate"].includes(first.result);
  return {
    result,
    reason: visible(reasonOf(run, result)),
    id: plain(part?.id),
    url: plain(part?.url),
    uri: plain(part?.uri),
    ids: JSON.stringify(stored.map(({ id }) => plain(id)).filter((id) => id !== "")),
    urls: JSON.stringify(stored.map(({ url }) => plain(url)).filter((url) => url !== "")),
    results: JSON.stringify(posts.map(entryOf)),
    "scheduled-at": isTimed ? first.attached.scheduledAt : "",
    text: textOf(first),
    characters: parts.length > 0 ? String(Math.max(...parts.map(({ characters }) => characters))) : "",
    limit: first?.limitAsked ? String(first.limit) : "",
    response: first?.response ?? "",
  };
}

function entryOf(post: Report): Record<string, unknown> {
  const [part] = post.parts.filter(({ id }) => id !== "");
  return {
    result: post.result,
    reason: visible(post.reason),
    id: plain(part?.id),
    url: plain(part?.url),
    text: textOf(post),
    entry: post.entry,
  };
}

function textOf(post: Report | undefined): string {
  return (post?.parts ?? []).map(({ text }) => text).join("\n---\n");
}

/** The result of a run: that of its only post, or the first that applies to several. */
function resultOf({ posts }: RunReport): Report["result"] {
  const has = (result: Report["result"]) => posts.some((post) => post.result === result);
  const isUp = posts.some((post) => !isBad(post) && post.result !== "skipped" && post.result !== "dry-run");
  if (!has("unknown") && isUp && posts.some(isBad)) return "partial";
  const order = ["unknown", "partial", "failed", "posted", "scheduled", "edited", "duplicate", "dry-run"] as const;
  return order.find(has) ?? "skipped";
}

function reasonOf({ posts, nothing }: RunReport, result: Report["result"]): string {
  // Where one is up and another is not, the reason is that of the one that is not.
  const telling = posts.find((post) => post.result === result) ?? posts.find(isBad);
  return telling?.reason ?? nothing;
}

/**
 * An id or address as an output. Unlike `text` and `response`, these are pasted into scripts: what no id and no address
 * has, and a shell would act on, makes it none.
 */
function plain(value = ""): string {
  return /[\s\p{C}"'`$\\<>|;(){}]/u.test(value) ? "" : value;
}
