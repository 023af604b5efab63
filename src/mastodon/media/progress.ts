import type { Client } from "../client.ts";
import type { Steps } from "../step.ts";
import { formatSize } from "./file-size.ts";
import type { Job } from "./upload.ts";

/** Nobody wonders about what takes no longer; milliseconds. */
const FIRST_LINE = 2000;
/** A log is no progress bar; milliseconds. */
const NEXT_LINE = 5000;

/** Waits for a part of an upload, and tells now and then how far it is. */
export async function* whileTelling<T>(client: Client, job: Job, work: Promise<T>): Steps<T> {
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
      yield { kind: "progress", line: `Uploading ${stateOf(job)}` };
    }
  } finally {
    done.abort();
  }
}

function stateOf({ upload: { label, file }, sent, state }: Job): string {
  if (state === "processing") return `${label}: the server is still processing it`;
  if (sent >= file.size) return `${label}: all ${formatSize(file.size)} sent, the server has not answered yet`;
  return `${label}: ${formatSize(sent)} of ${formatSize(file.size, sent)} sent`;
}
