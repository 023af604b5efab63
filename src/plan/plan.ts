import type { Inputs } from "../inputs/inputs.ts";
import { resolveSchedule } from "../inputs/schedule.ts";
import type { Plan } from "../mastodon/plan.ts";
import type { Environment } from "../sources/environment.ts";
import type { Facts } from "../sources/facts.ts";
import { firstEventOf, releasedAt } from "../sources/release.ts";
import { USUAL_WINDOW } from "./look.ts";
import type { Post } from "./render.ts";

/**
 * Decides all about a post that can be decided before anybody is asked; where to look first comes with `look`.
 *
 * @param texts of the parts, as composed
 * @param now milliseconds since 1970
 * @throws Error with one sentence when `scheduled-at` is no time
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
  const { spoilerText, media, mediaHashes, poll, inReplyTo, quoted, edits, idempotencyKey } = post;
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
    scheduledAt: resolveSchedule(post.scheduledAt, now),
    inReplyTo,
    quoted,
    subject: { url: release?.html_url ?? "", publishedAt: release && releasedAt(release) },
    yieldTo: firstEventOf(environment) ?? "",
    look: null,
    edit:
      edits === ""
        ? null
        : { target: edits, since: now - (typeof duplicateCheck === "number" ? duplicateCheck : USUAL_WINDOW) },
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
