import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  contentWithAddresses,
  isSameAddress,
  isSameText,
  linksIn,
  namesAddress,
  normalForm,
  plainContent,
  saysTheSame,
} from "../../src/mastodon/history/text.ts";
import { processorTime } from "../processor-time.ts";
import { html } from "./small-instance.ts";

const LONG = "https://github.com/nodejs/undici/releases/tag/v7.2.0?from=mastodon&x=1";

describe("what servers make of a text is the same text", () => {
  test.each([
    ["Mastodon's hidden parts of links", `New: ${LONG}`, html(`New: ${LONG}`)],
    [
      "a link that is shown cut off",
      `New: ${LONG}!`,
      `<p>New: <a href="${LONG.replaceAll("&", "&amp;")}" rel="nofollow">github.com/nodejs/un…</a>!</p>`,
    ],
    [
      "a slash behind a bare host",
      "See https://example.org.",
      '<p>See <a href="https://example.org/">example.org</a>.</p>',
    ],
    ["entities that GoToSocial reads as characters", "one &amp; two &lt;b&gt;", "<p>one & two &lt;b></p>"],
    [
      "a bare www. that GoToSocial makes a link",
      "See www.example.org.",
      '<p>See <a href="http://www.example.org">www.example.org</a>.</p>',
    ],
    [
      "an e-mail address that GoToSocial makes a link",
      "Write to me@example.org",
      '<p>Write to <a href="mailto:me@example.org">me@example.org</a></p>',
    ],
    ["mentions without their domain", "By @alice@example.org", html("By @alice@example.org")],
    [
      "mentions with it, unlinked ones too",
      "By @alice@example.org and @bob@example.net",
      '<p>By <span class="h-card"><a class="u-url mention" href="https://example.org/@alice">@<span>alice</span></a></span> and @bob@example.net</p>',
    ],
    ["the mention guard", "Thanks @\u200Calice", "<p>Thanks @alice</p>"],
    [
      "the link of a quote in front",
      "Look at that",
      '<p class="quote-inline">RE: <a href="https://x.example/@a/1">x.example/@a/1</a></p><p>Look at that</p>',
    ],
    [
      "the link of a quote behind (Akkoma)",
      "Look at that",
      'Look at that<span class="quote-inline"><br/><br/><bdi>RE:</bdi> <a href="https://x.example/1">https://x.example/1</a></span>',
    ],
    [
      "hashtags",
      "On #NodeJS",
      '<p>On <a href="https://x.example/tags/nodejs" class="mention hashtag" rel="tag">#<span>NodeJS</span></a></p>',
    ],
    ["entities", "a < b & c > \"d\" 'e'", "<p>a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#x27;</p>"],
    [
      "Markdown",
      "# Title\n\n- one\n- **two** and _three_\n\n1. `four`\n\n> five\n\n[six](https://example.org/6)",
      '<h1>Title</h1><ul><li>one</li><li><strong>two</strong> and <em>three</em></li></ul><ol><li><code>four</code></li></ol><blockquote><p>five</p></blockquote><p><a href="https://example.org/6">six</a></p>',
    ],
    ["line breaks", "one\r\ntwo\n\n\nthree", "<p>one<br>two</p><p>three</p>"],
    ["text that is no HTML", "one < two, https://example.org/a", "one < two, https://example.org/a"],
  ])("%s", (_what, text, content) => {
    expect(normalForm(contentWithAddresses(content))).toBe(normalForm(text));
    expect(isSameText(contentWithAddresses(content), text)).toBe(true);
  });

  test("without what looks like a tag (Pixelfed)", () => {
    expect(isSameText("A Map is out", "A Map<K, V> is out")).toBe(true);
    expect(saysTheSame("A Map is out", "A Map<K, V> is out")).toBe(true);
    expect(isSameText("A Map<K> is out", "A Map<V> is out")).toBe(false);
    expect(isSameText("", "<done>")).toBe(false);
  });

  test("any text, as Mastodon renders it", () => {
    const pieces = fc.constantFrom(
      "a",
      "1.2",
      "&",
      "<",
      ">",
      " ",
      "\n\n",
      "\n",
      LONG,
      "@me@x.example",
      "#Tag",
      "✅",
      "*",
      "-",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
        const text = words.join(" ");
        expect(normalForm(contentWithAddresses(html(text)))).toBe(normalForm(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("what differs is another text", () => {
  test.each([
    ["v1.2.3", "v12.3"],
    ["Build ✅", "Build ❌"],
    ["Now in C", "Now in C++"],
    ["Score: +1", "Score: -1"],
    ["Week 1", "Week 2"],
    ["https://example.org/1", "https://example.org/2"],
    ["🎉", "🎊"],
    ["Hello", "hello"],
  ])("%s is not %s", (one, other) => {
    expect(isSameText(one, other)).toBe(false);
  });

  test("though a remark overlooks signs", () => {
    expect(saysTheSame("Hello, *world*!", "Hello world")).toBe(true);
    expect(saysTheSame("Hello", "Goodbye")).toBe(false);
  });
});

describe("addresses", () => {
  test.each([
    ["https://example.org", "https://example.org/", true],
    ["https://EXAMPLE.org/a", "https://example.org/a", true],
    ["https://example.org/v1", "https://example.org/v1.1", false],
    ["https://example.org/A", "https://example.org/a", false],
    ["not an address", "https://example.org/", false],
  ])("%s and %s", (one, other, same) => {
    expect(isSameAddress(one, other)).toBe(same);
  });

  test.each([
    ["(see https://example.org/v1).", true],
    ["https://example.org/v1", true],
    ["https://example.org/v1.1", false],
    ["https://example.org/v1/notes", false],
    ["example.org/v1", false],
  ])("the text %s", (text, names) => {
    expect(namesAddress(text, "https://example.org/v1")).toBe(names);
  });

  test("links are read whole, whatever shape the tag has", () => {
    const content = `<p><a href="https://a.example/?x=1&amp;y=2">a</a> <A class=x HREF='https://b.example/'>b</A><a name="c">c</a></p>`;
    expect(linksIn(content)).toEqual(["https://a.example/?x=1&y=2", "https://b.example/"]);
  });
});

describe("the text of a content", () => {
  test.each([
    ["<p>one<br />two</p><p>three</p>", "one\ntwo\n\nthree"],
    ["<p>one</p>\n<p>two</p>", "one\n\ntwo"],
    ["<ul><li>one</li><li>two</li></ul>", "one\ntwo"],
    ["<h1>Title</h1>text", "Title\ntext"],
    ["&lt;p&gt; &amp;lt; &#128512; &#x1F600; &unknown; &#99999999;", "<p> &lt; 😀 😀 &unknown; &#99999999;"],
    ["a < b", "a < b"],
    ["", ""],
  ])("%s", (content, text) => {
    expect(plainContent(content)).toBe(text);
  });

  test.each(["<".repeat(200_000), "<a ".repeat(100_000), "&".repeat(200_000), `<a href="${"x".repeat(200_000)}`])(
    "takes no longer for what is broken: %.10s…",
    (hostile) => {
      let length = 0;
      const took = processorTime(() => {
        length = plainContent(hostile).length + contentWithAddresses(hostile).length + linksIn(hostile).length;
      });
      expect(length).toBeGreaterThan(0);
      expect(took).toBeLessThan(5000);
    },
  );

  test.each(["@a".repeat(50_000), `https://${"!".repeat(50_000)}`, "[".repeat(50_000), " ".repeat(50_000)])(
    "its normal form takes no longer for what is broken: %.10s…",
    (hostile) => {
      expect(processorTime(() => normalForm(hostile))).toBeLessThan(5000);
    },
  );
});

test("a rarer entity is the character that a server made of it, whichever that is", () => {
  expect(isSameText("one © two", "one &copy; two")).toBe(true);
  // Mastodon shows the letters that were written.
  expect(isSameText("one &copy; two", "one &copy; two")).toBe(true);
  expect(isSameText("one © three", "one &copy; two")).toBe(false);
});
