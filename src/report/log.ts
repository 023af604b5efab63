import { appendFileSync } from "node:fs";
import { error as errorAnnotation, info, notice, setOutput, setSecret, warning } from "@actions/core";
import { formatCount } from "../count.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { formatTime } from "../mastodon/clock.ts";
import { apiTime } from "../mastodon/history/server-time.ts";
import type { Step } from "../mastodon/plan.ts";
import type { Published } from "../mastodon/status.ts";
import { withoutSecrets } from "../secrets.ts";
import type { Facts } from "../sources/facts.ts";
import { quoted, short, visible } from "../visible.ts";
import { type Attached, attachedTo } from "./attached.ts";
import { closingLine, lengthOf } from "./closing-line.ts";
import { outputsOf, type RunReport } from "./outputs.ts";
import { isBad, nameOf, nothingYet, type Report, shownText } from "./report.ts";
import { summarize } from "./summary.ts";

/** The only file that prints. Whatever goes out here is safe for a runner to read, whoever wrote it. */

/** What is masked. A runner does so in its log alone; outputs and summary are ours to keep clean. */
const masked = new Set<string>();

/** Warnings that were given. Several posts of a run may have the same. */
const warned = new Set<string>();

/** Begins the log of a run: what an earlier one in the same process masked or said is none of its business. */
export function openLog(): void {
  masked.clear();
  warned.clear();
}

/** Keeps secrets out of all that follows, whoever repeats them. Comes before anything else is printed. */
export function mask(secrets: readonly string[]): void {
  for (const secret of secrets) {
    setSecret(secret);
    masked.add(secret);
  }
}

/** A report, or any of its values, without secrets. Comes before anything of it is cut or escaped. */
function clean<T>(value: T): T {
  if (typeof value === "string") return withoutSecrets(value, masked) as T;
  if (Array.isArray(value)) return value.map(clean) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)])) as T;
}

/** A line of our own: without secrets, safe to print, and of a length that people read. */
function said(line: string): string {
  return short(visible(clean(line)));
}

/** A line of our own. */
export function log(line: string): void {
  info(said(line));
}

/** Text of a stranger, behind a bar on every line. */
function logText(text: string): void {
  for (const line of quoted(clean(text))) info(line);
}

/** What the author should know, though nothing failed. */
export function warn(...lines: readonly string[]): void {
  for (const line of lines.filter((line) => !warned.has(line))) {
    warned.add(line);
    warning(said(line));
  }
}

/** Tells which of several posts is at work. */
export function logEntry(report: Report, index: number, count: number): void {
  log(`Post ${index + 1} of ${count}: ${nameOf(report)}`);
}

/** Tells what is about to be posted, and from what. */
export function logPlan(report: Report, inputs: Inputs, facts: Facts): void {
  const { parts, limit, spoilerText, cuts, guarded, attached } = clean(report);
  log(`${sourceOf(inputs, facts)} · ${textFrom(inputs)}`);
  if (inputs.dryRun && inputs.instanceUrl === "") {
    log(
      `No \`instance-url\`, so the limits of most instances are assumed: ${formatCount(limit)} characters, 23 for a link.`,
    );
  }
  if (spoilerText !== "") {
    log("Content warning");
    logText(spoilerText);
  }
  const settings = [
    `visibility: ${report.visibility || "the account's own"}`,
    ...(report.language ? [`language: ${report.language}`] : []),
    ...(inputs.sensitive === undefined ? [] : [inputs.sensitive ? "sensitive" : "not sensitive"]),
  ].join(", ");
  for (const [index, part] of parts.entries()) {
    const name = parts.length > 1 ? `Part ${index + 1} of ${parts.length}` : "Status";
    log(`${name}, ${lengthOf(part.characters, limit)}, ${index === 0 ? settings : "in reply to the one before"}`);
    logText(shownText(part, limit));
    // The first part alone bears them.
    if (index === 0) logAttached(attached);
  }
  if (guarded.length > 0) log(`Escaped, so nobody is notified: ${guarded.join(", ")}`);
  for (const cut of cuts) warn(cut);
}

function logAttached({ media, poll, scheduledAt, inReplyTo, quoted }: Attached): void {
  for (const { label, description } of media) {
    log(`Media ${label}${description === "" ? ", without a description" : ", described as"}`);
    if (description !== "") logText(description);
  }
  if (poll) {
    log(`Poll, ${poll.settings}`);
    for (const option of poll.options) logText(`${poll.mark} ${option}`);
  }
  if (inReplyTo !== "") log(`In reply to ${inReplyTo}`);
  if (quoted !== "") log(`Quotes ${quoted}`);
  if (scheduledAt !== "") log(`Scheduled for ${scheduledAt}`);
}

/** What the status is about, such as `Release v7.2.0 of nodejs/undici (from the event)`. */
function sourceOf({ releaseTag, feed, files, list }: Inputs, { event, github, release }: Facts): string {
  if (feed !== null) return `Feed ${feed.name}`;
  if (files !== null) return `Files ${files.join(", ")}`;
  if (list !== null) return "List in `data`";
  const of = github.repository === "" ? "" : ` of ${github.repository}`;
  if (release === null) return github.event_name === "" ? `No event${of}` : `Event ${github.event_name}${of}`;
  const { tag_name: tag } = (event.release ?? {}) as { tag_name?: unknown };
  const isOfEvent = releaseTag === "event" || releaseTag === tag;
  return `Release ${release.tag_name}${of} (from the ${isOfEvent ? "event" : "GitHub API"})`;
}

function textFrom({ status: { from } }: Inputs): string {
  if (from === "default announcement") return from;
  if (from === "front matter") return "text from the file's front matter";
  return from === "status-file" ? "text from `status-file`" : `template from \`${from}\``;
}

/**
 * Tells of one step.
 *
 * @param origin of the instance
 * @param count of the parts
 */
export function logStep(step: Step, origin: string, count: number): void {
  const line = lineOf(step, origin, count);
  if (line !== "") log(line);
  if (step.kind !== "stored" || step.part > 0 || !step.status.duplicate) return;
  // What stands there, in place of what was planned. The warnings show both texts, unless it was edited.
  const { likeness, otherText, entity } = step.status;
  if (likeness === "edited" && otherText !== null) logText(otherText);
  logAttached(attachedTo(entity, nothingYet.attached));
}

function lineOf(step: Step, origin: string, count: number): string {
  switch (step.kind) {
    case "looking":
      return `Looking for the same post since ${moment(step.since)}, ${step.why}.`;
    case "uploading":
      return `Uploading ${step.count === 1 ? "one file" : `${step.count} files`} to ${origin} …`;
    case "progress":
    case "waiting":
      return step.line;
    case "editing":
      return `Editing ${step.id} on ${origin} …`;
    case "stored":
      return storedLine(step.status, count === 1 ? "" : `part ${step.part + 1} of ${count} `, origin);
    case "pinned":
      return step.problem === null ? "Pinned to the profile." : "";
    default:
      return "";
  }
}

/** @param name of the part of a thread, with a space after it; empty for a single status */
function storedLine(published: Published, name: string, origin: string): string {
  const { status, took, url } = published;
  // Nothing was sent for it, or its answer was lost.
  if (status === 0) return `Found ${name}on ${origin}${url === "" ? "" : `: ${url}`} (${whenOf(published)})`;
  const line = `Posting ${name}to ${origin} … ${status} in ${(took / 1000).toFixed(1)} s`;
  // The end of the run names the address of a single status.
  return name === "" ? line : `${line}: ${url}`;
}

/** When a status that a look found was posted, or comes out. */
function whenOf({ entity, scheduledAt }: Published): string {
  return scheduledAt === null
    ? `posted at ${moment(apiTime(entity.created_at))}`
    : `scheduled for ${moment(apiTime(scheduledAt))}`;
}

/** A time, in milliseconds since 1970, as the log tells it. */
function moment(time: number): string {
  return Number.isNaN(time) ? "a time unknown" : formatTime(new Date(time));
}

/** Tells what is waited for after the run was cancelled. */
export function logCancelled({ awaited }: Report): void {
  if (awaited !== null) log(`Cancelled while ${awaited} is on its way. Waiting up to 5 s for the answer.`);
}

/** Most annotations of a kind that GitHub shows. */
const MOST_ANNOTATIONS = 10;

/** Ends a run: what did not do what it should turns the step red. */
export function conclude(run: RunReport): void {
  const posts = run.posts.map(shownReport);
  const shown = { ...run, posts };
  const [bad, good] = [posts.filter(isBad), posts.filter((post) => !isBad(post))];
  const about = (post: Report, line: string): Line => ({
    line: run.isSeveral ? `${nameOf(post)}: ${line}` : line,
    file: post.file,
  });
  const closing =
    posts.length === 0
      ? [{ line: `Nothing to post. ${run.nothing}`, file: null }]
      : good.map((post) => about(post, closingLine(post)));
  const most = run.isSeveral ? MOST_ANNOTATIONS : Number.POSITIVE_INFINITY;
  annotate(notice, closing, most, "posts ended well");
  const problems = bad.flatMap((post) => post.problems.map((problem) => about(post, problem)));
  annotate(errorAnnotation, problems, most, "problems");
  for (const post of run.posts.filter(isBad)) logEvidence(post);
  if (bad.length > 0) process.exitCode = 1;
  const differences = posts.flatMap((post) => post.differences.map((difference) => about(post, difference)));
  annotate(warning, differences, most, "posts came out otherwise than asked");
  writeOutputs(shown);
  writeSummary(summarize(shown));
}

/** A line of an annotation. One about a file stands beside it, wherever GitHub shows its changes. */
interface Line {
  line: string;
  /** Below the repository; null for none. */
  file: string | null;
}

/** An annotation for each line; for more than `most`, lines in the log and one annotation for all. */
function annotate(print: typeof notice, lines: readonly Line[], most: number, what: string): void {
  const isMany = lines.length > most;
  for (const { line, file } of lines) {
    if (isMany) info(said(line));
    else
      print(
        said(line),
        file === null ? {} : { file: said(file), startLine: Number(/ line (\d+): /.exec(line)?.[1] ?? 1) },
      );
  }
  if (isMany) print(`${lines.length} ${what}. Each has a line in the log.`);
}

/** A report without secrets, its lines of our own as they may be shown. */
function shownReport(report: Report): Report {
  const { reason, problems, differences, cuts, retries, ...more } = clean(report);
  const lines = (texts: readonly string[]) => texts.map(said);
  return {
    ...more,
    reason: lines(reason.split("\n")).join("\n"),
    problems: lines(problems),
    differences: lines(differences),
    cuts: lines(cuts),
    retries: lines(retries),
  };
}

function logEvidence({ evidence, response }: Report): void {
  if (evidence.trim() === "") return;
  log(
    evidence === response
      ? "The answer as it came:"
      : "This is a bug in the action. Please report it with this stack trace:",
  );
  // Secrets go first: of one that is cut in two, neither half would be found.
  const safe = clean(evidence);
  logText(safe.length > 2000 ? `${safe.slice(0, 2000)}…` : safe);
}

/**
 * Sets the outputs. What cannot be written changes nothing about the post, so it only leaves a line.
 *
 * The older way, a `set-output` command in the log, is not taken: it would put foreign text into commands.
 */
function writeOutputs(run: RunReport): void {
  if (!process.env.GITHUB_OUTPUT) {
    log("The outputs are not set, since this runner names no GITHUB_OUTPUT file.");
    return;
  }
  try {
    for (const [name, value] of Object.entries(outputsOf(run))) setOutput(name, value);
  } catch (cause) {
    warn(`The outputs could not be written (${(cause as Error).message}).`);
  }
}

/** A summary that cannot be written changes nothing about the post either. */
function writeSummary(markdown: string): void {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (!path) return;
  try {
    appendFileSync(path, markdown);
  } catch (cause) {
    warn(`The summary could not be written (${(cause as Error).message}).`);
  }
}
