import fc from "fast-check";
import { expect, test } from "vitest";
import { compose } from "../../src/status/compose/compose.ts";
import { findHashtags, findUrls } from "../../src/status/length/entities.ts";
import { type Counting, countCharacters, mastodonCounting } from "../../src/status/length/length.ts";

/** Release notes and announcements as people write them, without `fit`, on a server that allows 500 characters. */

const numRuns = Number(process.env.PROPERTY_RUNS ?? 500);
const limit = 500;
const newest: Counting = { ...mastodonCounting, unit: "graphemes" };

const word = fc.constantFrom(
  ..."the parser now reads faster when a file is large and retries hang on slow networks thanks to everyone".split(" "),
  ..."undici v7.2.0 `fetch()` don't naïve Größe работает 更新 🎉 क्षमा सॉफ्टवेयर @alice @bob@example.org".split(" "),
);
const words = (minLength: number, maxLength: number) =>
  fc.array(word, { minLength, maxLength }).map((list) => list.join(" "));
const link = fc.oneof(
  fc.integer({ min: 1, max: 9999 }).map((n) => `https://github.com/nodejs/undici/pull/${n}`),
  fc.constantFrom(
    "https://example.org/blog/a-long-post",
    "https://docs.example.com/?v=7",
    "https://münchen.example.de",
  ),
);
const list = fc
  .array(fc.tuple(words(2, 10), fc.option(link, { freq: 3 })), { minLength: 1, maxLength: 6 })
  .map((items) => items.map(([text, url]) => `• ${text}${url ? ` by @alice in ${url}` : ""}`).join("\n"));
const paragraph = fc.oneof(
  { weight: 4, arbitrary: words(5, 50).map((text) => `${text}.`) },
  {
    weight: 2,
    arbitrary: fc.tuple(words(5, 20), link, words(3, 20)).map(([text, url, rest]) => `${text} (${url}) ${rest}.`),
  },
  { weight: 1, arbitrary: fc.tuple(words(5, 20), words(3, 20)).map(([text, rest]) => `${text} #Release ${rest}`) },
  { weight: 2, arbitrary: list },
  { weight: 1, arbitrary: fc.constantFrom("Bug fixes", "New features:") },
  {
    weight: 1,
    arbitrary: fc.oneof(
      link,
      link.map((url) => `Full Changelog: ${url}`),
    ),
  },
  { weight: 1, arbitrary: fc.constant("#JavaScript #NodeJS") },
);
const notes = fc
  .tuple(words(3, 6), fc.array(paragraph, { minLength: 1, maxLength: 14 }))
  .map(([title, paragraphs]) => [`${title}.`, ...paragraphs].join("\n\n"));

const linksIn = (text: string) =>
  [...findUrls(text), ...findHashtags(text)].map(({ start, end }) => text.slice(start, end)).sort();

test("what can fit is posted, with all links and hashtags, and as little as possible is cut", async () => {
  let cut = 0;
  await fc.assert(
    fc.asyncProperty(notes, async (text) => {
      // Links and hashtags leave room for words.
      fc.pre(countCharacters(linksIn(text).join("\n\n")) < limit / 2);
      const { parts, cuts, tooLong } = await compose([{ text, fit: [] }], {
        limit,
        counting: newest,
        spoiler: "",
        overflow: "truncate",
        maxParts: 1,
      });
      expect(tooLong).toBeNull();
      const result = parts[0]!.text;
      expect(linksIn(result)).toEqual(linksIn(text));
      if (countCharacters(text, "", newest) <= limit) expect(result).toBe(text);
      else {
        cut += 1;
        // On any Ruby.
        expect(countCharacters(result)).toBeLessThanOrEqual(limit);
        expect(cuts).toHaveLength(1);
        // No more than a word, a heading or what would have said nothing.
        expect(countCharacters(result)).toBeGreaterThan(limit - 80);
      }
    }),
    { numRuns },
  );
  expect(cut).toBeGreaterThan(numRuns / 5);
});
