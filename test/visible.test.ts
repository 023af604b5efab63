import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quoted, visible } from "../src/visible.ts";
import { commandsIn } from "./runner.ts";

describe("what steers is shown", () => {
  test.each([
    ["plain text, 日本語, עברית, 😀", "plain text, 日本語, עברית, 😀"],
    ["a\u0000b", "a\\x00b"],
    ["a\tb", "a\\x09b"],
    ["a\rb", "a\\x0Db"],
    ["a\u001b[31mb", "a\\x1B[31mb"],
    ["a\u007fb\u0085c\u009bd", "a\\x7Fb\\x85c\\x9Bd"],
    ["a\u2028b\u2029c", "a\\u{2028}b\\u{2029}c"],
    ["a\u202eb\u2066c\u2069", "a\\u{202E}b\\u{2066}c\\u{2069}"],
    ["\ufeffa", "\\u{FEFF}a"],
    ["a\nb", "a b"],
    ["a  \n\n  b", "a b"],
    ["##[error]a", "##\\[error]a"],
    ["###[error]a ##[b]", "###\\[error]a ##\\[b]"],
    ["%0A::error::a", "%0A::error::a"],
  ])("%j", (text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});

describe("a block of foreign text", () => {
  test("stands behind a bar on every line, without white space at the end", () => {
    expect(quoted("one\n\n  two  \r\nthree")).toEqual(["  │ one", "  │", "  │   two", "  │ three"]);
  });

  const hostile = fc
    .array(
      fc.constantFrom(
        "::",
        "##[",
        "error",
        "set-output name=x",
        "]",
        " ",
        "\t",
        "\r",
        "\n",
        "\u2028",
        "\u0085",
        "\v",
        "\ufeff",
        "x",
      ),
    )
    .map((pieces) => pieces.join(""));

  test("holds no command, whatever stands in it", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const log = quoted(text).join("\n");
        return commandsIn(log).length === 0 && !/^(?! {2}│)/m.test(log);
      }),
      { numRuns: 10_000 },
    );
  });

  test("a line of our own with foreign text in its middle holds none either", () => {
    fc.assert(
      fc.property(hostile, (text) => commandsIn(visible(`The tag ${text} is odd`)).length === 0),
      { numRuns: 10_000 },
    );
  });
});
