import type { HttpAnswer } from "./http.ts";
import { waitOf } from "./rate-limit.ts";

/** How often one status is sent at most. */
export const MOST_TRIES = 4;

const SECOND = 1000;

/** Waits before what never arrived is sent again: long enough for a server to restart, in milliseconds. */
const NEVER_SENT = [2, 6, 18].map((seconds) => seconds * SECOND);

/** Waits after a 429 that does not tell when the limit ends, in milliseconds. */
const NO_RESET = [10, 20, 40].map((seconds) => seconds * SECOND);

/** How long to wait before what never arrived is sent again, in milliseconds. */
export function waitBeforeRetry(tries: number): number {
  return jittered(NEVER_SENT[tries - 1] ?? NEVER_SENT.at(-1)!);
}

/**
 * How long to wait after a 429, in milliseconds: until the limit ends, else longer each time.
 *
 * @param refusals how many came, this one included
 */
export function waitForLimit(answer: HttpAnswer, refusals: number, now: number): number {
  const wait = waitOf(answer, now);
  return wait === null ? jittered(NO_RESET[refusals - 1] ?? NO_RESET.at(-1)!) : wait + Math.random() * SECOND;
}

/** Up to a tenth longer, so that those who were turned away together do not come back together. */
function jittered(milliseconds: number): number {
  return milliseconds * (1 + Math.random() / 10);
}

/** A wait as a line of the log has it: `40 s`. */
export function inSeconds(milliseconds: number): string {
  return `${Math.max(1, Math.round(milliseconds / SECOND))} s`;
}

/** A time as a line of the log has it: `18:26:30 UTC`. */
export function clockTime(time: number): string {
  return `${new Date(time).toISOString().slice(11, 19)} UTC`;
}
