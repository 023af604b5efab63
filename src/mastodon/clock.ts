import { setTimeout as sleep } from "node:timers/promises";

/** Time as a run sees it. Tests that would wait for minutes bring a clock of their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds. Throws the signal's reason once the run's time is over. */
  wait(milliseconds: number): Promise<void>;
  /** Milliseconds until the run's time is over. */
  left(): number;
}

/** The run was cancelled: nothing more is waited for, asked or sent. */
export class Cancelled extends Error {}

/** The run was cancelled before anything was sent of what was about to be. */
export class CancelledInTime extends Cancelled {}

/**
 * The clock on the wall, for a run that ends with a signal.
 *
 * @param limit milliseconds from now until that signal fires
 */
export function wallClock(signal: AbortSignal, limit: number): Clock {
  const end = Date.now() + limit;
  return {
    now: () => Date.now(),
    left: () => Math.max(0, end - Date.now()),
    async wait(milliseconds) {
      await sleep(milliseconds, undefined, { signal }).catch(() => {
        throw signal.reason;
      });
    },
  };
}

/**
 * Waits, unless the run's time would be over meanwhile.
 *
 * @returns whether there is time left after it
 */
export async function pause(clock: Clock, milliseconds: number): Promise<boolean> {
  if (clock.left() <= milliseconds) return false;
  try {
    await clock.wait(milliseconds);
    return true;
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return false;
  }
}

/** A time as people read it in a log: `2026-11-23 18:26 UTC`. */
export function formatTime(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
