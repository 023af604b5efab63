import net from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { entries } from "./entries.ts";
import { makeHome } from "./home.ts";
import { run } from "./run.ts";

const TOKEN = "a-token-that-nobody-may-see";

/** How a proxy fails, and what the command says of it. */
const ways: Record<string, { fails: (socket: net.Socket) => void; said: RegExp }> = {
  "closes at once": { fails: (socket) => socket.end(), said: /^The proxy PROXY could not be used to reach / },
  "resets at once": {
    fails: (socket) => socket.resetAndDestroy(),
    said: /^The proxy PROXY could not be used to reach /,
  },
  "closes at CONNECT": {
    fails: (socket) => socket.once("data", () => socket.end()),
    said: /^The proxy PROXY could not be used to reach /,
  },
  "answers CONNECT by no HTTP": {
    fails: (socket) => socket.once("data", () => socket.end("\0nonsense\r\n\r\n")),
    said: /^The proxy PROXY could not be used to reach /,
  },
  "refuses CONNECT": {
    fails: (socket) => socket.once("data", () => socket.end("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n")),
    said: /^The proxy PROXY refused to open the way to social\.example: it answered 403\. /,
  },
  "opens the way to nonsense": {
    fails: (socket) =>
      socket.once("data", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        socket.once("data", () => socket.end("nonsense"));
      }),
    said: /^No secure connection to social\.example through the proxy PROXY /,
  },
};

describe.each(entries)("a proxy that fails: $name", (target) => {
  describe.each(["check", "revoke"])("%s", (command) => {
    test.each(Object.entries(ways))("%s: one line with its name, and few connections", async (_, { fails, said }) => {
      let connections = 0;
      const proxy = net.createServer((socket) => {
        connections += 1;
        socket.on("error", () => {});
        fails(socket);
      });
      await new Promise<void>((ready) => proxy.listen(0, "127.0.0.1", ready));
      onTestFinished(() => void proxy.close());
      const name = `127.0.0.1:${(proxy.address() as net.AddressInfo).port}`;
      const home = makeHome({ env: { HTTPS_PROXY: `http://${name}` } });
      const { code, stdout, stderr } = await run(target, [command, "https://social.example"], home, TOKEN);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr.replace(name, "PROXY")).toMatch(said);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      expect(stderr).not.toContain(TOKEN);
      // One for each way to find the server.
      expect(connections).toBeLessThanOrEqual(4);
    });
  });
});
