import { spawn } from "node:child_process";
import net from "node:net";
import tls from "node:tls";
import { describe, expect, onTestFinished, test } from "vitest";
import { consent } from "../../instance/oauth/consent.ts";
import { startInstance } from "../../instance/server.ts";
import { startProxy } from "../../proxy.ts";
import type { Target } from "../../runner.ts";
import { sharesTime } from "../../shared-time.ts";
import { tlsFile, tlsOptions } from "../../tls/files.ts";
import { entries } from "./entries.ts";
import { type Home, makeHome } from "./home.ts";
import { type Ended, run } from "./run.ts";

const TOKEN = "a-token-that-nobody-may-see";
const PASSWORD = "a-password-that-nobody-may-see";

const commands = ["login", "check", "revoke"] as const;
type Command = (typeof commands)[number];

/** What is typed, without a terminal. */
const typed = (command: Command, server: string) =>
  command === "login" ? ["login", server, "--browser", "--yes", "--print", "--name", "practice"] : [command, server];

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
  "says no HTTP at once": {
    fails: (socket) => socket.write("\0nonsense\r\n\r\n"),
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

/** A proxy on loopback. @returns its host and port, and how many connections it had */
async function startBadProxy(onConnection: (socket: net.Socket, count: number) => void) {
  const sockets = new Set<net.Socket>();
  let count = 0;
  const server = net.createServer((socket) => {
    sockets.add(socket);
    count += 1;
    socket.on("error", () => {});
    onConnection(socket, count);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { name: `127.0.0.1:${(server.address() as net.AddressInfo).port}`, count: () => count };
}

const homeBehind = (name: string, env: Record<string, string> = {}) =>
  makeHome({ env: { HTTPS_PROXY: `http://me:${PASSWORD}@${name}`, ...env } });

function holdSecret({ stdout, stderr }: Ended): void {
  for (const secret of [TOKEN, PASSWORD]) expect(stdout + stderr).not.toContain(secret);
}

describe.each(entries)("a proxy that fails: $name", (target) => {
  describe.each(commands)("%s", (command) => {
    test.each(Object.entries(ways))("%s: one line with its name, and few connections", async (_, { fails, said }) => {
      const { name, count } = await startBadProxy(fails);
      const ended = await run(target, typed(command, "https://social.example"), homeBehind(name), TOKEN);
      expect([ended.code, ended.stdout]).toEqual([1, ""]);
      expect(ended.stderr.replace(name, "PROXY")).toMatch(said);
      expect(ended.stderr.trimEnd().split("\n")).toHaveLength(1);
      holdSecret(ended);
      // One for each way to find the server.
      expect(count()).toBeLessThanOrEqual(4);
    });

    test("is silent: one line with its name, after 20 seconds", async () => {
      const { name } = await startBadProxy((socket) => socket.resume());
      const { seconds, ...ended } = await runInNoTime(
        target,
        typed(command, "https://social.example"),
        homeBehind(name),
      );
      expect([ended.code, ended.stdout, seconds]).toEqual([1, "", 20]);
      expect(ended.stderr).toMatch(/^social\.example gave no answer in 20 seconds\. .*\n$/);
      expect(ended.stderr).toContain(`or the proxy ${name} holds the connection.`);
      holdSecret(ended);
    });
  });
});

/** Runs the command where nobody answers: whenever it waits, the time goes on to the end of that. */
function runInNoTime(target: Target, args: readonly string[], home: Home): Promise<Ended & { seconds: number }> {
  return new Promise((done, failed) => {
    const began = Date.now();
    let now = began;
    let turn = 0;
    const child = spawn(target.node, [...(target.options ?? []), target.entry, ...args], {
      cwd: home.folder,
      env: { ...target.env, ...home.env, NODE_OPTIONS: sharesTime, RUN_TIME: `${now}` },
      stdio: ["pipe", "pipe", "pipe", "ipc"],
    });
    const text = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name]!.setEncoding("utf8").on("data", (chunk: string) => {
        text[name] += chunk;
      });
    }
    const ask = () => {
      turn += 1;
      if (child.connected) child.send({ now, turn }, () => {});
    };
    child.on("message", ({ turn: heard, waiting }: { turn: number; waiting: { until: number | null } | null }) => {
      if (heard !== turn) return;
      now = Math.max(now, waiting?.until ?? now);
      setImmediate(ask);
    });
    child.on("error", failed);
    child.on("close", (code) => done({ code, ...text, seconds: (now - began) / 1000 }));
    child.stdin!.end(TOKEN);
    ask();
  });
}

/** Runs the command behind a proxy that resets all connections after so many. Each request takes one of its own. */
async function behindProxyThatDies(target: Target, command: Command, after: number) {
  const instance = await startInstance({ hangsUp: true });
  const secure = tls.createServer(tlsOptions(), (socket) => {
    const inside = net.connect(Number(new URL(instance.origin).port), "127.0.0.1");
    for (const end of [socket, inside]) end.on("error", () => {});
    socket.on("close", () => inside.destroy()).pipe(inside);
    inside.on("close", () => socket.destroy()).pipe(socket);
  });
  await new Promise<void>((ready) => secure.listen(0, "127.0.0.1", ready));
  const good = await startProxy({ target: `https://127.0.0.1:${(secure.address() as net.AddressInfo).port}` });
  const { name, count } = await startBadProxy((socket, connection) => {
    if (connection > after) return socket.resetAndDestroy();
    const onwards = net.connect(Number(new URL(good.url).port), "127.0.0.1");
    onwards.on("error", () => {}).on("close", () => socket.destroy());
    socket
      .on("close", () => onwards.destroy())
      .pipe(onwards)
      .pipe(socket);
  });
  try {
    const home = homeBehind(name, { NODE_EXTRA_CA_CERTS: tlsFile("ca.pem") });
    const token = instance.createToken({ scopes: ["read", "write", "profile"] });
    const running = run(target, typed(command, "https://practice.example"), home, token);
    const end = new AbortController();
    void running.then(() => end.abort());
    if (command === "login") {
      void home.opened().then(async (url) => {
        const page = url.replaceAll("https://practice.example", instance.origin);
        await fetch(await consent(instance, page), { signal: end.signal });
      });
    }
    const { code, stdout, stderr } = await running;
    expect(stderr).not.toContain(token);
    holdSecret({ code, stdout, stderr });
    return { code, connections: count(), last: stderr.trimEnd().split("\n").at(-1)!.replaceAll(name, "PROXY") };
  } finally {
    await Promise.all([instance.close(), good.close(), new Promise((closed) => secure.close(closed))]);
  }
}

// The fake browser is a shell script.
describe.skipIf(process.platform === "win32")("a proxy that dies", () => {
  test.each(commands)("at any moment of %s: it is named, with what to do", async (command) => {
    const { connections } = await behindProxyThatDies(entries[0]!, command, Number.POSITIVE_INFINITY);
    expect(connections).toBeGreaterThan(4);
    for (let after = 1; after < connections; after += 1) {
      const { code, last } = await behindProxyThatDies(entries[0]!, command, after);
      expect(last.match(/The proxy PROXY|The server wants/g)?.length ?? 0).toBeLessThanOrEqual(1);
      // What can be left out may be.
      if (code === 0) break;
      expect(last).toMatch(
        /The proxy PROXY could not be used to reach practice\.example \(ECONNRESET\)\. .*Run again later\./,
      );
    }
  });
});
