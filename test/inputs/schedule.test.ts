import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveSchedule } from "../../src/inputs/schedule.ts";
import { refusedSchedule } from "../../src/mastodon/publish/schedule.ts";
import { inUtc } from "../../src/time.ts";

const now = Date.parse("2026-11-23T12:00:00Z");
const MINUTE = 60_000;
const DAY = 86_400_000;

test.each([
  ["2026-12-24T18:00:00Z", "2026-12-24T18:00:00Z"],
  ["2026-12-24T18:00Z", "2026-12-24T18:00:00Z"],
  ["2026-12-24T18:00:00.500Z", "2026-12-24T18:00:00Z"],
  ["2026-12-24T18:00:00.123456789Z", "2026-12-24T18:00:00Z"],
  ["2026-12-24T18:00:00+01:00", "2026-12-24T17:00:00Z"],
  ["2026-12-24T18:00:00-0330", "2026-12-24T21:30:00Z"],
  ["2026-12-24T18:00:00+05", "2026-12-24T13:00:00Z"],
  ["2026-12-24t18:00:00z", "2026-12-24T18:00:00Z"],
  ["2026-12-24 18:00:00 +0100", "2026-12-24T17:00:00Z"],
  ["  2026-12-24T18:00:00Z\n", "2026-12-24T18:00:00Z"],
  ["2028-02-29T00:00:00Z", "2028-02-29T00:00:00Z"],
  ["2 hours", "2026-11-23T14:00:00Z"],
  ["1 day 30 minutes", "2026-11-24T12:30:00Z"],
  ["in 2 hours", "2026-11-23T14:00:00Z"],
])("%j", (text, expected) => {
  expect(inUtc(resolveSchedule(text, now)!)).toBe(expected);
});

test.each(["", " ", "now", "Now", "0 minutes", "in 0 h"])("%j is now", (text) => {
  expect(resolveSchedule(text, now)).toBeNull();
});

test("whatever time a Date can show is read back", () => {
  const times = fc.date({ min: new Date("1970-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(times, fc.integer({ min: -14 * 60, max: 14 * 60 }), (time, offset) => {
      const local = new Date(time.getTime() + offset * MINUTE);
      fc.pre(local.getUTCFullYear() >= 1970 && local.getUTCFullYear() <= 9999);
      const two = (number: number) => String(number).padStart(2, "0");
      const zone = `${offset < 0 ? "-" : "+"}${two(Math.trunc(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
      expect(resolveSchedule(local.toISOString().replace("Z", zone), now)).toBe(time.getTime());
    }),
  );
});

describe("what is no time is told why, in one line", () => {
  test.each([
    ["2026-12-24T18:00", "It has no offset", "`2026-12-24T18:00Z`."],
    ["2026-12-24 18:00:00", "It has no offset", "`2026-12-24 18:00:00Z`."],
    ["2026-12-24", "It has a date and no time.", "`2026-12-24T09:00:00Z`"],
    ["2026-02-31", "February 2026 has 28 days."],
    ["2026-02-31T10:00:00Z", "February 2026 has 28 days."],
    ["2026-04-31T10:00:00Z", "April 2026 has 30 days."],
    ["2027-02-29T10:00:00Z", "February 2027 has 28 days."],
    ["2026-12-00T10:00:00Z", "December 2026 has 31 days."],
    ["2026-31-12T10:00:00Z", "That month does not exist; the order is year, month, day."],
    ["2026-12-24T24:00:00Z", "A day ends at 23:59:59. Write 00:00 of the next day."],
    ["2026-12-24T25:00:00Z", "A day has no such time"],
    ["2026-13-05T18:00:00Z", "That month does not exist; the order is year, month, day."],
    ["2026-12-24T18:60:00Z", "A day has no such time"],
    ["2026-12-24T23:59:60Z", "A day has no such time"],
    ["2026-12-24T18:00:00+25:00", "No place on Earth has that offset"],
    ["2026-12-24T18:00:00+01:99", "No place on Earth has that offset"],
    ["2026-12-24T18:00:00 UTC", "Write `Z` for UTC: `2026-12-24T18:00:00Z`."],
    ["2026-12-24 18:00 GMT", "Write `Z` for UTC: `2026-12-24 18:00Z`."],
    ["2026-12-24T18:00:00 CET", "The name of a time zone leaves its offset open.", "`2026-12-24T18:00:00+01:00`"],
    ["2026-12-24T18:00:00 Europe/Berlin", "The name of a time zone leaves its offset open."],
    ["2026-12-24T18:00:00+01:00[Europe/Berlin]", "What follows the time is not an offset."],
    ["2026-12-24 06:00 PM", "Write the hour from 00 to 23, without AM and PM"],
    ["2026-12-24 6:00 PM", "Write the hour from 00 to 23, without AM and PM."],
    ["2026-12-24 6 p.m.", "Write the hour from 00 to 23, without AM and PM."],
    ["2 months", "Months and years have no fixed length."],
    ["in 1 year", "Months and years have no fixed length."],
    ["12/24/2026 18:00", "Day and month are ambiguous in it."],
    ["24.12.2026 18:00", "Year, month and day come first, with hyphens between."],
    ["2026/12/24 18:00Z", "Hyphens stand between year, month and day."],
    ["2026-1-5T09:00Z", "Month, day, hour and minute have two digits each."],
    ["2026-12-24T9:00Z", "Month, day, hour and minute have two digits each."],
    ["20261224T180000Z", "Write it with hyphens and colons."],
    ["2026-W52-4T18:00Z", "Week dates are not supported"],
    ["18:00", "It has a time and no date."],
    ["1798135200", "It is a number without a unit."],
    ["120", "It is a number without a unit."],
    ["-2 hours", "It lies in the past."],
    ["PT2H", "Write a duration in words"],
    ["P1D", "Write a duration in words"],
    ["0 9 * * 1", "It looks like a cron expression"],
    ["*/5 * * * *", "It looks like a cron expression"],
    ["tomorrow at 9", "Only exact times and durations are supported."],
    ["next Friday", "Only exact times and durations are supported."],
    ["Thu, 24 Dec 2026 18:00:00 +0100", "Only exact times and durations are supported."],
    ["{{ data.when }}", "Only exact times and durations are supported."],
    ["999999999999999999 weeks", "Nobody can wait that long."],
    [`2026-12-24T18:00:00${"x".repeat(500)}`, "The name of a time zone"],
  ])("%.60j", (text, ...sentences) => {
    const read = () => resolveSchedule(text, now);
    expect(read).toThrow(/^`scheduled-at` is "[^\n]*\.$/);
    for (const sentence of sentences) expect(read).toThrow(sentence);
  });
});

describe("whether a time can still be scheduled", () => {
  test.each([5 * MINUTE + 1000, 3_600_000, DAY, 700 * DAY])("%d ms ahead", (ahead) => {
    expect(refusedSchedule(now + ahead, now)).toBeNull();
  });

  test.each([
    [-1000, "`scheduled-at` is 2026-11-23T11:59:59Z, which is past by 1 second; a server would post it at once."],
    [0, "which is past by 1 second"],
    [-3 * DAY, "which is past by 3 days"],
    [90_000, "which is only 90 seconds ahead; servers want more than five minutes."],
    [4 * MINUTE, "which is only 4 minutes ahead"],
    [5 * MINUTE - 200, "which is only 5 minutes ahead; servers want more than five minutes."],
    [
      5 * MINUTE,
      "which is only 5 minutes ahead; servers want more than five minutes. Give a later time (as a duration, `10 minutes`), or leave it out.",
    ],
    [36 * 366 * DAY, "which is 36 years ahead. Is the year correct?"],
  ])("%d ms ahead is refused", (ahead, sentence) => {
    const told = refusedSchedule(now + ahead, now);
    expect(told).toContain(sentence);
    expect(told).not.toContain("\n");
  });
});
