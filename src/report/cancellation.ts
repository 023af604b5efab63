import { Cancelled } from "../mastodon/clock.ts";

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
