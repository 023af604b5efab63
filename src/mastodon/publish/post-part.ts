import type { Client } from "../client.ts";
import { diagnose } from "../diagnosis/diagnose.ts";
import { MastodonError } from "../error.ts";
import type { Lookout } from "../look/look.ts";
import type { Wanted } from "../look/recognise.ts";
import { isOlder } from "../look/server-time.ts";
import { codeOf, isReplayed, mayPass, refusesKnownKey } from "../outcome.ts";
import { heedsKeys, KEY_LIFE } from "./key-keeping.ts";
import { type Published, publishedOf, type StatusParams } from "./published.ts";
import { clockTime, inSeconds, MOST_TRIES, pause, waitBeforeRetry, waitForLimit } from "./retry.ts";
import { sendStatus } from "./send-status.ts";
import { type Fate, settle, settledAt } from "./settle.ts";
import { blind, givenUp, inDoubt, keyless, timeIsOver, unresolved } from "./unresolved.ts";

/** One status to post, and how to tell it from others. */
export interface Part {
  params: StatusParams;
  /** Makes the key; `generation` counts the keys before that the server answers by an old refusal. */
  keyOf: (generation: number) => string;
  /** As the log names it: `the status`, `part 2 of 3`. */
  name: string;
  /** Address of what the post is about; empty for none. */
  subjectUrl: string;
  /** Id of the part before; null for the first. */
  previous: string | null;
  taken: ReadonlySet<string>;
  /** Since when it may be there already, in milliseconds since 1970; null: not before it is sent now. */
  maySince: number | null;
  /** Whether an earlier run may have used the key, which no look could tell. */
  keyMayBeUsed: boolean;
}

/** Who is told of what goes on. */
export interface Progress {
  /** Something is waited for or done again: why, and for how long. */
  onRetry(line: string): void;
  /** What is on its way, so that nobody knows whether it is stored; null once that is known. */
  onSending(what: string | null): void;
}

/**
 * Posts one status exactly once, or says that it did not.
 *
 * What certainly was not stored is sent again, where time may cure it. What may have been stored is looked for; only where
 * it is absent for sure, or where the server is known to heed the key, it is sent again.
 *
 * A key stays the same from try to try, also after a 429, so that runs of the same intent meet in it. Only a server that
 * answers a key by an old refusal (Akkoma, Pixelfed) gets the next one.
 *
 * @throws MastodonError, its outcome `unknown` when the status may or may not be there
 */
export async function postPart(client: Client, lookout: Lookout, part: Part, progress: Progress): Promise<Published> {
  const { clock } = client;
  const { params, keyMayBeUsed } = part;
  const began = clock.now();
  let generation = 0;
  let limits = 0;
  let wasSent = keyMayBeUsed;
  let isAbsent = false;
  let isOpen = false;

  for (let tries = 1; ; tries += 1) {
    progress.onSending(part.name);
    const sent = clock.now();
    let error: MastodonError;
    try {
      const published = await sendStatus(client, params, part.keyOf(generation), began);
      progress.onSending(null);
      return published;
    } catch (failed) {
      if (!(failed instanceof MastodonError)) throw failed;
      error = failed;
    }
    const { answer, cause } = error.failure;
    const isLast = tries >= MOST_TRIES;

    // An old answer: this time nothing was done, and before neither, if it is a refusal or the status was absent then.
    if (answer && isReplayed(answer) && (error.outcome === "not done" || isAbsent) && !isLast) {
      generation += 1;
      isOpen = false;
      progress.onRetry(`The server repeats an old answer (${answer.status}); sending it again with another key.`);
      continue;
    }
    if (error.outcome === "unknown" || (wasSent && mayBeRepeat(error))) {
      wasSent = true;
      const next = await afterLoss(error, sent, tries);
      if (typeof next === "object") return next;
      isAbsent = next === "absent";
      isOpen = !isAbsent;
      if (answer && isSpent(answer)) generation += 1;
      continue;
    }

    if (!isOpen) progress.onSending(null);
    if (answer?.status === 429) limits += 1;
    else if (answer || !mayPass(cause)) throw inTheEnd(error);
    const wait = answer ? waitForLimit(answer, limits, clock.now()) : waitBeforeRetry(tries);
    if (isLast || wait >= clock.left()) throw inTheEnd(error);
    progress.onRetry(
      answer
        ? `Rate limit: waiting ${inSeconds(wait)}, until ${clockTime(clock.now() + wait)}.`
        : `No connection (${codeOf(cause) || "no reason given"}); trying again in ${inSeconds(wait)}.`,
    );
    if (!(await pause(clock, wait))) throw inTheEnd(error);
  }

  /** A refusal now says nothing of a try before whose fate is open. */
  function inTheEnd(error: MastodonError): MastodonError {
    return isOpen ? inDoubt(error) : error;
  }

  /** What to do about a lost answer: the status if it is found, else why it may be sent again. */
  async function afterLoss(
    error: MastodonError,
    sent: number,
    tries: number,
  ): Promise<Published | "absent" | "key decides"> {
    const { answer } = error.failure;
    // An answer that no instance gave is told at once: nothing waits behind it.
    const told = answer && tries === 1 ? await diagnose(error, client) : error;
    const isFirst = part.maySince === null && part.previous === null;
    if (isFirst && error.outcome === "unknown" && told.outcome === "not done") throw told;

    const scheduled = params.scheduled_at !== undefined;
    const since = part.maySince ?? began;
    const options = { since, beyond: KEY_LIFE, visibility: params.visibility, scheduled };
    const fate = await settle(client, lookout, { error, sent }, wantedOf(since), options, progress.onRetry);
    if (fate.kind === "found") return found(fate);
    // The refusal was no answer to an earlier request with the key, then, but to this one.
    if (fate.kind === "absent" && error.outcome === "not done") throw error;
    if (fate.kind === "time is over") throw await unresolved(client, error, timeIsOver);
    const heeds = await heedsKeys(client, scheduled ? "scheduled" : "status");
    const isLast = tries >= MOST_TRIES;
    if (fate.kind === "absent") {
      if (isLast || !heeds) throw await unresolved(client, error, isLast ? givenUp : keyless);
      progress.onRetry("Not there at the last look either; sending it again, which the key makes safe.");
      return "absent";
    }
    // A refusal would come again.
    const isKeySafe = heeds && error.outcome === "unknown" && !(answer && isSpent(answer));
    if (isLast || !isKeySafe || clock.now() - began >= KEY_LIFE) throw await unresolved(client, error, blind(fate.gap));
    const wait = Math.max(0, settledAt(sent) - clock.now());
    progress.onRetry(
      `Whether it is there cannot be seen (${fate.gap.why}); sending it again in ${inSeconds(wait)}, which the key makes safe.`,
    );
    if (wait > 0 && !(await pause(clock, wait))) throw await unresolved(client, error, timeIsOver);
    return "key decides";
  }

  function wantedOf(since: number): Wanted {
    const { subjectUrl, previous, taken } = part;
    // Mastodon makes the content warning the text where there is no other.
    const text = params.status.trim() === "" ? (params.spoiler_text ?? "") : params.status;
    const replyTo = params.in_reply_to_id ?? null;
    return { text, subjectUrl, previous, taken, since, beyond: KEY_LIFE, replyTo, scheduledAt: params.scheduled_at };
  }

  function found({ entity, sight }: Fate & { kind: "found" }): Published {
    progress.onSending(null);
    const duplicate = isOlder(entity.created_at, began, sight.skew);
    const known = { status: 0, took: 0, response: JSON.stringify(entity) };
    return publishedOf(client.origin, entity, params.status, { ...known, duplicate });
  }
}

/**
 * Whether a refusal may be the answer to a key, or to media, that a request before has used up: Mastodon says 404 to a
 * scheduled status' key, and 422 to media that are attached already; others 400 or 409 (research, section 1.3).
 */
function mayBeRepeat({ failure: { answer } }: MastodonError): boolean {
  return answer !== undefined && [400, 404, 409, 422].includes(answer.status) && !isReplayed(answer);
}

/** Whether a key leads to an old failure for good. */
function isSpent(answer: NonNullable<MastodonError["failure"]["answer"]>): boolean {
  return isReplayed(answer) || refusesKnownKey(answer);
}
