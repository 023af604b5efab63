import { isLoopback } from "../loopback.ts";
import { formatDuration, parseDuration } from "../time.ts";
import { shown } from "./values.ts";
import { readWorkspaceBytes } from "./workspace-file.ts";

/** What the inputs say of a run that may make several posts. */
interface Given {
  feed: unknown;
  list: readonly unknown[] | null;
  releaseTag: string;
  status: { from: string };
  editStatusId: string;
  scheduledAt: string;
  duplicateCheck: unknown;
  pin: boolean;
  maxPosts: number;
}

/** What cannot be asked for together where a run may make several posts, one sentence each. */
export function refusedSources(given: Given): string[] {
  const { feed, list, releaseTag, status, editStatusId, scheduledAt, duplicateCheck, pin, maxPosts } = given;
  const refused: string[] = [];
  const sources = [
    ["`feed`", feed !== null],
    ["a list in `data`", list !== null],
    ["`release-tag`", releaseTag !== "event"],
  ] as const;
  const named = sources.filter(([, isGiven]) => isGiven).map(([name]) => name);
  if (named.length > 1) refused.push(`${inWords(named)} each say what to post about. Keep one of them.`);
  if (feed === null && list === null) return refused;
  const source = feed === null ? "a list in `data`" : "`feed`";
  if (status.from === "status-file") {
    refused.push(
      `With ${source}, \`status-file\` would post one text several times. Use \`status\` or \`template-file\`.`,
    );
  }
  if (feed !== null) {
    if (editStatusId !== "")
      refused.push("With `feed`, `edit-status-id` has no place: each new entry is a new post. Leave it out.");
    if (scheduledAt !== "") {
      refused.push(
        "With `feed`, `scheduled-at` has no place: the account is what tells which entries are posted. Leave it out.",
      );
    }
    if (duplicateCheck === "never") {
      refused.push("With `feed`, `duplicate-check: never` would post every entry again and again. Leave it out.");
    }
    return refused;
  }
  if (editStatusId !== "" && !editStatusId.includes("{{")) {
    refused.push(
      "With a list in `data`, `edit-status-id` must be a template, such as `{{ data.id }}`: each post has its own.",
    );
  }
  if (pin && list!.length > 1) {
    refused.push(`\`data\` is a list of ${list!.length}, and \`pin\` pins one post. Leave \`pin\` out.`);
  }
  if (list!.length > maxPosts) {
    refused.push(
      `\`data\` is a list of ${list!.length}, and \`max-posts\` allows ${maxPosts}. Shorten the list, or raise \`max-posts\` if all of them are meant.`,
    );
  }
  return refused;
}

function inWords(names: readonly string[]): string {
  const text = names.join(", ").replace(/, (?=[^,]*$)/, " and ");
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** A feed is no larger. Bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Where the feed is: an address, or a file of the workspace, which is read.
 *
 * @throws Error with one sentence that names the cure
 */
export async function readFeedInput(
  value: string,
  folders: readonly string[],
): Promise<{ name: string; bytes: Uint8Array | null }> {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(value)) {
    return { name: value, bytes: await readWorkspaceBytes("feed", value, folders, MOST_BYTES) };
  }
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null) throw new Error(`\`feed\` is not a web address: ${shown(value)}.`);
  if (url.username || url.password) {
    throw new Error("`feed` contains a user name or password, which every log would show. Use an address without.");
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw new Error(`\`feed\` must be an https address or a path in the workspace, and it is ${shown(value)}.`);
  }
  return { name: url.href, bytes: null };
}

const HOUR = 3_600_000;

/** How old an entry may be to be new. @returns milliseconds */
export function parseMaxAge(value: string): number {
  const age = parseDuration(value);
  if (age === null) {
    throw new Error(`\`max-age\` is ${shown(value)}. Write a number and a unit, such as \`7 days\` or \`12 hours\`.`);
  }
  if (age < HOUR || age > 90 * 24 * HOUR) {
    throw new Error(`\`max-age\` is ${formatDuration(age)}. It must be between 1 hour and 90 days.`);
  }
  return age;
}
