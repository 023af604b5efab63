import { authorOf, handleOf, orMissingScope, VERIFY } from "../account.ts";
import { asObject, type Client, shownAddress } from "../client.ts";
import { Cancelled, CancelledInTime, formatTime, pause } from "../clock.ts";
import { answerInWords, serverSentence } from "../diagnosis/answers.ts";
import { codeOf, type Diagnosis, hostOf, MastodonError } from "../error.ts";
import { deleteMedia, uploadMedia } from "../media/media.ts";
import type { Upload } from "../media/upload.ts";
import { editsLose } from "../nodeinfo.ts";
import type { Edit, Plan, Steps } from "../plan.ts";
import { fixedOf, unmentioned } from "../publish/differences.ts";
import { refusedOptional, sentWithout, without } from "../publish/optional.ts";
import { resolveStatus } from "../publish/reference.ts";
import { clockTime, inSeconds, waitForLimit } from "../retry.ts";
import type { Sender } from "../sender.ts";
import { mayBeStored } from "../software.ts";
import { addressOf, type Edited, isStored, type Published, wordOf } from "../status.ts";
import { findToEdit } from "./auto.ts";
import {
  bodyOf,
  changesOf,
  isMissing,
  isSamePoll,
  type Named,
  readState,
  type StatusState,
  stateOf,
} from "./stored.ts";

/**
 * Edits the status that a plan means.
 *
 * @returns the status; null where a look found none, so that it is to be posted
 */
export async function* editPosted(
  sender: Sender,
  plan: Plan,
  edit: Edit,
): Steps<Pick<Published, "id" | "entity" | "handle" | "scheduledAt"> | null> {
  const found = edit.target === "auto" ? yield* findToEdit(sender, plan, edit) : null;
  if (edit.target === "auto" && found === null) {
    yield { kind: "progress", line: "No status that announces the same was found, so a new one is posted." };
    return null;
  }
  const id = found ? String(found.id) : await resolveStatus(sender.client, edit.target, "`edit-status-id`");
  yield { kind: "editing", id };
  const { texts, params, poll, media, inReplyTo, quoted } = plan;
  const { content_type, spoiler_text, language, sensitive, quote_approval_policy } = params;
  const status = yield* editStatus(sender, id, {
    status: texts[0]!,
    ...(content_type === undefined ? {} : { content_type }),
    ...(spoiler_text === undefined ? {} : { spoiler_text }),
    ...(language === undefined ? {} : { language }),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(quote_approval_policy === undefined ? {} : { quote_approval_policy }),
    ...(poll ? { poll } : {}),
    media,
  });
  // With `auto` these are for the case that a look finds nothing; beside an id they are refused.
  const { visibility = "" } = params;
  const asked = { visibility, in_reply_to_id: inReplyTo, quoted_status_id: quoted };
  const fixed = fixedOf(asked, status.entity);
  const missing = status.changed ? unmentioned(plan.mentions, texts[0]!, status.entity) : null;
  const told = [fixed, missing].filter((sentence) => sentence !== null);
  yield { kind: "edited", status, differences: [...status.differences, ...told] };
  return { ...status, scheduledAt: null };
}

/** What the author named. What is absent stays as it is. */
export interface Changes extends Omit<Named, "media_ids"> {
  /** Replace all media that are there; none: those stay. */
  media: readonly Upload[];
}

/** Mastodon keeps no poll that ends sooner (`PollExpirationValidator`: 300 s), and a request takes its time. */
const SHORTEST_POLL = 310_000;

/** Waits after an answer that was lost, one try each. Milliseconds. */
const PAUSES = [5_000, 15_000, 30_000];

/**
 * Edits an own status. `PUT /api/v1/statuses/:id` drops what is left out, so all is read first, and what the author did
 * not name is sent as it is. A poll that asks the same as the one that is there counts as not
 * named: it goes on until it closes.
 *
 * An edit may be repeated without harm: when its answer is lost, a look tells whether it was made, and else it is sent
 * again.
 *
 * @throws MastodonError, its outcome `unknown` when the edit may have been made all the same
 */
export async function* editStatus(sender: Sender, id: string, { media, ...changes }: Changes): Steps<Edited> {
  const { client } = sender;
  const state = await readState(client, id);
  const named: Named = { ...changes };
  if (named.poll && isSamePoll(named.poll, state.poll)) delete named.poll;
  if (media.length === 0 && changesOf(named, state).length === 0) return editedOf(client, state, state.text ?? "");
  refuseLoss(client, named, state);
  await refuseBreaking(client, named, state);
  if (media.length > 0) named.media_ids = yield* uploadMedia(sender, media);
  const text = named.status ?? state.text ?? "";
  try {
    const after = yield* put(sender, id, named, state);
    if (after === null) return editedOf(client, state, text);
    // The answer does not tell the text as it was sent.
    const left = changesOf({ ...named, status: undefined, media_ids: mediaLeft(named, state, after) }, after);
    const differences = left.map((what) => `The edit was taken, but the server left ${what} as before.`);
    return { ...editedOf(client, after, text), changed: true, differences };
  } catch (error) {
    if (error instanceof CancelledInTime || (error instanceof MastodonError && error.outcome === "not done")) {
      yield { kind: "not stored" };
      await deleteMedia(sender, named.media_ids ?? []);
    }
    throw error;
  }
}

/** The media to compare an answer by: a server that gives attachments new ids has changed them if they are not the old. */
function mediaLeft({ media_ids: asked }: Named, before: StatusState, after: StatusState): string[] | undefined {
  const ids = ({ media }: StatusState) => String(media.map(({ id }) => id));
  const isReplaced = asked?.length === after.media.length && ids(before) !== ids(after);
  return isReplaced ? undefined : asked;
}

function editedOf(client: Client, { entity, response }: StatusState, text: string): Edited {
  return {
    changed: false,
    id: String(entity.id),
    url: addressOf(entity),
    uri: shownAddress(entity.uri),
    visibility: wordOf(entity.visibility),
    language: wordOf(entity.language),
    ...authorOf(entity.account, client.origin),
    text,
    differences: [],
    entity,
    response,
  };
}

/** An edit that would lose what the author wants to keep is refused before anything is sent. */
function refuseLoss(client: Client, named: Named, { entity, text, poll }: StatusState): void {
  const { host } = new URL(client.origin);
  const url = addressOf(entity);
  if (entity.reblog) {
    const what = `${url} is a boost, not a status of its own.`;
    throw refused(client, entity, { what, why: "", cure: "Give the id of the status that it boosts." });
  }
  if (named.status === undefined && text === null) {
    throw refused(client, entity, {
      what: `${url} cannot be edited without a text: ${host} does not tell the one that it has as it was written.`,
      why: "An edit replaces everything, and mentions and formatting would be lost.",
      cure: "Give the text as well.",
    });
  }
  if (!poll || named.poll) return;
  const left = poll.closes === null ? Number.POSITIVE_INFINITY : poll.closes - client.clock.now();
  if (!poll.isClosed && left >= SHORTEST_POLL) return;
  const time = poll.closes === null ? "" : ` (${formatTime(new Date(poll.closes))})`;
  throw refused(client, entity, {
    what: `${url} cannot be edited any more: its poll ${poll.isClosed || left <= 0 ? "is closed" : "ends within five minutes"}${time}.`,
    why: "An edit sends the poll again, and servers refuse one that ends so soon.",
    cure: "Give another poll to replace it, or post again.",
  });
}

/** An edit that breaks what is there, though it is sent again, is refused: Sharkey's polls then end early, and quotes go. */
async function refuseBreaking(client: Client, named: Named, { entity, poll }: StatusState): Promise<void> {
  const kept = [...(poll || named.poll ? ["poll"] : []), ...(entity.quote || entity.quote_id ? ["quote"] : [])];
  if (kept.length === 0) return;
  const lost = (await editsLose(client)).filter((part) => kept.includes(part));
  if (lost.length === 0) return;
  const what = `${addressOf(entity)} has a ${lost.join(" and a ")}, which an edit would break on this server.`;
  throw refused(client, entity, { what, why: "", cure: "Post again, and delete this one by hand." });
}

function refused({ origin }: Client, { id }: StatusState["entity"], diagnosis: Diagnosis): MastodonError {
  const failure = { method: "PUT", path: `/api/v1/statuses/${String(id)}`, origin, proxy: "" };
  return new MastodonError(failure, diagnosis, "not done");
}

/** @returns null where the server says that nothing is new */
async function* put(sender: Sender, id: string, named: Named, state: StatusState): Steps<StatusState | null> {
  const { client, patient, signal } = sender;
  const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
  let lost: MastodonError | null = null;
  for (const [index, wait] of PAUSES.entries()) {
    signal.throwIfAborted();
    yield { kind: "sending", what: "the edit" };
    const error = await send(patient, path, bodyOf(named, state, client.clock.now()), signal).catch((reason) => {
      // A try before may have made the edit.
      throw reason instanceof CancelledInTime && lost !== null ? new Cancelled() : reason;
    });
    if (!(error instanceof MastodonError)) return error;
    const { answer } = error.failure;
    // GoToSocial's words.
    if (/status was not changed/i.test(serverSentence(error.failure))) return null;
    // After an edit that snac made, the old id is gone.
    if (lost && isMissing(error)) throw lost;
    const isLast = index === PAUSES.length - 1;
    if (answer?.status === 429) {
      const limit = waitForLimit(answer, index + 1, client.clock.now());
      if (isLast || limit >= client.clock.left()) throw lost ?? error;
      if (lost === null) yield { kind: "not stored" };
      yield waiting(`Rate limit: waiting ${inSeconds(limit)}, until ${clockTime(client.clock.now() + limit)}.`);
      if (!(await pause(client.clock, limit))) throw lost ?? error;
      continue;
    }
    const optional = refusedOptional(error, named);
    if (optional !== null) {
      yield sentWithout(optional);
      return yield* put(sender, id, without(named, optional), state);
    }
    const explained = await explainRefusal(client, error, state);
    const mayBeMade = mayBeStored(answer);
    if (!mayBeMade && (error.outcome === "not done" || explained !== error)) throw explained;
    lost = mayBeMade ? new MastodonError(error.failure, error.diagnosis, "unknown") : error;
    if (wait >= client.clock.left()) throw lost;
    yield waiting(`${whatWasLost(error)}; looking in ${inSeconds(wait)} whether the edit was made.`);
    if (!(await pause(client.clock, wait))) throw lost;
    const now = await readState(client, id).catch(() => null);
    if (now && changesOf(named, now).length === 0) return now;
    if (now && mayBeMade) throw explained;
    if (now && !isLast) yield waiting("The edit was not made; sending it again.");
  }
  throw lost;
}

function waiting(line: string) {
  return { kind: "waiting", line } as const;
}

function whatWasLost({ failure: { answer, cause } }: MastodonError): string {
  if (answer) return `The answer was ${answer.status}, which leaves open whether the edit was made`;
  const code = codeOf(cause);
  return `Connection lost after sending${code === "" ? "" : ` (${code})`}`;
}

async function send(
  client: Client,
  path: string,
  body: Record<string, unknown>,
  unless: AbortSignal,
): Promise<StatusState | MastodonError> {
  try {
    const answer = await client.call("PUT", path, { body, unless, ownConnection: true });
    if (isStored(answer.json)) return stateOf(answer, null);
    const failure = { method: "PUT", path, origin: client.origin, proxy: "", answer, json: answer.json };
    return new MastodonError(failure, { what: "The answer is not a status.", why: "", cure: "" }, "unknown");
  } catch (error) {
    if (error instanceof MastodonError) return error;
    throw error;
  }
}

/** Mastodon answers 404 for a status of somebody else, activities.next 403, Sharkey 500. */
async function explainRefusal(client: Client, error: MastodonError, { entity }: StatusState): Promise<unknown> {
  const explained = orMissingScope(error, "write:statuses", "To edit a status");
  const { failure } = error;
  const { status = 0 } = failure.answer ?? {};
  const mayBeForeign = isMissing(error) || status === 403 || status === 500;
  if (explained !== error || !failure.answer || !mayBeForeign) return explained;
  const author = asObject(entity.account);
  const own = await ownId(client);
  if (status === 500 ? own === null || own === author.id : own === author.id && status === 403) return error;
  const why =
    own === author.id
      ? "The status is this account's own, so it is the server that cannot edit."
      : `It is by ${handleOf(author, client.origin)}, and an account edits its own statuses only${own === null ? "; or the server cannot edit" : ""}.`;
  const what = `${hostOf(failure)} did not edit ${addressOf(entity)}: ${answerInWords({ ...failure, answer: failure.answer })}.`;
  const cure = own === author.id ? "Post again." : "Check the id, or post again.";
  return new MastodonError(failure, { what, why, cure }, "not done");
}

/** The id of the token's own account; null where it may not tell. */
async function ownId(client: Client): Promise<unknown> {
  try {
    return asObject((await client.call("GET", VERIFY)).json).id ?? null;
  } catch {
    return null;
  }
}
