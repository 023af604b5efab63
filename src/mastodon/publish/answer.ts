import { isBotWall, isHtml, serverSentence } from "../diagnosis/answers.ts";
import { isReplayed, type MastodonError, refusesKnownKey } from "../error.ts";
import type { HttpAnswer } from "../http.ts";

// What a bad answer to a request to post tells of the status.

/**
 * Whether a refusal may be the answer to a key, or to media, that a request before has used up: Mastodon says 422 to media
 * that are attached already; others 400, 404 or 409.
 */
export function mayBeRepeat({ failure: { answer } }: MastodonError): boolean {
  return answer !== undefined && [400, 404, 409, 422].includes(answer.status) && !isReplayed(answer);
}

/** Whether a key leads to what is not there: Mastodon says so of a status that was deleted, and of any scheduled one. */
export function isGone({ failure }: MastodonError): boolean {
  return failure.answer?.status === 404 && serverSentence(failure) === "Record not found";
}

export function isUnprocessed({ failure }: MastodonError): boolean {
  return failure.answer?.status === 422 && /not finished processing/i.test(serverSentence(failure));
}

/** Whether a key leads to an old failure for good. An old success that came garbled comes again. */
export function leadsToFailure(answer: HttpAnswer): boolean {
  return (isReplayed(answer) && answer.status >= 300) || refusesKnownKey(answer);
}

/**
 * Whether the server itself answered, so that it is done with the request: in JSON, and not as a gateway does. One that
 * refuses a key as known may still be at work on the request that brought it first.
 */
export function hasAnswered({ failure: { answer, json } }: MastodonError): boolean {
  if (answer && isReplayed(answer)) return true;
  if (answer && refusesKnownKey(answer)) return false;
  const isGateway = [502, 504].includes(answer?.status ?? 0) || Math.floor((answer?.status ?? 0) / 10) === 52;
  return json !== undefined && !isGateway;
}

/**
 * Whether a web site may have answered, or a wall, and no instance: with a page, or as one that knows no POST. A server
 * that falls over after its work leaves another 5xx, or a conflict, though it is an instance; and all that would be asked
 * next falls over as well.
 */
export function mayComeFromElsewhere(answer: HttpAnswer): boolean {
  return isBotWall(answer) || answer.status === 501 || (answer.status < 300 && isHtml(answer));
}
