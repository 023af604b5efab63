import type { Client } from "../client.ts";
import { awaitProcessing } from "./processing.ts";
import { tellProgress } from "./progress.ts";
import { sendMedia } from "./sending.ts";
import type { Job, Upload } from "./upload.ts";

export type { Upload } from "./upload.ts";

/** More at once would only share the same line. */
const AT_ONCE = 4;

/** How long a deletion may take, in milliseconds: the files would go by themselves within a day. */
const DELETION_TIMEOUT = 10_000;

/**
 * Uploads files, and waits until a status may bear them.
 *
 * When one fails, the others are stopped, and what is up is deleted where the server can.
 *
 * @param report.progress gets a line now and then when it takes long, and one for each retry
 * @returns the ids, in the order of the uploads
 * @throws MastodonError, its outcome always `not done`: no status is posted, and nobody sees a file without one.
 * FileError when a file cannot be read
 */
export async function uploadMedia(
  client: Client,
  uploads: readonly Upload[],
  report: { progress(line: string): void },
): Promise<string[]> {
  const stop = new AbortController();
  const bounded = client.within(stop.signal);
  const jobs = uploads.map((upload): Job => ({ upload, sent: 0, state: "waiting" }));
  const ids: string[] = [];
  const waiting = jobs.entries();
  const worker = async () => {
    for (const [index, job] of waiting) {
      job.state = "sending";
      const { id, isReady } = await sendMedia(bounded, job, report);
      ids[index] = id;
      job.state = "processing";
      if (!isReady) await awaitProcessing(bounded, id, job.upload);
      job.state = "ready";
    }
  };
  const workers = Array.from({ length: Math.min(AT_ONCE, jobs.length) }, worker);
  const telling = tellProgress(bounded.clock, jobs, report, stop.signal);
  try {
    await Promise.all(workers);
    return ids;
  } catch (error) {
    stop.abort();
    await Promise.allSettled(workers);
    await deleteMedia(client, Object.values(ids));
    throw error;
  } finally {
    stop.abort();
    await telling;
  }
}

/**
 * Deletes uploads that no status bears. Best effort, never throws: Mastodon can since 4.4, and servers purge what is left
 * after a day (research, section 3).
 */
export async function deleteMedia(client: Client, ids: readonly string[]): Promise<void> {
  const bounded = client.within(DELETION_TIMEOUT);
  const deletions = ids.map((id) => bounded.call("DELETE", `/api/v1/media/${encodeURIComponent(id)}`));
  await Promise.allSettled(deletions);
}
