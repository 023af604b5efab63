import { inUtc } from "../../time.ts";
import { accountRemarks, authorOf, verifyAccount } from "../account.ts";
import { asObject, type Client } from "../client.ts";
import { CancelledInTime, pause } from "../clock.ts";
import { editPosted } from "../edit/edit.ts";
import { MastodonError } from "../error.ts";
import { type Earlier, findEarlier, withoutLook } from "../history/earlier.ts";
import type { Wanted } from "../history/recognise.ts";
import { deleteMedia, uploadMedia } from "../media/media.ts";
import type { Plan, Steps } from "../plan.ts";
import { KEY_LIFE, openSender, type Sender } from "../sender.ts";
import { isId, type Published, type StatusParams } from "../status.ts";
import { differencesOf, mediaLosses, otherMedia, unmentioned } from "./differences.ts";
import { postOnce } from "./once.ts";
import { pinStatus } from "./pin.ts";
import { resolveReferences } from "./reference.ts";
import { refusedSchedule } from "./schedule.ts";

type Entity = Record<string, unknown>;

/** How long the run of another event of the same release is given to go first, in milliseconds. */
const YIELD = 5000;

/**
 * Makes one post of one plan: however often this is called for it, whatever is lost on the way. A first attempt that goes
 * well costs one request.
 *
 * @param signal fires when the run is cancelled: nothing new is sent then, and what is in flight has five seconds more
 * @param taken ids of the statuses that answer for other posts of the run; those of this one are added
 * @throws MastodonError, its outcome `unknown` when the status may or may not be there; FileError; Cancelled; Error with one
 * sentence where the author has to change something
 */
export async function* publish(
  client: Client,
  plan: Plan,
  signal: AbortSignal,
  taken: Set<string> = new Set(),
): Steps<void> {
  const sender = openSender(client, signal);
  if (plan.letsGoFirst) yield* letGoFirst(sender.client);
  const edited = plan.edit === null ? null : yield* editPosted(sender, plan, plan.edit);
  const first = edited ?? (yield* post(sender, plan, taken));
  if (first.scheduledAt !== null && first.handle === "") {
    // A ScheduledStatus names no account. It is stored, whatever becomes of the question.
    const account = await verifyAccount(sender.client).catch(() => null);
    if (account) yield { kind: "author", ...authorOf(account, client.origin) };
  }
  // A scheduled status is none until its time comes.
  if (!plan.pin || first.scheduledAt !== null || first.id === "") return;
  const { id: author } = asObject(first.entity.account);
  yield { kind: "pinned", problem: await pinStatus(sender.client, first.id, String(author ?? "")) };
}

/** Posts the parts in order, each in reply to the one before. @returns the first part */
async function* post(sender: Sender, plan: Plan, taken: Set<string>): Steps<Published> {
  const { client } = sender;
  const { texts, look } = plan;
  const began = client.clock.now();
  const references = await resolveReferences(client, plan);
  const earlier = look && (yield* lookBefore(sender, plan, references, taken));
  const keySince = earlier?.reliesOnKey ? look!.keySince : null;
  let attached: Partial<StatusParams> = {};
  const posted: Published[] = [];
  try {
    for (const [part, text] of texts.entries()) {
      const previous = posted.at(-1) ?? null;
      let published = earlier?.parts[part] ?? null;
      if (published === null) {
        if (previous) remember(sender, previous);
        if (part === 0) attached = { ...references, ...(yield* attach(sender, plan)) };
        const params = paramsOf(plan, text, attached, posted);
        // Whoever posted the part before may have posted this one, too: a run beside this one is ahead of it.
        const since = previous?.duplicate ? began - KEY_LIFE : (keySince ?? began);
        published = yield* postOnce(sender, {
          params,
          identity: plan.identity,
          isAuthorsKey: hasAuthorsKey(plan),
          part,
          name: texts.length === 1 ? "the status" : `part ${part + 1} of ${texts.length}`,
          wanted: { ...wantedOf(plan, part, params), after: previous && { previous: previous.id }, since, taken },
          isKeyKnown: look !== null || hasAuthorsKey(plan) || previous?.duplicate === true,
          isShared: plan.release !== null || look !== null || hasAuthorsKey(plan),
          lookedSince: look === null ? null : look.since,
          keySince,
          followsOld: previous?.duplicate === true,
        });
      }
      taken.add(published.id);
      posted.push(published);
      const asked = paramsOf(plan, text, attached, []);
      const missing = published.duplicate ? null : unmentioned(plan.mentions, text, published.entity);
      const differences = [
        ...(part === 0 ? remarksOn(published, asked, plan, client) : []),
        ...(missing === null ? [] : [missing]),
      ];
      yield { kind: "stored", part, status: published, differences };
      // Behind another post the rest would be replies that do not belong there.
      if (part === 0 && ["another", "same release", "same link"].includes(published.likeness)) break;
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

/**
 * Looks for all parts, before anything is sent.
 *
 * @throws MastodonError where a part is missing between others, or where nobody can tell whether it is there
 */
async function* lookBefore(
  sender: Sender,
  plan: Plan,
  references: Partial<StatusParams>,
  taken: ReadonlySet<string>,
): Steps<Earlier & { reliesOnKey: boolean }> {
  const { texts, params, scheduledAt, media } = plan;
  const look = plan.look!;
  const isScheduled = scheduledAt !== null;
  yield { kind: "looking", since: look.since, why: look.why };
  const window = { since: look.since, most: look.most, visibility: params.visibility, scheduled: isScheduled };
  const poll = plan.poll ? { poll: { ...plan.poll, options: [...plan.poll.options] } } : {};
  const wanted = texts.map((status, part) => ({
    ...wantedOf(plan, part, part === 0 ? { status, ...params, ...references, ...poll } : { status, ...params }),
    taken,
  }));
  const earlier = yield* findEarlier(sender, window, wanted);
  const { parts, missing } = earlier;
  const count = parts.findLastIndex((part) => part !== null) + 1;
  const gap = parts.indexOf(null);
  if (gap >= 0 && gap < count) yield* stopAtGap(sender.client, parts, gap);
  if (missing === null || count === texts.length) return { ...earlier, reliesOnKey: false };
  const hasMedia = count === 0 && media.length > 0 && !hasAuthorsKey(plan);
  const reliesOnKey = yield* withoutLook(sender, missing, look, { isScheduled, hasMedia });
  return { ...earlier, reliesOnKey };
}

/** What stands behind a gap is shown, and nothing is sent: it would come behind what follows. */
async function* stopAtGap(client: Client, parts: Earlier["parts"], gap: number): Steps<void> {
  for (const [part, status] of parts.entries()) {
    if (status) yield { kind: "stored", part, status, differences: [] };
  }
  throw new MastodonError(
    { method: "GET", path: "/api/v1/accounts", origin: client.origin, proxy: "" },
    {
      what: `Part ${gap + 1} of ${parts.length} is missing, though parts behind it are there, so nothing was posted.`,
      why: "It was deleted since, or edited where the server keeps no history.",
      cure: "Post it by hand, or delete the whole thread and run again.",
    },
    "not done",
  );
}

/** What a look for one part goes by. */
export function wantedOf(
  { release, link, media, look, scheduledAt }: Plan,
  part: number,
  params: StatusParams,
): Wanted {
  return {
    params,
    attachments: part === 0 ? media.length : 0,
    isScheduled: scheduledAt !== null,
    after: part === 0 ? null : { previous: null },
    release: release?.url ?? "",
    inAnyWords: release?.inAnyWords ?? false,
    link,
    since: look?.since ?? 0,
    taken: new Set(),
  };
}

function hasAuthorsKey({ identity }: Plan): boolean {
  return identity[0] === "key";
}

/** What a part is sent with. @param posted the parts before */
function paramsOf(
  { params }: Plan,
  status: string,
  attached: Partial<StatusParams>,
  posted: readonly Published[],
): StatusParams {
  const previous = posted.at(-1);
  if (!previous) return { status, ...params, ...attached };
  const visibility = visibilityOf(params.visibility, posted[0]);
  return {
    status,
    ...params,
    ...(visibility === undefined ? {} : { visibility }),
    in_reply_to_id: previous.id,
  };
}

/** Another event of the same release may have started a run, too, which goes first then. */
async function* letGoFirst({ clock }: Client): Steps<void> {
  const line = `Waiting ${YIELD / 1000} s, so that a run for \`published\` of this release, if there is one, posts first.`;
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
  if (isId(id)) sender.owner ??= { id: String(id), privacy: "", statuses: null };
}

/** What only the first part has. A look came before: what is there already needs no upload, and may be past its time. */
async function* attach(sender: Sender, { poll, media, scheduledAt }: Plan): Steps<Partial<StatusParams>> {
  const late = scheduledAt === null ? null : refusedSchedule(scheduledAt, sender.client.clock.now());
  if (late !== null) throw new Error(late);
  return {
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

/** What the author should know of what is up: where that is another post, only that. */
function remarksOn(
  { likeness, otherText, entity, scheduledAt, duplicate }: Published,
  asked: StatusParams,
  { media }: Plan,
  { origin }: Client,
): string[] {
  const account = accountRemarks(asObject(entity.account), origin);
  const texts = `There: ${shown(otherText ?? "")} Here: ${shown(asked.status)}`;
  switch (likeness) {
    case "edited":
      return ["The existing post was edited since, and was left unchanged. To update it, set `edit-status-id: auto`."];
    case "same release":
      return [
        `A post about the same release that begins in the same way counts as this one, so this text was not posted. ${texts} To post both, give this one an \`idempotency-key\`.`,
      ];
    case "same link":
      return [
        `A post that links to the same entry counts as this one, so this text was not posted. ${texts} To post both, give this one an \`idempotency-key\`.`,
      ];
    case "another":
      return [
        `Another post used the same \`idempotency-key\` before, so this text was not posted. ${texts} To post both, give each an \`idempotency-key\` of its own.`,
      ];
    case "changed":
      return [
        `The server stored another text than was sent. ${texts}`,
        ...differencesOf(asked, entity, scheduledAt),
        ...account,
      ];
    case "same":
      return [
        ...differencesOf(asked, entity, scheduledAt),
        ...(duplicate ? otherMedia(media, entity) : mediaLosses(media, asked.media_ids ?? [], entity)),
        ...account,
      ];
  }
}

/** The most of a text that a warning repeats, in characters. */
const MOST_SHOWN = 200;

function shown(text: string): string {
  const all = [...text];
  return `“${all.length > MOST_SHOWN ? `${all.slice(0, MOST_SHOWN).join("")}…` : text}”.`;
}

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
