import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type Callback, listenForCallback } from "../../src/token/callback.ts";

const state = "st-ATE_0123456789";
let callback: Callback;
const started = async () => {
  callback = await listenForCallback();
  return callback;
};
afterEach(() => callback.close());

test("the redirect URI is an IP address of loopback with the port that is bound", async () => {
  const { redirectUri } = await started();
  expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
});

test.each([
  ["a code", `?code=abc&state=${state}`, { kind: "code", code: "abc" }, "You can close this tab"],
  [
    "a code with the issuer",
    `?code=abc&state=${state}&iss=http%3A%2F%2Fx`,
    { kind: "code", code: "abc" },
    "close this",
  ],
  ["a denial", `?error=access_denied&error_description=No&state=${state}`, { kind: "denied" }, "Nothing was allowed"],
  ["a denial without state", "?error=access_denied&error_description=No", { kind: "denied" }, "Nothing was allowed"],
  [
    "another error",
    `?error=invalid_scope&error_description=Too%0Amuch&state=${state}`,
    { kind: "error", error: "invalid_scope", sentence: "Too much" },
    "did not allow it",
  ],
  [
    "an error without state",
    "?error=server_error",
    { kind: "error", error: "server_error", sentence: "" },
    "not allow",
  ],
])("%s", async (_what, query, expected, words) => {
  const { redirectUri, answer } = await started();
  const [response, brought] = await Promise.all([fetch(`${redirectUri}${query}`), answer(state, 10_000)]);
  expect(brought).toEqual(expected);
  expect(await response.text()).toContain(words);
});

test.each([
  ["neither code nor error", `?state=${state}`],
  ["another state", "?code=abc&state=other"],
  ["a denial with another state", "?error=access_denied&state=other"],
  ["a code without state", "?code=abc"],
  ["nothing", ""],
])("%s changes nothing: the right one is waited for", async (_what, query) => {
  const { redirectUri, answer } = await started();
  const brought = answer(state, 10_000);
  const stray = await fetch(`${redirectUri}${query}`);
  expect(await stray.text()).toContain("The terminal still waits");
  await fetch(`${redirectUri}?code=abc&state=${state}`);
  expect(await brought).toEqual({ kind: "code", code: "abc" });
});

test("the page is our own words alone: no scripts, nothing of the request, nothing kept or sent", async () => {
  const { redirectUri } = await started();
  const response = await fetch(
    `${redirectUri}?error=x&error_description=<script>alert(1)</script>&state=${state}&code=s3cret`,
  );
  const page = await response.text();
  expect(page).not.toMatch(/<script|alert|s3cret|https?:/);
  expect(page).toContain("color-scheme:light dark");
  expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("referrer-policy")).toBe("no-referrer");
});

test("only the first answer counts", async () => {
  const { redirectUri, answer } = await started();
  const brought = answer(state, 10_000);
  await (await fetch(`${redirectUri}?code=first&state=${state}`)).text();
  await (await fetch(`${redirectUri}?code=second&state=${state}`)).text();
  expect(await brought).toEqual({ kind: "code", code: "first" });
});

test.each([
  ["another path", "/favicon.ico", {}, 404],
  ["a path that only begins so", "/callbacks?code=a", {}, 404],
  ["another method", "/callback?code=a", { method: "POST" }, 405],
])("is not an answer: %s", async (_what, path, init, status) => {
  const { redirectUri, answer, close } = await started();
  const brought = answer(state, 10_000);
  const response = await fetch(new URL(path, redirectUri), init);
  expect(response.status).toBe(status);
  await close();
  expect(await brought).toBeNull();
});

test("a name that somebody pointed here gets nothing", async () => {
  const { redirectUri, answer, close } = await started();
  const brought = answer(state, 10_000);
  const socket = connect(Number(new URL(redirectUri).port), "127.0.0.1");
  socket.end(`GET /callback?code=a&state=${state} HTTP/1.1\r\nHost: evil.example\r\n\r\n`);
  let text = "";
  for await (const chunk of socket) text += chunk;
  expect(text).toMatch(/^HTTP\/1\.1 421/);
  await close();
  expect(await brought).toBeNull();
});

test("a browser that holds a connection open does not hold up the end", async () => {
  const { redirectUri, close } = await started();
  const socket = connect(Number(new URL(redirectUri).port), "127.0.0.1");
  await new Promise((resolve) => socket.once("connect", resolve));
  socket.on("error", () => {});
  await close();
  await expect(fetch(redirectUri)).rejects.toThrow();
});
