import { expect, test } from "vitest";
import { withoutSecrets } from "../src/secrets.ts";

// The single writings stand in token/hushed.test.ts.

const token = "9BXNQ-k2f5pkc3wZdyFDqvHUOmSW0rTjL8ea7gnI4Vo";

test.each([
  ["in capitals or small letters, as a host name", token.toLowerCase()],
  [
    "JSON in JSON",
    JSON.stringify(JSON.stringify(`/${token}`)).replaceAll(
      token,
      [...token].map((one) => `\\\\u00${one.charCodeAt(0).toString(16)}`).join(""),
    ),
  ],
  [
    "an address in an address",
    encodeURIComponent([...token].map((one) => `%${one.charCodeAt(0).toString(16)}`).join("")),
  ],
  ["HTML in JSON", JSON.stringify([...token].map((one) => `&#${one.charCodeAt(0)};`).join(""))],
  ["some letters this way, others that way", token.replace("9", "%39").replace("k2f", "&#107;2\\u0066")],
  ["hexadecimal", Buffer.from(token).toString("hex").toUpperCase()],
  ["base64 in an address", encodeURIComponent(Buffer.from(`${token}>`).toString("base64"))],
  ["base64 in JSON with escaped slashes", Buffer.from(`>>>?${token}???`).toString("base64").replaceAll("/", "\\/")],
  ["after a user name, in base64", `Basic ${Buffer.from(`me:${token}`).toString("base64")}`],
  ["after another user name, in base64", `Basic ${Buffer.from(`you:${token}:`).toString("base64url")}`],
])("%s: no eight characters of it are left", (_, text) => {
  const rest = withoutSecrets(text, [token]);
  expect(rest).toContain("***");
  expect(rest.length).toBeLessThan(20);
});

test("what stands around it stays as it is written", () => {
  expect(withoutSecrets(`a %2D &amp; ${token} \\u0041 %zz &#99999999;`, [token])).toBe(
    "a %2D &amp; *** \\u0041 %zz &#99999999;",
  );
});

test("secrets that overlap go as one", () => {
  expect(withoutSecrets("<abcdefghij>", ["abcdefgh", "efghij", "abcdef"])).toBe("<***>");
});

test("a secret that looks like a writing", () => {
  expect(withoutSecrets("a%41b&amp;c%42d", ["a%41b&amp;c%42d"])).toBe("***");
  expect(withoutSecrets(encodeURIComponent("a%41b&amp;c%42d"), ["a%41b&amp;c%42d"])).toBe("***");
});

test("a secret of 12,000 characters, and a text of megabytes", () => {
  const long = "Zm9v-".repeat(2400);
  const text = `${"&lt;p&gt; %41 \\u0042 ".repeat(50_000)}${long}${encodeURIComponent(long)}`;
  const rest = withoutSecrets(text, [long, token]);
  expect(rest.endsWith("******")).toBe(true);
  expect(rest).not.toContain("Zm9v-Zm9v");
});
