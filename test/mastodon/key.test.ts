import { expect, test } from "vitest";
import { openClient } from "../../src/mastodon/client.ts";
import { openHttp } from "../../src/mastodon/http.ts";
import { keyOf } from "../../src/mastodon/sender.ts";
import { keyOf as asInTheContract } from "../key.ts";

const http = openHttp({ proxies: { http: "", https: "", no: "" }, timeout: 1000 });
const key = (token: string, origin: string, identity: unknown[], part: number, generation: number) =>
  keyOf(openClient(origin, token, http), identity, part, generation);

const usual = ["token", "https://social.example", ["nodejs/undici", 1], 0, 0] as const;
const [token, origin, identity] = ["token", "https://social.example", ["nodejs/undici", 1]] as const;
const usualKey = key(token, origin, [...identity], 0, 0);

test("the same post has the same key, which fits into a header", () => {
  expect(usualKey).toBe(key(token, origin, ["nodejs/undici", 1], 0, 0));
  expect(usualKey).toBe(asInTheContract(...usual));
  expect(usualKey).toMatch(/^[\w-]{43}$/);
});

test("what tells two posts apart tells their keys apart", () => {
  const keys = [
    usualKey,
    key("other", origin, [...identity], 0, 0),
    key(token, "https://other.example", [...identity], 0, 0),
    key(token, origin, ["nodejs/undici", 2], 0, 0),
    // Not the same as the pair of a name and a number.
    key(token, origin, ["nodejs/undici,1"], 0, 0),
    key(token, origin, [...identity], 1, 0),
    key(token, origin, [...identity], 0, 1),
    key(token, origin, [...identity], 1, 1),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test("the key tells nothing of the token", () => {
  expect(usualKey).not.toContain("token");
});
