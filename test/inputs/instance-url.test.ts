import { describe, expect, test } from "vitest";
import { parseInstanceUrl } from "../../src/inputs/values.ts";

describe("an address becomes an origin", () => {
  test.each([
    ["https://fosstodon.org", "https://fosstodon.org"],
    ["https://fosstodon.org/", "https://fosstodon.org"],
    ["  https://fosstodon.org\n", "https://fosstodon.org"],
    ["fosstodon.org", "https://fosstodon.org"],
    ["fosstodon.org/", "https://fosstodon.org"],
    ["HTTPS://Fosstodon.ORG", "https://fosstodon.org"],
    ["social.example:8443", "https://social.example:8443"],
    ["https://social.example:443", "https://social.example"],
    ["https:fosstodon.org", "https://fosstodon.org"],
    ["//fosstodon.org", "https://fosstodon.org"],
    ["https://fosstodon.org/#", "https://fosstodon.org"],
    ["https://bücher.example", "https://xn--bcher-kva.example"],
    ["https://xn--bcher-kva.example", "https://xn--bcher-kva.example"],
    ["mastodon", "https://mastodon"],
    ["https://my_host.example", "https://my_host.example"],
    ["https://192.0.2.7", "https://192.0.2.7"],
    ["https://[2001:db8::7]:444", "https://[2001:db8::7]:444"],
    ["http://localhost:3000", "http://localhost:3000"],
    ["http://127.0.0.1:3000/", "http://127.0.0.1:3000"],
    ["http://127.8.9.10", "http://127.8.9.10"],
    ["http://social.localhost:3000", "http://social.localhost:3000"],
    ["http://[::1]:3000", "http://[::1]:3000"],
    ["localhost:3000", "https://localhost:3000"],
  ])("%j", (given, origin) => {
    expect(parseInstanceUrl(given)).toBe(origin);
  });
});

describe("what could send the token elsewhere is refused, with the cure", () => {
  test.each([
    [
      "http://fosstodon.org",
      "begins with http://, which would send the token unencrypted. Set it to `https://fosstodon.org`.",
    ],
    ["http://127.0.0.1.evil.example", "Set it to `https://127.0.0.1.evil.example`."],
    ["http://localhost.evil.example", "Set it to `https://localhost.evil.example`."],
    ["http://fosstodon.org/@undici", "Set it to `https://fosstodon.org`."],
    ["https://fosstodon.org/@undici", 'contains more than the server: "/@undici". Set it to `https://fosstodon.org`.'],
    ["fosstodon.org/api/v1/statuses", 'contains more than the server: "/api/v1/statuses".'],
    ["https://fosstodon.org//", 'contains more than the server: "//".'],
    ["https://fosstodon.org/?a=b", 'contains more than the server: "?a=b".'],
    ["https://fosstodon.org#home", 'contains more than the server: "#home".'],
    ["https://user:hunter2@fosstodon.org", "contains a user name or password. Set it to `https://fosstodon.org`."],
    ["https://user@fosstodon.org", "contains a user name or password."],
    ["@undici@fosstodon.org", "is a handle, not an address. Set it to the account's server: `https://fosstodon.org`."],
    ["undici@fosstodon.org", "is a handle, not an address."],
    ["acct:undici@fosstodon.org", "is a handle, not an address."],
    ["mailto:undici@fosstodon.org", "begins with `mailto:`."],
    ["ftp://fosstodon.org", "begins with `ftp:`."],
    ["file:///etc/passwd", "begins with `file:`."],
    ["javascript:alert(1)", "begins with `javascript:`."],
    ["wss://fosstodon.org", "begins with `wss:`."],
    ['"https://fosstodon.org"', "is wrapped in quotes. Save it without them."],
    ["'fosstodon.org'", "is wrapped in quotes."],
    ['fosstodon.org"', "is not a web address"],
    ["foss todon.org", 'is not a web address: "foss todon.org". It should look like `https://mastodon.social`.'],
    ["https://", 'is not a web address: "https://".'],
    ["https:///", "is not a web address"],
    ["***", 'is not a web address: "***".'],
    ["${{ vars.MASTODON_URL }}", "is the name of a variable, not its value"],
    ["https://a.example,https://b.example", "is not a web address"],
    ["https://a.example;b.example", "is not a web address"],
    ["https://fosstodon.org:99999", "is not a web address"],
    ["", 'is not a web address: "".'],
  ])("%j", (given, sentence) => {
    expect(() => parseInstanceUrl(given)).toThrow(sentence);
  });

  test("a password is in no message", () => {
    for (const given of [
      "https://user:hunter2@fosstodon.org",
      "user:hunter2@fosstodon.org",
      "user:9hunter2@fosstodon.org",
    ]) {
      expect(() => parseInstanceUrl(given)).toThrow(/^(?!.*hunter2)/);
    }
  });

  test("a long value is shortened", () => {
    expect(() => parseInstanceUrl(`a b${"x".repeat(1000)}`)).toThrow(/^.{1,200}$/);
  });
});
