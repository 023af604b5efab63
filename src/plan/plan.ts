import type { Inputs } from "../inputs/inputs.ts";
import type { Look, Plan } from "../mastodon/plan.ts";
import type { Environment } from "../sources/environment.ts";
import type { Facts } from "../sources/facts.ts";
import { runCreatedAt } from "../sources/github.ts";
import { firstEventOf, releasedAt } from "../sources/release.ts";
import type { Post } from "./render.ts";

/**
 * Decides all about a post that can be decided before anybody is asked; where to look first comes with `look`.
 *
 * @param texts of the parts, as composed
 * @param now milliseconds since 1970
 */
export function planOf(
  inputs: Inputs,
  environment: Environment,
  facts: Facts,
  post: Post,
  texts: readonly string[],
  now: number,
): Plan {
  const { visibility, language, sensitive, quoteApprovalPolicy, duplicateCheck } = inputs;
  const { spoilerText, media, mediaHashes, poll, inReplyTo, quoted, editStatusId, idempotencyKey } = post;
  const { release } = facts;
  return {
    identity: identityOf({ facts, step: environment.step, idempotencyKey, texts, spoilerText, poll, mediaHashes }),
    texts,
    params: {
      ...(spoilerText === "" ? {} : { spoiler_text: spoilerText }),
      ...(visibility === undefined ? {} : { visibility }),
      ...(language === undefined ? {} : { language }),
      ...(sensitive === undefined ? {} : { sensitive }),
      ...(quoteApprovalPolicy === undefined ? {} : { quote_approval_policy: quoteApprovalPolicy }),
    },
    media,
    poll,
    scheduledAt: post.scheduledAt,
    inReplyTo,
    quoted,
    subject: { url: release?.html_url ?? "", publishedAt: release && releasedAt(release) },
    yieldTo: firstEventOf(environment) ?? "",
    look: null,
    edit:
      editStatusId === ""
        ? null
        : { target: editStatusId, since: now - (typeof duplicateCheck === "number" ? duplicateCheck : USUAL_WINDOW) },
    pin: inputs.pin,
  };
}

/** What is known of a post when its identity is made. */
export interface Known {
  facts: Facts;
  /** Id of the step in its job. */
  step: string;
  /** Rendered `idempotency-key`; empty for none. */
  idempotencyKey: string;
  texts: readonly string[];
  spoilerText: string;
  poll: unknown;
  /** Hashes of the files' contents; the server's ids of them differ from upload to upload. */
  mediaHashes: readonly string[];
}

/**
 * The identity of a post: what makes two runs mean the same post, so that the second one makes none.
 *
 * The first that applies of: the author's own key; the release, so that `published` and `released` are one post; else the
 * step of the run with its subject and text. The number of the attempt is no part of it: a re-run means the same.
 */
export function identityOf(known: Known): unknown[] {
  const { facts, step, idempotencyKey, texts, spoilerText, poll, mediaHashes } = known;
  const { github, release } = facts;
  if (idempotencyKey !== "") return ["key", github.repository, idempotencyKey];
  if (github.event_name === "release" && release?.id != null) return ["release", github.repository, release.id];
  const content = [texts, spoilerText, poll, mediaHashes];
  return ["run", github.repository, github.run_id, github.job, step, subjectOf(facts), ...content];
}

/** What a post is about: the release's address, else the ref, else the commit. */
export function subjectOf({ github, release }: Facts): string {
  return release?.html_url || github.ref || github.sha;
}

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
