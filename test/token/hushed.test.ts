import http from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openHttp } from "../../src/mastodon/http.ts";
import { hushed } from "../../src/token/hushed.ts";

const secret = 'a+"token"/<1>';

test.each([
  ["as it is", secret],
  ["in JSON", JSON.stringify({ error: `no ${secret}` })],
  [
    "in JSON, letter by letter",
    `{"error":"${[...secret].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"}`,
  ],
  ["in an address", `<a href="/?token=${encodeURIComponent(secret)}">`],
  ["in HTML", "<p>a+&quot;token&quot;/&lt;1&gt;</p>"],
])("a secret that comes back %s is taken out, of the headers too", async (_, body) => {
  const server = http.createServer((_request, response) => {
    response.writeHead(400, { location: `https://example.org/?${encodeURIComponent(secret)}` });
    response.end(body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const plain = openHttp({ proxies: { http: "", https: "", no: "" }, timeout: 30_000 });
  const answer = await hushed(plain, [secret, "short"]).within(10_000).send({ method: "GET", url, headers: {} });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("***");
  expect(answer.headers.location).toBe("https://example.org/?***");
  expect(JSON.stringify([answer.text, decodeURIComponent(answer.text)])).not.toMatch(/a\+(\\+"|&quot;)token/);
});

test("anything else stays as it came, byte by byte", async () => {
  const text = '{ "id": 12345678901234567890, "a": "\\u0041" }';
  const http = { send: async () => ({ status: 200, headers: {}, text }) } as never;
  expect(await hushed(http, [secret]).send({} as never)).toEqual({ status: 200, headers: {}, text });
});
