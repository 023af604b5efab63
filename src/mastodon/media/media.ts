import type { FileSource } from "../../file.ts";
import { orMissingScope } from "../account.ts";
import { type ApiAnswer, asObject, type Client, textOf } from "../client.ts";
import type { Clock } from "../clock.ts";
import { answerInWords, serverSentence } from "../diagnosis/answers.ts";
import { explainMedia } from "../diagnosis/refusal.ts";
import {
  type BadAnswer,
  causeInShort,
  type Failure,
  failsValidation,
  hostOf,
  MastodonError,
  mayPass,
} from "../error.ts";
import { encodeForm, type Form } from "../multipart.ts";
import type { Steps } from "../plan.ts";
import { isSamePlain } from "../publish/differences.ts";
import { waitForLimit } from "../retry.ts";
import type { Sender } from "../sender.ts";
import { awaitProcessing } from "./processing.ts";
import { formatSize, type Job, type Upload } from "./upload.ts";

/** How long a deletion may take, in milliseconds: the files would go by themselves within a day. */
const DELETION_TIMEOUT = 10_000;

/** The same once the run's time is over, or the run was cancelled: it is to end within a second. */
const LAST_MOMENT = 700;

/**
 * Uploads files one after the other, so that servers which order them by arrival keep their order, and waits until a
 * status may have them. When one fails, what is up is deleted where the server can.
 *
 * @returns the ids, in the order of the uploads
 * @throws MastodonError, its outcome always `not done`: no status is posted, and nobody sees a file without one.
 * FileError when a file cannot be read
 */
export async function* uploadMedia(sender: Sender, uploads: readonly Upload[]): Steps<string[]> {
  const { client, signal } = sender;
  yield { kind: "uploading", count: uploads.length };
  const ids: string[] = [];
  try {
    for (const upload of uploads) {
      const job: Job = { upload, sent: 0, state: "sending" };
      signal.throwIfAborted();
      const sent = yield* sendMedia(sender, job);
      const { id, isReady } = sent;
      if (ids.includes(id)) throw sameFile(client, upload.label, uploads[ids.indexOf(id)]!.label);
      ids.push(id);
      if (!isSamePlain(sent.description ?? upload.description, upload.description))
        yield* describe(client, sent, upload);
      job.state = "processing";
      if (!isReady) yield* whileTelling(client, job, awaitProcessing(client, id, upload));
    }
    signal.throwIfAborted();
    return ids;
  } catch (error) {
    await deleteMedia(sender, ids);
    throw error;
  }
}

/** Two files of the same bytes, of which a server like Sharkey keeps one. */
function sameFile({ origin }: Client, label: string, other: string): MastodonError {
  const failure = { method: "POST", path: "/api/v2/media", origin, proxy: "" };
  const what = `${hostOf(failure)} gave ${label} and ${other} one id.`;
  const why = "They are the same file to this server, and a status cannot have one twice.";
  return new MastodonError(failure, { what, why, cure: "Leave one of them out, or change it." }, "not done");
}

/**
 * Describes a file anew that came back with another alt text than it was sent with: Sharkey knows a file by its bytes, and
 * keeps the first. What the answer to the status then still has otherwise is warned of there.
 */
async function* describe(client: Client, { id, description: before }: Sent, upload: Upload): Steps<void> {
  const { label, description } = upload;
  const path = `/api/v1/media/${encodeURIComponent(id)}`;
  const after = await client.call("PUT", path, { body: { description } }).catch((error: unknown) => {
    if (error instanceof MastodonError) return null;
    throw error;
  });
  if (after === null || !before || !isSamePlain(textOf(asObject(after.json).description), description)) return;
  const line = `${label} was on this server already, as “${before}”. Its new description shows wherever it was posted.`;
  yield { kind: "progress", line };
}

/**
 * Deletes uploads that no status has. Best effort, never throws: Mastodon can since 4.4, and servers purge what is left
 * after a day.
 */
export async function deleteMedia(
  { patient, signal }: Pick<Sender, "patient" | "signal">,
  ids: readonly string[],
): Promise<void> {
  const isOver = signal.aborted || patient.clock.left() < LAST_MOMENT;
  const bounded = isOver ? patient.overtime(LAST_MOMENT) : patient.within(DELETION_TIMEOUT);
  const deletions = ids.map((id) => bounded.call("DELETE", `/api/v1/media/${encodeURIComponent(id)}`));
  await Promise.allSettled(deletions);
}

/** Waits before an upload is repeated, in milliseconds. Their number bounds the repeats. */
const PAUSES = [2000, 5000, 10_000];

/** A media attachment that the server has stored. */
export interface Sent {
  id: string;
  /** Alt text as the server tells it; null where it does not. */
  description: string | null;
  /** Whether a status may bear it already: it has its `url`, also where the answer is a 202 (Akkoma, Pleroma). */
  isReady: boolean;
}

/**
 * Sends one file, with version 1 of the call where version 2 is missing.
 *
 * No key is needed to repeat it: what no status has is purged after a day. Once it is on its way its answer is waited for
 * also when the run is cancelled, since only that names what is to be deleted.
 *
 * @throws MastodonError, its outcome `not done`
 */
async function* sendMedia({ client, patient }: Sender, job: Job): Steps<Sent> {
  let path = "/api/v2/media";
  let tries = 0;
  for (;;) {
    try {
      const answer = yield* whileTelling(client, job, patient.call("POST", path, { form: formOf(job) }));
      return attachmentOf(answer, client, path, job.upload);
    } catch (error) {
      if (!(error instanceof MastodonError)) throw error;
      const { failure } = error;
      if (path === "/api/v2/media" && [404, 405, 501].includes(failure.answer?.status ?? 0)) {
        path = "/api/v1/media";
        continue;
      }
      const pause = pauseAfter(failure, tries, client.clock);
      if (pause === null) throw finalError(error, job, tries);
      const line = `Uploading ${job.upload.label} again in ${Math.ceil(pause / 1000)} s: ${inShort(failure)}.`;
      yield { kind: "progress", line };
      tries += 1;
      await client.clock.wait(pause);
    }
  }
}

/** The text fields come first, so that a server knows them when the file arrives. */
function formOf(job: Job): Form {
  const { file, description, focus, thumbnail } = job.upload;
  return encodeForm([
    ...(description === "" ? [] : [{ name: "description", value: description }]),
    ...(focus === "" ? [] : [{ name: "focus", value: focus }]),
    ...(thumbnail === null ? [] : [{ name: "thumbnail", file: thumbnail }]),
    { name: "file", file: counted(file, job) },
  ]);
}

function counted(file: FileSource, job: Job): FileSource {
  return {
    ...file,
    async *read() {
      job.sent = 0;
      for await (const chunk of file.read()) {
        yield chunk;
        job.sent += chunk.length;
      }
    },
  };
}

function attachmentOf(answer: ApiAnswer, client: Client, path: string, { label, file }: Upload): Sent {
  const { id, type, url, description } = asObject(answer.json);
  const failure = { method: "POST", path, origin: client.origin, proxy: "", answer, json: answer.json };
  if (type === "unknown" && file.type.startsWith("image/")) {
    const what = `${hostOf(failure)} took ${label}, but stored it as a file of an unknown kind, which no post can show.`;
    const why = "The server does not know this kind of image, or failed to store it.";
    throw new MastodonError(
      failure,
      { what, why, cure: "Convert it to PNG or JPEG, or ask the instance's admins." },
      "not done",
    );
  }
  if ((typeof id === "string" && id !== "") || typeof id === "number") {
    const isTold = description !== undefined;
    return {
      id: String(id),
      isReady: typeof url === "string" && url !== "",
      description: isTold ? textOf(description) : null,
    };
  }
  const what = `${hostOf(failure)} answered ${answer.status} to POST ${path}, but the answer is not a media attachment.`;
  const why = "The server does not keep to the Mastodon API, or something in front of it answered.";
  throw new MastodonError(failure, { what, why, cure: "Run again later." }, "not done");
}

/** Milliseconds until the upload may be repeated; null where that is of no use, or too late. */
function pauseAfter(failure: Failure, tries: number, clock: Clock): number | null {
  const pause = failure.answer
    ? pauseAfterAnswer({ ...failure, answer: failure.answer }, tries, clock)
    : isHopeless(failure.cause)
      ? undefined
      : PAUSES[tries];
  return pause !== undefined && pause < clock.left() ? pause : null;
}

function pauseAfterAnswer(failure: BadAnswer, tries: number, clock: Clock): number | undefined {
  const { status } = failure.answer;
  if (status === 429) {
    return waitForLimit(failure.answer, tries + 1, clock.now());
  }
  // Mastodon's 500 for a file that it cannot process is final.
  const isFinal = status === 501 || failsValidation(failure) || /processing/i.test(serverSentence(failure));
  const isPassing = status === 408 || (status >= 500 && !isFinal);
  return isPassing ? PAUSES[tries] : undefined;
}

/** Whether the same request would die of the same again, or there is no time to send it. */
function isHopeless(cause: unknown): boolean {
  return !mayPass(cause) || /^(Timeout|Abort)Error$/.test((cause as Error | undefined)?.name ?? "");
}

/** Why an upload is repeated. */
function inShort(failure: Failure): string {
  const { answer, cause } = failure;
  if (answer) return `${hostOf(failure)} answered ${answerInWords({ ...failure, answer })}`;
  return `the connection to ${hostOf(failure)} broke (${causeInShort(cause) || (cause as Error | undefined)?.message})`;
}

function finalError(error: MastodonError, job: Job, tries: number): MastodonError {
  const { failure } = error;
  const { label, file } = job.upload;
  if (failure.answer) {
    const explained = orMissingScope(error, "write:media", "To attach media");
    if (explained instanceof MastodonError && explained !== error) return explained;
    const diagnosis = explainMedia({ ...failure, answer: failure.answer }, label);
    return new MastodonError(failure, diagnosis ?? error.diagnosis, "not done");
  }
  const host = hostOf(failure);
  const sent = `${formatSize(job.sent)} of ${formatSize(file.size, job.sent)}`;
  if ((failure.cause as Error | undefined)?.name === "TimeoutError") {
    const isSent = job.sent >= file.size;
    const diagnosis = {
      what: isSent
        ? `${host} had not answered to ${label} when the time limit was over, though all of it was sent.`
        : `${sent} of ${label} were sent to ${host} when the time limit was over.`,
      why: isSent ? "The server takes long over files of this kind." : "The line is slow for a file of this size.",
      cure: "Set a longer `timeout`, or make the file smaller.",
    };
    return new MastodonError(failure, diagnosis, "not done");
  }
  if (job.sent > 0 && tries > 0) {
    const diagnosis = {
      what: `The connection to ${host} broke ${tries + 1} times while ${label} was sent, at last after ${sent}.`,
      why: "The file may be larger than what stands in front of the instance lets through, or the line is bad.",
      cure: "Make the file smaller, or run again later.",
    };
    return new MastodonError(failure, diagnosis, "not done");
  }
  return new MastodonError(failure, error.diagnosis, "not done");
}

/** Nobody wonders about what takes no longer; milliseconds. */
const FIRST_LINE = 2000;
/** A log is no progress bar; milliseconds. */
const NEXT_LINE = 5000;

/** Waits for a part of an upload, and tells now and then how far it is. */
async function* whileTelling<T>(client: Client, job: Job, work: Promise<T>): Steps<T> {
  const done = new AbortController();
  const { clock } = client.within(done.signal);
  // It is awaited below; until then its failure is nobody's.
  work.catch(() => {});
  try {
    for (let due = FIRST_LINE; ; due = NEXT_LINE) {
      const wait = clock.wait(due).then(
        () => "still at it" as const,
        () => work,
      );
      const news = await Promise.race([work, wait]);
      if (news !== "still at it") return await work;
      yield { kind: "progress", line: `Uploading ${stateOf(job, Math.ceil(client.clock.left() / 60_000))}` };
    }
  } finally {
    done.abort();
  }
}

function stateOf({ upload: { label, file }, sent, state }: Job, minutes: number): string {
  if (state === "processing") return `${label}: the server is still processing it; waiting up to ${minutes} min more`;
  if (sent >= file.size) return `${label}: all ${formatSize(file.size)} sent, the server has not answered yet`;
  return `${label}: ${formatSize(sent)} of ${formatSize(file.size, sent)} sent`;
}
