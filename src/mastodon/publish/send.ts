import { guardNames } from "../../status/mentions.ts";
import { VERIFY } from "../account.ts";
import { type ApiAnswer, asObject, type Client } from "../client.ts";
import { pause } from "../clock.ts";
import { explainUnauthorized } from "../diagnosis/token.ts";
import { codeOf, MastodonError } from "../error.ts";
import { type History, isMissing, type Missing, readHistory, type Window } from "../history/history.ts";
import { type Recognised, recognise, type Wanted } from "../history/recognise.ts";
import { hasSameLetters, mayBeSame, saysSame, showsSame } from "../history/same-text.ts";
import { skewOf, unclearAge, wasThereBefore } from "../history/server-time.ts";
import { softwareFor } from "../nodeinfo.ts";
import type { Steps } from "../plan.ts";
import { inSeconds, waitOf } from "../retry.ts";
import { KEY_LIFE, keyOf, type Sender } from "../sender.ts";
import {
  isId,
  isStored,
  type Likeness,
  type Published,
  publishedOf,
  type StatusParams,
  scheduledTimeOf,
} from "../status.ts";
import { refusedOptional, sentWithout, without } from "./optional.ts";

const PATH = "/api/v1/statuses";

/** The most that one request to post may take, in milliseconds. */
const REQUEST_LIMIT = 60_000;

/** How long Mastodon looks for one account on a silent server, within the request. Milliseconds. */
const MENTION_LIMIT = 10_000;

/** The most that a request to post this may take: the server looks up the accounts of other servers meanwhile. Milliseconds. */
function requestLimit({ status }: StatusParams): number {
  const others = new Set(status.match(/@[\w.-]+@[\w.-]+/g));
  return REQUEST_LIMIT + others.size * MENTION_LIMIT;
}

/** A status with these accounts guarded wherever they stand; null where that changes nothing. */
export function guarded(params: StatusParams, accounts: string[]): StatusParams | null {
  const names = new Set(accounts.map((account) => account.split("@")[0]!.toLowerCase()));
  const status = guardNames(params.status, names);
  const warning = guardNames(params.spoiler_text ?? "", names);
  if (status === params.status && warning === (params.spoiler_text ?? "")) return null;
  return { ...params, status, ...(warning === "" ? {} : { spoiler_text: warning }) };
}

/** One status to post, and how to tell it from others. */
export interface Posting {
  params: StatusParams;
  /** Of the whole post, for the key. */
  identity: readonly unknown[];
  /** Whether the author gave the key, so that another text may be on it. */
  isAuthorsKey: boolean;
  /** Number of the part, from 0. */
  part: number;
  /** As the log names it: `the status`, `part 2 of 3`. */
  name: string;
  /** What a look is for, since when it may be there though no look before has seen it. */
  wanted: Wanted;
  /** Whether the key was most likely sent before, by another run. */
  isKeyKnown: boolean;
  /** Whether another run may have the same key at all. */
  isShared: boolean;
  /** Since when it was looked for before it was sent, in milliseconds since 1970; null: not at all. */
  lookedSince: number | null;
  /** Since when an earlier run may have used the key, which no look could tell, in milliseconds since 1970; null: it cannot. */
  keySince: number | null;
  /** Whether the part before was there before this run. */
  followsOld: boolean;
}

/**
 * Sends one status once.
 *
 * @param attempt.generation of the key
 * @param attempt.began when the first try of the same status was sent: what is older was there before
 * @returns the status, or why the try failed: then it may have been stored all the same, unless the outcome is `not done`
 * @throws MastodonError when the key of an earlier run may be forgotten by now, so that nothing is sent
 */
export async function* sendStatus(
  sender: Sender,
  { keySince, params, name, identity, part, isAuthorsKey }: Posting,
  { generation, began }: { generation: number; began: number },
): Steps<Published | MastodonError> {
  const { client, patient, signal } = sender;
  if (keySince !== null && client.clock.now() >= keySince + KEY_LIFE) throw keyIsOver(client);
  signal.throwIfAborted();
  const key = keyOf(client, identity, part, generation);
  for (let sent = params; ; ) {
    yield { kind: "sending", what: name };
    try {
      const { entity, ...known } = await send(patient, sent, key, signal);
      const mayBeOld = keySince !== null || isAuthorsKey;
      const { created_at: made } = entity;
      const { scheduled_at: time } = params;
      const isClear = unclearAge(made, began, known.skew) === null;
      const isOld = isClear ? wasThereBefore(made, began, known.skew, time) : mayBeOld;
      const likeness = await likenessOf(sender, entity, params, isOld, isAuthorsKey);
      const duplicate = isOld || likeness === "another";
      const scheduledAt = scheduledTimeOf(entity, time, client.clock.now() + known.skew.offset);
      return publishedOf(client.origin, entity, { ...known, scheduledAt, duplicate, likeness });
    } catch (error) {
      if (!(error instanceof MastodonError)) throw error;
      const refused = refusedOptional(error, sent);
      if (refused === null) return error;
      yield sentWithout(refused);
      sent = without(sent, refused);
    }
  }
}

/** Behind a key of ours is what we sent; behind the author's may be anything. */
async function likenessOf(
  sender: Sender,
  entity: Record<string, unknown>,
  params: StatusParams,
  isOld: boolean,
  isAuthorsKey: boolean,
): Promise<Likeness> {
  // A server that tells nothing of the text tells of no difference. What stands there as on Mastodon needs no question.
  const isTold = typeof entity.content === "string" || typeof entity.params === "object";
  if (!isTold || showsSame(entity, params, sender.client.origin)) return "same";
  // What is new behind a key of ours is ours, whatever marks a server makes of it.
  if (!isOld && !isAuthorsKey && mayBeSame(entity, params)) return "same";
  // It is stored, whatever becomes of a question about it.
  const isSame = await saysSame(sender, entity, params).catch((error: unknown) => {
    if (error instanceof MastodonError)
      return isAuthorsKey ? hasSameLetters(entity, params) : mayBeSame(entity, params);
    throw error;
  });
  if (isSame) return "same";
  if (isAuthorsKey && (isOld || !hasSameLetters(entity, params))) return "another";
  return isOld ? "edited" : "changed";
}

async function send(client: Client, params: StatusParams, key: string, unless: AbortSignal) {
  const sent = client.clock.now();
  const { status, ...others } = params;
  // Hollo and Sharkey refuse an empty text, and all take a missing one for it.
  const body = status === "" ? others : params;
  const options = { body: { ...body }, headers: { "idempotency-key": key }, unless, ownConnection: true };
  const answer = await client.within(requestLimit(params)).call("POST", PATH, options);
  const answered = client.clock.now();
  const entity = asObject(answer.json);
  const failure = { method: "POST", path: PATH, origin: client.origin, proxy: "", answer, json: answer.json };
  if (!isStored(answer.json)) {
    throw new MastodonError(failure, { what: "The answer is not a status.", why: "", cure: "" }, "unknown");
  }
  if (isId(entity.id) && String(entity.id) === params.in_reply_to_id) throw becameReaction(client, params, answer);
  const skew = skewOf(answer.headers, answered);
  return { entity, skew, status: answer.status, took: answered - sent, response: answer.text };
}

/** The answer is the status that this one was to reply to: nothing was posted, but an emoji was put beside that one. */
function becameReaction({ origin }: Client, { status }: StatusParams, answer: ApiAnswer): MastodonError {
  const failure = { method: "POST", path: PATH, origin, proxy: "", answer, json: answer.json };
  const { host } = new URL(origin);
  const what = `${host} made a reaction of “${status.trim()}”, and no post.`;
  const why = "To Misskey and its kin a reply that is one emoji alone is a reaction.";
  return new MastodonError(
    failure,
    { what, why, cure: "Take the reaction back, and write a word beside it." },
    "not done",
  );
}

/** The error of a run that relied on the key of an earlier one for so long that the server may have forgotten it. */
function keyIsOver({ origin }: Client): MastodonError {
  const failure = { method: "POST", path: PATH, origin, proxy: "" };
  const what =
    "Whether an earlier run has posted this could not be seen, and now its Idempotency-Key may be forgotten.";
  const why = "What came before the posting took long, and a server keeps a key for an hour.";
  return new MastodonError(failure, { what, why, cure: "Look at the account yourself." }, "not done");
}

/** Waits before the looks, in milliseconds. */
const SOON = 5000;
const LATER = [10_000, 15_000, 30_000];

/** What the last look needs of the run's time, in milliseconds. */
const RESERVE = 5000;

/** What became of a status whose answer leaves it open. */
export type Outcome =
  | { kind: "found"; found: Recognised; history: History }
  /** It is not among these. */
  | { kind: "absent"; history: History }
  | { kind: "cannot tell"; missing: Missing }
  /** The server does not know the token, so that it has stored nothing. */
  | { kind: "token is dead"; error: MastodonError }
  | { kind: "time is over" };

/** How to look for it. */
export interface Search {
  /** The failed request. */
  error: MastodonError;
  /** When the server is done with it, whatever became of its answer. Milliseconds since 1970. */
  settled: number;
  /** One look at once; two, the second once the server is done; or look until the run's time is over. */
  looks: "one" | "two" | "many";
}

/** When a server is surely done with a request to post this; a little later for clocks and ways. Milliseconds since 1970. */
export function settledAt(sent: number, params: StatusParams): number {
  return sent + requestLimit(params) + 2000;
}

/** Finds out what became of a status whose answer leaves it open: waits, looks, waits, looks again. */
export async function* findOut(
  sender: Sender,
  { error, settled, looks }: Search,
  wanted: Wanted,
  window: Window,
): Steps<Outcome> {
  const { clock } = sender.client;
  let absences = 0;
  // Once may be part of what the server suffers from.
  let refusals = 0;
  let missing: Missing | null = null;
  let why = whatWasLost(error);
  for (let count = 0; ; count += 1) {
    const later = LATER[count - 1] ?? LATER.at(-1)!;
    const soon = looks === "one" ? 0 : soonest(error, clock.now());
    const due = count === 0 ? soon : looks === "two" ? Math.max(later, settled - clock.now()) : later;
    const wait = Math.min(due, clock.left() - RESERVE);
    if (wait < due && wait <= 0) return { kind: "time is over" };
    if (wait > 0) {
      yield { kind: "waiting", line: `${why}; looking in ${inSeconds(wait)} whether the status is there.` };
      if (!(await pause(clock, wait))) return { kind: "time is over" };
    }
    const history = await readHistory(sender, window);
    const isRefused = await isTokenRefused(sender, error, history.missing);
    if (isRefused) refusals += 1;
    if (refusals === 2) return { kind: "token is dead", error: await deadToken(sender, history.missing!) };
    const found = await recognise(sender, history, wanted);
    if (found && !isMissing(found)) return { kind: "found", found, history };
    missing = found ?? history.missing;
    if (missing?.forGood && !isRefused) return { kind: "cannot tell", missing };
    if (missing === null) absences += 1;
    const enough = looks === "one" ? 1 : 2;
    const isEnough = absences >= enough && clock.now() >= settled;
    const isLast = count === LATER.length;
    if (looks !== "many" && missing === null && (isEnough || isLast)) return { kind: "absent", history };
    if (looks !== "many" && missing !== null && isLast) return { kind: "cannot tell", missing };
    why = missing ? `The look failed (${missing.why})` : "Not there yet";
  }
}

/** Whether a server that failed does not know the token either: then it has not even begun. */
async function isTokenRefused(sender: Sender, { failure }: MastodonError, missing: Missing | null): Promise<boolean> {
  const verified = missing?.error?.failure;
  if (!verified?.answer || verified.path !== VERIFY || missing?.lacksScope) return false;
  if ((failure.answer?.status ?? 0) < 500) return false;
  const { status } = verified.answer;
  // Which other refusal means that, the software tells; a server that fails is not asked for more.
  const isOdd = [400, 403, 422].includes(status);
  return status === 401 || (isOdd && status === (await softwareFor(sender))?.deadToken);
}

async function deadToken({ client }: Sender, { error }: Missing): Promise<MastodonError> {
  const { failure } = error!;
  const diagnosis = await explainUnauthorized({ ...failure, answer: failure.answer! }, client);
  return new MastodonError(failure, diagnosis, "not done");
}

/** An overloaded server may say when it wants to be asked again (GoToSocial: 503 with `Retry-After: 30`). */
function soonest({ failure: { answer } }: MastodonError, now: number): number {
  const asked = answer ? waitOf(answer, now) : null;
  return Math.min(Math.max(SOON, asked ?? 0), LATER.at(-1)!);
}

function whatWasLost({ failure: { answer, cause } }: MastodonError): string {
  if (answer) return `The answer was ${answer.status}, which leaves open whether the status is stored`;
  if ((cause as Error | undefined)?.name === "TimeoutError") return "No answer in time";
  const code = codeOf(cause);
  return `Connection lost after sending${code === "" ? "" : ` (${code})`}`;
}
