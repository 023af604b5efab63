import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPrivateAddress } from "../../src/loopback.ts";
import { openHttp } from "../../src/mastodon/http.ts";
import { masked } from "../../src/mastodon/masking.ts";
import { getFromWeb } from "../../src/sources/web.ts";
import { startWeb } from "../feed.ts";

const LARGE = Buffer.alloc(9 * 1024 * 1024, "x");
const to = (location: string, status = 302) => ({ status, headers: { location } });

let web: Awaited<ReturnType<typeof startWeb>>;
const http = openHttp({ proxies: { http: "", https: "", no: "" }, timeout: 60_000 });

beforeAll(async () => {
  web = await startWeb({
    "/plain": { body: "Hello", headers: { "content-type": "text/plain" } },
    "/circle": to("/circle"),
    "/to-http": to("http://example.com/"),
    "/to-private": to("https://192.168.1.1/feed"),
    "/to-mapped": to("https://[::ffff:10.0.0.1]/feed"),
    "/to-loopback": to("https://127.0.0.1/feed"),
    "/to-nowhere": to("https://"),
    "/large": { body: LARGE },
  });
});
afterAll(async () => {
  http.close();
  await web.close();
});

test("an answer has its bytes, and no token is sent", async () => {
  const answer = await getFromWeb(http, `${web.origin}/plain`, "text/plain");
  expect([answer.status, Buffer.from(answer.bytes).toString(), answer.url.pathname]).toEqual([200, "Hello", "/plain"]);
  expect(Object.keys(web.asked.at(-1)!.headers).sort()).toEqual([
    "accept",
    "accept-encoding",
    "connection",
    "host",
    "user-agent",
  ]);
});

test("what is too large is cut", async () => {
  const { isWhole, bytes } = await getFromWeb(http, `${web.origin}/large`, "*/*");
  expect([isWhole, bytes.length]).toEqual([false, 8 * 1024 * 1024]);
  // Also where no answer may repeat a secret.
  expect((await getFromWeb(masked(http, new Set(["secret"])), `${web.origin}/large`, "*/*")).isWhole).toBe(false);
});

describe("what is not followed is one clause", () => {
  test.each([
    ["/circle", /^it redirects to http:\/\/127\.0\.0\.1:\d+\/circle, in a circle$/],
    ["/to-http", "it redirects to http://example.com/, which is not https"],
    ["/to-private", "it redirects to https://192.168.1.1/feed, which is not on the internet"],
    ["/to-mapped", /^it redirects to https:\/\/\[::ffff:a00:1\]\/feed, which is not on the internet$/],
    ["/to-loopback", "it redirects to https://127.0.0.1/feed, which is not on the internet"],
    ["/to-nowhere", "it redirects to what is not an address"],
  ])("%s", async (path, expected) => {
    await expect(getFromWeb(http, `${web.origin}${path}`, "*/*")).rejects.toThrow(expected);
  });

  test("plain http elsewhere than on loopback", async () => {
    await expect(getFromWeb(http, "http://example.com/feed", "*/*")).rejects.toThrow("it is not an https address");
  });

  test("a server that is down", async () => {
    const gone = await startWeb({});
    await gone.close();
    await expect(getFromWeb(http, `${gone.origin}/`, "*/*")).rejects.toThrow(
      /^127\.0\.0\.1:\d+ refused the connection$/,
    );
  });
});

test("a name that leads into a private network is refused where only the internet is meant", async () => {
  const url = new URL(`${web.origin.replace("127.0.0.1", "localhost")}/plain`);
  const error = await http.send({ method: "GET", url, headers: {}, publicOnly: true }).catch((cause) => cause);
  expect(error.cause).toMatchObject({ code: "ERR_PRIVATE_ADDRESS" });
});

test.each([
  ["10.1.2.3", true],
  ["100.64.0.1", true],
  ["169.254.169.254", true],
  ["172.31.255.255", true],
  ["172.32.0.1", false],
  ["192.168.0.1", true],
  ["0.0.0.0", true],
  ["224.0.0.1", true],
  ["255.255.255.255", true],
  ["8.8.8.8", false],
  ["192.0.2.1", false],
  ["[::1]", true],
  ["fe80::1", true],
  ["fd00::1", true],
  ["[::ffff:7f00:1]", true],
  ["2002:7f00:1::", true],
  ["2606:4700::1111", false],
  ["example.com", false],
])("%s is private: %s", (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
});
