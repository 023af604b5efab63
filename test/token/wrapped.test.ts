import { expect, test } from "vitest";
import { wrapped } from "../../src/token/terminal.ts";

test.each([
  ["one two three", 80, "one two three"],
  ["one two three", 7, "one two\nthree"],
  ["one two three", 6, "one\ntwo\nthree"],
  ["see https://example.org/a/long/address for more", 12, "see\nhttps://example.org/a/long/address\nfor more"],
  ["  indented lines are copied", 5, "  indented lines are copied"],
  ["first\nsecond line", 7, "first\nsecond\nline"],
  ["no terminal, no lines", Number.POSITIVE_INFINITY, "no terminal, no lines"],
  ["", 10, ""],
])("%j in %d columns", (text, columns, expected) => {
  expect(wrapped(text, columns)).toBe(expected);
});
