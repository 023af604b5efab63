import type { Environment } from "./action/environment.ts";
import type { Facts } from "./action/facts.ts";
import type { Inputs } from "./action/inputs.ts";
import { USUAL_WINDOW } from "./action/look-window.ts";
import { releasedAt } from "./action/release.ts";
import { resolveSchedule } from "./action/schedule.ts";
import { identityOf } from "./identity.ts";
import type { Plan } from "./mastodon/plan.ts";
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
  { step }: Environment,
  facts: Facts,
  post: Post,
  texts: readonly string[],
  now: number,
): Plan {
  const { visibility, language, sensitive, quoteApprovalPolicy, duplicateCheck } = inputs;
  const { spoilerText, media, mediaHashes, poll, inReplyTo, quoted, edits, idempotencyKey } = post;
  const { release } = facts;
  return {
    identity: identityOf({ facts, step, idempotencyKey, texts, spoilerText, poll, mediaHashes }),
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
    look: null,
    edit:
      edits === ""
        ? null
        : { target: edits, since: now - (typeof duplicateCheck === "number" ? duplicateCheck : USUAL_WINDOW) },
    pin: inputs.pin,
  };
}
