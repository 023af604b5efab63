import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findHashtags, findMentions, findUrls, matchMentions, type Span } from "../../src/status/length/entities.ts";
import { isFrozenTld, LONGEST_TLD } from "../../src/status/length/tlds.ts";
import { processorTime } from "../processor-time.ts";

const cut = (text: string, spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end));
const urls = (text: string) => cut(text, findUrls(text));
const tags = (text: string) => cut(text, findHashtags(text));
const handles = (text: string) => findMentions(text).map(({ handle }) => handle);

describe("findUrls", () => {
  test.each([
    "http://example.com",
    "HTTPS://Example.COM/Path",
    "https://example.com:8080/a?b=c#d",
    "https://nic.みんな/",
    "http://example.gay",
    "https://diaspora.example.org/wiki/Diaspora_(software)",
    "https://example.org/S(a(b)c)/x",
    "https://www.google.com/search?utf8=✓&q=x",
    "https://ja.wikipedia.org/wiki/日本",
    "https://example.org/?q=c++&l=en",
    "gemini://example.org/",
    "dat://example.org",
    "http://a_b.example.com/",
    "http://example.xn--p1ai/x",
    "https://github.com/o/r/compare/@scope/pkg@1.0.0...@scope/pkg@1.1.0",
  ])("takes %s whole", (url) => {
    expect(urls(url)).toEqual([url]);
    expect(urls(`see ${url} and`)).toEqual([url]);
    expect(urls(`（${url}`)).toEqual([url]);
  });

  test.each([
    ["https://example.org/?q=c++", "https://example.org/?q=c"],
    ["https://example.com/a.", "https://example.com/a"],
    ["https://example.com/a!", "https://example.com/a"],
    ["'https://example.com/a'", "https://example.com/a"],
    ["<https://example.com/a>", "https://example.com/a"],
    ['"https://example.com/a"', "https://example.com/a"],
    ["「https://example.com/a」", "https://example.com/a"],
    ["(https://example.com/a)", "https://example.com/a"],
    ["(see https://example.com/a_(b))", "https://example.com/a_(b)"],
    ["https://example.com/a(b(c(d)))", "https://example.com/a"],
    ["https://example.com/wiki/(日本)", "https://example.com/wiki/"],
    ["https://example.com/(日本)/x", "https://example.com/(日本)/x"],
    ["https://en.wikipedia.org/wiki/TW@ Content", "https://en.wikipedia.org/wiki/TW@"],
    ["https://example.com/\u3000abc", "https://example.com/"],
    ["https://example.com?.", "https://example.com"],
    ["https://example.com/?a=b.", "https://example.com/?a=b"],
    ["https://example.com/?a=b`c", "https://example.com/?a=b"],
    ["https://example.com:x", "https://example.com"],
    ["https://example.com_x", "https://example.com"],
    ["https://example.com中文", "https://example.com"],
    ["https://example.com.invalid", "https://example.com"],
    ["https://t.co/abc-d/e", "https://t.co/abc"],
    ["-https://example.com", "https://example.com"],
    ["ÄÖhttps://example.com", "https://example.com"],
  ])("takes of %s only %s", (text, url) => {
    expect(urls(text)).toEqual([url]);
  });

  test.each([
    ["no protocol", "example.com/a"],
    ["another protocol", "ftp://example.com"],
    ["glued to a letter", "ahttp://example.com"],
    ["glued to a digit", "1http://example.com"],
    ["glued to an at sign", "@http://example.com"],
    ["glued to a hash", "#http://example.com"],
    ["glued to a full-width at sign", "＠http://example.com"],
    ["a young top-level domain", "https://example.music/a"],
    ["a name of the local network", "http://localhost:3000/"],
    ["an IP address", "http://127.0.0.1/"],
    ["no host", "http:///some.url"],
    ["backslashes", "http://www\\.google\\.com"],
    ["an at sign behind the domain", "http://example.com@x"],
    ["user information", "http://user:secret@example.com/"],
    ["an underscore in the domain name", "http://a_b.com"],
    ["a label that ends with a hyphen", "http://a-.com"],
    ["two dots", "http://a..com"],
    ["a label of 64 characters", `http://${"a".repeat(64)}.com`],
    ["an emoji that the IDNA of Mastodon does not know", "http://🍕.ws/"],
    ["more than 4096 characters", `http://example.com/valid?${"#foo?".repeat(1000)}`],
    ["a slug of t.co with 41 characters", `https://t.co/${"a".repeat(41)}`],
    ["what a bare host before it swallows", "example.com/https://example.org"],
    ["what a bare host's query before it swallows", "example.com?u=https://example.org"],
  ])("does not take %s", (_, text) => {
    expect(urls(text)).toEqual([]);
  });

  test("takes the longest URL, counted in code points with the host encoded, and no longer one", () => {
    const url = `http://example.com/${"😀".repeat(4096 - 19)}`;
    expect(urls(url)).toEqual([url]);
    expect(urls(`${url}a`)).toEqual([]);
    const encoded = "http://xn--bcher-kva.example.com/";
    const international = `http://bücher.example.com/${"a".repeat(4096 - encoded.length)}`;
    expect(urls(international)).toEqual([international]);
    expect(urls(`${international}a`)).toEqual([]);
    expect(urls(`http://${"a".repeat(63)}.com`)).toHaveLength(1);
  });

  test("knows several links, and a link behind what is none", () => {
    expect(urls("https://a.com https://b.com\nhttps://c.com")).toEqual([
      "https://a.com",
      "https://b.com",
      "https://c.com",
    ]);
    expect(urls("[example.com](https://example.com)")).toEqual(["https://example.com"]);
    expect(urls("http://localhost https://example.com")).toEqual(["https://example.com"]);
    expect(urls("me@example.com/https://example.org")).toEqual(["https://example.org"]);
    expect(urls("v1.http://example.com")).toEqual(["http://example.com"]);
  });
});

describe("the frozen list", () => {
  test("is that of twitter-text 3.1.0", () => {
    const known = ["com", "dev", "zip", "social", "onion", "gay", "md", "みんな", "中文网", "vermögensberatung", "рф"];
    expect(known.filter((name) => !isFrozenTld(name))).toEqual([]);
    expect(["music", "kids", "spa", "localhost", "js", "http", "", "COM"].filter(isFrozenTld)).toEqual([]);
    expect(["northwesternmutual", "travelersinsurance"].map((name) => [isFrozenTld(name), name.length])).toEqual([
      [true, LONGEST_TLD],
      [true, LONGEST_TLD],
    ]);
  });
});

describe("findMentions", () => {
  test.each([
    ["@alice", ["alice"]],
    ["hi @alice@example.org.", ["alice@example.org"]],
    ["@scope/pkg", ["scope"]],
    [".@alice, (@bob) [@carol] *@dave* @@eve", ["alice", "bob", "carol", "dave", "eve"]],
    ["@a.b-c_d@münchen.example", ["a.b-c_d@münchen.example"]],
    ["@alice. @bob-", ["alice", "bob"]],
    ["\u200b@alice", ["alice"]],
    ["@Alice日本", ["Alice"]],
    [`@alice@${"b".repeat(249)}.com`, [`alice@${"b".repeat(249)}.com`]],
    ["https://t.co/abc.@alice", ["alice"]],
  ])("finds in %s", (text, expected) => {
    expect(handles(text)).toEqual(expected);
  });

  test.each([
    "alice@example.org",
    "a@b@c",
    "é@alice",
    "日本@alice",
    "_@alice",
    "/@alice",
    "=@alice",
    "@screen_name@",
    "@alice＠",
    "@aliceé",
    "@alice://x",
    "@http://example.com",
    "＠alice",
    "@",
    "@-",
    "@ünal",
    "@\u200calice",
    `@alice@${"b".repeat(506)}.com`,
    "https://example.com/@alice",
    "https://example.com/.@alice",
    "https://example.com/?a=b,@alice",
  ])("finds none in %s", (text) => {
    expect(handles(text)).toEqual([]);
  });

  test("gives the place of each mention, the at sign included", () => {
    expect(findMentions("a @b @c@d.e")).toEqual([
      { start: 2, end: 4, handle: "b" },
      { start: 5, end: 11, handle: "c@d.e" },
    ]);
  });

  test("is less than whom Mastodon notifies", () => {
    const text = "@aliceé @bob＠ https://example.com/.@carol me@example.com";
    expect(handles(text)).toEqual([]);
    expect(matchMentions(text).map(({ handle }) => handle)).toEqual(["alice", "bob", "carol"]);
  });
});

describe("findHashtags", () => {
  test.each([
    ["#tag", ["#tag"]],
    ["a #b\n#c ＃d", ["#b", "#c", "＃d"]],
    ["#v2 #2v #1_2", ["#v2", "#2v", "#1_2"]],
    ["#日本 #हिन्दी #עברית", ["#日本", "#हिन्दी", "#עברית"]],
    ["#col·laboració #スター・ウォーズ #می\u200cخواهم", ["#col·laboració", "#スター・ウォーズ", "#می\u200cخواهم"]],
    ["#ab·· #a·", ["#ab", "#a"]],
    ["#a-b #node.js #c++", ["#a", "#node", "#c"]],
    ["#taghttps://example.com", ["#tag"]],
    ["#😀a", []],
    ["#123 #_ #_1 # #·a ##a", []],
    ["a#b (#c) /#d", []],
  ])("finds in %s", (text, expected) => {
    expect(tags(text)).toEqual(expected);
  });
});

describe("time", () => {
  const SIZE = 125_000;
  const repeat = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

  // Each of these makes a backtracking pattern quadratic: minutes instead of a fraction of a second.
  test.each(
    ["@", "@a", "@a.", "@a@b.c", "(", "http://a.com/(", "http://a.com/(日http://a.com/)", "\u200d", "a.", "a.com中_"]
      .concat([
        "http://",
        "://",
        "http://a.com?q=!",
        "http://a.com/....",
        "foo.com/http://",
        " #a·",
        "#·",
        "xn--",
        "[(",
      ])
      .flatMap((piece) => [
        repeat(piece),
        `http://a.com/${repeat(piece)}`,
        `http://${repeat(piece)}`,
        ` #${repeat(piece)}`,
      ])
      .map((text) => [text.slice(0, 30), text]),
  )("is linear for 125,000 characters of %j", (_, text) => {
    const took = processorTime(() => {
      findMentions(text);
      findHashtags(text);
    });
    expect(took).toBeLessThan(5000);
  });
});

test("a text in ASCII has the same mentions as with a letter behind that is none", () => {
  const text = fc.string({
    unit: fc.constantFrom("@", "a", "B", "1", "_", ".", "-", "/", "=", ":", " ", "\n"),
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (text) => {
      expect(matchMentions(text)).toEqual(matchMentions(`${text} é`));
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 1000) },
  );
});

test("spans lie in the text, in order, apart from each other, and mentions outside of links", () => {
  const piece = fc.oneof(
    fc.constantFrom("@", "#", ".", "/", ":", "://", "http://", "example.com", "(", ")", "?", " ", "@alice", "a"),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (text) => {
      const links = findUrls(text);
      const mentions = findMentions(text);
      for (const spans of [
        links,
        mentions,
        findHashtags(text),
        [...links, ...mentions].sort((a, b) => a.start - b.start),
      ]) {
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }
      for (const { start, end } of links) expect(text.slice(start, end)).toMatch(/^\w+:\/\/[^/:?\s]/i);
      for (const { start, handle } of mentions) expect(text.startsWith(`@${handle}`, start)).toBe(true);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 1000) },
  );
});
