import type { Client } from "../client.ts";
import { pause } from "../clock.ts";
import { isBotWall } from "../diagnosis/bot-wall.ts";
import { diagnose } from "../diagnosis/diagnose.ts";
import { isHtml } from "../diagnosis/server-sentence.ts";
import { MastodonError } from "../error.ts";
import type { HttpAnswer } from "../http.ts";
import { KEY_LIFE } from "../key.ts";
import { heedsKeys } from "../key-keeping.ts";
import { foundOf } from "../look/found.ts";
import type { Lookout } from "../look/lookout.ts";
import type { Wanted } from "../look/recognise.ts";
import { isOlder } from "../look/server-time.ts";
import { causeInShort, isReplayed, mayPass, refusesKnownKey } from "../outcome.ts";
import type { Published } from "../published.ts";
import { clockTime, inSeconds, MOST_TRIES, waitBeforeRetry, waitForLimit } from "../retry.ts";
import { type Part, type Progress, sendStatus } from "./send-status.ts";
import { settle, settledAt } from "./settle.ts";
import { blind, givenUp, keyless, type Reason, timeIsOver, triedBefore, unresolved } from "./unresolved.ts";

/**
 * Goes on where the first try to post a status failed.
 *
 * What certainly was not stored is sent again, where time may cure it. What may have been stored is looked for; only where
 * it is absent for sure, or where the server is known to heed the key, it is sent again.
 *
 * A key stays the same from try to try, also after a 429, so that runs of the same intent meet in it. Only a server that
 * answers a key by an old refusal (Akkoma, Pixelfed) gets the next one.
 *
 * @param first how the first try failed
 * @param began when it was sent
 * @throws MastodonError, its outcome `unknown` when the status may or may not be there
 */
export async function recover(
  client: Client,
  lookout: Lookout,
  part: Part,
  first: MastodonError,
  began: number,
  progress: Progress,
): Promise<Published> {
  const { clock } = client;
  const { params, keySince } = part;
  const keyEnds = (keySince ?? began) + KEY_LIFE;
  let generation = 0;
  let limits = 0;
  let wasSent = keySince !== null;
  let isAbsent = false;
  let isOpen = false;
  // That a key is known says nothing of why the try before failed.
  let telling = first;

  let sent = began;
  let next: Published | MastodonError = first;
  for (let tries = 1; next instanceof MastodonError; tries += 1) {
    const found = await afterFailure(next, sent, tries);
    if (found) return found;
    sent = clock.now();
    next = await sendStatus(client, part, { generation, began }, progress);
  }
  return next;

  /** What to do about a try that failed: the status if it is found, else null once it may be sent again. */
  async function afterFailure(error: MastodonError, sent: number, tries: number): Promise<Published | null> {
    const { answer, cause } = error.failure;
    const isLast = tries >= MOST_TRIES;
    const isSpent = answer !== undefined && leadsToFailure(answer);
    if (answer === undefined || !refusesKnownKey(answer)) telling = error;

    // An old answer: this time nothing was done, and before neither, if it is a refusal or the status was absent then.
    if (isSpent && isReplayed(answer) && (error.outcome === "not done" || isAbsent) && !isLast) {
      generation += 1;
      isOpen = false;
      progress.onRetry(`The server repeats an old answer (${answer.status}); sending it again with another key.`);
      return null;
    }
    if (error.outcome === "unknown" || (wasSent && mayBeRepeat(error))) {
      wasSent = true;
      const fate = await afterLoss(error, sent, tries, isSpent);
      if (typeof fate === "object") return fate;
      isAbsent = fate === "absent";
      isOpen = !isAbsent;
      if (isSpent) generation += 1;
      return null;
    }

    if (!isOpen) progress.onSending(null);
    if (answer?.status === 429) limits += 1;
    else if (answer || !mayPass(cause)) throw await inTheEnd(error);
    const wait = answer ? waitForLimit(answer, limits, clock.now()) : waitBeforeRetry(tries);
    // After that, the key could not tell any more what became of the try before, or of another run.
    const isTooLate = (isOpen || keySince !== null) && clock.now() + wait >= keyEnds;
    if (isLast || isTooLate || wait >= clock.left()) throw await inTheEnd(error);
    progress.onRetry(
      answer
        ? `Rate limit: waiting ${inSeconds(wait)}, until ${clockTime(clock.now() + wait)}.`
        : `No connection (${causeInShort(cause) || "no reason given"}); trying again in ${inSeconds(wait)}.`,
    );
    if (!(await pause(clock, wait))) throw await inTheEnd(error);
    return null;
  }

  /** It stays open whether the status is there: told by what says most, not by the last answer alone. */
  function leftOpen(error: MastodonError, reason: Reason): Promise<MastodonError> {
    return unresolved(client, { last: error, telling }, reason);
  }

  /** A refusal now says nothing of a try before whose fate is open. */
  async function inTheEnd(error: MastodonError): Promise<MastodonError> {
    return isOpen ? leftOpen(error, triedBefore) : error;
  }

  /** What to do about a lost answer: the status if it is found, else why it may be sent again. */
  async function afterLoss(
    error: MastodonError,
    sent: number,
    tries: number,
    isSpent: boolean,
  ): Promise<Published | "absent" | "key decides"> {
    const { answer } = error.failure;
    // An answer that no instance gave is told at once: nothing waits behind it.
    const told = answer && tries === 1 && mayComeFromElsewhere(answer) ? await diagnose(error, client) : error;
    const isFirst = part.maySince === null && part.previous === null;
    if (isFirst && error.outcome === "unknown" && told.outcome === "not done") throw told;

    const scheduled = params.scheduled_at !== undefined;
    // Another run may have spent the key, and what it posted may be older than this one.
    const since = Math.min(part.maySince ?? began, isSpent ? began - KEY_LIFE : began);
    const options = { since, beyond: KEY_LIFE, visibility: params.visibility, scheduled };
    const fate = await settle(client, lookout, { error, sent }, wantedOf(since), options, progress.onRetry);
    if (fate.kind === "found") {
      progress.onSending(null);
      const duplicate = isOlder(fate.entity.created_at, began, fate.sight.skew);
      return foundOf(client.origin, fate.entity, params.status, duplicate);
    }
    // The refusal was no answer to an earlier request with the key, then, but to this one.
    if (fate.kind === "absent" && error.outcome === "not done") throw error;
    if (fate.kind === "time is over") throw await leftOpen(error, timeIsOver);
    const heeds = await heedsKeys(client, scheduled ? "scheduled" : "status");
    const isLast = tries >= MOST_TRIES;
    if (fate.kind === "absent") {
      if (isLast || !heeds) throw await leftOpen(error, isLast ? givenUp : keyless);
      progress.onRetry("Not there at the last look either; sending it again, which the key makes safe.");
      return "absent";
    }
    // A refusal would come again.
    const isKeySafe = heeds && error.outcome === "unknown" && !isSpent;
    const wait = Math.max(0, settledAt(sent) - clock.now());
    const isTooLate = clock.now() + wait >= keyEnds;
    if (isLast || !isKeySafe || isTooLate) throw await leftOpen(error, blind(fate.gap));
    progress.onRetry(
      `Whether it is there cannot be seen (${fate.gap.why}); sending it again in ${inSeconds(wait)}, which the key makes safe.`,
    );
    if (wait > 0 && !(await pause(clock, wait))) throw await leftOpen(error, timeIsOver);
    return "key decides";
  }

  function wantedOf(since: number): Wanted {
    const { subjectUrl, previous, taken } = part;
    // Mastodon makes the content warning the text where there is no other.
    const text = params.status.trim() === "" ? (params.spoiler_text ?? "") : params.status;
    const replyTo = params.in_reply_to_id ?? null;
    return { text, subjectUrl, previous, taken, since, beyond: KEY_LIFE, replyTo, scheduledAt: params.scheduled_at };
  }
}

/**
 * Whether a refusal may be the answer to a key, or to media, that a request before has used up: Mastodon says 404 to a
 * scheduled status' key, and 422 to media that are attached already; others 400 or 409 (research, section 1.3).
 */
function mayBeRepeat({ failure: { answer } }: MastodonError): boolean {
  return answer !== undefined && [400, 404, 409, 422].includes(answer.status) && !isReplayed(answer);
}

/** Whether a key leads to an old failure for good. An old success that came garbled comes again. */
function leadsToFailure(answer: HttpAnswer): boolean {
  return (isReplayed(answer) && answer.status >= 300) || refusesKnownKey(answer);
}

/**
 * Whether a web site may have answered, or a wall, and no instance: with a page, or as one that knows no POST. A server
 * that falls over after its work leaves another 5xx, or a conflict, though it is an instance; and all that would be asked
 * next falls over as well.
 */
function mayComeFromElsewhere(answer: HttpAnswer): boolean {
  return isBotWall(answer) || answer.status === 501 || (answer.status < 300 && isHtml(answer));
}
