import { expect, test } from "vitest";
import { expiryOf } from "../../src/token/check.ts";

const jwt = (payload: unknown) => `e30.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.c2ln`;

test.each([
  ["a JSON Web Token says it itself", jwt({ exp: 1_800_000_000.25 }), "pixelfed", "at 2027-01-15T08:00:00.250Z"],
  ["one that does not", jwt({ sub: "1" }), "pixelfed", "about a year after it was made"],
  ["one with nonsense", jwt({ exp: 1e300 }), null, "not known for this server"],
  ["three parts that are no JSON", "a.b.c", "mastodon", "never by itself"],
  ["an opaque one", "abc", "mitra", "30 days after it was made, unless the admins have set another time"],
])("%s", (_, token, software, expected) => expect(expiryOf(token, software)).toBe(expected));
