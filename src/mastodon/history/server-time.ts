/** A time that the API tells, in milliseconds since 1970; NaN for none. */
export function apiTime(value: unknown): number {
  if (typeof value !== "string") return Number.NaN;
  // A time without a zone is UTC; read as it stands it would be the runner's.
  return Date.parse(/T[\d:.]+$/.test(value) ? `${value}Z` : value);
}

/** How far our clock and a server's may lie apart, where the server does not tell its time. Milliseconds. */
const CLOCK_SKEW = 30_000;

/** How far they lie apart at most, by a wrong zone or an old image: then nobody can tell when something was made. Milliseconds. */
const WORST_SKEW = 24 * 3_600_000;

/** How a server's clock lies to ours. */
export interface Skew {
  /** What to add to our time to have the server's, or up to a second less: `Date` shows whole seconds. Milliseconds. */
  offset: number;
  /** How much farther it may be off. Milliseconds. */
  slack: number;
  /** When the answer came by our clock, where the server does not tell its time; else null. Milliseconds since 1970. */
  untold: number | null;
}

/** The skew of a server whose clock is ours. */
export const OUR_CLOCK: Skew = { offset: 0, slack: 0, untold: null };

/**
 * Reads a server's clock off an answer (its `Date`), so that ours may be wrong.
 *
 * @param now when the answer came, by our clock
 */
export function skewOf(headers: Record<string, string>, now: number): Skew {
  const date = Date.parse(headers.date ?? "");
  return Number.isNaN(date)
    ? { offset: 0, slack: CLOCK_SKEW, untold: now }
    : { offset: date - now, slack: 0, untold: null };
}

/**
 * Whether something was surely made before a time of ours. What was made in the second before may pass for later.
 *
 * @param createdAt time that the API tells; where it tells none, the answer is no
 */
export function isOlder(createdAt: unknown, time: number, { offset, slack }: Skew): boolean {
  const created = apiTime(createdAt);
  // A server that stores whole seconds tells a time up to a second too early.
  const grain = created % 1000 === 0 ? 1000 : 0;
  return created < time + offset - slack - grain;
}

/** How far two times may be apart and be the same: servers may keep that of a schedule to the minute. Milliseconds. */
const SAME_TIME = 60_000;

/** Whether a time that the API tells is the one that was asked for as `scheduled_at`. */
export function isAtTimeAsked(told: unknown, asked: string | undefined): boolean {
  return asked !== undefined && Math.abs(apiTime(told) - apiTime(asked)) < SAME_TIME;
}

/**
 * Whether a status was surely there before a time of ours. One that is dated at the time for which it was to be scheduled
 * does not tell when it was made.
 *
 * @param asked `scheduled_at` of the request
 */
export function wasThereBefore(createdAt: unknown, time: number, skew: Skew, asked: string | undefined): boolean {
  return isOlder(createdAt, time, skew) && !isAtTimeAsked(createdAt, asked);
}

/**
 * Why nobody can tell whether something was made before a time of ours or after it; null where it is clear. A server
 * without `Date` whose clock is hours off shows a new post as an old one, or an old one as new.
 *
 * @returns a clause for a message
 */
export function unclearAge(createdAt: unknown, time: number, skew: Skew): string | null {
  const created = apiTime(createdAt);
  if (Number.isNaN(created)) return "the server does not say when";
  const { untold, slack } = skew;
  if (untold === null) return null;
  if (created > untold + slack) return "the server's clock is ahead, and its answers have no `Date`";
  const mayBeLate = isOlder(createdAt, time, skew) && created >= time - WORST_SKEW;
  return mayBeLate ? "the server's answers have no `Date`, so its clock may be behind" : null;
}
