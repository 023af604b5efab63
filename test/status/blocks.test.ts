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

/** Steps that a scan of the source takes, counted by how often it is read. */
test.each(["{{", "{%", "{{'", '{%"', "{% raw %}", "{{ '\"", "{{ \" ' "])(
  "twice as many of %s take no more than some three times as long",
  (piece) => {
    const time = (count: number) => {
      const source = piece.repeat(count);
      const before = process.cpuUsage();
      for (let turn = 0; turn < 5; turn += 1) findBlocks(source);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    time(1000);
    // A quadratic scan takes 16 times as long for 4 times as much.
    const ratios = [0, 1, 2].map(() => time(80_000) / Math.max(time(20_000), 1000));
    expect(Math.min(...ratios)).toBeLessThan(10);
  },
);
