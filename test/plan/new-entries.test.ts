import { expect, test } from "vitest";
import { chooseNew } from "../../src/plan/new-entries.ts";
import type { Feed, FeedEntry } from "../../src/sources/feed.ts";
import { candidatesOf } from "../../src/sources/load-feed.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-06-01T12:00:00Z");
const bounds = { files: null, maxPosts: 2, maxAge: 7 * DAY };

function entry(link: string | null, age: number | null, more: Partial<FeedEntry> = {}): FeedEntry {
  const date = age === null ? null : new Date(NOW - age * DAY).toISOString();
  const nothing = { title: null, summary: null, tags: [], language: null, content: null, author: null };
  return { ...nothing, id: null, link, date, published: date, updated: null, ...more };
}

const feedOf = (...entries: FeedEntry[]): Feed => ({
  feed: { title: null, link: null, description: null, language: null },
  entries,
});

test("candidates are dated, known by link or id, neither of the future nor too old, and each is there once", () => {
  const { entries, remarks } = candidatesOf(
    feedOf(
      entry("https://a.example/new", 1),
      entry("https://a.example/new", 1),
      entry("https://a.example/tomorrow", -1),
      entry("https://a.example/missed", 13),
      entry("https://a.example/old", 15),
      entry("https://a.example/undated", null),
      entry(null, 1, { title: "Nameless" }),
      entry(null, 2, { id: "by-id" }),
    ),
    NOW,
    7 * DAY,
  );
  expect(entries.map(({ link, id }) => link ?? id)).toEqual([
    "https://a.example/missed",
    "by-id",
    "https://a.example/new",
  ]);
  expect(remarks).toEqual([
    "2 entries of the feed have no date, or neither link nor id, and cannot be known again. Such entries are left out.",
  ]);
});

test("of what is new the oldest is posted first, and the rest is counted", () => {
  const at = (age: number, isPosted = false) => ({ date: NOW - age * DAY, isPosted });
  const choice = chooseNew([at(9), at(8, true), at(6, true), at(5), at(4), at(3)], bounds, NOW);
  expect(choice.chosen).toEqual([at(5), at(4)]);
  expect(choice.remarks).toEqual([
    "An entry of the feed became older than `max-age` (7 days) before a run posted it. Run more often, or raise `max-age`.",
    "1 more entry of the feed waits for the next run, since `max-posts` is 2. The first of them is too old from 2026-06-05 12:00 UTC.",
  ]);
});
