import { appendFileSync } from "node:fs";
import { error as errorAnnotation, info, notice, setOutput, setSecret, warning } from "@actions/core";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import type { Result } from "./result.ts";
import { summarize } from "./summary.ts";
import { quoted, visible } from "./visible.ts";

/** The only file that prints. Whatever goes out here is safe for a runner to read, whoever wrote it. */

/** Keeps secrets out of all that follows. Comes before anything else is printed. */
export function mask(secrets: readonly string[]): void {
  for (const secret of secrets) setSecret(secret);
}

/** A line of our own. */
export function log(line: string): void {
  info(visible(line));
}

/** Text of a stranger, behind a bar on every line. */
export function logText(text: string): void {
  for (const line of quoted(text)) info(line);
}

/** Something that the author should know, though nothing failed. */
export function warn(line: string): void {
  warning(visible(line));
}

/** Tells what is about to be posted, and from what. */
export function logPlan(result: Result, inputs: Inputs, { release, github }: Facts): void {
  const { parts, limit, spoilerText, cuts, guarded } = result;
  const source =
    release === null
      ? `Event ${github.event_name || "none"} of ${github.repository || "an unknown repository"}`
      : `Release ${release.tag_name} of ${github.repository} (from the ${inputs.releaseTag === "event" ? "event" : "GitHub API"})`;
  log(`${source} · ${inputs.status.from}`);
  const visibility = result.visibility || "the account's own";
  for (const [index, { text, characters }] of parts.entries()) {
    const name = parts.length > 1 ? `Part ${index + 1} of ${parts.length}` : "Status";
    log(`${name}, ${characters} of ${limit} characters, visibility: ${visibility}`);
    if (spoilerText) logText(`[${spoilerText}]`);
    logText(text);
  }
  if (guarded.length > 0) log(`Made harmless, so that nobody is mentioned: ${guarded.join(", ")}`);
  for (const cut of cuts) warn(`${cut} The text was longer than ${limit} characters.`);
}

/** Tells of one stored status. */
export function logPosted(origin: string, stored: { status: number; took: number }): void {
  log(`Posting to ${origin} … ${stored.status} in ${(stored.took / 1000).toFixed(1)} s`);
}

/** Ends a run that did what it should. */
export function succeed(result: Result): void {
  for (const difference of result.differences) warn(difference);
  notice(visible(closingLine(result)));
  conclude(result);
}

/**
 * Ends a run that did not: the step turns red.
 *
 * @param problems one line each, an annotation of its own each
 * @param evidence what the server answered, for the log alone; empty for nothing
 */
export function fail(result: Result, problems: readonly string[], evidence: string): void {
  for (const problem of problems) errorAnnotation(visible(problem));
  if (evidence.trim() !== "") {
    log("The answer as it came:");
    logText(evidence.length > 2000 ? `${evidence.slice(0, 2000)}…` : evidence);
  }
  process.exitCode = 1;
  conclude(result);
}

function closingLine({ result, reason, handle, parts }: Result): string {
  const [first] = parts;
  const by = handle ? ` by ${handle}` : "";
  const many = parts.length > 1 ? ` in ${parts.length} parts` : "";
  const where = first?.url ? `: ${first.url}` : "";
  switch (result) {
    case "posted":
      return `Posted as ${first?.visibility || "the account's own visibility"}${by}${many}${where}`;
    case "duplicate":
      return `Already posted${by}${many}${where} (${reason})`;
    case "dry-run":
      return `Dry run, nothing was posted. ${handle ? `Would post as ${handle}` : "The account was not asked"}${many}.`;
    default:
      return `Skipped, nothing was posted. ${reason}`;
  }
}

function conclude(result: Result): void {
  const { parts, limit, limitAsked } = result;
  const posted = parts.filter(({ id }) => id !== "");
  const [first] = posted;
  const outputs: Record<string, string> = {
    result: result.result,
    reason: result.reason,
    id: first?.id ?? "",
    url: first?.url ?? "",
    uri: first?.uri ?? "",
    ids: JSON.stringify(posted.map(({ id }) => id)),
    urls: JSON.stringify(posted.map(({ url }) => url)),
    text: parts.map(({ text }) => text).join("\n---\n"),
    characters: parts.length > 0 ? String(Math.max(...parts.map(({ characters }) => characters))) : "",
    limit: limitAsked ? String(limit) : "",
    response: result.response,
  };
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  writeSummary(summarize(result));
}

/** A summary that cannot be written changes nothing about the post, so it only leaves a line. */
function writeSummary(markdown: string): void {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (!path) return;
  try {
    appendFileSync(path, markdown);
  } catch (cause) {
    log(`The summary could not be written (${(cause as Error).message}).`);
  }
}
