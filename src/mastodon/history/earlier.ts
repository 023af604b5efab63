import { VERIFY } from "../account.ts";
import type { Client } from "../client.ts";
import { pause } from "../clock.ts";
import { MastodonError } from "../error.ts";
import { keysOf } from "../nodeinfo.ts";
import type { Look, Steps } from "../plan.ts";
import { inSeconds, MOST_TRIES, waitBeforeRetry } from "../retry.ts";
import { KEY_LIFE, type Sender } from "../sender.ts";
import { foundStatus, type Published } from "../status.ts";
import { type History, isMissing, type Missing, readHistory, type Window } from "./history.ts";
import { type Recognised, recognise, type Wanted } from "./recognise.ts";

/** What a look found, for each part of a post; null for one that is not there. */
export interface Earlier {
  parts: readonly (Published | null)[];
  /** Why what is null may be there all the same; null where it is not. */
  missing: Missing | null;
}

/**
 * Looks for what is there before anything is sent.
 *
 * @param wanted each part, in order; what of one depends on those before is filled in
 */
export function findEarlier(sender: Sender, window: Window, wanted: readonly Wanted[]): Steps<Earlier> {
  return untilSeen(sender, async () => lookFor(sender, await readHistory(sender, window), wanted));
}

/** What is there, among which may be the status to edit. */
export function readForEdit(sender: Sender, window: Window): Steps<History> {
  return untilSeen(sender, () => readHistory(sender, window));
}

/** Looks, and where that fails for now, looks again. */
async function* untilSeen<Look extends { missing: Missing | null }>(
  { client: { clock } }: Sender,
  look: () => Promise<Look>,
): Steps<Look> {
  for (let tries = 1; ; tries += 1) {
    const seen = await look();
    const { missing } = seen;
    const wait = waitBeforeRetry(tries);
    if (!missing || missing.forGood || tries >= MOST_TRIES || clock.left() <= wait) return seen;
    const line = `The look for an earlier post failed (${missing.why}); looking again in ${inSeconds(wait)}.`;
    yield { kind: "waiting", line };
    if (!(await pause(clock, wait))) return seen;
  }
}

async function lookFor(sender: Sender, history: History, wanted: readonly Wanted[]): Promise<Earlier> {
  const parts: (Published | null)[] = [];
  const taken = new Set<string>();
  for (const one of wanted) {
    const after = one.after && (parts.length === 0 ? one.after : { previous: parts.at(-1)?.id ?? null });
    const found = await recognise(sender, history, { ...one, after, taken: new Set([...one.taken, ...taken]) });
    if (isMissing(found)) return { parts: wanted.map(() => null), missing: found };
    parts.push(found && published(sender.client, found));
    if (found) taken.add(String(found.entity.id));
  }
  return { parts, missing: history.missing };
}

function published({ origin }: Client, { entity, rule }: Recognised): Published {
  return foundStatus(origin, entity, rule, true);
}

/**
 * Says what to do where a look could not see.
 *
 * @param hasMedia files that a run makes anew differ, and so does the key
 * @returns whether the key has to tell whether it is there
 * @throws MastodonError where nothing may be posted
 */
export async function* withoutLook(
  sender: Sender,
  missing: Missing,
  look: Look,
  { isScheduled, hasMedia }: { isScheduled: boolean; hasMedia: boolean },
): Steps<boolean> {
  const { client } = sender;
  if (look.orElse === "stop") {
    throw cannotSee(client, missing, "Only that look can tell, so nothing is posted.", look.otherwise);
  }
  if (look.orElse === "post" && missing.maybe) {
    throw cannotSee(client, missing, "Posting now could make a second post.");
  }
  if (look.orElse === "post") {
    const sentence = `The action cannot see whether another run has posted this already (${missing.why}), so this may be a second post. ${cureOf(missing)}.`;
    yield { kind: "remark", sentence };
    return false;
  }
  const isAlive = client.clock.now() - look.keySince < KEY_LIFE;
  const { kept, keptForSchedules } = await keysOf(sender);
  if (isAlive && !hasMedia && (isScheduled ? keptForSchedules : kept)) {
    yield {
      kind: "waiting",
      line: `The action cannot see whether it is there (${missing.why}); sending it anyway, which is safe since the server keeps its Idempotency-Key.`,
    };
    return true;
  }
  throw cannotSee(client, missing, whyNoKey(isAlive, hasMedia));
}

function whyNoKey(isAlive: boolean, hasMedia: boolean): string {
  if (!isAlive) {
    return "The server may have forgotten an Idempotency-Key from then, so posting now could make a second post.";
  }
  return hasMedia
    ? "The media may be other ones than before, and with them the Idempotency-Key, so posting now could make a second post."
    : "This server is not known to support Idempotency-Key, so posting now could make a second post.";
}

function cureOf({ lacksScope }: Missing): string {
  return lacksScope ? "Use a token with the scopes `read:statuses` and `profile`" : "Look at the account yourself";
}

export function cannotSee(
  client: Client,
  missing: Missing,
  why: string,
  otherwise = "or set `duplicate-check: never` to post without looking.",
): MastodonError {
  // A dead token, or a server that is out of order, is told as such.
  if (missing.error && ((missing.error.failure.answer?.status === 401 && !missing.lacksScope) || !missing.forGood))
    return missing.error;
  const failure = missing.error?.failure ?? { method: "GET", path: VERIFY, origin: client.origin, proxy: "" };
  const what = `The action cannot see whether this was posted before: ${missing.why}.`;
  return new MastodonError(failure, { what, why, cure: `${cureOf(missing)}; ${otherwise}` }, "not done");
}
