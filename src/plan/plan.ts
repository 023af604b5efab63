import type { Inputs } from "../inputs/inputs.ts";
import { languageKept } from "../mastodon/language.ts";
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
  const { visibility, language, contentType, quoteApprovalPolicy, duplicateCheck } = inputs;
  const { spoilerText, media, mediaHashes, poll, inReplyTo, quoted, schedule, editStatusId, idempotencyKey } = post;
  const { release } = facts;
  // What is behind a warning is sensitive: Mastodon says so itself, but not of what is scheduled.
  const sensitive = inputs.sensitive ?? (spoilerText === "" ? undefined : true);
  const params = {
    content_type: contentType,
    ...(spoilerText === "" ? {} : { spoiler_text: spoilerText }),
    ...(visibility === undefined ? {} : { visibility }),
    ...(language === undefined ? {} : { language: languageKept(language) }),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(quoteApprovalPolicy === undefined ? {} : { quote_approval_policy: quoteApprovalPolicy }),
  };
  const meansNobody = post.mentions.length === 0 && inputs.mentions !== "all";
  // A duration is another time on a re-run, and a file another id on the server.
  const what = { texts, ...params, poll, media: mediaHashes, reply: inReplyTo, quote: quoted, schedule };
  return {
    identity: identityOf(facts, environment.place, idempotencyKey, what),
    texts,
    // Mastodon loses a scheduled status with it, without a word.
    params: meansNobody && post.scheduledAt === null ? { ...params, allowed_mentions: [] } : params,
    mentions: post.mentions,
    media,
    poll,
    scheduledAt: post.scheduledAt,
    inReplyTo,
    quoted,
    quotesBy: "quoted_status_id",
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

/**
 * The identity of a post: what makes two runs mean the same post, so that the second one makes none.
 *
 * The first that applies of: the author's own key; else what is sent, and by which step, about the release or, without
 * one, in the run. So two steps, the legs of a matrix, an announcement and the reply to it are different posts. A re-run
 * is the same, and so are the runs of several events of one release.
 *
 * @param place of the step: workflow, job, step
 * @param idempotencyKey as rendered; empty for none
 * @param what all that is sent
 */
export function identityOf(
  { github, release }: Pick<Facts, "github" | "release">,
  place: Environment["place"],
  idempotencyKey: string,
  what: Readonly<Record<string, unknown>>,
): unknown[] {
  if (idempotencyKey !== "") return ["key", github.repository, idempotencyKey];
  return ["post", github.repository, release?.id ?? github.run_id, place, what];
}

/** How far back a look goes where nothing else is known. Milliseconds: 30 days, as long as GitHub re-runs runs. */
export const USUAL_WINDOW = 30 * 86_400_000;

/** The same on a re-run where nobody tells when the run began: the same text a day before may be meant anew. Milliseconds. */
const UNTOLD_WINDOW = 86_400_000;

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
    // No run about a release began before it came out.
    if (environment.github.event_name === "release") windows.push(windowOfRelease(environment, now));
    windows.push({
      since: now - UNTOLD_WINDOW,
      why: `24 hours back, as nobody tells when this run began (${created})`,
    });
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
