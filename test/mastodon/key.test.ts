import { expect, test } from "vitest";
import { keyOf } from "../../src/mastodon/key.ts";

const usual = ["token", "https://social.example", ["nodejs/undici", 1], 0, 0] as const;

test("the same intent has the same key, which fits into a header", () => {
  expect(keyOf(...usual)).toBe(keyOf("token", "https://social.example", ["nodejs/undici", 1], 0, 0));
  expect(keyOf(...usual)).toMatch(/^[\w-]{43}$/);
});

test("what tells two intents apart tells their keys apart", () => {
  const [token, origin, identity] = usual;
  const keys = [
    keyOf(...usual),
    keyOf("other", origin, identity, 0, 0),
    keyOf(token, "https://other.example", identity, 0, 0),
    keyOf(token, origin, ["nodejs/undici", 2], 0, 0),
    // Not the same as the pair of a name and a number.
    keyOf(token, origin, ["nodejs/undici,1"], 0, 0),
    keyOf(token, origin, identity, 1, 0),
    keyOf(token, origin, identity, 0, 1),
    keyOf(token, origin, identity, 1, 1),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test("the key tells nothing of the token", () => {
  expect(keyOf(...usual)).not.toContain("token");
});
