import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { Cancelled } from "../../src/mastodon/clock.ts";
import { openHttp } from "../../src/mastodon/http.ts";

const request = { method: "POST", url: new URL("http://127.0.0.1:9/"), headers: {} };
const proxies = { http: "", https: "", no: "" };

test("a request whose time is over is never sent, and says so by a code of its own", async () => {
  const over = openHttp({ proxies, timeout: 0 });
  await expect(over.clock.wait(60_000)).rejects.toMatchObject({ name: "TimeoutError" });
  await wait(5);
  await expect(over.send(request)).rejects.toMatchObject({ code: "ERR_TIME_IS_UP", name: "TimeoutError" });
  await expect(over.within(1000).send(request)).rejects.toMatchObject({ code: "ERR_TIME_IS_UP" });
});

test("a request of a run that is cancelled is never sent, and no time limit is blamed", async () => {
  const run = new AbortController();
  const bounded = openHttp({ proxies, timeout: 10_000 }).within(run.signal);
  run.abort(new Cancelled());
  await expect(bounded.send(request)).rejects.toThrow(Cancelled);
  await expect(bounded.within(1000).send(request)).rejects.toThrow(Cancelled);
  await expect(bounded.clock.wait(60_000)).rejects.toThrow(Cancelled);
});

test("requests one after the other share a connection, which costs a handshake once", async () => {
  let connections = 0;
  const server = createServer((_, response) => response.end("{}"));
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const http = openHttp({ proxies, timeout: 10_000 });
  for (const method of ["POST", "GET", "POST"]) await http.send({ method, url, headers: {} });
  expect(connections).toBe(1);
  // Side by side they need one each.
  await Promise.all([1, 2].map(() => http.send({ method: "POST", url, headers: {} })));
  expect(connections).toBe(2);
});
