import { expect, test } from "vitest";
import { isSameAddress, namesAddress } from "../../src/mastodon/history/addresses.ts";

test.each([
  ["https://example.org", "https://example.org/", true],
  ["https://EXAMPLE.org/a", "https://example.org/a", true],
  ["https://example.org/v1", "https://example.org/v1.1", false],
  ["https://example.org/A", "https://example.org/a", false],
  ["not an address", "https://example.org/", false],
])("%s and %s", (one, other, same) => {
  expect(isSameAddress(one, other)).toBe(same);
});

test.each([
  ["(see https://example.org/v1).", true],
  ["https://example.org/v1", true],
  ["https://example.org/v1.1", false],
  ["https://example.org/v1/notes", false],
  ["example.org/v1", false],
])("the text %s", (text, names) => {
  expect(namesAddress(text, "https://example.org/v1")).toBe(names);
});
