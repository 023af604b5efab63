import { describe, expect, test } from "vitest";
import { isProxyAddress, proxyFor } from "../../src/proxies.ts";

const proxies = { http: "http://plain.example:3128", https: "http://secure.example:3128", no: "" };

function through(address: string, given: Partial<typeof proxies> = {}) {
  return proxyFor(new URL(address), { ...proxies, ...given });
}

test("each scheme has its own proxy, and none is none", () => {
  expect(through("https://social.example")).toBe(proxies.https);
  expect(through("http://social.example")).toBe(proxies.http);
  expect(through("https://social.example", { https: "" })).toBe("");
});

test("a proxy without a scheme is one of http", () => {
  expect(through("https://social.example", { https: "proxy.example:3128" })).toBe("http://proxy.example:3128");
});

test.each(["localhost", "app.localhost", "127.0.0.1:3000", "127.8.8.8", "[::1]:3000"])(
  "loopback is direct: %s",
  (host) => {
    expect(through(`http://${host}`)).toBe("");
    expect(through(`https://${host}`)).toBe("");
  },
);

describe("NO_PROXY", () => {
  test.each([
    ["a host", "social.example"],
    ["a host in capitals", "SOCIAL.example"],
    ["a domain above", "example"],
    ["a domain above, with a dot", ".example"],
    ["a domain above, with a star", "*.example"],
    ["everything", "*"],
    ["one of many, with commas", "a.test,social.example,b.test"],
    ["one of many, with spaces", "a.test  social.example\tb.test"],
    ["a host with the port", "social.example:443"],
    ["stray commas", ",, social.example,"],
  ])("covers %s", (_what, no) => {
    expect(through("https://social.example", { no })).toBe("");
  });

  test.each([
    ["nothing", ""],
    ["commas alone", ", ,"],
    ["another host", "other.example"],
    ["a domain below", "www.social.example"],
    ["the end of another name", "cial.example"],
    ["another port", "social.example:8443"],
  ])("does not cover %s", (_what, no) => {
    expect(through("https://social.example", { no })).toBe(proxies.https);
  });

  test("knows addresses of both kinds", () => {
    expect(through("https://192.0.2.7", { no: "192.0.2.7" })).toBe("");
    expect(through("https://[2001:db8::1]", { no: "2001:db8::1" })).toBe("");
    expect(through("https://[2001:db8::1]", { no: "[2001:db8::1]:443" })).toBe("");
    expect(through("https://[2001:db8::1]", { no: "2001:db8::2" })).toBe(proxies.https);
  });
});

test.each([
  ["http://proxy.example:3128", true],
  ["https://robot:secret@proxy.example", true],
  ["socks5://proxy.example:1080", false],
  ["http://", false],
  ["http://proxy example", false],
])("%s can be used: %s", (address, expected) => {
  expect(isProxyAddress(address)).toBe(expected);
});
