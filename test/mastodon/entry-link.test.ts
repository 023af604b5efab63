import { expect, test } from "vitest";
import { leadsToEntry } from "../../src/mastodon/history/entry-link.ts";

const POST = "https://blog.example.com/a/";

test.each([
  ["itself", POST, POST, true],
  ["another scheme", "http://blog.example.com/a/", POST, true],
  ["www.", "https://www.blog.example.com/a/", POST, true],
  ["no slash at the end", "https://blog.example.com/a", POST, true],
  ["what trackers add", `${POST}?utm_source=mastodon&fbclid=1`, POST, true],
  ["what the feed adds", POST, `${POST}?utm_source=rss`, true],
  ["another parameter more", `${POST}?share=1`, POST, true],
  ["a fragment more", `${POST}#comments`, POST, true],
  ["another page", "https://blog.example.com/b/", POST, false],
  ["a page below", "https://blog.example.com/a/b/", POST, false],
  ["another host", "https://example.com/a/", POST, false],
  ["another parameter", "https://blog.example.com/?p=2", "https://blog.example.com/?p=1", false],
  [
    "the home page, where a parameter names the entry",
    "https://blog.example.com/",
    "https://blog.example.com/?p=1",
    false,
  ],
  ["an entry, where the home page is meant", "https://blog.example.com/?p=1", "https://blog.example.com/", false],
  ["another video", "https://video.example.com/watch?v=2", "https://video.example.com/watch?v=1", false],
  ["the fragment that counts", `${POST}#one`, `${POST}#one`, true],
  ["another fragment, where it counts", `${POST}#two`, `${POST}#one`, false],
  ["no address", "mailto:a@example.com", POST, false],
])("%s", (_name, link, entry, expected) => {
  expect(leadsToEntry(link, entry)).toBe(expected);
});
