import { expect, test } from "vitest";
import { readPasted } from "../../src/token/pasted-code.ts";

const state = "st-ATE";
const code = "c".repeat(43);
const denied = { error: "access_denied", error_description: "The resource owner denied the request.", state };

test.each([
  ["the code alone", `  ${code}\n`, { kind: "code", code }],
  ["in quotes", `"${code}"`, { kind: "code", code }],
  ["the address of the page", `https://a.example/oauth/authorize/native?code=${code}`, { kind: "code", code }],
  ["with its state", `https://a.example/cb?code=${code}&state=${state}`, { kind: "code", code }],
  ["snac's page", `${code}&state=${state}`, { kind: "code", code }],
  ["Sharkey's address", `https://a.example/auth/${code}?mastodon=true&state=x`, { kind: "code", code }],
  ["an empty line", "  ", { kind: "denied" }],
  ["the page of Mastodon after Deny", JSON.stringify(denied), { kind: "denied" }],
  ["an address with a denial", `https://a.example/cb?error=access_denied&state=${state}`, { kind: "denied" }],
  [
    "another error",
    '{"error":"invalid_scope","error_description":"Too much"}',
    { kind: "error", error: "invalid_scope", sentence: "Too much" },
  ],
])("%s", (_what, pasted, expected) => {
  expect(readPasted(pasted, state, 43)).toEqual(expected);
});

test.each([
  ["cut", code.slice(0, 30), /^That has 30 characters, but the codes of this server have 43\./],
  ["an address without a code", "https://a.example/oauth/authorize", /^That is an address without a code\./],
  ["a page that asks", "https://a.example/oauth/authorize?client_id=x", /belongs to another login, or holds no code/],
  ["of another login", `https://a.example/cb?code=${code}&state=other`, /belongs to another login/],
  ["a handle", "@me@a.example", /^That is a handle, not a code\./],
  ["blanks inside", `${code.slice(0, 20)} ${code.slice(20)}`, /^That has blanks inside/],
])("%s is told before it is sent", (_what, pasted, expected) => {
  expect(readPasted(pasted, state, 43)).toMatch(expected);
});

test("where codes have any length, any is taken", () => {
  expect(readPasted("short", state, null)).toEqual({ kind: "code", code: "short" });
});
