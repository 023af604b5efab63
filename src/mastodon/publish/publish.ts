import { inUtc } from "../../time.ts";
import { accountRemarks } from "../account.ts";
import { asObject, type Client } from "../client.ts";
import { CancelledInTime, pause } from "../clock.ts";
import { editPosted } from "../edit/edit.ts";
import { MastodonError } from "../error.ts";
import { findEarlier, readEarlier, relyOnKey } from "../history/earlier.ts";
import type { History, Window } from "../history/history.ts";
import { deleteMedia, uploadMedia } from "../media/media.ts";
import type { Plan, Steps } from "../plan.ts";
import { KEY_LIFE, openSender, type Sender } from "../sender.ts";
import { isId, type Published, type StatusParams } from "../status.ts";
import { differencesOf, mediaLosses, unmentioned } from "./differences.ts";
import { postOnce } from "./once.ts";
import { pinStatus } from "./pin.ts";
import { resolveStatus } from "./reference.ts";
import { refusedSchedule } from "./schedule.ts";
import { textToFind } from "./send.ts";

type Entity = Record<string, unknown>;

/** How long the run of another event of the same release is given to go first, in milliseconds. */
const YIELD = 5000;

/**
 * Makes one post of one plan: however often this is called for it, whatever is lost on the way. A first attempt that goes
 * well costs one request.
 *
 * @param signal fires when the run is cancelled: nothing new is sent then, and what is in flight has five seconds more
 * @throws MastodonError, its outcome `unknown` when the status may or may not be there; FileError; Cancelled; Error with one
 * sentence where the author has to change something
 */
export async function* publish(client: Client, plan: Plan, signal: AbortSignal): Steps<void> {
  const sender = openSender(client, signal);
  if (plan.yieldTo !== "") yield* letGoFirst(sender.client, plan.yieldTo);
  const edited = plan.edit === null ? null : yield* editPosted(sender, plan, plan.edit);
  const first = edited ?? (yield* post(sender, plan));
  // A scheduled status is none until its time comes.
  if (!plan.pin || first.scheduledAt !== null || first.id === "") return;
  const { id: author } = asObject(first.entity.account);
  yield { kind: "pinned", problem: await pinStatus(sender.client, first.id, String(author ?? "")) };
}

/** Posts the parts in order, each in reply to the one before. @returns the first part */
async function* post(sender: Sender, plan: Plan): Steps<Published> {
  const { client } = sender;
  const { texts, params, look } = plan;
  const began = client.clock.now();
  const window: Window = {
    since: look?.since ?? began,
    beyond: 0,
    visibility: params.visibility,
    scheduled: plan.scheduledAt !== null,
  };
  if (look) yield { kind: "looking", ...look };
  let history: History | null = look && (yield* readEarlier(sender, window));
  let keySince: number | null = null;
  let attached: Partial<StatusParams> = {};
  const taken = new Set<string>();
  const posted: Published[] = [];
  try {
    for (const [part, text] of texts.entries()) {
      const previous = posted.at(-1) ?? null;
      const visibility = visibilityOf(params.visibility, posted[0]);
      const ties = {
        ...(visibility === undefined ? {} : { visibility }),
        ...(previous === null ? {} : { in_reply_to_id: previous.id }),
      };
      if (previous) taken.add(previous.id);
      const known = textToFind({ ...params, status: text });
      const wanted = { text: known, subjectUrl: plan.subject.url, previous: previous?.id ?? null, taken };
      let published = history && findEarlier(client, history, { ...wanted, since: window.since });
      if (published === null) {
        if (history?.missing) {
          yield* relyOnKey(client, history.missing, window);
          keySince = window.since;
        }
        // What follows a part that is not there is not there either.
        history = null;
        if (previous) remember(sender, previous);
        if (part === 0) attached = yield* attach(sender, plan);
        // Whoever posted the part before may have posted this one, too: a run beside this one is ahead of it.
        const since = previous?.duplicate ? Math.min(window.since, began - KEY_LIFE) : (keySince ?? began);
        published = yield* postOnce(sender, {
          params: { status: text, ...params, ...ties, ...(part === 0 ? attached : {}) },
          identity: plan.identity,
          part,
          name: texts.length === 1 ? "the status" : `part ${part + 1} of ${texts.length}`,
          subjectUrl: plan.subject.url,
          previous: previous?.id ?? null,
          taken,
          lookedSince: look && window.since,
          maySince: look === null && previous === null ? null : since,
          keySince,
        });
      }
      posted.push(published);
      const asked = { status: text, ...params, ...attached };
      const missing = published.duplicate ? null : unmentioned(plan.mentions, text, published.entity);
      const differences = [
        ...(part === 0 ? remarksOn(published, asked, plan, client) : []),
        ...(missing === null ? [] : [missing]),
      ];
      yield { kind: "stored", part, status: published, differences };
      // Under another text the rest would be replies to a post that they do not belong to.
      if (part === 0 && published.otherText !== null) break;
      if (previous !== null && published.inReplyToId !== previous.id) throw replyLost(client, published);
    }
  } catch (error) {
    const isNotDone =
      error instanceof CancelledInTime || (error instanceof MastodonError && error.outcome === "not done");
    // A part that is up has its media.
    if (isNotDone && posted.length === 0) await deleteMedia(sender, attached.media_ids ?? []);
    throw error;
  }
  const first = posted[0]!;
  // A post that was there already has its own media, so that those of this run are of no use.
  if (first.duplicate) await deleteUnused(sender, attached.media_ids ?? [], first.entity);
  return first;
}

/** A run that the same release started goes first, and is given the time for it. */
async function* letGoFirst({ clock }: Client, event: string): Steps<void> {
  const line = `Waiting ${YIELD / 1000} s: the event \`${event}\` of this release announces it too, and goes first.`;
  yield { kind: "progress", line };
  await pause(clock, YIELD);
}

/**
 * The visibility of the next part. Replies are quiet (`unlisted`) where the first part came out `public`, so that a thread
 * does not fill a timeline; else they are as the first.
 */
function visibilityOf(asked: string | undefined, first: Published | undefined): string | undefined {
  if (!first || first.visibility === "") return asked;
  return first.visibility === "public" ? "unlisted" : first.visibility;
}

/** Whose account it is, from a status that it posted: a look need not ask then. */
function remember(sender: Sender, { entity }: Published): void {
  const { id } = asObject(entity.account);
  if (isId(id)) sender.owner ??= { id: String(id), privacy: "" };
}

/** What only the first part has. A look came before: what is there already needs no upload, and may be past its time. */
async function* attach(sender: Sender, plan: Plan): Steps<Partial<StatusParams>> {
  const { client } = sender;
  const { inReplyTo, quoted, quotesBy, poll, media, scheduledAt } = plan;
  const late = scheduledAt === null ? null : refusedSchedule(scheduledAt, client.clock.now());
  if (late !== null) throw new Error(late);
  return {
    ...(inReplyTo === "" ? {} : { in_reply_to_id: await resolveStatus(client, inReplyTo, "`in-reply-to-id`") }),
    ...(quoted === "" ? {} : { [quotesBy]: await resolveStatus(client, quoted, "`quoted-status-id`") }),
    ...(scheduledAt === null ? {} : { scheduled_at: inUtc(scheduledAt) }),
    ...(poll ? { poll: { ...poll, options: [...poll.options] } } : {}),
    ...(media.length > 0 ? { media_ids: yield* uploadMedia(sender, media) } : {}),
  };
}

/** Deletes the uploads that a status does not have. */
async function deleteUnused(sender: Sender, uploaded: readonly string[], { media_attachments: media }: Entity) {
  const kept = Array.isArray(media) ? media.map((item) => String(asObject(item).id)) : [];
  await deleteMedia(
    sender,
    uploaded.filter((id) => !kept.includes(id)),
  );
}

/** What the author should know of what is up: where it says something else than was asked, only that. */
function remarksOn(
  { otherText, status, entity }: Published,
  asked: StatusParams,
  { media }: Plan,
  { origin }: Client,
): string[] {
  if (otherText === null) {
    const losses = mediaLosses(media, asked.media_ids ?? [], entity);
    return [...differencesOf(asked, entity), ...losses, ...accountRemarks(asObject(entity.account), origin)];
  }
  return status === 0 ? [OTHER_TEXT_FOUND] : [OTHER_TEXT_BY_KEY];
}

const OTHER_TEXT_FOUND =
  "The existing post has different text and was left unchanged. To update it, set `edit-status-id: auto`.";
const OTHER_TEXT_BY_KEY =
  "This was posted before with another text, so the new text was not posted. To post both, give each step an `idempotency-key` of its own.";

function replyLost(client: Client, { url }: Published): MastodonError {
  const host = new URL(client.origin).host;
  return new MastodonError(
    { method: "POST", path: "/api/v1/statuses", origin: client.origin, proxy: "" },
    {
      what: `${host} posted a part of the thread without its link to the part before: ${url}.`,
      why: "The part before was deleted meanwhile, or the server ignores in_reply_to_id.",
      cure: "Delete the loose part, and post the rest by hand.",
    },
    // Nothing of the rest was sent.
    "not done",
  );
}
