import { pause } from "../clock.ts";
import type { MastodonError } from "../error.ts";
import { type History, type Missing, readHistory, type Window } from "../history/history.ts";
import { recognise, type Wanted } from "../history/recognise.ts";
import { codeOf } from "../outcome.ts";
import { waitOf } from "../rate-limit.ts";
import { inSeconds } from "../retry.ts";
import type { Sender } from "../sender.ts";
import type { Steps } from "../step.ts";
import { REQUEST_LIMIT } from "./send.ts";

/** A server may store a status for as long as its request may run; a little more for clocks and ways. Milliseconds. */
const SETTLED = REQUEST_LIMIT + 2000;

/** Waits before the looks, in milliseconds. The second one lasts until the server is surely done. */
const SOON = 5000;
const LATER = [10_000, 15_000, 30_000];

/** What the last look needs of the run's time, in milliseconds. */
const RESERVE = 5000;

/** What became of a status whose answer was lost. */
export type Outcome =
  | { kind: "found"; entity: Record<string, unknown>; history: History }
  /** Not there at two looks, the last one after the server must have been done. */
  | { kind: "absent" }
  | { kind: "cannot tell"; missing: Missing }
  | { kind: "time is over" };

/** When the server is surely done with a request, whatever became of its answer. */
export function settledAt(sent: number): number {
  return sent + SETTLED;
}

/**
 * Finds out what became of a status whose answer was lost: waits, looks, waits, looks again.
 *
 * @param lost the failed request, and when it was sent
 */
export async function* findOut(
  sender: Sender,
  lost: { error: MastodonError; sent: number },
  wanted: Wanted,
  window: Window,
): Steps<Outcome> {
  const { clock } = sender.client;
  let absences = 0;
  let missing: Missing | null = null;
  let why = whatWasLost(lost.error);
  for (const [looks, pauseAfter] of [SOON, ...LATER].entries()) {
    const due =
      looks === 0 ? soonest(lost.error, clock.now()) : Math.max(pauseAfter, settledAt(lost.sent) - clock.now());
    const wait = Math.min(due, clock.left() - RESERVE);
    if (wait <= 0) return { kind: "time is over" };
    yield { kind: "waiting", line: `${why}; looking in ${inSeconds(wait)} whether the status is there.` };
    if (!(await pause(clock, wait))) return { kind: "time is over" };
    const history = await readHistory(sender, window);
    const entity = recognise(history, wanted);
    if (entity) return { kind: "found", entity, history };
    missing = history.missing;
    if (missing?.forGood) return { kind: "cannot tell", missing };
    if (missing === null) absences += 1;
    if (missing === null && absences >= 2 && clock.now() >= settledAt(lost.sent)) return { kind: "absent" };
    why = missing ? `The look failed (${missing.why})` : "Not there yet";
  }
  return missing ? { kind: "cannot tell", missing } : { kind: "absent" };
}

/** An overloaded server may say when it wants to be asked again (GoToSocial: 503 with `Retry-After: 30`). */
function soonest({ failure: { answer } }: MastodonError, now: number): number {
  const asked = answer ? waitOf(answer, now) : null;
  return Math.min(Math.max(SOON, asked ?? 0), LATER.at(-1)!);
}

function whatWasLost({ failure: { answer, cause } }: MastodonError): string {
  if (answer) return `The answer was ${answer.status}, which leaves open whether the status is stored`;
  if ((cause as Error | undefined)?.name === "TimeoutError") return "No answer in time";
  const code = codeOf(cause);
  return `Connection lost after sending${code === "" ? "" : ` (${code})`}`;
}
