import type { Client } from "../mastodon/client.ts";
import { Cancelled } from "../mastodon/clock.ts";
import { explain } from "../mastodon/diagnosis/diagnose.ts";
import { MastodonError } from "../mastodon/error.ts";
import { cancelled, failed, type Report } from "./report.ts";

/**
 * How long a cancelled run may ask for the cause of what was refused, in milliseconds: the refusal may have taken five
 * seconds, what was uploaded may have to be deleted, and a runner has 7.5 until its next signal.
 */
const LAST_QUESTION = 1500;

/**
 * The report of a post that an error ended: what happened, why, and what to do.
 *
 * @param client asks for the cause of a bad answer; null for a run without an account
 * @param signal fires when the run is cancelled
 */
export async function endedBy(
  error: unknown,
  report: Report,
  client: Client | null,
  signal: AbortSignal,
): Promise<Report> {
  if (error instanceof MastodonError && client) {
    // What a server has answered meanwhile says more than that nobody waits any longer.
    if (signal.aborted && !error.failure.answer) return cancelled(report);
    const { message, failure, outcome } = await explain(
      error,
      client.within(signal.aborted ? LAST_QUESTION : signal),
      report,
    );
    const wasPosting = ["POST", "PUT"].includes(failure.method) ? outcome : "not done";
    const response = failure.answer?.text ?? "";
    return failed(report, message, wasPosting, response);
  }
  if (signal.aborted) return cancelled(report);
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  // What is wrong with the inputs is one line each. Of a fault of our own, a report needs the trace, too.
  const isLost = /MODULE_NOT_FOUND/.test(String((error as NodeJS.ErrnoException)?.code));
  const isFault = error instanceof TypeError || error instanceof RangeError || isLost;
  const problems = isFault ? message.split("\n", 1) : message.split("\n");
  // What such a fault leaves on its way may arrive.
  const outcome = report.inFlight === null ? "not done" : "unknown";
  const ended = failed(report, problems.join("\n"), outcome);
  return { ...ended, problems: outcome === "unknown" ? [ended.reason] : problems, evidence: isFault ? stack : "" };
}

/** The report of a post that comes after one which ended all. */
export function notTried(report: Report): Report {
  return failed(report, "Not tried, since the post before it failed for a reason that holds for all.", "not done");
}

/** What refuses one post refuses all: who the account is, what it may, whether the server is there, and how often. */
const REFUSE_ALL = [401, 403, 404, 405, 410, 429, 501];

/** Whether the posts of a run after this one are not tried: nobody knows what became of this one, or it would be the same. */
export function endsAll(error: unknown, { result }: Report, signal: AbortSignal): boolean {
  if (signal.aborted || result === "unknown") return true;
  if (!(error instanceof MastodonError)) return false;
  const status = error.failure.answer?.status ?? 0;
  return status === 0 || status >= 500 || REFUSE_ALL.includes(status);
}

/** How much longer than its time a run may take, whatever it does. Milliseconds. */
const OVERDUE = 800;

/**
 * Ends the process of a run that goes on though its time is over. All requests and waits end by themselves; this is for
 * what does not.
 *
 * @param timeout milliseconds from now
 * @param tell says how far the run is
 * @returns what to call when it has come to its end
 */
export function endOverdue(timeout: number, tell: () => void): () => void {
  const timer = setTimeout(() => {
    tell();
    process.exit();
  }, timeout + OVERDUE);
  timer.unref();
  return () => clearTimeout(timer);
}

/** The report of a post whose run is ended so; as it is where the post had come to its end. */
export function overdue(report: Report): Report {
  if (report.result !== "failed" || report.reason !== "") return report;
  const why =
    "The time limit was over before the run came to its end. Set a longer `timeout`, or give it less to do: smaller files, narrower globs.";
  return failed(report, why, report.inFlight === null ? "not done" : "unknown");
}

export interface Cancellation {
  /** Fires at the first signal. */
  signal: AbortSignal;
  /** From then on, signals end the process again. */
  stop(): void;
}

/**
 * Watches for the end that a runner wants: it sends SIGINT, SIGTERM 7.5 s later, and kills the process 2.5 s after that.
 * Signals after the first one change nothing.
 */
export function watchCancellation(): Cancellation {
  const controller = new AbortController();
  const cancel = () => controller.abort(new Cancelled());
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, cancel);
  return {
    signal: controller.signal,
    stop() {
      for (const name of ["SIGINT", "SIGTERM"] as const) process.off(name, cancel);
    },
  };
}
