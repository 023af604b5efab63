import fc from "fast-check";
import { expect, test } from "vitest";
import { findBlocks } from "../../src/status/template/blocks.ts";

const found = (source: string) => findBlocks(source).map(({ start, end }) => source.slice(start, end));

test.each([
  ["a {{ b }} c {% if d %}", ["{{ b }}", "{% if d %}"]],
  ["a string may hold what closes it: {{ '}}' }}", ["{{ '}}' }}"]],
  ["{% raw %}{{ a }}{% endraw %} {{ b }}", ["{% raw %}{{ a }}{% endraw %}", "{{ b }}"]],
  ["{%- raw -%} {% endraw %}", ["{%- raw -%} {% endraw %}"]],
  ["{% raw %} without an end {{ a }}", ["{% raw %}", "{{ a }}"]],
  ["{{ never closed", []],
  ["{{ ' {{ a }}", ["{{ a }}"]],
  ["{{ a {{ b }}", ["{{ a {{ b }}"]],
  ["{ {{{ a }}}", ["{{{ a }}"]],
  ["it's {{ a }}, isn't it", ["{{ a }}"]],
])("%s", (source, blocks) => {
  expect(found(source)).toEqual(blocks);
});

/** The rule as a pattern, which is easy to read and slow on what is never closed. */
const PATTERN =
  /\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}|\{\{(?:"[^"]*"|'[^']*'|[^"'])*?\}\}|\{%(?:"[^"]*"|'[^']*'|[^"'])*?%\}/gs;

test("is what the pattern finds, on any text", () => {
  const pieces = fc.constantFrom("{{", "}}", "{%", "%}", '"', "'", " raw ", " endraw ", "{", "}", "a", "-", "\n");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
      const source = parts.join("");
      expect(found(source)).toEqual([...source.matchAll(PATTERN)].map(([block]) => block));
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 2000) },
  );
});

// A scan whose time grows with the square of the length would not end within minutes here.
test.each(["{{", "{%", "{{'", '{%"', "{% raw %}", "{{ '\"", "{{ \" ' ", "{% raw %}{% endraw %}"])(
  "hundreds of thousands of %s are read at once",
  (piece) => {
    const isWhole = piece.includes("endraw");
    expect(findBlocks(piece.repeat(200_000))).toHaveLength(isWhole || piece === "{% raw %}" ? 200_000 : 0);
  },
);
