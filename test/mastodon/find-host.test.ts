import { expect, test } from "vitest";
import { safeOrigin } from "../../src/mastodon/find-host.ts";

const secure = "https://example.org";
const local = "http://127.0.0.1:3000";

test.each([
  ["another secure host", "https://social.example.org/.well-known/nodeinfo", secure, "https://social.example.org"],
  ["a template is as good", "https://social.example.org/?resource={uri}", secure, "https://social.example.org"],
  ["a relative address stays", "/nodeinfo/2.0", secure, secure],
  ["from loopback to loopback", "http://127.0.0.1:4000/", local, "http://127.0.0.1:4000"],
  ["from loopback to a secure host", "https://social.example.org/", local, "https://social.example.org"],
])("where a token may go: %s", (_what, pointer, base, expected) => {
  expect(safeOrigin(pointer, base)).toBe(expected);
});

test.each([
  ["plain http", "http://social.example.org/", secure],
  ["plain http on the same host", "http://example.org/", secure],
  ["plain http on loopback, from a secure host", "http://127.0.0.1:4000/", secure],
  ["plain http elsewhere, from loopback", "http://social.example.org/", local],
  ["another scheme", "ftp://example.org/", secure],
  ["a script", "javascript:alert(1)", secure],
  ["no address", "https://", secure],
  ["nothing", "", secure],
  ["null", null, secure],
  ["an object", {}, secure],
  ["absent", undefined, secure],
])("where a token may not go: %s", (_what, pointer, base) => {
  expect(safeOrigin(pointer, base)).toBeNull();
});
