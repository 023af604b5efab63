import type { Client } from "../client.ts";
import type { Steps } from "../plan.ts";
import type { Sender } from "../sender.ts";
import { awaitProcessing, sendMedia, whileTelling } from "./sending.ts";
import type { Job, Upload } from "./upload.ts";

/** How long a deletion may take, in milliseconds: the files would go by themselves within a day. */
const DELETION_TIMEOUT = 10_000;

/**
 * Uploads files one after the other, so that servers which order them by arrival keep their order, and waits until a
 * status may have them. When one fails, what is up is deleted where the server can.
 *
 * @returns the ids, in the order of the uploads
 * @throws MastodonError, its outcome always `not done`: no status is posted, and nobody sees a file without one.
 * FileError when a file cannot be read
 */
export async function* uploadMedia({ client, patient }: Sender, uploads: readonly Upload[]): Steps<string[]> {
  yield { kind: "uploading", count: uploads.length };
  const ids: string[] = [];
  try {
    for (const upload of uploads) {
      const job: Job = { upload, sent: 0, state: "sending" };
      const { id, isReady } = yield* sendMedia(client, job);
      ids.push(id);
      job.state = "processing";
      if (!isReady) yield* whileTelling(client, job, awaitProcessing(client, id, upload));
    }
    return ids;
  } catch (error) {
    await deleteMedia(patient, ids);
    throw error;
  }
}

/**
 * Deletes uploads that no status has. Best effort, never throws: Mastodon can since 4.4, and servers purge what is left
 * after a day.
 */
export async function deleteMedia(client: Client, ids: readonly string[]): Promise<void> {
  const bounded = client.within(DELETION_TIMEOUT);
  const deletions = ids.map((id) => bounded.call("DELETE", `/api/v1/media/${encodeURIComponent(id)}`));
  await Promise.allSettled(deletions);
}
