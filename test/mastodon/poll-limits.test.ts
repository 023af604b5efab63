import { describe, expect, test } from "vitest";
import { assumedLimits, refusedBesidePoll, refusedPoll } from "../../src/mastodon/limits.ts";

const limits = assumedLimits.poll;
const poll = (options: string[], expires_in = 86_400) => ({ options, expires_in });
const flag = "🏳️‍⚧️";

test.each([
  ["two options", poll(["Yes", "No"])],
  ["as many as allowed", poll(["1", "2", "3", "4"])],
  ["an option of 50 graphemes that are many code points", poll(["Yes", flag.repeat(50)])],
  ["the shortest time", poll(["Yes", "No"], 300)],
  ["the longest time", poll(["Yes", "No"], 2_629_746)],
  ["options that differ in case alone", poll(["Yes", "yes"])],
])("taken: %s", (_name, wanted) => {
  expect(refusedPoll(wanted, limits)).toEqual([]);
});

test.each([
  ["too many", poll(["1", "2", "3", "4", "5"]), ["The poll has 5 options, this instance allows 4. Leave some out."]],
  [
    "too long",
    poll(["Yes", "x".repeat(51)]),
    [`Poll option 2 has 51 characters, this instance allows 50: “${"x".repeat(51)}”. Shorten it.`],
  ],
  [
    "far too long",
    poll(["Yes", "x".repeat(5000)]),
    [`Poll option 2 has 5,000 characters, this instance allows 50: “${"x".repeat(120)}…”. Shorten it.`],
  ],
  ["empty", poll(["Yes", " \n"]), ["Poll option 2 is empty: the value that it uses is empty here. Give it a text."]],
  ["twice", poll(["Yes", "No", " Yes "]), ["Poll option 3 is the same as option 1, “Yes”. Each option must differ."]],
  [
    "empty twice",
    poll(["", ""]),
    [expect.stringContaining("Poll option 1 is empty"), expect.stringContaining("Poll option 2 is empty")],
  ],
  [
    "too short a time",
    poll(["Yes", "No"], 90),
    ["The poll would run for 90 seconds, this instance allows at least 5 minutes. Change `expires-in`."],
  ],
  ["two minutes", poll(["Yes", "No"], 120), [expect.stringContaining("run for 2 minutes, ")]],
  [
    "too long a time",
    poll(["Yes", "No"], 31 * 86_400),
    ["The poll would run for 31 days, this instance allows at most 30 days. Change `expires-in`."],
  ],
])("refused: %s", (_name, wanted, sentences) => {
  expect(refusedPoll(wanted, limits)).toEqual(sentences);
});

test("what is allowed is never said to be more than it is", () => {
  const [sentence] = refusedPoll(poll(["Yes", "No"], 10), { ...limits, minExpiration: 90 });
  expect(sentence).toContain("at least 2 minutes");
  const [other] = refusedPoll(poll(["Yes", "No"], 5400), { ...limits, maxExpiration: 5399 });
  expect(other).toContain("run for 90 minutes, this instance allows at most 1 hour");
});

describe("beside a poll", () => {
  test.each([
    ["a text", false, true, null],
    ["media", true, true, null],
    ["media before Mastodon 4.6", true, false, expect.stringContaining("does not allow media with a poll")],
    ["no media before Mastodon 4.6", false, false, null],
  ])("%s", (_name, hasMedia, besideMedia, sentence) => {
    expect(refusedBesidePoll(hasMedia, { ...limits, besideMedia })).toEqual(sentence);
  });
});
