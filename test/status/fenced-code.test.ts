import { expect, test } from "vitest";
import { inFencedCode } from "../../src/status/fenced-code.ts";

/** The lines that are code. */
const codeIn = (...lines: string[]) => lines.filter((_, index) => inFencedCode(lines)[index]);

test.each<[what: string, lines: string[], code: string[]]>([
  ["no fence", ["one", "", "    two", "`three`"], []],
  ["back-ticks", ["a", "```js", "b", "", "c", "```", "d"], ["```js", "b", "", "c", "```"]],
  ["tildes, with any words behind them", ["~~~ a `b` ~~~", "c", "~~~", "d"], ["~~~ a `b` ~~~", "c", "~~~"]],
  ["two of a sign", ["``", "a", "~~", "b"], []],
  ["up to three spaces", ["   ```", "a", "   ```", "b", "    ```", "c"], ["   ```", "a", "   ```"]],
  ["an end with four spaces is none", ["```", "    ```", "a"], ["```", "    ```", "a"]],
  ["a shorter end is none", ["````", "```", "a", "````", "b"], ["````", "```", "a", "````"]],
  ["a longer end", ["```", "a", "`````  ", "b"], ["```", "a", "`````  "]],
  ["the other sign is no end", ["```", "~~~", "a", "```", "b"], ["```", "~~~", "a", "```"]],
  ["nothing stands behind an end", ["```", "```js", "a", "```", "b"], ["```", "```js", "a", "```"]],
  ["code inside of a line", ["```a``` b", "c"], []],
  ["no end", ["a", "```", "b", ""], ["```", "b", ""]],
  ["one right behind another", ["```", "a", "```", "~~~", "b", "~~~", "c"], ["```", "a", "```", "~~~", "b", "~~~"]],
])("%s", (_, lines, code) => {
  expect(codeIn(...lines)).toEqual(code);
});
