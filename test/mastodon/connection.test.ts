import net from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type Client, openClient } from "../../src/mastodon/client.ts";
import { explainConnection } from "../../src/mastodon/diagnosis/connection.ts";
import { diagnose } from "../../src/mastodon/diagnosis/diagnose.ts";
import { MastodonError } from "../../src/mastodon/error.ts";
import { type OpenHttp, openHttp } from "../../src/mastodon/http.ts";
import { encodeForm } from "../../src/mastodon/multipart.ts";

// Proxies and servers that do not play along, on real connections: a request ends, once, and it is known whether it was sent.

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Something that listens, and what it does with each connection. */
async function listen(onConnection: (socket: net.Socket, count: number) => void) {
  const sockets = new Set<net.Socket>();
  let count = 0;
  const server = net.createServer((socket) => {
    count += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    onConnection(socket, count);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as net.AddressInfo;
  return { port, count: () => count, open: () => sockets.size };
}

/** Answers whatever comes, request by request, and keeps the connection. */
function answering(socket: net.Socket, onAnswered: (socket: net.Socket) => void = () => {}): void {
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
    const head = text.indexOf("\r\n\r\n") + 4;
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    if (head < 4 || text.length < head + length) return;
    text = "";
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{"id":"1"}');
    onAnswered(socket);
  });
}

function connect(
  origin: string,
  options: { proxy?: string; timeout?: number } = {},
): { http: OpenHttp; client: Client } {
  const { proxy = "", timeout = 5000 } = options;
  const http = openHttp({ proxies: { http: proxy, https: proxy, no: "" }, timeout });
  closers.push(() => http.close());
  return { http, client: openClient(origin, "token", http) };
}

/** How a post failed: as it is told, and how long it took. */
async function failureOf(client: Client): Promise<{ error: MastodonError; message: string; took: number }> {
  const began = performance.now();
  const error = await client.call("POST", "/api/v1/statuses", { body: { status: "Hello" } }).then(
    () => expect.unreachable(),
    (failed: MastodonError) => failed,
  );
  const took = performance.now() - began;
  expect(error).toBeInstanceOf(MastodonError);
  return { error, message: (await diagnose(error, client)).message, took };
}

const GARBAGE = "\u0000\u0001\u0002 what is this?\r\n\r\n";

describe.each(["http:", "https:"])("a proxy on the way to %s", (protocol) => {
  const origin = `${protocol}//social.example`;

  test.each<[string, (socket: net.Socket) => void]>([
    ["closes what it accepts", (socket) => socket.end()],
    ["resets what it accepts", (socket) => socket.resetAndDestroy()],
    ["closes at CONNECT", (socket) => socket.once("data", () => socket.end())],
    ["resets at CONNECT", (socket) => socket.once("data", () => socket.resetAndDestroy())],
    ["closes within its answer", (socket) => socket.once("data", () => socket.end("HTTP/1.1 200 Conn"))],
    ["answers garbage", (socket) => socket.once("data", () => socket.end(GARBAGE))],
    ["says garbage unasked", (socket) => socket.write(GARBAGE)],
  ])("%s: one failure, and nothing was sent", async (_, onConnection) => {
    const proxy = await listen(onConnection);
    const { client } = connect(origin, { proxy: `http://127.0.0.1:${proxy.port}` });
    const { error, message, took } = await failureOf(client);
    expect(error.outcome).toBe("not done");
    expect(message).toContain(`127.0.0.1:${proxy.port}`);
    expect(message).not.toMatch(/UND_ERR/);
    expect(took).toBeLessThan(1000);
    expect(proxy.count()).toBe(1);
  });

  test("is silent: the time limit ends it, and nothing was sent", async () => {
    const proxy = await listen(() => {});
    const { client } = connect(origin, { proxy: `http://127.0.0.1:${proxy.port}`, timeout: 300 });
    const { error, message, took } = await failureOf(client);
    expect(error.outcome).toBe("not done");
    expect(message).toContain(`127.0.0.1:${proxy.port}`);
    expect(took).toBeLessThan(1300);
    expect(proxy.count()).toBe(1);
  });
});

test("a proxy that opens the way and closes it at once: TLS never stood, so nothing was sent", async () => {
  const proxy = await listen((socket) => socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\n\r\n")));
  const { client } = connect("https://social.example", { proxy: `http://127.0.0.1:${proxy.port}` });
  const { error, took } = await failureOf(client);
  expect(error.outcome).toBe("not done");
  expect(took).toBeLessThan(1000);
  expect(proxy.count()).toBe(1);
});

describe("a server that is to speak TLS", () => {
  test.each<[string, (socket: net.Socket) => void]>([
    ["speaks garbage", (socket) => socket.write(GARBAGE)],
    ["answers garbage", (socket) => socket.once("data", () => socket.end(GARBAGE))],
    ["closes what it accepts", (socket) => socket.end()],
    ["resets what it accepts", (socket) => socket.resetAndDestroy()],
    ["is silent", () => {}],
  ])("%s: nothing was sent", async (_, onConnection) => {
    const server = await listen(onConnection);
    const { client } = connect(`https://127.0.0.1:${server.port}`, { timeout: 400 });
    const { error, took } = await failureOf(client);
    expect(error.outcome).toBe("not done");
    expect(took).toBeLessThan(1400);
    expect(server.count()).toBe(1);
  });
});

test.each<[string, (socket: net.Socket) => void]>([
  ["closes what it accepts", (socket) => socket.end()],
  ["resets what it accepts", (socket) => socket.resetAndDestroy()],
  ["closes once it is asked", (socket) => socket.once("data", () => socket.end())],
])("a server that %s is asked once to post, and whether it did is unknown or not done", async (_, onConnection) => {
  const server = await listen(onConnection);
  const { client } = connect(`http://127.0.0.1:${server.port}`);
  const { took } = await failureOf(client);
  expect(took).toBeLessThan(1000);
  expect(server.count()).toBe(1);
});

describe("a connection that is kept may be closed by then", () => {
  test("a post has one of its own", async () => {
    // It closes after each answer, without having said so, and only once the next request may be on its way.
    const server = await listen((socket) =>
      answering(socket, () => socket.once("data", () => socket.resetAndDestroy())),
    );
    const { client } = connect(`http://127.0.0.1:${server.port}`);
    await client.call("GET", "/api/v1/timelines/home");
    const options = { body: { status: "Hello" }, ownConnection: true };
    await expect(client.call("POST", "/api/v1/statuses", options)).resolves.toMatchObject({ status: 200 });
    await expect(client.call("POST", "/api/v1/statuses", options)).resolves.toMatchObject({ status: 200 });
    expect(server.count()).toBe(3);
  });

  test("a question and an upload are repeated once, on a new one", async () => {
    const server = await listen((socket) =>
      answering(socket, () => socket.once("data", () => socket.resetAndDestroy())),
    );
    const { client } = connect(`http://127.0.0.1:${server.port}`);
    for (let count = 0; count < 3; count += 1) await client.call("GET", "/api/v1/instance");
    const file = {
      filename: "a.png",
      type: "image/png",
      size: 3,
      async *read() {
        yield Buffer.from("abc");
      },
    };
    const form = encodeForm([{ name: "file", file }]);
    await expect(client.call("POST", "/api/v2/media", { form })).resolves.toMatchObject({ status: 200 });
  });

  test("what never gets an answer is repeated once, and no more", async () => {
    const server = await listen((socket) => socket.once("data", () => socket.resetAndDestroy()));
    const { client } = connect(`http://127.0.0.1:${server.port}`);
    await expect(client.call("GET", "/api/v1/instance")).rejects.toThrow(MastodonError);
    expect(server.count()).toBe(2);
  });
});

test("once it is closed, nothing is left open: neither what is being made nor what is in use", async () => {
  const silent = await listen((socket) => socket.resume());
  const proxy = await listen((socket) => socket.resume());
  const { http, client } = connect(`https://127.0.0.1:${silent.port}`);
  const behind = connect("https://social.example", { proxy: `http://127.0.0.1:${proxy.port}` });
  const asked = [client, behind.client].map((one) => one.probe(new URL(one.origin)));
  await expect.poll(() => silent.open() + proxy.open()).toBe(2);
  http.close();
  behind.http.close();
  await expect(Promise.all(asked)).resolves.toEqual([null, null]);
  await expect.poll(() => silent.open() + proxy.open()).toBe(0);
});

test("a request that is not answered in time through a proxy: it is named, without its password", () => {
  const failure = {
    method: "GET",
    path: "/",
    origin: "https://social.example",
    proxy: "http://me:secret@proxy.example",
  };
  const { why } = explainConnection({ ...failure, cause: new DOMException("late", "TimeoutError") });
  expect(why).toBe("The server is overloaded, or the proxy proxy.example holds the connection.");
});
