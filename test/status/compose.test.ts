import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compose as composeAny } from "../../src/status/compose/compose.ts";
import { type ComposeOptions, type Composition, TooLong } from "../../src/status/compose/composition.ts";
import type { Draft } from "../../src/status/compose/draft.ts";
import { findHashtags, findMentions, findUrls, matchMentions, type Span } from "../../src/status/length/entities.ts";
import { type Counting, countCharacters, mastodonCounting } from "../../src/status/length/length.ts";

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 1000) };

const defaults: ComposeOptions = {
  limit: 500,
  counting: mastodonCounting,
  spoiler: "",
  overflow: "truncate",
  maxParts: 1000,
};

/** A draft; what stands between « and » went through `fit`. */
function draft(marked: string): Draft {
  const fit: Draft["fit"] = [];
  let text = "";
  for (const [i, piece] of marked.split(/[«»]/).entries()) {
    if (i % 2 === 1) fit.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, fit };
}

function plan(marked: string | string[], options: Partial<ComposeOptions> = {}) {
  return compose([marked].flat().map(draft), { ...defaults, ...options });
}

const texts = async (marked: string | string[], options: Partial<ComposeOptions> = {}) =>
  (await plan(marked, options)).parts.map(({ text }) => text);

/** The plan, or the refusal thrown. */
async function compose(drafts: Draft[], options: ComposeOptions): Promise<Omit<Composition, "tooLong">> {
  const { tooLong, ...rest } = await composeAny(drafts, options);
  if (tooLong) throw tooLong;
  return rest;
}

async function refusal(marked: string | string[], options: Partial<ComposeOptions> = {}): Promise<TooLong> {
  try {
    await plan(marked, options);
  } catch (error) {
    if (error instanceof TooLong) return error;
    throw error;
  }
  throw new Error("was not refused");
}

/** `n` characters of words. */
const words = (n: number) =>
  "lorem ipsum dolor sit amet "
    .repeat(Math.ceil(n / 27))
    .slice(0, n)
    .trimEnd();

describe("any overflow", () => {
  test.for(["truncate", "thread", "fail"] as const)("%s leaves a text that fits as it is", async (overflow) => {
    expect(await plan("Hello  «world»\n\nhttps://example.com #Tag", { overflow })).toEqual({
      parts: [{ text: "Hello  world\n\nhttps://example.com #Tag", characters: 42 }],
      cuts: [],
    });
  });

  test("each draft is a part, and the ones that show nothing vanish", async () => {
    expect(await texts(["One", " \n", "Two", "\u200b\u200d", ""])).toEqual(["One", "Two"]);
    expect(await plan(["", " "])).toEqual({ parts: [], cuts: [] });
  });

  test("the content warning counts in each part", async () => {
    const { parts } = await plan(["One", "Two!"], { spoiler: "warning" });
    expect(parts.map(({ characters }) => characters)).toEqual([10, 11]);
    expect((await texts(words(100), { limit: 60, spoiler: "w".repeat(30) }))[0]).toBe("lorem ipsum dolor sit amet…");
  });

  test("a content warning that leaves no room is refused", async () => {
    const error = await refusal("Text", { limit: 20, spoiler: "s".repeat(20) });
    expect(error).toMatchObject({ characters: 20, limit: 20, part: 1 });
    expect(error.message).toMatchInlineSnapshot(
      `"The content warning alone has 20 characters, and the instance allows 20 for it and the text together: shorten \`spoiler-text\`."`,
    );
    // An accent is visible, yet adds nothing to the last letter of the warning.
    expect((await refusal("\u0301", { limit: 20, spoiler: "s".repeat(20) })).message).toBe(error.message);
  });
});

describe("fail", () => {
  test("says the count, the limit and the choices", async () => {
    const error = await refusal(["Fine", words(30)], { overflow: "fail", limit: 20 });
    expect(error).toMatchObject({ name: "TooLong", characters: 30, limit: 20, part: 2 });
    expect(error.message).toMatchInlineSnapshot(
      `"Part 2 of the status has 30 characters, and the instance allows 20: shorten it, or set \`overflow\` to \`truncate\` (mark what may be shortened with the filter \`fit\`) or to \`thread\`."`,
    );
    expect((await refusal(words(30), { overflow: "fail", limit: 20 })).message).toMatchInlineSnapshot(
      `"The status has 30 characters, and the instance allows 20: shorten it, or set \`overflow\` to \`truncate\` (mark what may be shortened with the filter \`fit\`) or to \`thread\`."`,
    );
  });

  test("drops no part that `max-parts` leaves no room for", async () => {
    const error = await refusal(["One", "Two", "Three"], { overflow: "fail", maxParts: 2 });
    expect(error.part).toBe(3);
    expect(error.message).toMatchInlineSnapshot(
      `"The template makes 3 parts, and \`max-parts\` allows 2: write fewer \`---\`, raise \`max-parts\`, or set \`overflow\` to \`truncate\` or \`thread\`, which drop the rest."`,
    );
  });
});

describe("truncate", () => {
  test("cuts a `fit` piece at a word end and leaves the rest", async () => {
    expect(
      await plan("undici 7.2.0\n\n«An HTTP client, written from scratch for Node.js»\n\nhttps://example.com", {
        limit: 72,
      }),
    ).toEqual({
      parts: [{ text: "undici 7.2.0\n\nAn HTTP client, written from…\n\nhttps://example.com", characters: 68 }],
      cuts: [{ part: 1, removed: 20, beginning: "scratch for Node.js", whole: false }],
    });
  });

  test("cuts the last piece first", async () => {
    const text = "«The first piece of the text»\n\n«The second piece of this text»";
    expect(await texts(text, { limit: 57 })).toEqual(["The first piece of the text\n\nThe second piece of this…"]);
  });

  test("a piece that would say nothing any more goes with its blank line, then the one before yields", async () => {
    const { parts, cuts } = await plan(
      "Title\n\n«The first piece of the text, a long one»\n\n«The second piece»\n\nEnd",
      {
        limit: 41,
      },
    );
    expect(parts[0]!.text).toBe("Title\n\nThe first piece of the text…\n\nEnd");
    expect(cuts).toEqual([
      { part: 1, removed: 12, beginning: ", a long one", whole: false },
      { part: 1, removed: 16, beginning: "The second piece", whole: true },
    ]);
  });

  test("a piece at the beginning or the end goes with the white space beside it", async () => {
    expect(await texts("«Beginning»\n\nThe text stays.", { limit: 16 })).toEqual(["The text stays."]);
    expect(await texts("The text stays.\n\n«End»", { limit: 16 })).toEqual(["The text stays."]);
  });

  test("a piece that goes out of a line glues nothing", async () => {
    expect(await texts("Thanks @«(somebody)»alice for this", { limit: 24 })).toEqual(["Thanks @ alice for this"]);
    expect(await texts("See #«(long)»tag, all", { limit: 17 })).toEqual(["See # tag, all"]);
  });

  test("of the white space on both sides of a piece that goes the wider stays", async () => {
    expect(await texts("Before «a piece that says much»   after", { limit: 16 })).toEqual(["Before   after"]);
    expect(await texts("Before\n«a piece that says much»    after", { limit: 16 })).toEqual(["Before\nafter"]);
    expect(await texts("Before    «a piece that says much»\nafter", { limit: 16 })).toEqual(["Before\nafter"]);
  });

  test("an edge of a piece inside a URL, a mention or an e-mail address moves", async () => {
    expect(
      await texts("Look at https://example.com/«a/long/path and then some more words than that», ok", { limit: 62 }),
    ).toEqual(["Look at https://example.com/a/long/path and then some more words…, ok"]);
    expect(await texts("«Write to the really very famous somebody»@example.org and wait", { limit: 56 })).toEqual([
      "Write to the really very… somebody@example.org and wait",
    ]);
  });

  test("without `fit` the paragraphs are cut from the last to the first, and go whole where they would say nothing", async () => {
    const text =
      "Version 2 is here.\n\nIt brings a great many things that we love.\n\nHave fun with every one of them!";
    expect(await plan(text, { limit: 90 })).toMatchObject({
      parts: [
        { text: "Version 2 is here.\n\nIt brings a great many things that we love.\n\nHave fun with every one…" },
      ],
      cuts: [{ part: 1, removed: 9, beginning: "of them!", whole: false }],
    });
    expect(await plan(text, { limit: 60 })).toMatchObject({
      parts: [{ text: "Version 2 is here.\n\nIt brings a great many things that we…" }],
      cuts: [{ part: 1, beginning: "love. Have fun with every one of them!", whole: false }],
    });
    expect(await texts(text, { limit: 30 })).toEqual(["Version 2 is here."]);
    expect(await texts(text, { limit: 15 })).toEqual(["Version 2 is…"]);
  });

  test("the links and hashtags of a paragraph that goes whole stay, a heading of nothing goes", async () => {
    const text = `${words(60)}.\n\nBug fixes\n\nSee https://example.com/a for #This\n\nDocs\n\n${words(60)}\n\nChangelog: https://example.com/b`;
    expect(await texts(text, { limit: 140 })).toEqual([
      `${words(60)}.\n\nBug fixes\n\nhttps://example.com/a #This\n\nChangelog: https://example.com/b`,
    ]);
  });

  test("of a paragraph that goes whole the links amid its words stay without the space behind them", async () => {
    const text = `${words(60)}.\n\nSee https://example.com/a in there\n\nhttps://example.com/b`;
    expect(await texts(text, { limit: 111 })).toEqual([
      `${words(60)}.\n\nhttps://example.com/a\n\nhttps://example.com/b`,
    ]);
  });

  test("only where links alone are too many, those amid the words go", async () => {
    const links = Array.from({ length: 5 }, (_, i) => `https://example.com/${i}`);
    expect(await texts(`Read ${links.join(" and ")} now\n\nhttps://example.com/end`, { limit: 60 })).toEqual([
      "Read https://example.com/0 and…\n\nhttps://example.com/end",
    ]);
  });

  test("what is cut is told without half a mention", async () => {
    const { cuts } = await plan(`Some words of it ${"a".repeat(55)} @alice@example.org and more`, { limit: 20 });
    expect(cuts[0]?.beginning).toBe("a".repeat(55));
  });

  test("a `fit` piece without text leaves it to the paragraphs", async () => {
    expect(await texts("«»Some words and then more of them", { limit: 20 })).toEqual(["Some words and then…"]);
  });

  test("links and hashtags out of the longest paragraph survive", async () => {
    expect(await texts(`${words(80)} https://example.com/a\n#One #Two`, { limit: 80 })).toEqual([
      "lorem ipsum dolor sit amet lorem ipsum dolor… https://example.com/a\n#One #Two",
    ]);
    expect(await texts(`Read (https://example.com/a) about #This, and ${words(80)}`, { limit: 80 })).toEqual([
      "Read (https://example.com/a) about #This, and lorem ipsum dolor sit amet…",
    ]);
    expect(await texts(`${words(80)} (https://example.com/a) about #This, and more`, { limit: 80 })).toEqual([
      "lorem ipsum dolor sit amet lorem ipsum dolor sit… https://example.com/a #This",
    ]);
  });

  test("what is told to be cut leaves out the links and hashtags that survive it", async () => {
    const text = `${words(80)} (https://example.com/a) about #This, and more`;
    const { cuts } = await plan(text, { limit: 80 });
    expect(cuts).toEqual([
      { part: 1, removed: 52, beginning: "amet lorem ipsum dolor sit amet () about , and more", whole: false },
    ]);
  });

  test("a label on the line of a closing link survives with it", async () => {
    expect(await texts(`${words(80)}\nChangelog: https://example.com/a`, { limit: 60 })).toEqual([
      "lorem ipsum dolor sit…\nChangelog: https://example.com/a",
    ]);
  });

  test("a paragraph of links and hashtags is never cut", async () => {
    const tags = "#Alpha #Beta #Gamma #Delta #Epsilon";
    expect(await texts(`Some words of ours\n\n${tags}`, { limit: 50 })).toEqual([`Some words…\n\n${tags}`]);
    expect((await refusal(tags, { limit: 30 })).characters).toBe(35);
  });

  test("a URL counts as short also where something before it must stay with it", async () => {
    const url = `https://example.com/${"c".repeat(60)}`;
    expect(await texts(`«${words(80)}» a.b/${url}`, { limit: 60 })).toEqual([`lorem ipsum dolor sit amet… a.b/${url}`]);
  });

  test("the mark is not glued to a link, a mention or a full stop", async () => {
    expect(
      await texts("«These many words lead to https://example.com/a and then go on and on»", { limit: 53 }),
    ).toEqual(["These many words lead to https://example.com/a and…"]);
    expect(
      await texts("«These many words lead to https://example.com/a and then go on and on»", { limit: 50 }),
    ).toEqual(["These many words lead to https://example.com/a …"]);
    expect(await texts("«The very first sentence. The second»", { limit: 27 })).toEqual(["The very first sentence. …"]);
    expect(await texts("«The things we did today: all of them»", { limit: 28 })).toEqual(["The things we did today…"]);
  });

  test("a long word without an end is cut between graphemes", async () => {
    expect(await texts(`«${"👨‍👩‍👧‍👦".repeat(40)}»`, { limit: 30 })).toEqual([`${"👨‍👩‍👧‍👦".repeat(29)}…`]);
    expect(await texts(`«${"é".repeat(40)}»`, { limit: 30 })).toEqual([`${"é".repeat(29)}…`]);
    expect(await texts("«私たちは今日とても長い文章を書いてそれを短くしようとしています»", { limit: 25 })).toEqual([
      "私たちは今日とても長い文章を書いてそれを短くしよ…",
    ]);
  });

  test("an item of a list stays whole or goes whole, with the heading of a list that goes", async () => {
    const list = "«Fixes:\n\n• One thing that was wrong\n• Another thing\n\nDocs\n\n• A third one»";
    expect(await texts(list, { limit: 59 })).toEqual(["Fixes:\n\n• One thing that was wrong\n• Another thing\n…"]);
    expect(await texts(list, { limit: 45 })).toEqual(["Fixes:\n\n• One thing that was wrong\n…"]);
    expect(await texts(list, { limit: 32 })).toEqual(["Fixes:\n\n• One thing that was…"]);
    expect(await texts("«1. First of all the things\n2. Second of them»", { limit: 36 })).toEqual([
      "1. First of all the things\n…",
    ]);
  });

  test("right-to-left text is cut at its end", async () => {
    expect(await texts("«هذا نص طويل جدا نكتبه هنا لكي نقطعه»\n\nhttps://example.com", { limit: 53 })).toEqual([
      "هذا نص طويل جدا نكتبه هنا…\n\nhttps://example.com",
    ]);
  });

  test("what yields is not enough", async () => {
    const url = "http://localhost/aaaaaaaaaaaaaaa";
    expect((await refusal(`«${url}»`, { limit: 20 })).message).toMatchInlineSnapshot(
      `"The status has 32 characters, the instance allows 20, and no beginning of it fits: shorten its first URL, mention or hashtag, or the content warning, or set \`overflow\` to \`thread\`."`,
    );
    const fit = await refusal(`${words(40)}\n\n«yielding piece»`, { limit: 30 });
    expect(fit).toMatchObject({ characters: 56, limit: 30, part: 1 });
    expect(fit.message).toMatchInlineSnapshot(
      `"The status has 56 characters, the instance allows 30, and cutting what went through \`fit\` is not enough: mark a longer piece with the filter \`fit\`, shorten the rest, or set \`overflow\` to \`thread\`."`,
    );
    expect((await refusal("#One #Two #Three\n\nAnother one.", { limit: 10 })).message).toMatchInlineSnapshot(
      `"The status has 30 characters, the instance allows 10, and cutting its paragraphs is not enough: leave out links and hashtags, which survive a cut, or set \`overflow\` to \`thread\`."`,
    );
    expect(await texts(`«${words(40)}»`, { limit: 10 })).toEqual(["lorem…"]);
  });

  test("beyond `max-parts` drafts are dropped, and the last part says so", async () => {
    expect(await plan(["One", "Two", "Three", "Four"], { maxParts: 2 })).toEqual({
      parts: [
        { text: "One", characters: 3 },
        { text: "Two\n\n…", characters: 6 },
      ],
      cuts: [{ part: 2, removed: 11, beginning: "Three Four", whole: false }],
    });
  });
});

describe("thread", () => {
  const thread = (marked: string | string[], options: Partial<ComposeOptions> = {}) =>
    texts(marked, { overflow: "thread", ...options });

  test("splits at paragraphs", async () => {
    expect(await thread(`${words(45)}.\n\n${words(30)}.\n\n${words(20)}.`, { limit: 65 })).toEqual([
      `${words(45)}.\n\n1/2`,
      `${words(30)}.\n\n${words(20)}.\n\n2/2`,
    ]);
  });

  test("splits a paragraph that is too long at lines, sentences, words", async () => {
    expect(await thread("- One thing. Two\n- Another thing. Three\n- The last", { limit: 30 })).toEqual([
      "- One thing. Two\n\n1/3",
      "- Another thing. Three\n\n2/3",
      "- The last\n\n3/3",
    ]);
    expect(await thread("This is one. This is two. This is three.", { limit: 32 })).toEqual([
      "This is one. This is two.\n\n1/2",
      "This is three.\n\n2/2",
    ]);
    expect(await thread("several words without any stop", { limit: 20 })).toEqual([
      "several words\n\n1/3",
      "without any\n\n2/3",
      "stop\n\n3/3",
    ]);
  });

  test("splits an endless word between graphemes", async () => {
    expect(await thread("👨‍👩‍👧‍👦".repeat(20), { limit: 15 })).toEqual([
      `${"👨‍👩‍👧‍👦".repeat(10)}\n\n1/2`,
      `${"👨‍👩‍👧‍👦".repeat(10)}\n\n2/2`,
    ]);
  });

  test("splits text without spaces at its sentences", async () => {
    expect(await thread("これは文です。これも文です。これが最後です。", { limit: 20 })).toEqual([
      "これは文です。これも文です。\n\n1/2",
      "これが最後です。\n\n2/2",
    ]);
  });

  test("a heading goes with what it heads", async () => {
    expect(await thread(`${words(40)}.\n\nBug fixes\n\n${words(40)}.`, { limit: 65 })).toEqual([
      `${words(40)}.\n\n1/2`,
      `Bug fixes\n\n${words(40)}.\n\n2/2`,
    ]);
  });

  test("a link that does not fit goes whole into the next part", async () => {
    expect(await thread(`${words(40)} https://example.com/a/b/c and more`, { limit: 50 })).toEqual([
      `${words(40)}\n\n1/2`,
      "https://example.com/a/b/c and more\n\n2/2",
    ]);
  });

  test("the numbers count, however wide they get", async () => {
    const parts = await thread(words(4000), { limit: 40 });
    expect(parts.length).toBeGreaterThan(99);
    expect(parts[99]).toMatch(new RegExp(`\n\n100/${parts.length}$`));
    expect(Math.max(...parts.map((part) => countCharacters(part)))).toBeLessThanOrEqual(40);
  });

  test("the number stands before closing hashtags", async () => {
    expect((await thread(`${words(50)}.\n\n${words(40)}.\n\n#One #Two`, { limit: 65 }))[1]).toBe(
      `${words(40)}.\n\n2/2\n\n#One #Two`,
    );
  });

  test("`fit` does nothing", async () => {
    expect(await thread(`«${words(20)}.»\n\n${words(20)}.`, { limit: 30 })).toEqual([
      `${words(20)}.\n\n1/2`,
      `${words(20)}.\n\n2/2`,
    ]);
  });

  test("drafts begin parts, all numbered through", async () => {
    expect(await thread(["One", `${words(20)}.\n\n${words(20)}.`], { limit: 30 })).toEqual([
      "One\n\n1/3",
      `${words(20)}.\n\n2/3`,
      `${words(20)}.\n\n3/3`,
    ]);
    expect(await texts(["One", "Two"], { overflow: "truncate" })).toEqual(["One", "Two"]);
  });

  test("`max-parts` cuts the last part, whose closing links and hashtags stay", async () => {
    const sentence = "A sentence of this. ";
    const { parts, cuts } = await plan(`${sentence.repeat(10).trim()}\n\nhttps://example.com/a\n\n#Tag`, {
      overflow: "thread",
      limit: 65,
      maxParts: 2,
    });
    expect(parts.map(({ text }) => text)).toEqual([
      "A sentence of this. A sentence of this. A sentence of this.\n\n1/2",
      "A sentence of this. A…\n\nhttps://example.com/a\n\n2/2\n\n#Tag",
    ]);
    expect(cuts).toEqual([
      {
        part: 2,
        removed: 118,
        beginning: "sentence of this. A sentence of this. A sentence of this. A",
        whole: false,
      },
    ]);
  });

  test("with one part allowed there is no number", async () => {
    expect(await thread(words(60), { limit: 30, maxParts: 1 })).toEqual(["lorem ipsum dolor sit amet…"]);
  });

  test("`max-parts` drops later drafts, and the last part says so", async () => {
    const { parts, cuts } = await plan(["One", "Two", "Three"], { overflow: "thread", maxParts: 2 });
    expect(parts.map(({ text }) => text)).toEqual(["One\n\n1/2", "Two\n\n…\n\n2/2"]);
    expect(cuts).toEqual([{ part: 2, removed: 5, beginning: "Three", whole: false }]);
  });

  test("a URL that counts in full and is longer than a part is refused", async () => {
    const error = await refusal(`Look: http://localhost/${"a".repeat(60)}`, { overflow: "thread", limit: 50 });
    expect(error).toMatchObject({ characters: 77, limit: 50, part: 2 });
    expect(error.message).toMatchInlineSnapshot(
      `"“http://localhost/aaaaaaaaaaaaaaaaaaaaaaa…” has 77 characters and cannot be split, and the instance allows 50: shorten or drop this URL, mention or hashtag."`,
    );
  });

  test("a cut makes no mention, hashtag or link", async () => {
    for (const text of [`${"a".repeat(44)}@bob`, `${"a".repeat(44)}#bob`, `${"a".repeat(40)}https://example.com`]) {
      for (let limit = 20; limit < 50; limit++) {
        let parts: string[] = [];
        try {
          parts = await thread(text, { limit });
        } catch (error) {
          expect(error).toBeInstanceOf(TooLong);
        }
        expect(parts.flatMap(entities)).toEqual([]);
      }
    }
  });
});

/* Properties over random Unicode. */

const token = fc.oneof(
  fc.constantFrom(
    "a",
    "the",
    "release",
    "Fixes",
    "internationalisation",
    "naïve",
    "日本語",
    "これは文です。",
    "مرحبا",
    "שלום",
    "हिन्दी",
  ),
  fc.constantFrom(
    "👨‍👩‍👧‍👦",
    "🏳️‍⚧️",
    "🇩🇪🇫🇷🇪",
    "e\u0301",
    "क्ष",
    "✨",
    "❤️",
    "👍🏽",
    "1️⃣",
    "\u200d",
    "\u200c",
    "\ufe0f",
    "\u0301",
    "\u202e",
  ),
  fc.constantFrom(
    "@alice",
    "@bob@example.com",
    "@\u200cguarded",
    "mail@example.org",
    "@scope/pkg",
    "@@",
    "＠wide",
    "@a@",
    "@é",
  ),
  fc.constantFrom(
    "#Tag",
    "#123",
    "＃広い",
    "#日本",
    "a#b",
    "##",
    "#",
    "http://",
    "http://localhost/x",
    "xhttps://example.com/a",
  ),
  fc.constantFrom("(", ")", "[", "-", "…", ".", "!", "/", "=", ":", "_", "\t", "\u00a0", "\u3000", "\r\n"),
  fc.nat(999).map((n) => `https://example.com/${n}`),
  fc.nat(999).map((n) => `(https://example.org/a_(b)/${n}?q=${n}#f)`),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.integer({ min: 1, max: 200 }).map((n) => "x".repeat(n)),
);
const separator = fc.oneof(
  { weight: 6, arbitrary: fc.constant(" ") },
  { weight: 2, arbitrary: fc.constantFrom(". ", "\n", "\n\n", "? ") },
  { weight: 1, arbitrary: fc.constantFrom("", "", "\u200b", "@", "#") },
);
const text = fc.array(fc.tuple(token, separator), { maxLength: 120 }).map((pairs) => pairs.flat().join("").trim());
const counting: fc.Arbitrary<Counting> = fc.constantFrom(
  mastodonCounting,
  { unit: "code points", urlLength: null, mentions: "full", spoiler: true } as const,
  { unit: "graphemes", urlLength: null, mentions: "full", spoiler: false } as const,
);
const options = fc.record({
  limit: fc.integer({ min: 60, max: 400 }),
  counting,
  spoiler: fc.oneof({ weight: 3, arbitrary: fc.constant("") }, fc.string({ unit: "grapheme", maxLength: 20 })),
  maxParts: fc.oneof(fc.constant(1000), fc.integer({ min: 1, max: 5 })),
});
const fitted = fc.array(fc.tuple(text, fc.boolean()), { minLength: 1, maxLength: 6 }).map((pieces): Draft => {
  const result: Draft = { text: "", fit: [] };
  for (const [piece, fits] of pieces) {
    if (result.text) result.text += "\n\n";
    if (fits) result.fit.push({ start: result.text.length, end: result.text.length + piece.length });
    result.text += piece;
  }
  return result;
});

/** The plan, or undefined where the text is refused as too long. */
async function tryCompose(drafts: Draft[], options: ComposeOptions) {
  try {
    return await compose(drafts, options);
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
}

function entities(text: string): string[] {
  const spans: Span[] = [...findUrls(text), ...findMentions(text), ...findHashtags(text)];
  return spans.sort((a, b) => a.start - b.start).map(({ start, end }) => text.slice(start, end));
}

/** The visible characters beside links, mentions and hashtags. */
function withoutEntities(text: string): string[] {
  const spans: Span[] = [...findUrls(text), ...findMentions(text), ...findHashtags(text)];
  const rest = spans
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return [...bare(rest)];
}

/** Whether all of the characters stand in the others, in their order. */
function isWithin(characters: string[], others: string[]): boolean {
  let at = 0;
  for (const other of others) if (other === characters[at]) at += 1;
  return at === characters.length;
}

/** Mastodon notifies more accounts than it shows mentions. */
const notified = (text: string) => matchMentions(text).map(({ handle }) => handle);

const bare = (text: string) => text.replace(/[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, "");

/** The parts of a thread without their numbers. */
function unnumbered(parts: { text: string }[]): string[] {
  if (parts.length === 1) return [parts[0]!.text];
  return parts.map(({ text }, i) => {
    const number = `\n\n${i + 1}/${parts.length}`;
    const at = text.lastIndexOf(number);
    expect(at).toBeGreaterThan(0);
    return text.slice(0, at) + text.slice(at + number.length);
  });
}

/** Offsets between the grapheme clusters of a text. */
function boundaries(text: string): Set<number> {
  return new Set([...Array.from(new Intl.Segmenter("en").segment(text), ({ index }) => index), text.length]);
}

test("a link that is kept does not take the white space behind it for its own", async () => {
  const link = "https://example.org/a_(b)/0?q=0#f";
  const text = `${"x".repeat(35)}@(${link}) x\u3000\n\n${"x".repeat(32)}\n\nhttps://example.com/end`;
  const { parts } = await compose([{ text, fit: [] }], { ...defaults, limit: 120 });
  expect(findUrls(parts[0]!.text).map(({ start, end }) => parts[0]!.text.slice(start, end))).toEqual([
    link,
    "https://example.com/end",
  ]);
});

describe("properties", () => {
  test("every part is within the limit as counted, and none is empty", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fitted, { minLength: 1, maxLength: 3 }),
        options,
        fc.constantFrom("truncate", "thread", "fail"),
        async (drafts, options, overflow) => {
          const plan = await tryCompose(drafts, { ...options, overflow });
          for (const { text, characters } of plan?.parts ?? []) {
            expect(characters).toBe(countCharacters(text, options.spoiler, options.counting));
            expect(characters).toBeLessThanOrEqual(options.limit);
            expect(bare(text)).not.toBe("");
          }
          expect(plan?.parts.length ?? 0).toBeLessThanOrEqual(options.maxParts);
        },
      ),
      runs,
    );
  });

  test("a thread loses nothing, tears no grapheme and makes or breaks no link, mention or hashtag", async () => {
    await fc.assert(
      fc.asyncProperty(text, options, async (text, options) => {
        const plan = await tryCompose([{ text, fit: [] }], { ...options, overflow: "thread", maxParts: 1000 });
        if (!plan || plan.parts.length === 0) return;
        const parts = unnumbered(plan.parts);
        expect(bare(parts.join(""))).toBe(bare(text));
        expect(parts.flatMap(entities)).toEqual(entities(text));
        expect(parts.flatMap(notified)).toEqual(notified(text));
        const whole = boundaries(text);
        let at = 0;
        for (const part of parts) {
          at = text.indexOf(part, at);
          expect(whole).toContain(at);
          at += part.length;
          expect(whole).toContain(at);
        }
      }),
      runs,
    );
  });

  test("each URL of a thread stands whole in exactly one part", async () => {
    const numbered = fc
      .array(token)
      .map((tokens) => tokens.map((token, i) => `${token} https://example.com/${i}-`).join(" "));
    await fc.assert(
      fc.asyncProperty(numbered, fc.integer({ min: 60, max: 200 }), async (text, limit) => {
        const plan = await tryCompose([{ text, fit: [] }], { ...defaults, overflow: "thread", limit });
        if (!plan) return;
        const found = plan.parts.flatMap(({ text }) => findUrls(text).map(({ start, end }) => text.slice(start, end)));
        expect(found).toEqual(findUrls(text).map(({ start, end }) => text.slice(start, end)));
      }),
      runs,
    );
  });

  test("truncate leaves what fits unchanged", async () => {
    await fc.assert(
      fc.asyncProperty(fitted, options, async (draft, options) => {
        fc.pre(
          bare(draft.text) !== "" && countCharacters(draft.text, options.spoiler, options.counting) <= options.limit,
        );
        fc.pre(countCharacters("", options.spoiler, options.counting) < options.limit);
        const plan = await compose([draft], { ...options, overflow: "truncate" });
        expect(plan.parts.map(({ text }) => text)).toEqual([draft.text]);
        expect(plan.cuts).toEqual([]);
      }),
      runs,
    );
  });

  test("truncate keeps the text outside the `fit` pieces, and makes no link, mention or hashtag", async () => {
    await fc.assert(
      fc.asyncProperty(fitted, options, async (draft, options) => {
        fc.pre(draft.fit.some(({ start, end }) => bare(draft.text.slice(start, end)) !== ""));
        const plan = await tryCompose([draft], { ...options, overflow: "truncate" });
        const result = plan?.parts[0]?.text;
        if (result === undefined) return;
        let at = 0;
        let kept = 0;
        for (const { start, end } of [...draft.fit, { start: draft.text.length, end: draft.text.length }]) {
          const fixed = bare(draft.text.slice(kept, start));
          at = bare(result).indexOf(fixed, at);
          expect(at).toBeGreaterThanOrEqual(0);
          at += fixed.length;
          kept = end;
        }
        const before = entities(draft.text);
        for (const entity of entities(result)) expect(before).toContain(entity);
        for (const handle of notified(result)) expect(notified(draft.text)).toContain(handle);
      }),
      runs,
    );
  });

  test("truncate without `fit` keeps the beginning and the closing links, and cuts between graphemes", async () => {
    const links = fc.constantFrom("https://example.com/end", "#Tag", "\n\nhttps://example.com/end\n\n#One #Two");
    await fc.assert(
      fc.asyncProperty(text, links, fc.integer({ min: 120, max: 300 }), async (body, link, limit) => {
        fc.pre(bare(body) !== "");
        const text = `${body.replaceAll("…", ".")} ${link}`;
        const plan = await tryCompose([{ text, fit: [] }], { ...defaults, limit });
        if (!plan) return;
        const result = plan.parts[0]!.text;
        for (const entity of entities(link)) expect(entities(result)).toContain(entity);
        const before = entities(text);
        for (const entity of entities(result)) expect(before).toContain(entity);
        expect(isWithin(withoutEntities(result.replaceAll("…", "")), withoutEntities(text))).toBe(true);
        if (!result.includes("…")) return;
        const kept = result.slice(0, result.indexOf("…")).replace(/ $/, "").split("\n\n").at(-1)!;
        const whole = boundaries(text);
        const ends = [...whole].filter((end) => text.slice(0, end).endsWith(kept));
        expect(ends).not.toEqual([]);
      }),
      runs,
    );
  });
});
