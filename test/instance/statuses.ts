import { requireScope, requireUser, scopeOfAnyToken } from "./access.ts";
import { type Answer, type Call, cachedUnlessSignedIn, json, Refusal, type Route, refuse } from "./call.ts";
import type { Draft } from "./draft.ts";
import { accountEntity, sourceOf, statusEntity } from "./entities.ts";
import { findOwn, findVisible, mayBeSeen, statusById } from "./find-status.ts";
import { hasUnsavableTag } from "./hashtags.ts";
import { once } from "./idempotency.ts";
import { attachments } from "./media.ts";
import { lookUpMentioned } from "./mentions.ts";
import { isBlank, list, scalar, text, toBoolean } from "./parameters.ts";
import { readPoll, refusePollWithMedia } from "./polls.ts";
import { fitToQuote, quotedStatus, quoteOf, quotePolicy } from "./quotes.ts";
import { countPost } from "./rate-limits.ts";
import { answerToSchedule, schedule, timingOf } from "./scheduled.ts";
import {
  type Account,
  addStatus,
  deleteStatus,
  type NewStatus,
  type ScheduledStatus,
  type StoredStatus,
} from "./store.ts";

export const statusRoutes: Route[] = [
  { method: "POST", path: "/api/v1/statuses", handle: create },
  { method: "GET", path: "/api/v1/statuses/:id", handle: show },
  { method: "GET", path: "/api/v1/statuses/:id/context", handle: context },
  { method: "GET", path: "/api/v1/statuses/:id/source", handle: source },
  { method: "DELETE", path: "/api/v1/statuses/:id", handle: remove },
];

/** POST /api/v1/statuses: a new status, or one for later. */
export async function create(call: Call): Promise<Answer> {
  const { application } = requireScope(call, "write", "write:statuses");
  const account = requireUser(call);
  call.postsFor = account.id;
  const inReplyTo = replyTarget(call);
  const quoted = quotedStatus(call, account);
  const policy = quotePolicy(call);
  const timing = timingOf(call);
  const kind = timing.kind === "later" ? "scheduled" : "status";
  const made = await once<StoredStatus | ScheduledStatus>(call, account, kind, async () => {
    await call.work();
    await lookUpMentioned(call, text(call.parameters, "status") ?? "");
    const status = { account, inReplyTo, application, reblogOf: null, quotePolicy: policy };
    if (timing.kind === "later") {
      const composed = shortly(() => compose(call, account, quoted));
      return schedule(call, timing.at, { ...status, ...withoutLoneWarning(call, composed, quoted !== null) });
    }
    const composed = compose(call, account, quoted);
    refuseUnexpectedMentions(call, composed.mentioned);
    countPost(call);
    const createdAt = timing.kind === "backdated" ? timing.at : call.now();
    const added = addStatus(call.store, call.origin, { ...status, ...composed, createdAt });
    refuseTags(call, added);
    return added;
  });
  return json("scheduledAt" in made ? answerToSchedule(call, made) : statusEntity(call, made));
}

function compose(
  call: Call,
  account: Account,
  quoted: StoredStatus | null,
): Draft & Pick<NewStatus, "media" | "poll" | "quote"> {
  const media = attachments(call, account);
  const poll = readPoll(call);
  refusePollWithMedia(call, poll, media);
  const context = { mayBeBlank: media.length > 0 || quoted !== null, isQuote: quoted !== null };
  const draft = fitToQuote(call, call.profile.readDraft(call, account, context), quoted, account);
  return { ...draft, media, poll, quote: quoted && quoteOf(quoted) };
}

/** Mastodon does not say why a status cannot be scheduled (a bare `Record invalid`). */
function shortly<Result>(attempt: () => Result): Result {
  try {
    return attempt();
  } catch (error) {
    const isValidation = error instanceof Refusal && error.answer.body.includes('"Validation failed: ');
    throw isValidation ? refuse(422, "Record invalid") : error;
  }
}

/** Mastodon saves the hashtags after the status, which stays when one of them is refused. */
export function refuseTags({ profile }: Call, { text }: StoredStatus): void {
  if (!profile.features.savesTagsLater || !hasUnsavableTag(text)) return;
  throw refuse(422, profile.errors.validationFailed(["Name is invalid", "Display name is invalid"]));
}

/**
 * What remains of a status that waits: a content warning without a text, which otherwise becomes the text, is lost with
 * the cover of the media.
 */
function withoutLoneWarning<Composed extends Draft>(call: Call, composed: Composed, isQuote: boolean): Composed {
  const { losesLoneWarning } = call.profile.features.schedules;
  if (!losesLoneWarning || isQuote || !isBlank(text(call.parameters, "status"))) return composed;
  const sensitive = toBoolean(scalar(call.parameters, "sensitive")) === true;
  return { ...composed, text: "", spoilerText: "", sensitive };
}

/** `allowed_mentions`: account ids; whoever else the text mentions ends the attempt. */
function refuseUnexpectedMentions(call: Call, mentioned: Account[]): void {
  const allowed = call.profile.features.allowedMentions ? list(call.parameters, "allowed_mentions") : null;
  if (!allowed) return;
  const unexpected = mentioned.filter(({ id }) => !allowed.map(String).includes(id));
  if (unexpected.length === 0) return;
  const accounts = unexpected.map((account) => accountEntity(call, account));
  const error = "Post would be sent to unexpected accounts";
  throw new Refusal(json({ error, unexpected_accounts: accounts }, {}, 422));
}

function replyTarget(call: Call): StoredStatus | null {
  const id = text(call.parameters, "in_reply_to_id");
  if (isBlank(id)) return null;
  const status = statusById(call, id ?? "");
  if (status && mayBeSeen(call, status)) return status;
  const { missing } = call.profile.features.replies;
  if (missing) throw new Refusal(missing());
  return null;
}

function show(call: Call): Answer {
  scopeOfAnyToken(call, "read", "read:statuses");
  const status = findVisible(call, call.profile.errors.statusNotFound);
  return json(statusEntity(call, status), cachedUnlessSignedIn(call));
}

/** GET /api/v1/statuses/:id/context: what it replies to, and what replies to it. */
function context(call: Call): Answer {
  scopeOfAnyToken(call, "read", "read:statuses");
  const status = findVisible(call, call.profile.errors.statusNotFound);
  const seen = (statuses: StoredStatus[]) =>
    statuses.filter((one) => mayBeSeen(call, one)).map((one) => statusEntity(call, one));
  const ancestors: StoredStatus[] = [];
  for (let one = status.inReplyTo; one; one = one.inReplyTo) ancestors.unshift(one);
  const body = { ancestors: seen(ancestors), descendants: seen(repliesTo(call, status)) };
  return json(body, cachedUnlessSignedIn(call));
}

/** Each reply with those to it right behind it. */
function repliesTo(call: Call, status: StoredStatus): StoredStatus[] {
  const replies = [...call.store.statuses.values()].filter(({ inReplyTo }) => inReplyTo === status);
  return replies.flatMap((reply) => [reply, ...repliesTo(call, reply)]);
}

/** GET /api/v1/statuses/:id/source: the plain text, for editing. */
function source(call: Call): Answer {
  requireScope(call, "read", "read:statuses");
  const status = findVisible(call);
  return json({ id: status.id, ...sourceOf(call, status), spoiler_text: status.spoilerText });
}

/** DELETE /api/v1/statuses/:id: own ones only; the answer carries the plain text for a redraft. */
function remove(call: Call): Answer {
  requireScope(call, "write", "write:statuses");
  requireUser(call);
  const status = findOwn(call);
  const entity = statusEntity(call, status, true);
  const deleteMedia = call.profile.features.media.deletion && toBoolean(scalar(call.parameters, "delete_media"));
  deleteStatus(call.store, status, deleteMedia === true);
  return json(entity);
}
