import { describe, expect, test } from "vitest";
import { formatDuration, parseDuration } from "../src/time.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("a duration as people write it", () => {
  test.each([
    ["90 seconds", 90_000],
    ["90s", 90_000],
    ["1 sec", 1000],
    ["5 minutes", 5 * MINUTE],
    ["5 MINUTES", 5 * MINUTE],
    ["5min", 5 * MINUTE],
    ["1 m", MINUTE],
    ["1.5 hours", 1.5 * HOUR],
    ["1h30m", 1.5 * HOUR],
    ["1h 30m", 1.5 * HOUR],
    ["1 hr, 30 mins", 1.5 * HOUR],
    ["2 days and 4 hours", 2 * DAY + 4 * HOUR],
    ["1 week", 7 * DAY],
    ["0 s", 0],
    ["  5\tminutes ", 5 * MINUTE],
  ])("%j", (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });
});

describe("what is none", () => {
  test.each([
    "",
    " ",
    "5",
    "five minutes",
    "5 months",
    "5 years",
    "-5 minutes",
    "5 minutes!",
    "minutes",
    "PT5M",
    "5:00",
    "1e3 s",
    "5 mi",
  ])("%j", (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  test("a hostile text costs no more than its length", () => {
    expect(parseDuration(`${"1 s ".repeat(20_000)}x`)).toBeNull();
  });
});

test.each([
  [1000, "1 second"],
  [1500, "1.5 seconds"],
  [90_000, "90 seconds"],
  [5 * MINUTE, "5 minutes"],
  [HOUR, "1 hour"],
  [36 * HOUR, "36 hours"],
  [2 * DAY, "2 days"],
])("%i ms in words", (milliseconds, words) => {
  expect(formatDuration(milliseconds)).toBe(words);
});
