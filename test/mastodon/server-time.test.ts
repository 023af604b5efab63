import { describe, expect, test } from "vitest";
import { apiTime, isOlder, skewOf, unclearAge } from "../../src/mastodon/history/server-time.ts";

const noon = Date.parse("2026-11-23T12:00:00Z");
/** A time as the API tells it, so many milliseconds from noon. */
const at = (ms: number) => new Date(noon + ms).toISOString();
const HOUR = 3_600_000;

test("a time without a zone is UTC", () => {
  expect(apiTime("2026-11-23T12:00:00")).toBe(noon);
  expect(apiTime("2026-11-23T12:00:00.000")).toBe(noon);
  expect(apiTime("2026-11-23T13:00:00+01:00")).toBe(noon);
  expect(apiTime(null)).toBeNaN();
});

describe("a server that tells its time", () => {
  const skew = skewOf({ date: "Mon, 23 Nov 2026 12:00:10 GMT" }, noon);

  test("has a clock that ours can be compared with", () => {
    expect(skew).toEqual({ offset: 10_000, slack: 0, untold: null });
    expect(isOlder(at(9_999), noon, skew)).toBe(true);
    expect(isOlder(at(10_001), noon, skew)).toBe(false);
    expect(unclearAge(at(9_999), noon, skew)).toBeNull();
    expect(unclearAge(at(HOUR), noon, skew)).toBeNull();
  });

  test("may store whole seconds, so that what it tells is up to a second too early", () => {
    expect(isOlder(at(9_000), noon, skew)).toBe(false);
    expect(isOlder(at(8_999), noon, skew)).toBe(true);
    expect(isOlder(at(8_000), noon, skew)).toBe(true);
  });

  test("but not when the status was made: it is not older", () => {
    expect(isOlder(undefined, noon, skew)).toBe(false);
    expect(unclearAge(undefined, noon, skew)).toBe("the server does not say when");
  });
});

describe("a server that does not tell its time", () => {
  const skew = skewOf({}, noon);

  test("may be half a minute off", () => {
    expect(isOlder(at(-29_999), noon, skew)).toBe(false);
    expect(isOlder(at(-30_001), noon, skew)).toBe(true);
    expect(unclearAge(at(30_000), noon, skew)).toBeNull();
    expect(unclearAge(at(-29_999), noon, skew)).toBeNull();
  });

  test("is ahead where it shows what is to come", () => {
    expect(unclearAge(at(30_001), noon, skew)).toMatch("clock is ahead");
  });

  test("may be a day behind, so that only what is older is surely older", () => {
    expect(unclearAge(at(-30_001), noon, skew)).toMatch("clock may be behind");
    expect(unclearAge(at(-24 * HOUR), noon, skew)).toMatch("clock may be behind");
    expect(unclearAge(at(-24 * HOUR - 1), noon, skew)).toBeNull();
  });
});
