import { handleOf } from "../account.ts";
import { asObject, type Client, textOf } from "../client.ts";
import { formatTime, pause } from "../clock.ts";
import { serverSentence, told } from "../diagnosis/server-sentence.ts";
import { hostOf, MastodonError } from "../error.ts";
import { deleteMedia, uploadMedia } from "../media/media.ts";
import type { Upload } from "../media/upload.ts";
import { orMissingScope } from "../missing-scope.ts";
import { codeOf } from "../outcome.ts";
import { clockTime, inSeconds, waitForLimit } from "../retry.ts";
import type { Sender } from "../sender.ts";
import { type Edited, isStored } from "../status.ts";
import type { Steps } from "../step.ts";
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
 * not name is sent as it is (research, section 1.4). A poll that asks the same as the one that is there counts as not
 * named: it goes on until it closes.
 *
 * An edit may be repeated without harm: when its answer is lost, a look tells whether it was made, and else it is sent
 * again.
 *
 * @throws MastodonError, its outcome `unknown` when the edit may have been made all the same
 */
export async function* editStatus(sender: Sender, id: string, { media, ...changes }: Changes): Steps<Edited> {
  const { client, patient } = sender;
  const state = await readState(client, id);
  const named: Named = { ...changes };
  if (named.poll && isSamePoll(named.poll, state.poll)) delete named.poll;
  if (media.length === 0 && changesOf(named, state).length === 0) return editedOf(client, state, state.text ?? "");
  refuseLoss(client, named, state);
  if (media.length > 0) named.media_ids = yield* uploadMedia(sender, media);
  const text = named.status ?? state.text ?? "";
  try {
    const after = yield* put(sender, id, named, state);
    if (after === null) return editedOf(client, state, text);
    // The answer does not tell the text as it was sent.
    const left = changesOf({ ...named, status: undefined }, after);
    const differences = left.map((what) => `The edit was taken, but the server left ${what} as before.`);
    return { ...editedOf(client, after, text), changed: true, differences };
  } catch (error) {
    if (error instanceof MastodonError && error.outcome === "not done") {
      yield { kind: "not stored" };
      await deleteMedia(patient, named.media_ids ?? []);
    }
    throw error;
  }
}

function editedOf(client: Client, { entity, response }: StatusState, text: string): Edited {
  return {
    changed: false,
    id: String(entity.id),
    url: textOf(entity.url) || textOf(entity.uri),
    uri: textOf(entity.uri),
    visibility: textOf(entity.visibility),
    language: textOf(entity.language),
    handle: handleOf(entity.account, client.origin),
    text,
    differences: [],
    entity,
    response,
  };
}

/** An edit that would lose what the author wants to keep is refused before anything is sent. */
function refuseLoss(client: Client, named: Named, { entity, text, poll }: StatusState): void {
  const { host } = new URL(client.origin);
  const url = String(entity.url ?? entity.uri);
  const refuse = (what: string, why: string, cure: string) => {
    const failure = { method: "PUT", path: `/api/v1/statuses/${String(entity.id)}`, origin: client.origin, proxy: "" };
    return new MastodonError(failure, { what, why, cure }, "not done");
  };
  if (entity.reblog) {
    throw refuse(`${url} is a boost, and no status of its own.`, "", "Give the id of the status that it boosts.");
  }
  if (named.status === undefined && text === null) {
    throw refuse(
      `${url} cannot be edited without a text: ${host} does not tell the one that it has as it was written.`,
      "An edit sends everything anew, and mentions and formatting would be lost.",
      "Give the text as well.",
    );
  }
  if (!poll || named.poll) return;
  const left = poll.closes === null ? Number.POSITIVE_INFINITY : poll.closes - client.clock.now();
  if (!poll.isClosed && left >= SHORTEST_POLL) return;
  const time = poll.closes === null ? "" : ` (${formatTime(new Date(poll.closes))})`;
  throw refuse(
    `${url} cannot be edited any more: its poll ${poll.isClosed || left <= 0 ? "is closed" : "ends within five minutes"}${time}.`,
    "An edit sends the poll anew, and a server takes none that ends so soon.",
    "Give another poll to replace it, or post anew.",
  );
}

/** @returns null where the server says that nothing is new */
async function* put(sender: Sender, id: string, named: Named, state: StatusState): Steps<StatusState | null> {
  const { client, patient, signal } = sender;
  const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
  let lost: MastodonError | null = null;
  for (const [index, wait] of PAUSES.entries()) {
    signal.throwIfAborted();
    yield { kind: "sending", what: "the edit" };
    const error = await send(patient, path, bodyOf(named, state, client.clock.now()));
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
      yield waiting(`Rate limit: waiting ${inSeconds(limit)}, until ${clockTime(client.clock.now() + limit)}.`);
      if (!(await pause(client.clock, limit))) throw lost ?? error;
      continue;
    }
    if (error.outcome === "not done") throw await explainRefusal(client, error, state);
    lost = error;
    if (wait >= client.clock.left()) throw lost;
    yield waiting(`${whatWasLost(error)}; looking in ${inSeconds(wait)} whether the edit was made.`);
    if (!(await pause(client.clock, wait))) throw lost;
    const now = await readState(client, id).catch(() => null);
    if (now && changesOf(named, now).length === 0) return now;
    if (now && !isLast) yield waiting("Not made; sending it again.");
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

async function send(client: Client, path: string, body: Record<string, unknown>): Promise<StatusState | MastodonError> {
  try {
    const answer = await client.call("PUT", path, { body });
    if (isStored(answer.json)) return stateOf(answer, null);
    const failure = { method: "PUT", path, origin: client.origin, proxy: "", answer, json: answer.json };
    return new MastodonError(failure, { what: "The answer is no status.", why: "", cure: "" }, "unknown");
  } catch (error) {
    if (error instanceof MastodonError) return error;
    throw error;
  }
}

/** Mastodon answers 404 for a status of somebody else, activities.next 403 (server-quirks, section 1). */
async function explainRefusal(client: Client, error: MastodonError, { entity }: StatusState): Promise<unknown> {
  const explained = orMissingScope(error, "write:statuses", "To edit a status");
  const { failure } = error;
  if (explained !== error || !failure.answer || !(isMissing(error) || failure.answer.status === 403)) return explained;
  const author = asObject(entity.account);
  const own = await ownId(client);
  if (own === author.id && failure.answer.status === 403) return error;
  const why =
    own === author.id
      ? "The status is this account's own, so it is the server that cannot edit."
      : `It is by ${handleOf(author, client.origin)}, and an account edits its own statuses only${own === null ? "; or the server cannot edit" : ""}.`;
  const what = `${hostOf(failure)} did not edit ${String(entity.url ?? entity.uri)}: ${told({ ...failure, answer: failure.answer })}.`;
  const cure = own === author.id ? "Post anew." : "Check the id, or post anew.";
  return new MastodonError(failure, { what, why, cure }, error.outcome);
}

/** The id of the token's own account; null where it may not tell. */
async function ownId(client: Client): Promise<unknown> {
  try {
    return asObject((await client.call("GET", "/api/v1/accounts/verify_credentials")).json).id ?? null;
  } catch {
    return null;
  }
}
