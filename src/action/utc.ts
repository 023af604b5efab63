/**
 * A time in UTC, as the API takes it: Hollo refuses any other offset than `Z`.
 *
 * @param time milliseconds since 1970
 */
export function inUtc(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, "Z");
}
