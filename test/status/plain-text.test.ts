import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText as guardedPlainText } from "../../src/status/plain-text/plain-text.ts";
import { processorTime } from "../processor-time.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 1000);
const repositoryUrl = "https://github.com/riverbank/lantern";
/** Without the invisible character that keeps a number from being a hashtag. */
const plainText = (markdown: string, options?: { repositoryUrl?: string }) =>
  guardedPlainText(markdown, options).replaceAll(/#\u200c(?=\d)/g, "#");
const notes = join(import.meta.dirname, "../notes");

// What a server that reads Markdown would take for a heading, item, quote, rule, fence or definition.
const MARKER = /^[ \t]*(?:#{1,6}(?:\s|$)|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|>|```|~~~|[-*_=]{3,}[ \t]*$|\[[^\]\n]*\]:)/m;

test("the number of an issue is no hashtag on servers that take numbers for one; links stay as they are", () => {
  expect(
    guardedPlainText("#7, (#12) and o/r#3; not #7up, `#8`: https://x.example/#9 https://github.com/o/r/pull/10"),
  ).toBe("#\u200c7, (#\u200c12) and o/r#\u200c3; not #7up, #\u200c8: https://x.example/#9 #\u200c10");
});

describe("release notes", () => {
  const names = readdirSync(notes).filter((name) => name.endsWith(".md"));

  test("there are many shapes", () => {
    expect(names.length).toBeGreaterThanOrEqual(30);
  });

  for (const name of names) {
    const markdown = readFileSync(join(notes, name), "utf8").replaceAll("\r\n", "\n");
    const file = join(notes, name.replace(/md$/, "txt"));

    test(name, async () => {
      const text = plainText(markdown, { repositoryUrl });
      await expect(text && `${text}\n`).toMatchFileSnapshot(file);
    });

    // Bodies written in GitHub's editor have these line ends; git would not keep them in a fixture.
    test(`${name} with CRLF`, () => {
      expect(plainText(markdown.replaceAll("\n", "\r\n"), { repositoryUrl })).toBe(
        plainText(markdown, { repositoryUrl }),
      );
    });
  }
});

const table = (cases: [markdown: string, text: string][]) =>
  test.each(cases)("%j → %j", (markdown, text) => {
    expect(plainText(markdown, { repositoryUrl })).toBe(text);
  });

describe("blocks", () => {
  table([
    ["# A\ntext\n\n\n\nB\n===\n", "A\n\ntext\n\nB"],
    ["* a\n* b", "• a\n• b"],
    ["* a\n\n* b", "• a\n\n• b"],
    ["- a\n  - b\n    - c\n      - d", "• a\n◦ b\n▪ c\n▪ d"],
    ["- - a\n  - b", "◦ a\n◦ b"],
    ["-\n- a", "• a"],
    ["3. a\n3. b", "\u200C3. a\n\u200C4. b"],
    ["- a\n  1. b", "• a\n◦ 1. b"],
    ["- [x] a\n- [ ] b\n  - [X] c", "☑ a\n☐ b\n◦ ☑ c"],
    ["> a\n> > b", "a\n\nb"],
    ["> [!TIP]\n> a", "TIP: a"],
    ["> [!TIP]  \n>\n> - a", "TIP:\n\n• a"],
    ["> [link](https://lantern.example)", "link: https://lantern.example"],
    ["a\n\n---\n\nb", "a\n\nb"],
    ["| a | b |\n|---|---|\n| c | |\n| | d |", "a | b\nc\n| d"],
    ["| a |\n|---|", "a"],
    ["| a | b |\n|---|---|\n| c | ![](https://x.example/badge.svg) |", "a\nc"],
    ["a[^x]\n\n[^x]: b\n\nc", "a[x]\n\nc\n\n[x] b"],
    ["", ""],
    [" \n\t\n", ""],
  ]);
});

describe("lines", () => {
  table([
    ["a\nb", "a b"],
    ["a  \nb", "a\nb"],
    ["a\\\nb", "a\nb"],
    ["日本\n語", "日本語"],
    ["한국\n어", "한국 어"],
    ["a    b\tc", "a b c"],
    ["**a** _b_ ***c*** `d`", "a b c d"],
    ["~~a~~ ~b", "~~a~~ ~b"],
    ["&lt;b&gt; &amp;lt; \\*", "<b> &lt; *"],
    ["a\u0000\u0007\u001b[31mb\u009f", "a[31mb"],
    ["\u2067abc\u2069 x\u200Dy\u200C", "\u2067abc\u2069 x\u200Dy\u200C"],
    ["a\ud83d b", "a b"],
  ]);
});

describe("line starts that are Markdown get an invisible character", () => {
  table([
    [
      "```\n# a\n- b\n\n\n\n\n1. c\n> d\n  - e\nf - g\n```",
      "\u200C# a\n\u200C- b\n\n\u200C1. c\n\u200C> d\n  \u200C- e\nf - g",
    ],
    ["\\# a", "\u200C# a"],
    ["1986\\. A year", "\u200C1986. A year"],
    ["a\\\n\\---", "a\n\u200C---"],
    ["\\[a]: b", "\u200C[a]: b"],
    ["#12 is not one, nor is #tag", "#12 is not one, nor is #tag"],
    ["1.2.3 (2024-01-02)", "1.2.3 (2024-01-02)"],
    ["-1 and +1", "-1 and +1"],
  ]);
});

describe("code", () => {
  table([
    ["```js\nif (a) {\n\tb();\n}\n```", "if (a) {\n  b();\n}"],
    ["`:tada: *a* <b>`", ":tada: *a* <b>"],
    ["- a\n  ```\n  b\n  ```\n- c", "• a\nb\n• c"],
  ]);
});

describe("links", () => {
  table([
    ["see [docs](https://lantern.example/a)", "see docs (https://lantern.example/a)"],
    ["[docs](https://lantern.example/a)", "docs: https://lantern.example/a"],
    ["[Docs:](https://lantern.example/a)", "Docs: https://lantern.example/a"],
    ["a ([docs](https://lantern.example/a))", "a (docs: https://lantern.example/a)"],
    ["a [b](https://x.example), [c](https://x.example)", "a b (https://x.example), c"],
    ["<https://x.example/>, https://x.example/a_b_c", "https://x.example/, https://x.example/a_b_c"],
    ["[https://x.example](https://x.example/)", "https://x.example"],
    ["[x.example](https://x.example)", "https://x.example"],
    ["www.x.example", "www.x.example"],
    ["[https://good.example](https://evil.example) a", "https://good.example (https://evil.example) a"],
    ["a@b.example or [mail](mailto:a@b.example)", "a@b.example or mail (a@b.example)"],
    ["[a](b.md) [c](#d) [e](/f) [g](javascript:h)", "a c e g"],
    ["a [b](<https://x.example/c d>)", "a b (https://x.example/c%20d)"],
    ["[a][b] c\n\n[b]: https://x.example", "a (https://x.example) c"],
    ["[](https://x.example) a", "a"],
  ]);
});

describe("GitHub's links", () => {
  const commit = "8ade135a41bc03ea155e62e844d188df1ea18608";
  table([
    [`* Fix x by @user in ${repositoryUrl}/pull/12`, "• Fix x by @user in #12"],
    [`${repositoryUrl}/issues/12 ${repositoryUrl}/discussions/3`, "#12 #3"],
    ["https://github.com/other/repo/pull/12", "other/repo#12"],
    [`${repositoryUrl}/pull/12#issuecomment-3`, `${repositoryUrl}/pull/12#issuecomment-3`],
    [`[#12](${repositoryUrl}/pull/12)`, "#12"],
    [`[#12 (comment)](${repositoryUrl}/pull/12#issuecomment-3)`, "#12 (comment)"],
    [`a [fix](${repositoryUrl}/pull/12)`, "a fix (#12)"],
    ["[wick#4](https://redirect.github.com/other/wick/issues/4)", "wick#4"],
    ["[@user](https://github.com/user), [user](https://github.com/user)", "@user, user"],
    ["a [User Name](https://github.com/user)", "a User Name (https://github.com/user)"],
    [`([8ade135](${repositoryUrl}/commit/${commit}))`, "(8ade135)"],
    [`[\`8ade\`](${repositoryUrl}/commit/${commit}) [${commit}](${repositoryUrl}/commit/${commit})`, "8ade 8ade135"],
    [`${repositoryUrl}/commit/${commit} https://github.com/other/repo/commit/${commit}`, "8ade135 other/repo@8ade135"],
    [
      `${commit}: a, actions/checkout@${commit}, sha1:${commit}`,
      `8ade135: a, actions/checkout@8ade135, sha1:${commit}`,
    ],
    [`\`${commit}\` ${commit}aa`, `${commit} ${commit}aa`],
    [`## [1.2.3](${repositoryUrl}/compare/v1.2.2...v1.2.3) (2024-01-02)`, "1.2.3 (2024-01-02)"],
    [`Since [v1.2.3](${repositoryUrl}/releases/tag/v1.2.3)`, "Since v1.2.3"],
    [`**Full Changelog**: ${repositoryUrl}/compare/a...b`, `Full Changelog: ${repositoryUrl}/compare/a...b`],
    [`**[Full Changelog](${repositoryUrl}/compare/a...b)**`, `Full Changelog: ${repositoryUrl}/compare/a...b`],
  ]);

  test("numbers are short without a repository when all links name the same one", () => {
    const [one, two] = ["https://github.com/o/r/pull/1", "https://github.com/o/other/pull/2"];
    expect(plainText(`a ${one} b`)).toBe("a #1 b");
    expect(plainText(`a ${one} b ${two}`)).toBe("a o/r#1 b o/other#2");
  });

  test("a server of one's own has the same links", () => {
    const own = "https://git.lantern.example/o/r";
    expect(plainText(`${own}/pull/1`, { repositoryUrl: `${own}/` })).toBe("#1");
    expect(plainText(`${own}/pulls/1`, { repositoryUrl: `${own}.git` })).toBe("#1");
    expect(plainText(`${own}/pull/1`, { repositoryUrl: "no URL" })).toBe(`${own}/pull/1`);
  });
});

describe("images", () => {
  table([
    ["![A lamp](a.png)", "A lamp"],
    ["![image](a.png) ![](b.png) ![shot.png](c.png)", ""],
    ["![build](https://img.shields.io/a) ![x](https://x.example/badge.svg)", ""],
    ["[![build](https://img.shields.io/a)](https://x.example) a", "a"],
    ["[![Tour](https://x.example/a.jpg)](https://x.example/tour)", "Tour: https://x.example/tour"],
    ["![A lamp][a]\n\n[a]: https://x.example/a.png", "A lamp"],
  ]);
});

describe("HTML", () => {
  table([
    ["a<!-- b -->c\n\n<!-- d\n\ne -->\n\nf", "ac\n\nf"],
    ["a\n\n<!-- never closed\n\nb", "a"],
    ["a <!-- never closed", "a <!-- never closed"],
    ["a<br>b<BR />c", "a\nb\nc"],
    ["H<sub>2</sub>O, <kbd>Esc</kbd>", "H2O, Esc"],
    ["<details><summary>a &amp;lt; b</summary>\n\n- c\n\n</details>", "a &lt; b\n\n• c"],
    ["<p>a &eacute; &#x41;&#66; &unknown;</p>", "a é AB &unknown;"],
    ['<a href="https://x.example/?a&amp;b">c</a> d', "c (https://x.example/?a&b) d"],
    ['<div><a href="https://x.example">c</a></div>', "c: https://x.example"],
    ["<img alt='A &gt; lamp' src=a.png> b", "A > lamp b"],
    ["<div>\n<ul><li>a</li><li>b</li></ul>\nc</div>", "• a\n• b\n\nc"],
    ["<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>", "a | b\nc | d"],
    ["<pre>\na\n  b\n</pre>", "a\n  b"],
    ["<div>a<script>b</script></div>", "a"],
    ["<del>a</del> <s>b</s> </del>", "~~a~~ ~~b~~"],
    ["Vec<T> and <your-token>, a < b > c", "Vec<T> and <your-token>, a < b > c"],
    ["<div>Map<K> of 1 < 2</div>", "Map<K> of 1 < 2"],
  ]);
});

describe("emoji", () => {
  table([
    [":tada::rocket: :+1:", "🎉🚀 👍"],
    [":ladder: up", "🪜 up"],
    [":no_such_emoji: at 10:30:20", ":no_such_emoji: at 10:30:20"],
    ["std::rocket::go a:tada:b", "std::rocket::go a:tada:b"],
    ["修正:tada:", "修正🎉"],
    ["![:tada: party](a.png)", "🎉 party"],
  ]);
});

describe("long text, parsed in pieces, reads as if it were parsed at once", () => {
  const numbers = Array.from({ length: 500 }, (_, index) => index + 1);

  test.each<[string, string, string]>([
    [
      "tight list",
      numbers.map((n) => `* item ${n}\n  - detail`).join("\n"),
      numbers.map((n) => `• item ${n}\n◦ detail`).join("\n"),
    ],
    ["loose list", numbers.map((n) => `* item ${n}`).join("\n\n"), numbers.map((n) => `• item ${n}`).join("\n\n")],
    [
      "ordered list",
      numbers.map((n) => `${n}. item ${n} is here`).join("\n"),
      numbers.map((n) => `\u200C${n}. item ${n} is here`).join("\n"),
    ],
    [
      "table",
      `| a | b |\n|---|---|\n${numbers.map((n) => `| row ${n} | cell number ${n} |`).join("\n")}`,
      `a | b\n${numbers.map((n) => `row ${n} | cell number ${n}`).join("\n")}`,
    ],
    [
      "code",
      `~~~\n${numbers.map((n) => `const lamp${n} = ${n};`).join("\n\n")}\n~~~\nafter`,
      `${numbers.map((n) => `const lamp${n} = ${n};`).join("\n\n")}\n\nafter`,
    ],
    [
      "code in a list",
      `- a\n\n  \`\`\`\n${numbers.map((n) => `  lamp ${n}`).join("\n\n")}\n  \`\`\`\n\n- b`,
      `• a\n\n${numbers.map((n) => `lamp ${n}`).join("\n\n")}\n\n• b`,
    ],
    ["comment", `a\n\n<!--\n${"\nhidden\n\n* hidden\n".repeat(900)}-->\n\nb`, "a\n\nb"],
    [
      "reference links",
      `${numbers.map((n) => `see [lamp ${n}][l${n}]\n`).join("\n")}\n${numbers.map((n) => `[l${n}]: https://x.example/${n}`).join("\n")}`,
      numbers.map((n) => `see lamp ${n} (https://x.example/${n})`).join("\n\n"),
    ],
    [
      "footnotes",
      `${numbers.map((n) => `lamp ${n}[^n]\n`).join("\n")}\n[^n]: note`,
      `${numbers.map((n) => `lamp ${n}[n]`).join("\n\n")}\n\n[n] note`,
    ],
  ])("%s", (_, markdown, text) => {
    expect(markdown.length).toBeGreaterThan(5_000);
    expect(plainText(markdown)).toBe(text);
  });
});

describe("hostile text", () => {
  const length = 125_000;
  const fill = (unit: string) => unit.repeat(length / unit.length);
  const hostile: [string, string][] = [
    ...[
      "@",
      "[",
      "]",
      "![",
      "[]",
      "[](",
      "[a](b",
      "[x]",
      "[^a]",
      "[a]: ",
      "*a",
      "a* ",
      "*a_",
      "~~a",
      "`",
      "<",
      "<a ",
      "<a '\"",
      "<!--",
    ],
    ...[
      "x <!-- ",
      "x <? ",
      "x <![CDATA[",
      ">",
      "> ",
      "- ",
      "1. ",
      "- > 1. ",
      "[^a]: ",
      "|",
      "&",
      "&amp;",
      "\\",
      ":",
      ":a",
      "(",
      "\u200D",
      " ",
    ],
    ...[
      "\t",
      "\n",
      "\0",
      "a\n=\n",
      "a\n---\n",
      "> a\n",
      "- - - a\n",
      "- a\n  - b\n    - c\n",
      "- - - - - - - - - - - - a\n",
      ">a\n\n",
      "- a\n* b\n",
      "a\n-\n\n",
      "[a]: b\n",
      "*\n+\n-\n",
      "```\n",
      "<div>\n",
      "<div><a ",
      "<br>",
      "www.",
      "a@a.",
      "0123456789abcdef",
    ],
  ].map((unit) => [JSON.stringify(unit), fill(unit)]);
  hostile.push(
    ["nested brackets", "[".repeat(length / 2) + "]".repeat(length / 2)],
    ["nested links", `${"[".repeat(length / 5)}a${"](b)".repeat(length / 5)}`],
    ["nested images", `${"![".repeat(length / 6)}a${"](b)".repeat(length / 6)}`],
    ["a quote and lazy lines", `> ${fill("a\n")}`],
    ["an item and lazy lines", `- ${fill("a\n")}`],
    ["ever deeper items", Array.from({ length: 350 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
    ["back-ticks of ever new lengths", Array.from({ length: 490 }, (_, run) => `${"`".repeat(run)}a`).join("")],
    [
      "a long address with many references",
      `[a]: https://x.example/${"y".repeat(length / 2)}\n\n${"[a] ".repeat(length / 8)}`,
    ],
    ["HTML in one line", `<div>${fill("<p>a<a><pre>")}`],
  );

  const note = (index: number) =>
    `* **Fix** \`f${index}()\` by @octocat (#${index}), see [the guide](https://example.com)\n`;
  const notes = Array.from({ length: length / 80 }, (_, index) => note(index)).join("");

  // The parser alone takes minutes for some of these and overflows the stack on others.
  test.each(hostile)("%s ×125,000", (_, markdown) => {
    let text = "";
    // A second, or on a processor that others use as well what notes of that length take five times: one of three has to.
    const isFast = [1, 2, 3].some(() => {
      const took = processorTime(() => (text = plainText(markdown)));
      return took < 1000 || took < 5 * processorTime(() => plainText(notes));
    });
    expect(isFast).toBe(true);
    expect(text.length).toBeLessThanOrEqual(3 * length);
    expect(text).not.toMatch(MARKER);
  });
});

test("long notes are read to their end; a text of more lines than anybody writes becomes letters there", () => {
  const notes = Array.from({ length: 125_000 / 42 }, (_, index) => `* **Fix** \`f${index}()\` by @octocat (#${index})`);
  expect(plainText(notes.join("\n"))).not.toMatch(/\*|`/);
  const tiny = plainText(`${"- a\n".repeat(10_000)}- **b**`);
  expect(tiny.startsWith("• a\n• a\n")).toBe(true);
  expect(tiny.endsWith("- a - **b**")).toBe(true);
});

test("a long paragraph is read to its end", () => {
  const lines = Array.from({ length: 1000 }, (_, index) => `line ${index} of many`);
  expect(plainText(lines.join("\n")).split(/\s+/)).toEqual(lines.join(" ").split(" "));
});

test("a long table below something else is one table to its end", () => {
  const rows = Array.from({ length: 1000 }, (_, index) => `file ${index} | ${index} KB`);
  const markdown = ["# Sizes", "", "| File | Size |", "|---|---|", ...rows.map((row) => `| ${row} |`)].join("\n");
  expect(plainText(markdown)).toBe(["Sizes", "", "File | Size", ...rows].join("\n"));
});

describe("properties", () => {
  const fragment = fc.constantFrom(
    ...'# ,## ,- ,* ,+ ,1. ,> ,  ,    ,\t,\n,\n\n,\r\n,\\,`,```\n,~~~,---\n,===\n,*,**,_,~~,[,],(,),![,](,]:,[^a],[^a]: ,[ ] ,[x] ,|,|-|\n,<,>,<!--,-->,<br>,<a href=",">,</a>,<p>,</p>,<li>,<pre>,<td>,<details>,&amp;,&lt;,&#,;,:,:tada:,@user,#12,https://github.com/o/r/pull/1,https://x.example,www.,a@b.example,word,слово,字,مرحبا,\u200D,\u202E,\0,\u2028,\ud83d'.split(
      ",",
    ),
  );
  const markdown = fc.oneof(
    fc
      .array(fc.oneof(fragment, fc.string({ unit: "grapheme", maxLength: 5 })), { maxLength: 60 })
      .map((parts) => parts.join("")),
    fc.string({ unit: "binary" }),
  );

  test("any text becomes text: trimmed, without control characters, markers at line starts, or two blank lines", () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const text = plainText(source);
        expect(text).toBe(text.trim());
        expect(text).not.toContain("\n\n\n");
        expect(text).not.toMatch(MARKER);
        expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
      }),
      { numRuns },
    );
  });

  test("pieces of any text become text", () => {
    const long = fc.array(markdown, { minLength: 20, maxLength: 60 }).map((parts) => parts.join("\n").repeat(3));
    fc.assert(
      fc.property(long, (source) => {
        const text = plainText(source);
        expect(text).not.toContain("\n\n\n");
        expect(text).not.toMatch(MARKER);
      }),
      { numRuns: Math.ceil(numRuns / 50) },
    );
  });

  test("text without Markdown keeps its words", () => {
    const word = fc.stringMatching(/^[\p{L}][\p{L}']{0,8}[,.;!?]?$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        expect(plainText(words.join(" ")).split(" ")).toEqual(words);
      }),
      { numRuns },
    );
  });
});
