import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMentions, findUrls } from "../../src/status/length/entities.ts";
import { type Counting, countCharacters, countGraphemes, mastodonCounting } from "../../src/status/length/length.ts";
import { countCharacters as countOfPracticeInstance } from "../instance/length.ts";
import { strip } from "../instance/parameters.ts";
import { lines } from "../recordings/lines.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 1000);
/** On a server whose grapheme clusters are those of Node. */
const newest: Counting = { ...mastodonCounting, unit: "graphemes" };
const a = (count: number) => "a".repeat(count);
const LONG_HOST = `http://${"b".repeat(30)}.com/example`;

// Mastodon's own test of its validator, whose limit is 100 there.
describe("the vectors of Mastodon's status length validator", () => {
  test.each([
    ["a text of 200 letters", a(200), "", 200],
    ["a spoiler of 200 letters", "", a(200), 200],
    ["a text and a spoiler", a(50), a(55), 105],
    ["a text and a spoiler, with the limit of 500", a(251), a(250), 501],
    ["a URL behind a space", `${a(76)} ${LONG_HOST}`, "", 100],
    ["a URL behind a space, with the limit of 500", `${a(476)} ${LONG_HOST}`, "", 500],
    ["a URL glued to a letter", `${a(76)}${LONG_HOST}`, "", 76 + LONG_HOST.length],
    ["a URL of over 4096 characters", `http://example.com/valid?${"#foo?".repeat(1000)}`, "", 5025],
    ["a mention with a domain", `${a(75)} @alice@${"b".repeat(30)}.com`, "", 82],
    ["a mention with a domain of over 253 characters", `@alice@${"b".repeat(506)}.com`, "", 517],
    ["sparkles", "✨".repeat(100), "", 100],
    ["transgender flags", "🏳️‍⚧️".repeat(100), "", 100],
  ])("%s", (_, text, spoiler, count) => {
    expect(countCharacters(text, spoiler)).toBe(count);
  });
});

/** How Mastodon 4.6.5 counted on Ruby 3.4, and on Ruby 4.0 where that differs (test/recordings/README.md). */
interface Counted {
  kind: string;
  text: string;
  spoiler?: string;
  count: number;
  countWithNodeSegmenter?: number;
}

describe("what a real Mastodon counted", () => {
  const recorded = lines<Counted>("text/count").map((counted, index) => ({ ...counted, line: index + 1 }));
  // These two have a mark that is younger than the Unicode of Ruby 3.4.
  const youngMarks = ["ĉ\u0897", "Ẹ\uaacdᤐ[Ľ\u1ae7\u3097"];

  test.each(recorded)("line $line, $kind", ({ text, spoiler, count, countWithNodeSegmenter = count }) => {
    expect(countCharacters(text, spoiler, newest)).toBe(countWithNodeSegmenter);
    expect(countCharacters(text, spoiler)).toBe(youngMarks.includes(text) ? countWithNodeSegmenter : count);
  });
});

describe("countCharacters", () => {
  test.each([
    ["nothing", "", 0],
    ["a full stop behind a link, and a NUL that is stripped", "https://example.com/a.\0", 23 + 1],
    ["white space of any kind alone", "\u00a0\u3000\n", 0],
    ["white space of any kind behind a NUL, which is stripped", "\0\u3000", 0],
    ["a host that mixes directions, which nobody can encode", "https://אa.com/abcdefghijklmnop", 31],
    ["a host from right to left", "https://אב.com/abcdefghijklmnop", 23],
    ["the dotless i, which no top-level domain has", "https://example.ıo/abcdefghijklmnop", 35],
    ["a consonant that a virama joins to another", "क्ष", 2],
    ["vowels and tones of Thai and Lao behind a mark", "กิำ ກິຳ", 3],
    ["white space around", " \t\r\n\0a b\0\n", 3],
    ["a no-break space at the end, which Ruby's strip leaves", "a\u00a0", 2],
    ["a line break of Windows", "a\r\nb\r\nc", 5],
    ["line breaks of Windows, not in ASCII", "ä\r\nö", 3],
    ["a line break the wrong way round", "a\n\rb", 4],
    ["a family", "👨‍👩‍👧‍👦", 1],
    ["a combining accent", "e\u0301", 1],
    ["a joiner that is invisible", "a\u200cb", 2],
    ["hashtags and shortcodes as written", "#tag :tada:", 11],
    ["a short URL, as more than it has", "http://a.de", 23],
    ["two URLs in brackets", "(https://example.com/a) [https://example.com/b]", 23 + 23 + 5],
    ["an accent right behind a domain", "http://a.de\u0301", 23],
    ["a URL under a young domain in full", "https://example.music/", 22],
    ["a magnet link in full", "magnet:?xt=urn:btih:c12fe1c06bba254a9dc9f519b335aa7c1367a88a", 60],
    ["a mention in a URL, as part of the URL", "https://example.com/.@alice@example.org", 23],
    ["an e-mail address in full", "alice@example.org", 17],
    ["mentions without their domain", "@alice@example.org @bob", 11],
    ["what another at sign follows, in full", "@alice@example.org@", 19],
  ])("counts %s", (_, text, count) => {
    expect(countCharacters(text)).toBe(count);
  });

  test("does not shorten in the spoiler, and strips it", () => {
    expect(countCharacters("b", " https://example.com/abcdefghijkl @alice@example.org ")).toBe(32 + 1 + 18 + 1);
  });

  test("joins the spoiler to the text as Mastodon does, so that an accent at the start of the text belongs to it", () => {
    expect(countCharacters("\u0301a", "e")).toBe(2);
  });

  test.each<[string, Partial<Counting>, number]>([
    ["Mastodon", {}, 1 + 1 + 23 + 1 + 6 + 1 + 2],
    ["another length of URLs", { urlLength: 30 }, 1 + 1 + 30 + 1 + 6 + 1 + 2],
    ["URLs in full", { urlLength: null }, 1 + 1 + 19 + 1 + 6 + 1 + 2],
    ["mentions in full", { mentions: "full" }, 1 + 1 + 23 + 1 + 13 + 1 + 2],
    ["grapheme clusters of today", { unit: "graphemes" }, 1 + 1 + 23 + 1 + 6 + 1 + 2],
    ["code points", { unit: "code points" }, 7 + 1 + 23 + 1 + 6 + 1 + 2],
    ["no spoiler", { spoiler: false }, 1 + 1 + 23 + 1 + 6 + 1],
  ])("follows the counting of a server: %s", (_, counting, count) => {
    const text = "👨‍👩‍👧‍👦 https://example.org @alice@bob.de.";
    expect(countCharacters(text, "cw", { ...mastodonCounting, ...counting })).toBe(count);
  });

  test("keeps a mention in a URL part of the URL even where URLs count in full", () => {
    const counting: Counting = { ...mastodonCounting, urlLength: null };
    expect(countCharacters("https://example.com/.@alice@example.org", "", counting)).toBe(39);
  });
});

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
  { weight: 2, arbitrary: fc.constantFrom(" ", "\n", "\r\n", ".", ",", "/", ":", "(", ")", "@", "#", "-", "_", "?") },
  {
    weight: 2,
    arbitrary: fc.constantFrom("@alice", "@bob@example.org", "@scope/pkg", "#tag", "me@example.com", "example.com"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("https://example.com/a_(b)", "http://münchen.example", "http://", "https://t.co/abc"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("👨‍👩‍👧‍👦", "🇩🇪", "🏳️‍⚧️", "e\u0301", "\u0301", "\u200d", "क्ष", "ไม่", "\u0600"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("שלום", "مرحبا", "\u200f", "日本語", "\u3000", "\u00a0", "＠", "＃", "\ud83d"),
  },
);
/** What decides where a link, a host, a query, a mention ends. */
const oddPiece = fc.constantFrom(
  ...["ß", "ﬁ", "ẞ", "ſ", "K", "ı", "ς", "١", "☃", "❤", "א", "ø", "xn--a", "xn--mnchen-3ya", "‿", "·", "・", "_", "-"],
  ...["\u200c", "\u200d", "\u200b", "\ufeff", "\xad", "\ufe0f", "\u202a", "\u2066", "\u180e", "\x85", "\x7f", "\0"],
  ...["http", "HTTPS", "dat://", "https://", "xmpp:", "magnet:?xt=", "com", "ss", "みんな", "music", "co.uk", "t.co/"],
  ...["://", "..", "..", "$", "+", "&", "=", "%20", "!", "'", '"', "[", "]", "<", ">", "\\", "|", "~", "「", "–", "…"],
  ...["sub.example.org:8080", "example.com", "?q=c++", "?a=b&c=d", "#L12", "@a@b.c", "\u{e0020}", "\u{10ffff}", "ª"],
);
const anyText = fc.array(piece, { maxLength: 15 }).map((pieces) => pieces.join(""));

describe("properties", () => {
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  const graphemes = (text: string) => [...segmenter.segment(text)].length;

  // Exactly when neither text has anything to strip and the space stands for itself: no prepended mark before it (some
  // Arabic signs), no combining mark or joiner behind it.
  test("adding a space and a text adds their counts", () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        fc.pre(![left, right].some((text) => /^\p{White_Space}*$|^[\0\t-\r ]|[\0\t-\r ]$/u.test(text)));
        fc.pre(graphemes(`${[...left].at(-1)} ${[...right][0]}`) === 3);
        const count = (text: string) => countCharacters(text, "", newest);
        expect(count(`${left} ${right}`)).toBe(count(left) + 1 + count(right));
      }),
      { numRuns },
    );
  });

  test("the count of a text without links and mentions is that of its grapheme clusters", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const inner = `a${text}a`;
        fc.pre(findUrls(inner).length === 0 && findMentions(inner).length === 0);
        expect(countCharacters(inner, "", newest)).toBe(graphemes(inner));
      }),
      { numRuns },
    );
  });

  test("an accent counts as the segmenter has it, whatever it stands behind", () => {
    // One by one they would be as many sentences.
    const wrong: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      const text = `a${String.fromCharCode(code)}\u0301\u0302b`;
      if (countGraphemes(text) !== graphemes(text)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test("each link counts 23, each mention its local part", () => {
    fc.assert(
      fc.property(anyText, (padded) => {
        // Mastodon strips a text before it looks for links: a NUL behind `/a.` would make the full stop part of its link.
        const text = padded.replace(/^[\0\t-\r ]+|[\0\t-\r ]+$/g, "");
        fc.pre(/\P{White_Space}/u.test(text));
        const spans = [
          ...findUrls(text).map((span) => ({ ...span, as: "x".repeat(23) })),
          ...findMentions(text).map((span) => ({ ...span, as: `@${span.handle.replace(/@.*/su, "")}` })),
        ].sort((one, other) => other.start - one.start);
        const rewritten = spans.reduce((rest, { start, end, as }) => rest.slice(0, start) + as + rest.slice(end), text);
        expect(countCharacters(padded, "", newest)).toBe(graphemes(rewritten));
      }),
      { numRuns },
    );
  });

  // Two counters, written apart from each other: this one walks, that one has Mastodon's own expressions.
  test("any text counts as on the practice instance", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, oddPiece), { maxLength: 12 }), anyText, (pieces, spoiler) => {
        const text = pieces.join("");
        expect(countCharacters(text, spoiler, newest)).toBe(countOfPracticeInstance(strip(text), strip(spoiler)));
      }),
      { numRuns },
    );
  });

  test("conjuncts apart count at least as many as joined, and the same where there are none", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [joined, apart] = [countCharacters(text, "", newest), countCharacters(text)];
        if (text.includes("क्ष")) expect(apart).toBeGreaterThanOrEqual(joined);
        else expect(apart).toBe(joined);
      }),
      { numRuns },
    );
  });

  test("what joins nothing counts the same by the short way as by the segmenter", () => {
    const alone = fc.constantFrom(
      "\r",
      "\n",
      "a",
      " ",
      "\0",
      "\x7f",
      "@",
      "@\u200c",
      "é",
      "–",
      "©",
      "\u00ad",
      "日",
      "カ",
      "⚡",
      "🎉",
      "🧑",
    );
    const text = fc.oneof(fc.string({ unit: alone, maxLength: 12 }), anyText);
    fc.assert(
      fc.property(text, (text) => {
        const inner = `a${text}a`;
        fc.pre(findMentions(inner).length === 0 && findUrls(inner).length === 0);
        expect(countCharacters(inner, "", newest)).toBe(graphemes(inner));
      }),
      { numRuns },
    );
  });
});

// Whether a character is one with its neighbour depends on its class alone (UAX 29), and each class that joins anything
// shows it here: by joining the letter before or behind it, or its own kind.
test("no character that counts the short way joins its neighbours", () => {
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  const wrong: string[] = [];
  for (let code = 0; code < 0x30000; code++) {
    const character = String.fromCodePoint(code);
    const text = `a${character}a${character}${character}a`;
    if (countCharacters(text, "", newest) !== [...segmenter.segment(text)].length) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
