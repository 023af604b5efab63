const MILLISECONDS: Record<string, number> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const AMOUNT = /(\d+(?:\.\d+)?)\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)(?![a-z])/y;

/**
 * A duration as people write it: `90 s`, `5 minutes`, `1h 30m`, `2 days and 4 hours`.
 *
 * A number without a unit is none: nobody can tell whether seconds or minutes were meant.
 *
 * @returns milliseconds, or null when the text is no duration
 */
export function parseDuration(text: string): number | null {
  const plain = text.toLowerCase().trim();
  let total = 0;
  let position = 0;
  while (position < plain.length) {
    AMOUNT.lastIndex = position;
    const amount = AMOUNT.exec(plain);
    if (!amount) return null;
    total += Number(amount[1]) * MILLISECONDS[amount[2]!.charAt(0)]!;
    position = AMOUNT.lastIndex + /^(?:\s|,|and\b)*/.exec(plain.slice(AMOUNT.lastIndex))![0].length;
  }
  return plain === "" ? null : total;
}

/** A duration in words, in the largest unit that gives a whole number: `90 seconds`, `5 minutes`. */
export function formatDuration(milliseconds: number): string {
  const units = [
    [86_400_000, "day"],
    [3_600_000, "hour"],
    [60_000, "minute"],
    [1000, "second"],
  ] as const;
  const [size, name] = units.find(([unit]) => milliseconds >= unit && milliseconds % unit === 0) ?? [1000, "second"];
  const amount = Number((milliseconds / size).toFixed(1));
  return `${amount} ${name}${amount === 1 ? "" : "s"}`;
}
/**
 * A time in UTC, as the API takes it: Hollo refuses any other offset than `Z`.
 *
 * @param time milliseconds since 1970
 */
export function inUtc(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, "Z");
}
