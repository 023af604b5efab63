import { log, logFound, logPosted } from "../action/report.ts";
import { added } from "../action/result.ts";
import { formatTime } from "../mastodon/clock.ts";
import { keyOf } from "../mastodon/key.ts";
import { apiTime } from "../mastodon/look/server-time.ts";
import { deleteMedia } from "../mastodon/media/media.ts";
import { differencesOf, mediaLosses } from "../mastodon/publish/differences.ts";
import { publishIntent } from "../mastodon/publish/publish.ts";
import type { Published, StatusParams } from "../mastodon/published.ts";
import { attach } from "./attach.ts";
import { type Course, type Delivery, isNotDone, noteDifferences, noteRetry, paramsOf } from "./delivery.ts";
import { editPosted } from "./edit.ts";
import { pin } from "./pin.ts";
import { bearsMore } from "./render.ts";
import { deleteUnused } from "./upload.ts";

/** A status as the server tells it. */
type Entity = Record<string, unknown>;

/** Posts, or edits, and pins. */
export async function deliver(delivery: Delivery, course: Course): Promise<void> {
  const entity = (await edit(delivery, course)) ?? (await publish(delivery, course));
  if (delivery.inputs.pin) await pin(delivery, entity, course);
}

/** @returns the status that was edited; null where there is none to edit */
async function edit(delivery: Delivery, course: Course): Promise<Entity | null> {
  if (delivery.post.edits === "") return null;
  return editPosted(delivery, course);
}

/** @returns the first part */
async function publish(delivery: Delivery, course: Course): Promise<Entity> {
  const { client, inputs, post, texts, scheduledAt, identity, subjectUrl, lookBack } = delivery;
  const params = paramsOf(delivery);
  const compare = comparisonFor(delivery);
  let attached: Partial<StatusParams> = {};
  let first: Entity = {};
  let isDuplicate = false;
  const intent = {
    params,
    texts,
    subjectUrl,
    lookSince: lookBack?.since ?? null,
    isScheduled: scheduledAt !== null,
    keyOf: (part: number, generation: number) =>
      keyOf(inputs.accessToken, inputs.instanceUrl, identity, part, generation),
    async attach() {
      if (bearsMore(post)) attached = await attach(delivery);
      return attached;
    },
  };
  if (lookBack) log(`Looking for the same post since ${moment(lookBack.since)}, ${lookBack.why}.`);
  await publishIntent(client, intent, {
    onSending: course.onSending,
    onRetry: (line) => noteRetry(line, course),
    onPublished(published, part) {
      if (part === 0) {
        first = published.entity;
        isDuplicate = published.duplicate;
      }
      // Noted before anything else can fail.
      course.advance(added(course.result(), published, part));
      if (part === 0) {
        const asked = { status: texts[part]!, ...params, ...attached };
        noteDifferences(
          remarksOn(published, () => compare(asked, published.entity)),
          course,
        );
      }
      const name = texts.length === 1 ? "" : `part ${part + 1} of ${texts.length} `;
      if (published.status === 0) logFound(inputs.instanceUrl, name, published.url, whenOf(published));
      else logPosted(inputs.instanceUrl, name, published);
      course.settle();
    },
  }).catch(async (error: unknown) => {
    // A part that is up bears its media.
    if (post.media.length > 0 && Object.keys(first).length === 0 && isNotDone(error, course)) {
      await deleteMedia(client, attached.media_ids ?? []);
    }
    throw error;
  });
  // A post that was there already bears its own media, so that those of this run are of no use.
  if (post.media.length > 0 && isDuplicate) {
    await deleteUnused(client, attached.media_ids ?? [], first);
  }
  return first;
}

/** How to compare an answer with what was asked. Where that was a text alone, nothing of it can be missing. */
function comparisonFor(delivery: Delivery): (asked: StatusParams, entity: Entity) => string[] {
  if (Object.keys(paramsOf(delivery)).length === 0 && !bearsMore(delivery.post)) return () => [];
  return (asked, entity) => [...differencesOf(asked, entity), ...mediaLosses(delivery.post.media, entity)];
}

/** What the author should know of what is up: where it says something else than was asked, only that. */
function remarksOn({ otherText, status }: Published, differences: () => string[]): string[] {
  if (otherText === null) return differences();
  return status === 0 ? [OTHER_TEXT_FOUND] : [OTHER_TEXT_BY_KEY];
}

const OTHER_TEXT_FOUND =
  "What is up has another text than this run would have posted, and stays as it is. To bring it up to date, set `edit-status-id: auto`.";
const OTHER_TEXT_BY_KEY =
  "This was posted before with another text, so the new text was not posted. To post both, give each step an `idempotency-key` of its own.";

/** When a status that a look found was posted, or comes out. */
function whenOf({ entity, scheduledAt }: Published): string {
  return scheduledAt === null
    ? `posted at ${moment(apiTime(entity.created_at))}`
    : `to come out at ${moment(apiTime(scheduledAt))}`;
}

/** A time, in milliseconds since 1970, as the log tells it. */
function moment(time: number): string {
  return Number.isNaN(time) ? "a time unknown" : formatTime(new Date(time));
}
