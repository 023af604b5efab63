import { type ApiAnswer, asObject, type Client } from "../client.ts";
import { pause } from "../clock.ts";
import { codeOf, MastodonError } from "../error.ts";
import { type History, type Missing, readHistory, type Window } from "../history/history.ts";
import { recognise, type Wanted } from "../history/recognise.ts";
import { isOlder, skewOf } from "../history/server-time.ts";
import type { Steps } from "../plan.ts";
import { inSeconds, waitOf } from "../retry.ts";
import { KEY_LIFE, keyOf, type Sender } from "../sender.ts";
import { isId, isStored, otherTextOf, type Published, publishedOf, type StatusParams } from "../status.ts";
import { refusedOptional, sentWithout, without } from "./optional.ts";

const PATH = "/api/v1/statuses";

/** The most that one request to post may take, in milliseconds. Mastodon looks up mentions elsewhere meanwhile. */
export const REQUEST_LIMIT = 60_000;

/** One status to post, and how to tell it from others. */
export interface Posting {
  params: StatusParams;
  /** Of the whole post, for the key. */
  identity: readonly unknown[];
  /** Number of the part, from 0. */
  part: number;
  /** As the log names it: `the status`, `part 2 of 3`. */
  name: string;
  /** Address of what the post is about; empty for none. */
  subjectUrl: string;
  /** Id of the part before; null for the first. */
  previous: string | null;
  /** Ids of the parts before. */
  taken: ReadonlySet<string>;
  /** Since when it was looked for before it was sent, in milliseconds since 1970; null: not at all. */
  lookedSince: number | null;
  /** Since when it may be there already, in milliseconds since 1970; null: not before it is sent now. */
  maySince: number | null;
  /** Since when an earlier run may have used the key, which no look could tell, in milliseconds since 1970; null: it cannot. */
  keySince: number | null;
}

/** The text of a status as a look finds it: Mastodon makes the content warning the text where there is no other. */
export function textToFind({ status, spoiler_text = "" }: Pick<StatusParams, "status" | "spoiler_text">): string {
  return status.trim() === "" ? spoiler_text : status;
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
  { client, patient, signal }: Sender,
  { keySince, params, name, identity, part }: Posting,
  { generation, began }: { generation: number; began: number },
): Steps<Published | MastodonError> {
  if (keySince !== null && client.clock.now() >= keySince + KEY_LIFE) throw keyIsOver(client);
  signal.throwIfAborted();
  const key = keyOf(client, identity, part, generation);
  for (let sent = params; ; ) {
    yield { kind: "sending", what: name };
    try {
      return await send(patient, sent, key, began, signal);
    } catch (error) {
      if (!(error instanceof MastodonError)) throw error;
      const refused = refusedOptional(error, sent);
      if (refused === null) return error;
      yield sentWithout(refused);
      sent = without(sent, refused);
    }
  }
}

async function send(
  client: Client,
  params: StatusParams,
  key: string,
  began: number,
  unless: AbortSignal,
): Promise<Published> {
  const sent = client.clock.now();
  const { status, ...others } = params;
  // Hollo and Sharkey refuse an empty text, and all take a missing one for it.
  const body = status === "" ? others : params;
  const options = { body: { ...body }, headers: { "idempotency-key": key }, unless, ownConnection: true };
  const answer = await client.within(REQUEST_LIMIT).call("POST", PATH, options);
  const answered = client.clock.now();
  if (!isStored(answer.json)) {
    const failure = { method: "POST", path: PATH, origin: client.origin, proxy: "", answer, json: answer.json };
    throw new MastodonError(failure, { what: "The answer is not a status.", why: "", cure: "" }, "unknown");
  }
  const entity = asObject(answer.json);
  if (isId(entity.id) && String(entity.id) === params.in_reply_to_id) throw becameReaction(client, params, answer);
  const duplicate = isOlder(entity.created_at, began, skewOf(answer.headers, answered));
  // What is new says what was sent, and needs no comparing.
  const otherText = duplicate ? otherTextOf(entity, params.status) : null;
  const known = { status: answer.status, took: answered - sent, response: answer.text };
  return publishedOf(client.origin, entity, params.scheduled_at, { ...known, duplicate, otherText });
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

/** A server may store a status for as long as its request may run; a little more for clocks and ways. Milliseconds. */
const SETTLED = REQUEST_LIMIT + 2000;

/** Waits before the looks, in milliseconds. The second one lasts until the server is surely done. */
const SOON = 5000;
const LATER = [10_000, 15_000, 30_000];

/** What the last look needs of the run's time, in milliseconds. */
const RESERVE = 5000;

/** What became of a status whose answer was lost. */
export type Outcome =
  | { kind: "found"; entity: Record<string, unknown>; history: History }
  /** Not there at two looks, the last one after the server must have been done. */
  | { kind: "absent" }
  | { kind: "cannot tell"; missing: Missing }
  | { kind: "time is over" };

/** When the server is surely done with a request, whatever became of its answer. */
export function settledAt(sent: number): number {
  return sent + SETTLED;
}

/**
 * Finds out what became of a status whose answer was lost: waits, looks, waits, looks again.
 *
 * @param lost the failed request, and when it was sent
 */
export async function* findOut(
  sender: Sender,
  lost: { error: MastodonError; sent: number },
  wanted: Wanted,
  window: Window,
): Steps<Outcome> {
  const { clock } = sender.client;
  let absences = 0;
  let missing: Missing | null = null;
  let why = whatWasLost(lost.error);
  for (const [looks, pauseAfter] of [SOON, ...LATER].entries()) {
    const due =
      looks === 0 ? soonest(lost.error, clock.now()) : Math.max(pauseAfter, settledAt(lost.sent) - clock.now());
    const wait = Math.min(due, clock.left() - RESERVE);
    if (wait <= 0) return { kind: "time is over" };
    yield { kind: "waiting", line: `${why}; looking in ${inSeconds(wait)} whether the status is there.` };
    if (!(await pause(clock, wait))) return { kind: "time is over" };
    const history = await readHistory(sender, window);
    const entity = recognise(history, wanted);
    if (entity) return { kind: "found", entity, history };
    missing = history.missing;
    if (missing?.forGood) return { kind: "cannot tell", missing };
    if (missing === null) absences += 1;
    if (missing === null && absences >= 2 && clock.now() >= settledAt(lost.sent)) return { kind: "absent" };
    why = missing ? `The look failed (${missing.why})` : "Not there yet";
  }
  return missing ? { kind: "cannot tell", missing } : { kind: "absent" };
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
