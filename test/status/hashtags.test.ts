import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findHashtags } from "../../src/status/length/entities.ts";
import { hashtag, hashtags } from "../../src/status/template/hashtags.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 1000);

describe("hashtag", () => {
  test.each([
    ["my-topic", "#MyTopic"],
    ["#my-topic", "#MyTopic"],
    ["good first issue", "#GoodFirstIssue"],
    ["snake_case", "#SnakeCase"],
    ["type: bug / area:cli", "#TypeBugAreaCli"],
    ["GitHub", "#GitHub"],
    ["github", "#Github"],
    ["API", "#API"],
    ["iOS", "#iOS"],
    ["my-iOS-app", "#MyiOSApp"],
    ["c", "#C"],
    ["c++", "#Cpp"],
    ["C++17", "#Cpp17"],
    ["notepad++", "#NotepadPlusPlus"],
    ["c#", "#CSharp"],
    ["F#", "#FSharp"],
    ["node.js", "#NodeJS"],
    ["Node.js 24", "#NodeJS24"],
    [".net", "#DotNet"],
    [".NET 8", "#DotNet8"],
    ["what's new", "#WhatsNew"],
    ["3d-printing", "#3dPrinting"],
    ["100-days-of-code", "#100DaysOfCode"],
    ["v1.2.0", "#V1_2_0"],
    ["🐛 bug", "#Bug"],
    ["❤️ love 1️⃣", "#Love1"],
    ["日本語", "#日本語"],
    ["機械 学習", "#機械学習"],
    ["スター・ウォーズ", "#スター・ウォーズ"],
    ["col·laboració", "#Col·laboració"],
    ["می\u200cخواهم", "#می\u200cخواهم"],
    ["हिन्दी भाषा", "#हिन्दीभाषा"],
    ["привет-мир", "#ПриветМир"],
    ["ქართული ენა", "#ქართულიენა"],
    ["éte\u0301", "#Été"],
    [{ name: "help wanted", color: "008672" }, "#HelpWanted"],
  ])("makes of %j %s", (value, tag) => {
    expect(hashtag(value)).toBe(tag);
  });

  test.each([
    [""],
    ["123"],
    [123],
    ["2024-10"],
    ["1.2.3"],
    ["---"],
    ["#"],
    ["_"],
    ["🎉"],
    ["1️⃣"],
    [null],
    [undefined],
    [{}],
    [[]],
    [true],
  ])("makes nothing of %j", (value) => {
    expect(hashtag(value)).toBe("");
  });

  test("always makes what Mastodon takes for one hashtag, or nothing, and of that hashtag the same again", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc
        .array(
          fc.constantFrom(
            "a",
            "B",
            "1",
            "-",
            "_",
            ".",
            "·",
            "・",
            "\u200c",
            "\u0301",
            "#",
            "+",
            "é",
            "日",
            "न",
            " ",
            "://",
          ),
          {
            maxLength: 12,
          },
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (value) => {
        const tag = hashtag(value);
        if (tag === "") return;
        expect(findHashtags(tag)).toEqual([{ start: 0, end: tag.length }]);
        expect(tag).toMatch(/\p{Alphabetic}/u);
        expect(findHashtags(`${tag} ${tag}\n\n${tag}`)).toHaveLength(3);
      }),
      { numRuns },
    );
  });

  test("a topic of GitHub comes out by the short way as by the long one", () => {
    const topic = fc.string({ unit: fc.constantFrom("a", "b", "z", "0", "9", "-"), maxLength: 10 });
    fc.assert(
      fc.property(topic, (topic) => {
        // The sign is taken off, and makes it a name like any other.
        expect(hashtag(topic)).toBe(hashtag(`#${topic}`));
      }),
      { numRuns },
    );
  });
});

describe("hashtags", () => {
  test("joins topics by a space, in order, each once", () => {
    expect(hashtags(["my-topic", "GitHub", "github", "123", "my topic", "c++"])).toBe("#MyTopic #GitHub #Cpp");
  });

  test("takes label objects, one of them alone, too", () => {
    expect(hashtags([{ name: "help wanted" }, { name: "bug" }, {}, null])).toBe("#HelpWanted #Bug");
    expect(hashtags({ name: "help wanted" })).toBe("#HelpWanted");
  });

  test("takes a text: split at commas and line breaks, else at white space", () => {
    expect(hashtags("a b  c")).toBe("#A #B #C");
    expect(hashtags("good first issue, bug,,\tdocs")).toBe("#GoodFirstIssue #Bug #Docs");
    expect(hashtags("good first issue\r\nbug\n")).toBe("#GoodFirstIssue #Bug");
  });

  test("keeps the first ones up to the maximum, which counts what is left", () => {
    expect(hashtags(["1", "a", "A", "b", "c"], 2)).toBe("#A #B");
    expect(hashtags(["a", "b"], 0)).toBe("");
    expect(hashtags(["a", "b"], -1)).toBe("");
    expect(hashtags(["a", "b"], 5)).toBe("#A #B");
  });

  test.each([[null], [undefined], [""], [[]], [7], [" , "]])("makes nothing of %j", (values) => {
    expect(hashtags(values)).toBe("");
  });
});
