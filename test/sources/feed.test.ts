import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readFeed } from "../../src/sources/feed.ts";
import { decodeFeed } from "../../src/sources/feed-document.ts";

const folder = new URL("feeds/", import.meta.url);
const feeds = readdirSync(folder).filter((name) => !name.endsWith(".entries.json"));

/** As if the file lay at the root of a site; those without a home page in them have nothing else to go by. */
const read = (name: string) =>
  readFeed(decodeFeed(readFileSync(new URL(name, folder)), ""), "https://feeds.example/feed");

describe("feeds as people write them", () => {
  test("are many", () => expect(feeds.length).toBeGreaterThanOrEqual(40));

  test.each(feeds)("%s", async (name) => {
    const expected = fileURLToPath(new URL(`${name}.entries.json`, folder));
    await expect(`${JSON.stringify(read(name), null, 2)}\n`).toMatchFileSnapshot(expected);
  });
});

const rss = (items: string) => `<?xml version="1.0"?>
<rss version="2.0">
<channel><title>T</title><link>https://a.example/</link>
${items}
</channel>
</rss>`;

describe("what is no feed, or a broken one, ends in one clause with its line", () => {
  test.each([
    ["nothing", "", "it is empty. Is the site built before this step, and the address right?"],
    ["only white space", " \n", "it is empty. Is the site built before this step, and the address right?"],
    [
      "a page",
      "<!DOCTYPE html>\n<html><body>Hi</body></html>",
      "it is a web page. Give the address of the feed itself.",
    ],
    [
      "a page that names its feed",
      '<!doctype html><html><head><link href="/index.xml" rel="alternate" type="application/rss+xml" title="x"></head></html>',
      "it is a web page. Its feed is https://a.example/index.xml.",
    ],
    [
      "a page that talks of feeds",
      '<!doctype html><html><body><code>&lt;rss></code><pre><rss version="2.0"></rss></pre></body></html>',
      "it is a web page. Give the address of the feed itself.",
    ],
    ["text", "Not found", "it is neither XML nor JSON. RSS, Atom and JSON feeds are understood."],
    [
      "a sitemap",
      '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>',
      "its first element is <urlset>. RSS, Atom and JSON feeds are understood.",
    ],
    [
      "no channel",
      '<rss version="2.0"></rss>',
      "it has none of the elements of a feed. RSS, Atom and JSON feeds are understood.",
    ],
    ["other JSON", '{"hello": 1}', "it has none of the elements of a feed. RSS, Atom and JSON feeds are understood."],
    [
      "broken JSON",
      '{\n"version": "https://jsonfeed.org/version/1.1",\n"items": [,]}',
      /^it is not valid JSON: line 3: /,
    ],
    ["cut JSON", '{\n"version": "https://jsonfeed.org/version/1.1",\n"items": [', /^it is not valid JSON: line 3: /],
    [
      "a wrong end tag",
      rss("<item><title>a</title><link>https://a.example/1</item>"),
      "it is not well-formed XML: line 4: <link> is not closed before the </item> of line 4.",
    ],
    [
      "a misspelled end tag",
      rss("<item>\n<title>a</titel>\n</item>"),
      "it is not well-formed XML: line 5: <title> is not closed before the </titel> of line 5.",
    ],
    [
      "cut within a tag",
      rss("<item><title>a</title></item>").slice(0, -20),
      "it is not well-formed XML: line 4: a `<` that begins no tag. Was it cut, or should it be `&lt;`?",
    ],
    [
      "cut within an entry",
      rss("<item><title>a</title></item>\n<item>\n<title>b</title>").split("</channel>")[0]!,
      "it is not well-formed XML: line 6: it ends, and <item> is not closed. Was it cut?",
    ],
    [
      "cut between two entries",
      rss("<item><title>a</title></item>").split("</channel>")[0]!,
      "it is not well-formed XML: line 4: it ends, and <channel> is not closed. Was it cut?",
    ],
    [
      "an open CDATA section",
      rss("<item><title><![CDATA[a</title></item>"),
      "it is not well-formed XML: line 4: a section that never ends. Was it cut?",
    ],
    [
      "an entity from outside",
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss("<item><title>&x;</title></item>")}`,
      "it is not well-formed XML: External entities are not supported.",
    ],
    [
      "too deep",
      rss("<item>".repeat(5000) + "</item>".repeat(5000)),
      /^it is not well-formed XML: Maximum nested tags exceeded/,
    ],
  ])("%s", (_name, text, expected) => {
    expect(() => readFeed(text, "https://a.example/blog/")).toThrow(expected);
  });
});

test("a charset is told by the mark, the header, the declaration, in this order, and else is UTF-8", () => {
  const text = (bytes: string, type: string) => decodeFeed(Buffer.from(bytes, "latin1"), type);
  expect(text("caf\xE9", "text/xml; charset=ISO-8859-1")).toBe("café");
  expect(text('<?xml version="1.0" encoding="windows-1252"?>\x80', "text/xml")).toMatch(/€$/);
  // A header that is wrong: the bytes are no UTF-8.
  expect(text('<?xml version="1.0" encoding="windows-1252"?>\x80', "text/xml; charset=utf-8")).toMatch(/€$/);
  expect(text("\xEF\xBB\xBFcaf\xC3\xA9", "text/xml; charset=iso-8859-1")).toBe("café");
  expect(text('<?xml version="1.0" encoding="klingon"?>\xC3\xA9', "")).toMatch(/é$/);
  expect(() => text('<?xml version="1.0" encoding="klingon"?>\xE9', "")).toThrow(
    "its bytes are not klingon, nor utf-8. Correct the `encoding` of its XML declaration",
  );
});

test("an attacker's text takes linear time", () => {
  const many = 200_000;
  for (const piece of ["<!--", "<script>", "<a ", "<b", "<![CDATA[", "<h1>", '"', "&", "<p>", "<?", "<!DOCTYPE ["]) {
    const text = piece.repeat(many);
    const before = process.cpuUsage();
    try {
      readFeed(rss(`<item><title><![CDATA[${text}]]></title><description>${text}</description></item>`), "");
    } catch {
      // Broken or not, the time is what counts.
    }
    const { user } = process.cpuUsage(before);
    expect(user / 1000, piece).toBeLessThan(5000);
  }
});
