import type { HttpAnswer } from "./http.ts";

/**
 * When a rate limit ends, by `X-RateLimit-Reset` (ISO 8601 on Mastodon and GoToSocial, seconds since 1970 elsewhere) or
 * `Retry-After` (seconds, or a date).
 *
 * @returns the time, or null when the answer does not tell
 */
export function resetOf({ headers }: HttpAnswer): Date | null {
  return parseReset(headers["x-ratelimit-reset"]) ?? parseRetryAfter(headers["retry-after"], headers.date);
}

function parseReset(value: string | undefined): Date | null {
  if (!value) return null;
  return asDate(/^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value));
}

function parseRetryAfter(value: string | undefined, now: string | undefined): Date | null {
  if (!value) return null;
  if (!/^\d+$/.test(value)) return asDate(Date.parse(value));
  const start = Date.parse(now ?? "");
  return asDate((Number.isNaN(start) ? Date.now() : start) + Number(value) * 1000);
}

function asDate(milliseconds: number): Date | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** A time as people read it in a log: `2026-11-23 18:26 UTC`. */
export function formatTime(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
