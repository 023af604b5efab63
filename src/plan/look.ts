import type { Inputs } from "../inputs/inputs.ts";
import type { Look } from "../mastodon/plan.ts";
import type { Environment } from "../sources/environment.ts";
import { runCreatedAt } from "../sources/github.ts";
import { firstEventOf, releasedAt } from "../sources/release.ts";

/** How far back a look goes where nobody tells when the run began. Milliseconds: 30 days, as long as GitHub re-runs runs. */
export const USUAL_WINDOW = 30 * 86_400_000;

/**
 * Decides whether to look before posting, and since when.
 *
 * A first attempt does not look, so that it costs one request. A re-run looks since the run was created, which is when
 * its first attempt began, also where `duplicate-check` names a shorter time. `released` and `prereleased` look since the
 * release came out, since `published` of the same release goes first.
 *
 * @returns null where nothing is looked for
 * @param now milliseconds since 1970
 * @param fetch opens connections, shaped like the global one
 */
export async function lookWindow(
  { duplicateCheck, githubToken }: Pick<Inputs, "duplicateCheck" | "githubToken">,
  environment: Environment,
  now: number,
  fetch: typeof globalThis.fetch,
): Promise<Look | null> {
  if (duplicateCheck === "never") return null;
  const created = await createdBefore(environment, githubToken, fetch);
  const windows: Look[] = [];
  if (duplicateCheck !== "rerun") windows.push({ since: now - duplicateCheck, why: "as `duplicate-check` says" });
  else if (firstEventOf(environment) !== null) windows.push(windowOfRelease(environment, now));
  if (typeof created === "number") windows.push({ since: created, why: "when this run began" });
  // Who names a window of one's own means that one where nobody can tell more.
  else if (created !== null && duplicateCheck === "rerun") {
    windows.push({ since: now - USUAL_WINDOW, why: `30 days back, as nobody tells when this run began (${created})` });
  }
  // What an earlier attempt posted lies in the widest.
  const [widest] = windows.sort((one, other) => one.since - other.since);
  return widest ?? null;
}

/** When the run was created, or why nobody tells; null for a first attempt, which nothing came before. */
async function createdBefore(
  environment: Environment,
  token: string,
  fetch: typeof globalThis.fetch,
): Promise<number | string | null> {
  const isRerun = Number(environment.github.run_attempt) > 1;
  return isRerun ? runCreatedAt(environment, token, fetch) : null;
}

function windowOfRelease({ event }: Environment, now: number): Look {
  const time = releasedAt((event.release ?? {}) as Record<string, unknown>);
  return time === null
    ? { since: now - USUAL_WINDOW, why: "30 days back, as the event does not tell when the release came out" }
    : { since: time, why: "when the release came out" };
}
