import type { HttpAnswer } from "./http.ts";

/** How often one status is sent at most, those tries aside that a rate limit turned away. */
export const MOST_TRIES = 4;

const SECOND = 1000;

/** Waits before what never arrived is sent again: long enough for a server to restart, in milliseconds. */
const NEVER_SENT = [2, 6, 18].map((seconds) => seconds * SECOND);

/** How long to wait before what never arrived is sent again, in milliseconds. */
export function waitBeforeRetry(tries: number): number {
  return jittered(NEVER_SENT[tries - 1] ?? NEVER_SENT.at(-1)!);
}

/**
 * How long to wait after a 429, in milliseconds: until the limit ends, and 1, 2, 4 … seconds at least, where that is not
 * told or not true.
 *
 * @param refusals how many came, this one included
 */
export function waitForLimit(answer: HttpAnswer, refusals: number, now: number): number {
  const least = SECOND * 2 ** (refusals - 1);
  const wait = waitOf(answer, now) ?? 0;
  return wait > least ? wait + Math.random() * SECOND : jittered(least);
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

/** No rate limit lasts longer; what is later, or long past, is no time. Milliseconds. */
const YEAR = 366 * 24 * 60 * 60 * 1000;

/**
 * When a rate limit ends, by `X-RateLimit-Reset` (ISO 8601 on Mastodon and GoToSocial, seconds since 1970 elsewhere) or
 * `Retry-After` (seconds, or a date). The former stands in every answer of Mastodon, and tells of a limit that is reached
 * in a 429 alone.
 *
 * @returns the time, or null when the answer does not tell, or tells what cannot be true
 */
export function resetOf({ status, headers }: HttpAnswer, now = Date.now()): Date | null {
  const clock = Date.parse(headers.date ?? "");
  const start = Number.isNaN(clock) ? now : clock;
  const reset = status === 429 ? timeOf(headers["x-ratelimit-reset"], start) : null;
  return reset ?? timeOf(headers["retry-after"], start);
}

/**
 * How long a rate limit lasts, by the server's own clock (`Date`), so that ours may be wrong.
 *
 * @param now our time, for a server that does not tell its own
 * @returns milliseconds, with a second more than the server says; null when it does not tell, or names a time that is over
 */
export function waitOf(answer: HttpAnswer, now: number): number | null {
  const reset = resetOf(answer, now)?.getTime() ?? 0;
  const date = Date.parse(answer.headers.date ?? "");
  const wait = reset - (Number.isNaN(date) ? now : date);
  return wait > 0 ? wait + 1000 : null;
}

/** A time, from a date or from a number: of seconds from `start`, or since 1970 in seconds or milliseconds. */
function timeOf(value: string | undefined, start: number): Date | null {
  if (!value) return null;
  const time = /^\d+(\.\d+)?$/.test(value) ? timeOfNumber(Number(value), start) : Date.parse(value);
  return Math.abs(time - start) <= YEAR ? new Date(time) : null;
}

function timeOfNumber(value: number, start: number): number {
  if (value < 1e9) return start + value * 1000;
  return value < 1e11 ? value * 1000 : value;
}
