import { expect, test } from "vitest";
import { post, start } from "./ask.ts";
import { countCharacters } from "./length.ts";

const a = (count: number) => "a".repeat(count);
const url49 = `http://${"b".repeat(30)}.com/example`;

/** Cases at the limit of 100 that Mastodon's own test uses. */
const vectors: { name: string; text: string; spoiler?: string; length: number }[] = [
  { name: "text of 200", text: a(200), length: 200 },
  { name: "spoiler of 200", text: "x", spoiler: a(200), length: 201 },
  { name: "text of 50 and spoiler of 55", text: a(50), spoiler: a(55), length: 105 },
  { name: "76 and a URL", text: `${a(76)} ${url49}`, length: 100 },
  { name: "76 and a URL glued to them", text: a(76) + url49, length: 125 },
  { name: "URL over 4096", text: `http://example.com/valid?${"#foo?".repeat(1000)}`, length: 5025 },
  { name: "75 and a remote mention", text: `${a(75)} @alice@${"b".repeat(30)}.com`, length: 82 },
  { name: "domain over 253", text: `@alice@${"b".repeat(506)}.com`, length: 517 },
  { name: "100 sparkles", text: "✨".repeat(100), length: 100 },
  { name: "100 flags of several code points", text: "🏳️‍⚧️".repeat(100), length: 100 },
];

test.each(vectors)("$name counts $length", ({ text, spoiler = "", length }) => {
  expect(countCharacters(text, spoiler)).toBe(length);
});

test.each(vectors)("$name against a limit of 100", async ({ text, spoiler, length }) => {
  const instance = await start({ maxCharacters: 100 });
  const told = await post(instance, instance.createToken(), { status: text, spoiler_text: spoiler });
  if (length <= 100) expect(told.status).toBe(200);
  // A label of such a length is an error that nobody caught.
  else if (text.includes("@")) expect(told.json).toEqual({ status: 500, error: "Internal Server Error" });
  else {
    expect(told.status).toBe(422);
    expect(told.json).toEqual({ error: "Validation failed: Text character limit of 100 exceeded" });
  }
});

test("the same at 500: 476 and a URL pass, one more does not", async () => {
  const instance = await start();
  const token = instance.createToken();
  expect((await post(instance, token, { status: `${a(476)} ${url49}` })).status).toBe(200);
  const told = await post(instance, token, { status: `${a(477)} ${url49}` });
  expect(told.json).toEqual({ error: "Validation failed: Text character limit of 500 exceeded" });
});

test.each([
  ["https://nic.みんな/", 23],
  ["http://example.gay", 23],
  ["https://en.wikipedia.org/wiki/Diaspora_(software)", 23],
  ["https://www.google.com/search?utf8=✓&q=x", 23],
  ["https://ja.wikipedia.org/wiki/日本", 23],
  ["https://ru.wikipedia.org/wiki/TW@ Content", 23 + " Content".length],
  ["https://example.com/a.", 24],
  ["https://example.com/a!", 24],
  ["https://example.com/a'", 24],
  ["<https://example.com/a>", 25],
  ["(https://example.com/a)", 25],
  ['"https://example.com/a"', 25],
  ["「https://example.com/a」", 25],
  ["https://example.com/\u3000abc", 23 + 4],
  ["http://www\\.google\\.com/search", 30],
])("the URL rule on %s counts %i", (text, length) => {
  expect(countCharacters(text)).toBe(length);
});

test.each([
  ["http://localhost/path", 21],
  ["http://127.0.0.1/path", 21],
  ["https://example.music/", 22],
  ["https://example.dev/", 23],
  ["https://nic.xn--q9jyb4c/", 23],
  ["example.com/a/long/path/without/a/protocol", 42],
  ["https://nic.みんな-x/", 18],
  ["https://example.comみ", 24],
  ["https://example.com:8080/a?b=c#d", 23],
  ["https://example.com?b=c", 23],
  ["xmpp:alice@example.com", 22],
  ["@screen_name@", 13],
  ["me@example.com is no mention", 28],
  ["https://example.com/@alice@example.org", 23],
  ["#hashtag :shortcode:", 20],
])("%s counts %i", (text, length) => {
  expect(countCharacters(text)).toBe(length);
});
