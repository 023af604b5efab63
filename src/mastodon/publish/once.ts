import { unexpectedIn } from "../account.ts";
import { Cancelled, CancelledInTime, pause } from "../clock.ts";
import { diagnose } from "../diagnosis/diagnose.ts";
import { causeInShort, isReplayed, MastodonError, mayPass, refusesKnownKey } from "../error.ts";
import { findEarlier } from "../history/earlier.ts";
import type { History, Missing } from "../history/history.ts";
import { isOlder, wasThereBefore } from "../history/server-time.ts";
import { keysOf } from "../nodeinfo.ts";
import type { Steps } from "../plan.ts";
import { clockTime, inSeconds, MOST_TRIES, waitBeforeRetry, waitForLimit } from "../retry.ts";
import { KEY_LIFE, type Sender } from "../sender.ts";
import { mayBeStored } from "../software.ts";
import { foundStatus, type Published, type StatusParams } from "../status.ts";
import { hasAnswered, isGone, isUnprocessed, leadsToFailure, mayBeRepeat, mayComeFromElsewhere } from "./answer.ts";
import {
  DELETED_AGAIN,
  FAILS_ON_TEXT,
  GIVEN_UP,
  KEY_IS_TAKEN,
  KEYLESS,
  MAY_BE_AT_WORK,
  mostLikely,
  type Reason,
  STILL_AT_WORK,
  TIME_HAS_COME,
  TIME_IS_OVER,
  TRIED_BEFORE,
  unseen,
} from "./reasons.ts";
import { unknownTarget } from "./reference.ts";
import { findOut, guarded, type Outcome, type Posting, type Search, sendStatus, settledAt } from "./send.ts";

/**
 * Posts one status exactly once, or says that it did not.
 *
 * What certainly was not stored is sent again, where time may cure it. What may have been stored is looked for; only where
 * the server keeps the key, and cannot be at work on the first request any more or locks the key meanwhile, it is sent
 * once more.
 *
 * A key stays the same from try to try, also after a 429, so that runs of the same post meet in it. The next one is for
 * a server that answers a key by an old refusal (Akkoma, Pixelfed), and for a post that was deleted.
 *
 * @throws MastodonError, its outcome `unknown` when the status may or may not be there
 */
export async function* postOnce(sender: Sender, posting: Posting): Steps<Published> {
  const { client } = sender;
  const { clock } = client;
  const { keySince, isKeyKnown } = posting;
  let { params } = posting;
  const isScheduled = params.scheduled_at !== undefined;
  const began = clock.now();
  const keyEnds = (keySince ?? began) + KEY_LIFE;
  let generation = 0;
  let limits = 0;
  let unprocessed = 0;
  /** Whether the key was sent before, by whomever. */
  let wasSent = isKeyKnown;
  let wasSentAgain = false;
  let isAbsent = false;
  let isOpen = false;
  let isStrict = false;
  // That a key is known says nothing of why the try before failed.
  let telling: MastodonError | null = null;

  for (let tries = 1; ; tries += 1) {
    const sent = clock.now();
    const answered = yield* sendInTime();
    if (!(answered instanceof MastodonError)) return answered;
    const found = yield* afterFailure(answered, sent, tries);
    if (found) return found;
  }

  /** Sends it. Whoever cancels before anything is on its way leaves nothing behind, unless a try before may have stored it. */
  async function* sendInTime(): Steps<Published | MastodonError> {
    try {
      return yield* sendStatus(sender, { ...posting, params }, { generation, began });
    } catch (error) {
      if (!(error instanceof CancelledInTime)) throw error;
      if (isOpen) throw new Cancelled();
      yield { kind: "not stored" };
      throw error;
    }
  }

  /** What to do about a try that failed: the status if it is found, else null once it may be sent again. */
  async function* afterFailure(error: MastodonError, sent: number, tries: number): Steps<Published | null> {
    const { answer } = error.failure;
    const isSpent = answer !== undefined && leadsToFailure(answer);
    if (telling === null || answer === undefined || !refusesKnownKey(answer)) telling = error;

    const unexpected = isStrict ? [] : unexpectedIn(error.failure.json);
    const safe = guarded(params, unexpected);
    if (safe !== null) return yield* sendGuarded(safe, unexpected);
    // An old answer: this time nothing was done, and before neither, if it is a refusal or the status was absent then.
    if (isSpent && isReplayed(answer) && (error.outcome === "not done" || isAbsent) && generation < MOST_KEYS) {
      generation += 1;
      isOpen = false;
      yield waiting(`The server repeats an old answer (${answer.status}); sending it again with another key.`);
      return null;
    }
    if (error.outcome === "unknown" || isGone(error) || mayBeStored(answer) || (wasSent && mayBeRepeat(error))) {
      const outcome = yield* afterLoss(error, sent, tries, isSpent);
      if (typeof outcome === "object") return outcome;
      isAbsent = outcome === "absent";
      isOpen = !isAbsent;
      return null;
    }
    if (!isOpen) yield { kind: "not stored" };
    yield* waitToRepeat(error, tries);
    return null;
  }

  /** Waits until what was not done may be done. @throws the error where time cures nothing, or there is none left */
  async function* waitToRepeat(error: MastodonError, tries: number): Steps<void> {
    const { answer, cause } = error.failure;
    let wait: number;
    let line: string;
    if (answer?.status === 429) {
      limits += 1;
      wait = waitForLimit(answer, limits, clock.now());
      line = `Rate limit: waiting ${inSeconds(wait)}, until ${clockTime(clock.now() + wait)}.`;
    } else if (answer && isUnprocessed(error)) {
      unprocessed += 1;
      wait = waitBeforeRetry(unprocessed);
      line = `The server is still processing the media; sending it again in ${inSeconds(wait)}.`;
    } else if (answer || !mayPass(cause) || tries - limits >= MOST_TRIES) {
      throw await inTheEnd(error);
    } else {
      wait = waitBeforeRetry(tries);
      line = `No connection (${causeInShort(cause) || "no reason given"}); trying again in ${inSeconds(wait)}.`;
    }
    // After that, the key could not tell any more what became of the try before, or of another run.
    const isTooLate = (isOpen || keySince !== null) && clock.now() + wait >= keyEnds;
    if (isTooLate || wait >= clock.left()) throw await inTheEnd(error);
    yield waiting(line);
    if (!(await pauseInTime(wait))) throw await inTheEnd(error);
  }

  /**
   * Sends a text in which more is guarded: the server saw mentions where the guard did not, has stored nothing, and keeps no
   * key. An earlier attempt may have posted that text.
   */
  async function* sendGuarded(safe: StatusParams, accounts: string[]): Steps<Published | null> {
    isStrict = true;
    params = safe;
    if (!isOpen) yield { kind: "not stored" };
    const who = accounts.map((account) => `@${account}`).join(", ");
    const why = `The server would have notified ${who}, whom the template does not mention, so the text was escaped there, too.`;
    yield { kind: "changed", part: posting.part, text: params.status, why };
    const { lookedSince } = posting;
    if (lookedSince === null) return null;
    const window = { since: lookedSince, visibility: params.visibility, scheduled: false };
    const earlier = yield* findEarlier(sender, window, [{ ...posting.wanted, params, since: lookedSince }]);
    return earlier.parts[0] ?? null;
  }

  /** Waits for another try; the same holds. */
  async function pauseInTime(wait: number): Promise<boolean> {
    try {
      return await pause(clock, wait);
    } catch (error) {
      throw isOpen ? error : new CancelledInTime();
    }
  }

  /** A refusal now says nothing of a try before that may have been stored. */
  async function inTheEnd(error: MastodonError): Promise<MastodonError> {
    return isOpen ? leftOpen(error, TRIED_BEFORE) : error;
  }

  /** It stays open whether the status is there: told by the answer that says most, not by the last one alone. */
  async function leftOpen(last: MastodonError, reason: Reason): Promise<MastodonError> {
    return becauseOf(last, reason, "unknown");
  }

  async function becauseOf(
    last: MastodonError,
    { why, cure }: Reason,
    outcome: MastodonError["outcome"],
  ): Promise<MastodonError> {
    const { failure, diagnosis } = telling ?? last;
    const { what } = (await diagnose(new MastodonError(failure, diagnosis, "unknown"), client)).diagnosis;
    const isReply = params.in_reply_to_id !== undefined && (failure.answer?.status ?? 0) >= 500;
    const more = isReply
      ? " Check the id of `in-reply-to-id`, too: Hollo, for one, fails so on one that it does not know."
      : "";
    return new MastodonError(last.failure, { what, why, cure: cure + more }, outcome);
  }

  /** What to do about an answer that leaves it open: the status if it is found, else why it may be sent again. */
  async function* afterLoss(
    error: MastodonError,
    sent: number,
    tries: number,
    isSpent: boolean,
  ): Steps<Published | "absent" | "key decides"> {
    const { answer } = error.failure;
    // An answer that no instance gave is told at once: nothing waits behind it.
    const told = answer && tries === 1 && mayComeFromElsewhere(answer) ? await diagnose(error, client) : error;
    if (!isKeyKnown && error.outcome === "unknown" && told.outcome === "not done") throw told;

    const isServerError = answer !== undefined && answer.status >= 500;
    const noTarget = isServerError ? await unknownTarget(client, params.in_reply_to_id) : null;
    if (noTarget) throw noTarget;

    const wasKnown = wasSent;
    const keys = await keysOfKnown(wasKnown || isGone(error));
    const isCrash = wasKnown && keys?.crash === true && answer?.status === 500 && hasAnswered(error);
    const isLocked = wasKnown && keys?.locked === true && answer?.status === 503 && hasAnswered(error);
    wasSent = true;
    const looks = isGone(error) ? "one" : isLocked ? "many" : "two";
    // What another run posted with this key may be older than this one.
    const mayBeOlder = isSpent || isKeyKnown || isGone(error) || (isCrash && posting.isShared);
    const outcome = yield* look(error, sent, looks, mayBeOlder);
    if (outcome.kind === "found") {
      const { entity, rule } = outcome.found;
      const isOld = wasThereBefore(entity.created_at, began, outcome.history.skew, params.scheduled_at);
      const duplicate = rule === "same release" || isOld;
      return foundStatus(client.origin, entity, rule, duplicate);
    }
    if (outcome.kind === "token is dead") {
      yield { kind: "not stored" };
      throw outcome.error;
    }
    if (outcome.kind === "time is over") throw await leftOpen(error, isLocked ? STILL_AT_WORK : TIME_IS_OVER);
    if (outcome.kind === "absent") {
      if (!isCrash) return yield* afterAbsence(error, isSpent);
      yield { kind: "not stored" };
      throw await knownAndAbsent(error, outcome.history);
    }
    if (isCrash) throw await leftOpen(error, mostLikely(outcome.missing));
    if (isGone(error)) throw await leftOpen(error, unseen(outcome.missing));
    return yield* whereKeyDecides(error, sent, isSpent, outcome.missing);
  }

  /** Only a key that was sent before makes it worth a question what the server does to such. */
  async function keysOfKnown(isKnown: boolean) {
    return isKnown ? keysOf(sender) : null;
  }

  function look(error: MastodonError, sent: number, looks: Search["looks"], mayBeOlder: boolean): Steps<Outcome> {
    const since = mayBeOlder ? Math.min(posting.wanted.since, began - KEY_LIFE) : posting.wanted.since;
    const settled = hasAnswered(error) ? sent : settledAt(sent, params);
    const window = { since, visibility: params.visibility, scheduled: isScheduled };
    return findOut(sender, { error, settled, looks }, { ...posting.wanted, params, since }, window);
  }

  /** Whether to send again what is seen not to be there. */
  async function* afterAbsence(error: MastodonError, isSpent: boolean): Steps<"absent"> {
    if (isGone(error)) {
      await refuseDeleted(error);
      generation += 1;
      yield waiting(
        "The post that this one's Idempotency-Key leads to was deleted, so it is posted anew with another key.",
      );
      return "absent";
    }
    // The refusal was no answer to an earlier request with the key, then, but to this one.
    if (error.outcome === "not done") {
      yield { kind: "not stored" };
      throw error;
    }
    if (isSpent) {
      generation += 1;
      yield waiting(
        "Still not found; sending it again with another key, since the server refuses the one that it knows.",
      );
      return "absent";
    }
    if (!(await isSafeToRepeat(error)) || wasSentAgain) {
      if (wasSentAgain && hasAnswered(error)) {
        yield { kind: "not stored" };
        throw await becauseOf(error, FAILS_ON_TEXT, "not done");
      }
      throw await leftOpen(error, wasSentAgain ? GIVEN_UP : await whyNotAgain());
    }
    wasSentAgain = true;
    yield waiting("Still not found; sending it again, which is safe since the server keeps its Idempotency-Key.");
    return "absent";
  }

  /** Where nobody sees whether it is there, the key tells, if the server keeps it. */
  async function* whereKeyDecides(
    error: MastodonError,
    sent: number,
    isSpent: boolean,
    missing: Missing,
  ): Steps<"key decides"> {
    const isSafe = error.outcome === "unknown" && !isSpent && !wasSentAgain && (await isSafeToRepeat(error));
    const wait = hasAnswered(error) ? 0 : Math.max(0, settledAt(sent, params) - clock.now());
    if (!isSafe || clock.now() + wait >= keyEnds) throw await leftOpen(error, unseen(missing));
    wasSentAgain = true;
    yield waiting(
      `The action cannot see whether it is there (${missing.why}); sending it again${wait > 0 ? ` in ${inSeconds(wait)}` : ""}, which is safe since the server keeps its Idempotency-Key.`,
    );
    if (wait > 0 && !(await pause(clock, wait))) throw await leftOpen(error, TIME_IS_OVER);
    return "key decides";
  }

  /** Without a lock, the server may still be at work on a request that it has not answered itself. */
  async function isSafeToRepeat(error: MastodonError): Promise<boolean> {
    const { kept, keptForSchedules, locked } = await keysOf(sender);
    return (isScheduled ? keptForSchedules : kept) && (locked || hasAnswered(error));
  }

  async function whyNotAgain(): Promise<Reason> {
    const { kept, keptForSchedules } = await keysOf(sender);
    return (isScheduled ? keptForSchedules : kept) ? MAY_BE_AT_WORK : KEYLESS;
  }

  /** A deleted part leaves a gap; and what was scheduled may have come out before it was deleted. */
  async function refuseDeleted(error: MastodonError): Promise<void> {
    const isOut = isScheduled && Date.parse(params.scheduled_at!) <= clock.now();
    if (isOut || generation >= MOST_KEYS) throw await leftOpen(error, isOut ? TIME_HAS_COME : DELETED_AGAIN);
    if (!posting.followsOld) return;
    const what = `${posting.name[0]!.toUpperCase()}${posting.name.slice(1)} was posted by an earlier run, and deleted since.`;
    const cure = "Post the rest by hand, or delete the whole thread and run again.";
    throw new MastodonError(error.failure, { what, why: "", cure }, "not done");
  }

  /** An author's key may be another post's, if there is one of the hour for which the server keeps it. */
  async function knownAndAbsent(error: MastodonError, { statuses, skew }: History): Promise<MastodonError> {
    const mayBeTaken =
      posting.isAuthorsKey && statuses.some(({ created_at: made }) => !isOlder(made, began - KEY_LIFE, skew));
    return becauseOf(error, mayBeTaken ? KEY_IS_TAKEN : FAILS_ON_TEXT, "not done");
  }
}

/** How many keys of one post may lead nowhere while they live. */
const MOST_KEYS = 9;

function waiting(line: string) {
  return { kind: "waiting", line } as const;
}
