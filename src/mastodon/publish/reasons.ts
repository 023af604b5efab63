import type { Diagnosis } from "../error.ts";
import type { Missing } from "../history/history.ts";

/** Why it stays open whether a status is there, or why it is not, and what to do. */
export type Reason = Pick<Diagnosis, "why" | "cure">;

const RUN_LATER = "Run again when the server works: a re-run looks first.";

export const DELETED_AGAIN: Reason = {
  why: "Posts of the same key were deleted again and again.",
  cure: "Run again in an hour.",
};
export const TIME_IS_OVER: Reason = {
  why: "The time limit was over before it was known whether the status is there.",
  cure: "Set a longer `timeout`.",
};
export const STILL_AT_WORK: Reason = {
  why: "The server was still at work on the first request when the time limit was over.",
  cure: "Set a longer `timeout`, or run again: a re-run looks first.",
};
export const KEYLESS: Reason = {
  why: "No matching post was found on the account, but this server is not known to support Idempotency-Key, so sending it again could post twice.",
  cure: RUN_LATER,
};
export const MAY_BE_AT_WORK: Reason = {
  why: "No matching post was found on the account, but the server did not answer itself and may still be at work on it, so sending it again could post twice.",
  cure: RUN_LATER,
};
export const GIVEN_UP: Reason = {
  why: "No matching post was found on the account, though it was sent twice.",
  cure: RUN_LATER,
};
export const FAILS_ON_TEXT: Reason = {
  why: "No matching post was found on the account, so the server seems to fail on this text.",
  cure: "Change the text, or run again when the server works.",
};
export const KEY_IS_TAKEN: Reason = {
  why: "Another post used this `idempotency-key` within the hour, which this version of Mastodon answers by 500; nothing was posted.",
  cure: "Give each post an `idempotency-key` of its own.",
};
export const TIME_HAS_COME: Reason = {
  why: "It was scheduled before, and its time has come, but no matching post was found on the account: it may have been deleted.",
  cure: "Look at the account yourself.",
};
export const TRIED_BEFORE: Reason = { why: "The outcome of the earlier attempt is not known.", cure: RUN_LATER };

function cureFor({ forGood, lacksScope }: Missing): string {
  if (lacksScope) return "A token with the scopes `read:statuses` and `profile` lets the action look.";
  return forGood ? "Look at the account yourself." : RUN_LATER;
}

export function unseen(missing: Missing): Reason {
  return { why: `The action cannot see whether the status is there: ${missing.why}.`, cure: cureFor(missing) };
}

export function mostLikely(missing: Missing): Reason {
  const why = `This version of Mastodon answers 500 to an Idempotency-Key that it knows, so the status is most likely there; the action cannot see it: ${missing.why}.`;
  return { why, cure: cureFor(missing) };
}
