import { asObject, type Client } from "../client.ts";
import { explainMedia } from "../diagnosis/refusal.ts";
import { type Failure, hostOf, MastodonError } from "../error.ts";
import { formatSize, type Upload } from "./upload.ts";

/** Waits between two questions, in milliseconds; each is longer than the one before. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5000;
const GROWTH = 1.5;

/** How often in a row a question may go without an answer. */
const MOST_FAILURES = 5;

/**
 * Waits until the server has processed a file: it says 206 until then, and 200 with a `url` after (Mastodon).
 * Where it does not let us ask, it is taken to be ready: Akkoma, Pleroma and Takahe ask for a scope that
 * posting does not need, and others have no such call.
 *
 * @throws MastodonError, its outcome `not done`, when the file cannot be processed, or not within the time limit
 */
export async function awaitProcessing(client: Client, id: string, upload: Upload): Promise<void> {
  const { clock } = client;
  const path = `/api/v1/media/${encodeURIComponent(id)}`;
  const began = clock.now();
  let pause = FIRST_PAUSE;
  let failures = 0;
  for (;;) {
    if (clock.left() <= pause)
      throw tooSlow({ method: "GET", path, origin: client.origin, proxy: "" }, upload, clock.now() - began);
    await clock.wait(pause);
    pause = Math.min(pause * GROWTH, LONGEST_PAUSE);
    try {
      const answer = await client.call("GET", path);
      failures = 0;
      const { url } = asObject(answer.json);
      if (answer.status === 200 && typeof url === "string" && url !== "") return;
    } catch (error) {
      if (!(error instanceof MastodonError)) throw error;
      const { failure } = error;
      if (isRefused(failure)) return;
      if (failure.answer?.status === 422) {
        const diagnosis = explainMedia({ ...failure, answer: failure.answer }, upload.label);
        throw new MastodonError(failure, diagnosis ?? error.diagnosis, "not done");
      }
      if ((failure.cause as Error | undefined)?.name === "TimeoutError")
        throw tooSlow(failure, upload, clock.now() - began);
      // A rate limit ends: the time limit alone bounds how long that may take.
      if (failure.answer?.status !== 429) failures += 1;
      if (failures === MOST_FAILURES) throw new MastodonError(failure, error.diagnosis, "not done");
      // A busy server gets the longest pause.
      pause = LONGEST_PAUSE;
    }
  }
}

function tooSlow(failure: Failure, { label, file }: Upload, milliseconds: number): MastodonError {
  const seconds = Math.round(milliseconds / 1000);
  const diagnosis = {
    what: `${hostOf(failure)} was still processing ${label} (${formatSize(file.size)}) when the time limit was over, ${seconds} s after it was sent.`,
    why: "The server takes long over files of this kind, or its queue is full.",
    cure: "Set a longer `timeout`, or make the file smaller.",
  };
  return new MastodonError(failure, diagnosis, "not done");
}

/** Whether the answer says that nobody may ask, or that there is nothing to be asked. */
function isRefused({ answer, json }: Failure): boolean {
  if (!answer) return false;
  const { status } = answer;
  if (status < 400) return json === undefined;
  return (status < 500 && ![408, 422, 425, 429].includes(status)) || status === 501;
}
