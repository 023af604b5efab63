import { guardNames } from "../../status/mentions.ts";
import { unexpectedIn } from "../account.ts";
import { Cancelled, CancelledInTime, pause } from "../clock.ts";
import { isBotWall, isHtml } from "../diagnosis/answers.ts";
import { diagnose } from "../diagnosis/diagnose.ts";
import { causeInShort, type Diagnosis, isReplayed, MastodonError, mayPass, refusesKnownKey } from "../error.ts";
import { readEarlier } from "../history/earlier.ts";
import type { Missing } from "../history/history.ts";
import { recognise, type Wanted } from "../history/recognise.ts";
import { isOlder } from "../history/server-time.ts";
import type { HttpAnswer } from "../http.ts";
import { keepsKeys } from "../nodeinfo.ts";
import type { Steps } from "../plan.ts";
import { clockTime, inSeconds, MOST_TRIES, waitBeforeRetry, waitForLimit } from "../retry.ts";
import { KEY_LIFE, type Sender } from "../sender.ts";
import { foundStatus, type Published, type StatusParams } from "../status.ts";
import { unknownTarget } from "./reference.ts";
import { findOut, type Posting, sendStatus, settledAt, textToFind } from "./send.ts";

/**
 * Posts one status exactly once, or says that it did not.
 *
 * What certainly was not stored is sent again, where time may cure it. What may have been stored is looked for; only where
 * it is absent for sure, or where the server is known to keep the key, it is sent again.
 *
 * A key stays the same from try to try, also after a 429, so that runs of the same post meet in it. Only a server that
 * answers a key by an old refusal (Akkoma, Pixelfed) gets the next one.
 *
 * @throws MastodonError, its outcome `unknown` when the status may or may not be there
 */
export async function* postOnce(sender: Sender, posting: Posting): Steps<Published> {
  const { client } = sender;
  const { clock } = client;
  const { keySince } = posting;
  let { params } = posting;
  const began = clock.now();
  const keyEnds = (keySince ?? began) + KEY_LIFE;
  let generation = 0;
  let limits = 0;
  let wasSent = keySince !== null;
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
    const { answer, cause } = error.failure;
    const isLast = tries - limits >= MOST_TRIES;
    const isSpent = answer !== undefined && leadsToFailure(answer);
    if (telling === null || answer === undefined || !refusesKnownKey(answer)) telling = error;

    const unexpected = isStrict ? [] : unexpectedIn(error.failure.json);
    const safe = guarded(params, unexpected);
    if (safe !== null) return yield* sendGuarded(safe, unexpected);
    // An old answer: this time nothing was done, and before neither, if it is a refusal or the status was absent then.
    if (isSpent && isReplayed(answer) && (error.outcome === "not done" || isAbsent) && !isLast) {
      generation += 1;
      isOpen = false;
      yield waiting(`The server repeats an old answer (${answer.status}); sending it again with another key.`);
      return null;
    }
    if (error.outcome === "unknown" || (wasSent && mayBeRepeat(error))) {
      wasSent = true;
      const outcome = yield* afterLoss(error, sent, tries, isSpent);
      if (typeof outcome === "object") return outcome;
      isAbsent = outcome === "absent";
      isOpen = !isAbsent;
      if (isSpent) generation += 1;
      return null;
    }

    if (!isOpen) yield { kind: "not stored" };
    if (answer?.status === 429) limits += 1;
    else if (answer || !mayPass(cause)) throw await inTheEnd(error);
    const wait = answer ? waitForLimit(answer, limits, clock.now()) : waitBeforeRetry(tries);
    // After that, the key could not tell any more what became of the try before, or of another run.
    const isTooLate = (isOpen || keySince !== null) && clock.now() + wait >= keyEnds;
    // A rate limit ends: the time limit alone bounds how long that may take.
    if ((isLast && answer?.status !== 429) || isTooLate || wait >= clock.left()) throw await inTheEnd(error);
    yield waiting(
      answer
        ? `Rate limit: waiting ${inSeconds(wait)}, until ${clockTime(clock.now() + wait)}.`
        : `No connection (${causeInShort(cause) || "no reason given"}); trying again in ${inSeconds(wait)}.`,
    );
    if (!(await pauseInTime(wait))) throw await inTheEnd(error);
    return null;
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
    const window = { since: lookedSince, beyond: 0, visibility: params.visibility, scheduled: false };
    const entity = recognise(yield* readEarlier(sender, window), wantedOf(lookedSince));
    return entity && foundStatus(client.origin, entity, params.status, true);
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
  async function leftOpen(last: MastodonError, { why, cure }: Reason): Promise<MastodonError> {
    const { failure, diagnosis } = telling ?? last;
    const { what } = (await diagnose(new MastodonError(failure, diagnosis, "unknown"), client)).diagnosis;
    const isReply = params.in_reply_to_id !== undefined && (failure.answer?.status ?? 0) >= 500;
    const more = isReply
      ? " Check the id of `in-reply-to-id`, too: Hollo, for one, fails so on one that it does not know."
      : "";
    return new MastodonError(last.failure, { what, why, cure: cure + more }, "unknown");
  }

  /** What to do about a lost answer: the status if it is found, else why it may be sent again. */
  async function* afterLoss(
    error: MastodonError,
    sent: number,
    tries: number,
    isSpent: boolean,
  ): Steps<Published | "absent" | "key decides"> {
    const { answer } = error.failure;
    // An answer that no instance gave is told at once: nothing waits behind it.
    const told = answer && tries === 1 && mayComeFromElsewhere(answer) ? await diagnose(error, client) : error;
    const isFirst = posting.maySince === null && posting.previous === null;
    if (isFirst && error.outcome === "unknown" && told.outcome === "not done") throw told;

    const isServerError = answer !== undefined && answer.status >= 500;
    const noTarget = isServerError ? await unknownTarget(client, params.in_reply_to_id) : null;
    if (noTarget) throw noTarget;

    const scheduled = params.scheduled_at !== undefined;
    // Another run may have spent the key, and what it posted may be older than this one.
    const since = Math.min(posting.maySince ?? began, isSpent ? began - KEY_LIFE : began);
    const window = { since, beyond: KEY_LIFE, visibility: params.visibility, scheduled };
    const outcome = yield* findOut(sender, { error, sent }, wantedOf(since), window);
    if (outcome.kind === "found") {
      const duplicate = isOlder(outcome.entity.created_at, began, outcome.history.skew);
      return foundStatus(client.origin, outcome.entity, params.status, duplicate);
    }
    // The refusal was no answer to an earlier request with the key, then, but to this one.
    if (outcome.kind === "absent" && error.outcome === "not done") throw error;
    if (outcome.kind === "time is over") throw await leftOpen(error, TIME_IS_OVER);
    const isKept = await keepsKeys(client, scheduled ? "scheduled" : "status");
    const isLast = tries - limits >= MOST_TRIES;
    if (outcome.kind === "absent") {
      if (isLast || !isKept) throw await leftOpen(error, isLast ? GIVEN_UP : KEYLESS);
      yield waiting("Still not found; sending it again, which is safe since the server keeps its Idempotency-Key.");
      return "absent";
    }
    // A refusal would come again.
    const isKeySafe = isKept && error.outcome === "unknown" && !isSpent;
    const wait = Math.max(0, settledAt(sent) - clock.now());
    const isTooLate = clock.now() + wait >= keyEnds;
    if (isLast || !isKeySafe || isTooLate) throw await leftOpen(error, unseen(outcome.missing));
    yield waiting(
      `The action cannot see whether it is there (${outcome.missing.why}); sending it again in ${inSeconds(wait)}, which is safe since the server keeps its Idempotency-Key.`,
    );
    if (wait > 0 && !(await pause(clock, wait))) throw await leftOpen(error, TIME_IS_OVER);
    return "key decides";
  }

  function wantedOf(since: number): Wanted {
    const { subjectUrl, previous, taken } = posting;
    const text = textToFind(params);
    const replyTo = params.in_reply_to_id ?? null;
    return { text, subjectUrl, previous, taken, since, beyond: KEY_LIFE, replyTo, scheduledAt: params.scheduled_at };
  }
}

/** A status with these accounts guarded wherever they stand; null where that changes nothing. */
function guarded(params: StatusParams, accounts: string[]): StatusParams | null {
  const names = new Set(accounts.map((account) => account.split("@")[0]!.toLowerCase()));
  const status = guardNames(params.status, names);
  const warning = guardNames(params.spoiler_text ?? "", names);
  if (status === params.status && warning === (params.spoiler_text ?? "")) return null;
  return { ...params, status, ...(warning === "" ? {} : { spoiler_text: warning }) };
}

function waiting(line: string) {
  return { kind: "waiting", line } as const;
}

/** Why it stays open whether a status is there, and what to do. */
type Reason = Pick<Diagnosis, "why" | "cure">;

const LATER = "Run again when the server works: a re-run looks first.";

const TIME_IS_OVER: Reason = {
  why: "The time limit was over before it was known whether the status is there.",
  cure: "Set a longer `timeout`.",
};
const KEYLESS: Reason = {
  why: "No matching post was found on the account, but this server is not known to support Idempotency-Key, so sending it again could post twice.",
  cure: LATER,
};
const GIVEN_UP: Reason = {
  why: `No matching post was found on the account, though it was sent ${MOST_TRIES} times.`,
  cure: LATER,
};
const TRIED_BEFORE: Reason = { why: "The outcome of the earlier attempt is not known.", cure: LATER };

function unseen({ why, forGood, lacksScope }: Missing): Reason {
  const scopes = "A token with the scopes `read:statuses` and `profile` lets the action look.";
  const cure = lacksScope ? scopes : forGood ? "Look at the account yourself." : LATER;
  return { why: `The action cannot see whether the status is there: ${why}.`, cure };
}

/**
 * Whether a refusal may be the answer to a key, or to media, that a request before has used up: Mastodon says 404 to a
 * scheduled status' key, and 422 to media that are attached already; others 400 or 409.
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
