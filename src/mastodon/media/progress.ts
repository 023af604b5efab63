import type { Clock } from "../clock.ts";
import { formatSize } from "./file-size.ts";
import type { Job } from "./upload.ts";

/** Nobody wonders about what takes no longer; milliseconds. */
const FIRST_LINE = 2000;
/** A log is no progress bar; milliseconds. */
const NEXT_LINE = 5000;

/**
 * Tells from time to time how far the uploads are, until the signal fires.
 *
 * @param clock one that ends with that signal
 * @param report.progress gets lines such as `Uploading demo.mp4: 34 MB of 99 MB sent`
 */
export async function tellProgress(
  clock: Clock,
  jobs: readonly Job[],
  report: { progress(line: string): void },
  end: AbortSignal,
): Promise<void> {
  try {
    await clock.wait(FIRST_LINE);
    while (!end.aborted) {
      const news = jobs.flatMap(newsOf);
      if (news.length > 0) report.progress(`Uploading ${news.join("; ")}`);
      await clock.wait(NEXT_LINE);
    }
  } catch {
    // The clock has ended: whoever waits for the uploads says why.
  }
}

function newsOf({ upload: { label, file }, sent, state }: Job): string[] {
  if (state === "processing") return [`${label}: the server is still processing it`];
  if (state !== "sending") return [];
  if (sent >= file.size) return [`${label}: all ${formatSize(file.size)} sent, the server has not answered yet`];
  return [`${label}: ${formatSize(sent)} of ${formatSize(file.size, sent)} sent`];
}
