import type { HttpAnswer } from "./http.ts";

/** No rate limit lasts longer; what is later, or long past, is no time. Milliseconds. */
const YEAR = 366 * 24 * 60 * 60 * 1000;

/**
 * When a rate limit ends, by `X-RateLimit-Reset` (ISO 8601 on Mastodon and GoToSocial, seconds since 1970 elsewhere) or
 * `Retry-After` (seconds, or a date).
 *
 * @returns the time, or null when the answer does not tell, or tells what cannot be true
 */
export function resetOf({ headers }: HttpAnswer, now = Date.now()): Date | null {
  const clock = Date.parse(headers.date ?? "");
  const start = Number.isNaN(clock) ? now : clock;
  return timeOf(headers["x-ratelimit-reset"], start) ?? timeOf(headers["retry-after"], start);
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
