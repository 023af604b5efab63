import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitFrontMatter, withoutFrontMatter } from "../src/front-matter.ts";

describe("splitFrontMatter", () => {
  test.each([
    ["---\ntitle: a\n---\nbody\n", "YAML", "title: a\n", "body\n", 3],
    ["---\n---\nbody", "YAML", "", "body", 2],
    ["---  \n# a comment\n\ntitle: a\n...\nbody", "YAML", "# a comment\n\ntitle: a\n", "body", 5],
    ["---\ntext: |\n  ---\n  a\n---\n---\nbody", "YAML", "text: |\n  ---\n  a\n", "---\nbody", 5],
    ['---\n"a key": b\n---', "YAML", '"a key": b\n', "", 2],
    ["---\n标题: 你好\n---\nbody", "YAML", "标题: 你好\n", "body", 3],
    ["+++\ntitle = 'a'\n+++\n\nbody", "TOML", "title = 'a'\n", "\nbody", 3],
    ["+++\n+++\nbody", "TOML", "", "body", 2],
  ])("%j", (text, language, source, body, lines) => {
    expect(splitFrontMatter(text)).toEqual({ language, source, body, lines });
  });

  test.each([
    "body",
    "",
    "---\nfirst part\n---\nsecond part",
    "---\nFirst part: it has a colon\n---\nsecond part",
    "---\n- a list\n---\n",
    "---\ntitle: it never ends",
    "+++\ntitle = 'it never ends'",
    "\n---\ntitle: not at the top\n---\n",
    "--- title: a\n---\n",
  ])("none in %j", (text) => {
    expect(splitFrontMatter(text)).toEqual({ language: null, source: "", body: text, lines: 0 });
    expect(withoutFrontMatter(text)).toBe(text);
  });

  test("what is left stands on the lines where it stood", () => {
    const lines = fc.array(fc.constantFrom("---", "+++", "...", "a: b", "a = 1", "", "# c", "text", "  x: y"));
    fc.assert(
      fc.property(lines, (all) => {
        const rest = withoutFrontMatter(all.join("\n")).split("\n");
        for (const [index, line] of rest.entries()) expect([all[index], ""]).toContain(line);
      }),
    );
  });
});
