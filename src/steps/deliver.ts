import type { Cancellation } from "../action/cancellation.ts";
import type { Inputs } from "../action/inputs.ts";
import { type LookWindow, USUAL_WINDOW } from "../action/look-window.ts";
import { log, logFound, logPosted } from "../action/report.ts";
import { added, edited, type Result } from "../action/result.ts";
import { refusedSchedule, scheduleParameter } from "../action/schedule.ts";
import { asObject, type Client } from "../mastodon/client.ts";
import { editStatus } from "../mastodon/edit/edit.ts";
import { MastodonError } from "../mastodon/error.ts";
import { findPosted } from "../mastodon/look/earlier.ts";
import { apiTime } from "../mastodon/look/server-time.ts";
import { deleteMedia, uploadMedia } from "../mastodon/media/media.ts";
import { differencesOf, mediaLosses } from "../mastodon/publish/differences.ts";
import { keyOf } from "../mastodon/publish/key.ts";
import { pinStatus } from "../mastodon/publish/pin.ts";
import { type Published, publishIntent, type StatusParams } from "../mastodon/publish/publish.ts";
import { resolveStatus } from "../mastodon/publish/reference.ts";
import { formatTime } from "../mastodon/rate-limit.ts";
import type { Post } from "./render.ts";

/** All that is decided before anything is sent. */
export interface Delivery {
  client: Client;
  inputs: Inputs;
  post: Post;
  texts: readonly string[];
  /** Milliseconds since 1970; null for at once. */
  scheduledAt: number | null;
  identity: unknown[];
  subjectUrl: string;
  /** When what the post is about came out, in milliseconds since 1970; absent or null where that is not known. */
  subjectTime?: number | null;
  /** Since when to look for the same post first; null: do not look. */
  lookBack: LookWindow | null;
}

/** Told of every step forward, so that nothing is lost when a later one fails. */
export interface Course {
  /** The result so far. */
  result(): Result;
  advance(result: Result): void;
  onSending: Cancellation["onSending"];
  settle: Cancellation["settle"];
}

/** Posts, or edits, and pins. */
export async function deliver(delivery: Delivery, course: Course): Promise<void> {
  const target = await statusToEdit(delivery);
  if (target !== null) course.advance({ ...course.result(), isEdit: true });
  const entity = target === null ? await publish(delivery, course) : await edit(delivery, target, course);
  if (delivery.inputs.pin) await pin(delivery, entity, course);
}

/** @returns the first part, as the server told it */
async function publish(delivery: Delivery, course: Course): Promise<Record<string, unknown>> {
  const { client, inputs, post, texts, scheduledAt, identity, subjectUrl, lookBack } = delivery;
  const params = paramsOf(inputs, post);
  let attached: Partial<StatusParams> = {};
  let first: Record<string, unknown> = {};
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
      attached = await attach(delivery);
      return attached;
    },
  };
  if (lookBack) log(`Looking for the same post since ${moment(lookBack.since)}, ${lookBack.why}.`);
  await publishIntent(client, intent, {
    onSending: course.onSending,
    onRetry: (line) => retry(line, course),
    onPublished(published, part) {
      if (part === 0) {
        first = published.entity;
        isDuplicate = published.duplicate;
      }
      const asked = { status: texts[part]!, ...params, ...(part === 0 ? attached : {}) };
      const remarks = part === 0 ? remarksOn(published, asked, post.media) : [];
      course.advance(added(course.result(), published, part, remarks));
      const name = texts.length === 1 ? "" : `part ${part + 1} of ${texts.length} `;
      if (published.status === 0) logFound(inputs.instanceUrl, name, published.url, whenOf(published));
      else logPosted(inputs.instanceUrl, name, published);
      course.settle();
    },
  }).catch(async (error: unknown) => {
    // A part that is up bears its media.
    if (Object.keys(first).length === 0) await deleteLeftovers(client, error, attached.media_ids ?? []);
    throw error;
  });
  // A post that was there already bears its own media, so that those of this run are of no use.
  if (isDuplicate) await deleteMedia(client, unused(attached.media_ids ?? [], first));
  return first;
}

/** Uploads that a status does not bear. */
function unused(uploaded: readonly string[], { media_attachments: media }: Record<string, unknown>): string[] {
  const borne = Array.isArray(media) ? media.map((item) => String(asObject(item).id)) : [];
  return uploaded.filter((id) => !borne.includes(id));
}

/** What the author should know of what is up: where it says something else than was asked, only that. */
function remarksOn({ otherText, status, entity }: Published, asked: StatusParams, media: Post["media"]): string[] {
  if (otherText === null) return [...differencesOf(asked, entity), ...mediaLosses(media, entity)];
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

/** What the first part alone bears. A look came before: what is there already needs no upload, and may be past its time. */
async function attach({ client, post, scheduledAt }: Delivery): Promise<Partial<StatusParams>> {
  const late = scheduledAt === null ? null : refusedSchedule(scheduledAt, client.clock.now());
  if (late !== null) throw new Error(late);
  const { inReplyTo, quoted, poll, media } = post;
  return {
    ...(inReplyTo === "" ? {} : { in_reply_to_id: await resolveStatus(client, inReplyTo, "`in-reply-to-id`") }),
    ...(quoted === "" ? {} : { quoted_status_id: await resolveStatus(client, quoted, "`quoted-status-id`") }),
    ...(scheduledAt === null ? {} : { scheduled_at: scheduleParameter(scheduledAt) }),
    ...(poll ? { poll: { ...poll, options: [...poll.options] } } : {}),
    ...(media.length > 0 ? { media_ids: await upload(client, post) } : {}),
  };
}

async function upload(client: Client, { media }: Post): Promise<string[]> {
  log(`Uploading ${media.length === 1 ? "one file" : `${media.length} files`} to ${client.origin} …`);
  return uploadMedia(client, media, { progress: log });
}

/** @returns the status, as the server told it */
async function edit(delivery: Delivery, id: string, course: Course): Promise<Record<string, unknown>> {
  const { client, inputs, post, texts } = delivery;
  const { spoiler_text, language, sensitive, quote_approval_policy } = paramsOf(inputs, post);
  log(`Editing ${id} on ${inputs.instanceUrl} …`);
  course.onSending("the edit");
  let uploaded: string[] = [];
  const attach = async () => {
    // Files that no status bears yet change nothing, so nothing is on its way meanwhile.
    course.onSending(null);
    uploaded = await upload(client, post);
    course.onSending("the edit");
    return uploaded;
  };
  const done = await editStatus(
    client,
    id,
    {
      status: texts[0]!,
      ...(spoiler_text === undefined ? {} : { spoiler_text }),
      ...(language === undefined ? {} : { language }),
      ...(sensitive === undefined ? {} : { sensitive }),
      ...(quote_approval_policy === undefined ? {} : { quote_approval_policy }),
      ...(post.poll ? { poll: post.poll } : {}),
      ...(post.media.length > 0 ? { attach } : {}),
    },
    (line) => retry(line, course),
  ).catch(async (error: unknown) => {
    if (isNotDone(error)) course.onSending(null);
    await deleteLeftovers(client, error, uploaded);
    throw error;
  });
  course.onSending(null);
  course.advance(edited(course.result(), done));
  course.settle();
  return done.entity;
}

/** Deletes uploads, unless a status that may be there bears them. */
async function deleteLeftovers(client: Client, error: unknown, uploaded: readonly string[]): Promise<void> {
  if (isNotDone(error)) await deleteMedia(client, uploaded);
}

function isNotDone(error: unknown): boolean {
  return !(error instanceof MastodonError) || error.outcome === "not done";
}

/** The status that `edit-status-id` means; null to post anew. */
async function statusToEdit({
  client,
  inputs,
  post,
  texts,
  subjectUrl,
  subjectTime,
}: Delivery): Promise<string | null> {
  if (post.edits === "") return null;
  if (post.edits !== "auto") return resolveStatus(client, post.edits, "`edit-status-id`");
  const { duplicateCheck, visibility } = inputs;
  const usual = client.clock.now() - (typeof duplicateCheck === "number" ? duplicateCheck : USUAL_WINDOW);
  // An announcement is never older than what it announces.
  const since = Math.min(usual, subjectTime ?? usual);
  const found = await findPosted(client, { text: texts[0]!, subjectUrl, since, visibility }, log);
  if (found) return found.id;
  log("No status that announces the same was found, so a new one is posted.");
  return null;
}

async function pin({ client }: Delivery, { account }: Record<string, unknown>, course: Course): Promise<void> {
  const result = course.result();
  const [first] = result.parts;
  if (!first?.id || result.result === "scheduled") return;
  const problem = await pinStatus(client, first.id, String(asObject(account).id ?? ""));
  if (problem === null) log("Pinned to the profile.");
  const differences = problem === null ? result.differences : [...result.differences, problem];
  course.advance({ ...result, differences, isToPin: false });
}

function retry(line: string, course: Course): void {
  log(line);
  const result = course.result();
  course.advance({ ...result, retries: [...result.retries, line] });
}

function paramsOf(inputs: Inputs, { spoilerText }: Post): Omit<StatusParams, "status"> {
  const { visibility, language, sensitive, quoteApprovalPolicy } = inputs;
  return {
    ...(spoilerText === "" ? {} : { spoiler_text: spoilerText }),
    ...(visibility === undefined ? {} : { visibility }),
    ...(language === undefined ? {} : { language }),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(quoteApprovalPolicy === undefined ? {} : { quote_approval_policy: quoteApprovalPolicy }),
  };
}
