import { expect, test } from "vitest";
import { formatTime } from "../../src/mastodon/clock.ts";
import { resetOf, waitOf } from "../../src/mastodon/retry.ts";

const now = Date.parse("2026-11-23T12:00:00Z");

test.each([
  ["Mastodon's ISO 8601 with six decimals", { "x-ratelimit-reset": "2026-11-23T12:35:00.000000Z" }, "12:35"],
  ["GoToSocial's with three", { "x-ratelimit-reset": "2026-11-23T18:26:30.000Z" }, "18:26"],
  ["seconds since 1970", { "x-ratelimit-reset": String(now / 1000 + 600) }, "12:10"],
  ["seconds since 1970 with a fraction", { "x-ratelimit-reset": `${now / 1000 + 600}.5` }, "12:10"],
  ["milliseconds since 1970", { "x-ratelimit-reset": String(now + 600_000) }, "12:10"],
  ["seconds from now", { "x-ratelimit-reset": "600" }, "12:10"],
  ["Retry-After in seconds", { "retry-after": "600" }, "12:10"],
  ["Retry-After of zero", { "retry-after": "0" }, "12:00"],
  ["Retry-After as a date", { "retry-after": "Mon, 23 Nov 2026 12:10:00 GMT" }, "12:10"],
  ["seconds by the server's own clock", { "retry-after": "600", date: "Mon, 23 Nov 2026 11:00:00 GMT" }, "11:10"],
  ["the first of both", { "x-ratelimit-reset": "2026-11-23T12:35:00Z", "retry-after": "600" }, "12:35"],
  ["the second where the first is none", { "x-ratelimit-reset": "soon", "retry-after": "600" }, "12:10"],
])("the end of a limit: %s", (_what, headers: Record<string, string>, expected) => {
  const reset = resetOf({ status: 429, headers, text: "" }, now);
  expect(reset && formatTime(reset)).toBe(`2026-11-23 ${expected} UTC`);
});

test.each([
  ["nothing", {}],
  ["an empty value", { "x-ratelimit-reset": "" }],
  ["a word", { "retry-after": "later" }],
  ["the end of time", { "x-ratelimit-reset": "9999-12-31T00:00:00Z" }],
  ["more seconds than a date holds", { "retry-after": "99999999999999999999" }],
  ["a negative number", { "retry-after": "-600" }],
  ["a time long past", { "x-ratelimit-reset": "1970-01-01T00:00:00Z" }],
])("no end is told by %s", (_what, headers: Record<string, string>) => {
  expect(resetOf({ status: 429, headers, text: "" }, now)).toBeNull();
});

test("what is no refusal for a limit tells of none: Mastodon says in each answer when the window of that request ends", () => {
  const headers = { "x-ratelimit-reset": "2026-11-23T12:00:30Z" };
  expect(waitOf({ status: 503, headers, text: "" }, now)).toBeNull();
  expect(waitOf({ status: 503, headers: { ...headers, "retry-after": "10" }, text: "" }, now)).toBe(11_000);
});

test.each([
  ["until the reset, and a second more", { "x-ratelimit-reset": "2026-11-23T12:00:30Z" }, 31_000],
  [
    "by the server's clock, where it tells it",
    { "x-ratelimit-reset": "2026-11-23T09:00:30Z", date: "Mon, 23 Nov 2026 09:00:00 GMT" },
    31_000,
  ],
  ["for as many seconds as it says", { "retry-after": "30", date: "Mon, 23 Nov 2026 09:00:00 GMT" }, 31_000],
  ["for an unknown time where it does not say", {}, null],
  ["for an unknown time where the reset is over", { "x-ratelimit-reset": "2026-11-23T11:59:00Z" }, null],
  ["for an unknown time where it says zero", { "retry-after": "0" }, null],
])("a limit lasts %s", (_what, headers: Record<string, string>, expected) => {
  expect(waitOf({ status: 429, headers, text: "" }, now)).toBe(expected);
});
