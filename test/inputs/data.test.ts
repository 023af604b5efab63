import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseData } from "../../src/inputs/yaml.ts";

describe("only true, false and null are typed", () => {
  test.each([
    ["a: 1.10", { a: "1.10" }],
    ["a: 007", { a: "007" }],
    ["a: 0x1F", { a: "0x1F" }],
    ["a: 8e12345", { a: "8e12345" }],
    ["a: -0", { a: "-0" }],
    ["a: .inf", { a: ".inf" }],
    ["a: 2024-12-18", { a: "2024-12-18" }],
    ["a: 12:30:45", { a: "12:30:45" }],
    ["a: true\nb: false\nc: null\nd:", { a: true, b: false, c: null, d: null }],
    ["a: True\nb: FALSE\nc: Null", { a: "True", b: "FALSE", c: "Null" }],
    ["a: yes\nb: no\nc: on\nd: ~", { a: "yes", b: "no", c: "on", d: "~" }],
    ["a: \"true\"\nb: 'null'\nc: ''", { a: "true", b: "null", c: "" }],
    ["a: [1, true, x]", { a: ["1", true, "x"] }],
    ["a:\n  b:\n    c: 1", { a: { b: { c: "1" } } }],
    ["a: |\n  one\n  two\n", { a: "one\ntwo\n" }],
    ["1: one\ntrue: two", { "1": "one", true: "two" }],
    ["a: !!int 5", { a: "5" }],
    ["a: *not\nb: 1", null],
    ["base: &b {x: 1}\ncopy: *b", { base: { x: "1" }, copy: { x: "1" } }],
    ["a: 1\r\nb: 2\r\n", { a: "1", b: "2" }],
    ["# only a comment", {}],
    ["{}", {}],
    ["null", {}],
    ["a: 'it''s'", { a: "it's" }],
    ["a: 😀", { a: "😀" }],
  ])("%j", async (source, value) => {
    if (value === null) await expect(parseData(source)).rejects.toThrow("neither YAML nor JSON");
    else expect(await parseData(source)).toEqual(value);
  });
});

describe("JSON is YAML too", () => {
  const asText = (value: unknown): unknown => {
    if (typeof value === "number") return String(value);
    if (Array.isArray(value)) return value.map(asText);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asText(inner)]));
  };
  const folder = new URL("../events/", import.meta.url);

  test.each(readdirSync(folder).filter((name) => name.endsWith(".json")))(
    "%s, as `toJSON` would pass it",
    async (name) => {
      const source = readFileSync(new URL(name, folder), "utf8");
      expect(await parseData(source)).toEqual(asText(JSON.parse(source)));
    },
  );

  test("escapes and a number as written", async () => {
    expect(await parseData('{"a":"\\ud83d\\ude00 \\/ \\n","b":1.10,"c":{"d":[]}}')).toEqual({
      a: "😀 / \n",
      b: "1.10",
      c: { d: [] },
    });
  });
});

describe("names that programs trip over", () => {
  test("`__proto__` is a name like any other and changes no other object", async () => {
    const value = await parseData('{"__proto__": {"polluted": "yes"}, "constructor": "x", "toString": "y"}');
    expect(Object.keys(value)).toEqual(["__proto__", "constructor", "toString"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((value as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("what is wrong is told in one line, with the cure", () => {
  test.each([
    ['a: "b" c', "`data` is neither YAML nor JSON: Unexpected scalar at node end at line 1"],
    ["a: [1, 2", "neither YAML nor JSON"],
    ['{"a": "Fix "this""}', "neither YAML nor JSON"],
    ["a: 1\na: 2", "Map keys must be unique"],
    ["a: 1\n---\nb: 2", "neither YAML nor JSON"],
    ["just a text", "`data` must be a mapping"],
    ["true", "`data` must be a mapping"],
    [`{"a":${"[".repeat(20_000)}`, "nested too deeply"],
    [
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghi"].map((name, index) => `${name}: &${name} [${`*${"abcdefghi"[index]},`.repeat(9)}]`).join("\n")}`,
      "neither YAML nor JSON",
    ],
    [`a: ${"x".repeat(1024 * 1024)}`, "`data` has 1,048,579 characters, the most is 1,048,576."],
  ])("%.60j", async (source, sentence) => {
    const message = await parseData(source).then(
      () => "",
      (error: Error) => error.message,
    );
    expect(message).toContain(sentence);
    expect(message).not.toContain("\n");
  });

  const tabbed = (line: number) =>
    `\`data\` is neither YAML nor JSON: line ${line} is indented with a tab, and YAML does not allow tabs there. Use spaces. Pass expressions as \`\${{ toJSON(…) }}\`.`;

  test.each([
    ["a:\n\tb: 1", tabbed(2)],
    ["a:\n  b: 1\n\tc: 2", tabbed(3)],
    ["a:\n  - b: 1\n  \tc: 2", tabbed(3)],
    ["a: 1\r\n\tb: 2\r\n", tabbed(2)],
    // The parser names another cause of these.
    ["- a: 1\n\tb: 2", tabbed(2)],
    ["a: |\n\tb", tabbed(2)],
    ["a: |\n  b\n\tc", tabbed(3)],
  ])("%j: a tab", async (source, sentence) => {
    await expect(parseData(source)).rejects.toThrow(sentence);
  });

  test("no tab that YAML takes is blamed", async () => {
    expect(await parseData('{\n\t"a": [\n\t\t"b"\n\t]\n}')).toEqual({ a: ["b"] });
    expect(await parseData("a: |\n  b\n  \tc\nd:\te")).toEqual({ a: "b\n\tc\n", d: "e" });
    await expect(parseData('{\n\t"a": "Fix "this""\n}')).rejects.toThrow(/^((?!indented with a tab).)*$/);
    await expect(parseData('a: |\n  b\n  \tc\nd: "e" f')).rejects.toThrow(/^((?!indented with a tab).)*$/);
  });

  test("the cure of a broken one", async () => {
    await expect(parseData("a: [")).rejects.toThrow("Pass expressions as `${{ toJSON(…) }}`.");
  });
});

test.each([
  ["a list in itself", "&a [ *a ]"],
  ["a mapping in itself", "a: &a { b: *a }"],
  ["in an element of a list", "- &x\n  a:\n    - *x\n- 1"],
])("an alias without an end: %s", async (_, source) => {
  const said = "`data` has an alias (`*name`) inside of what it stands for (`&name`), so it has no end.";
  await expect(parseData(source)).rejects.toThrow(said);
});

test.each([
  ["YAML", "- ".repeat(100_000)],
  ["a list in JSON", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ["a mapping in JSON", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
  ["a post of a list", `[${"[".repeat(101)}${"]".repeat(101)}]`],
])("what is nested too deeply: %s", async (_, source) => {
  await expect(parseData(source)).rejects.toThrow(/^`data` is nested too deeply: it has more than 100 lists /);
});

test("what is deep, or stands there twice, is taken", async () => {
  const deep = `${"[".repeat(90)}${"]".repeat(90)}`;
  expect(JSON.stringify(await parseData(`a: &a ${deep}\nb: [*a, *a]`))).toBe(`{"a":${deep},"b":[${deep},${deep}]}`);
});
