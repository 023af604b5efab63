import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { FileSource } from "../../src/file.ts";
import { type Client, openClient } from "../../src/mastodon/client.ts";
import { FileError, MastodonError } from "../../src/mastodon/error.ts";
import { openHttp } from "../../src/mastodon/http.ts";
import { encodeForm } from "../../src/mastodon/multipart.ts";
import { tlsFile, tlsOptions } from "../tls/files.ts";

// What only real connections show.

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "media-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: http.RequestListener, isSecure = false): Promise<number> {
  const server = isSecure ? https.createServer(tlsOptions(), listener) : http.createServer(listener);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

function clientAt(port: number, timeout = 30_000): Client {
  const connections = openHttp({ proxies: { http: "", https: "", no: "" }, timeout });
  return openClient(`http://127.0.0.1:${port}`, "token", connections);
}

/** An endless file, as far as any buffer goes; it tells whether it was closed. */
function largeFile(options: { failAt?: number } = {}): {
  file: FileSource;
  state: { opened: boolean; closed: boolean };
} {
  const state = { opened: false, closed: false };
  const count = 1000;
  const chunk = Buffer.alloc(64 * 1024);
  const file: FileSource = {
    filename: "large.mp4",
    type: "video/mp4",
    size: count * chunk.length,
    async *read() {
      state.opened = true;
      try {
        for (let index = 0; index < count; index++) {
          if (index === options.failAt) throw new Error("large.mp4 cannot be read (EIO).");
          yield chunk;
        }
      } finally {
        state.closed = true;
      }
    },
  };
  return { file, state };
}

const send = (client: Client, file: FileSource) =>
  client.call("POST", "/api/v2/media", { form: encodeForm([{ name: "file", file }]) });

test("an answer that comes before all is sent is heard, and the file is closed", async () => {
  const port = await serve((request, response) => {
    request.once("data", () => {
      response.writeHead(413, { "content-type": "text/html", connection: "close" }).end("<h1>413 Too Large</h1>");
      request.resume();
    });
  });
  const { file, state } = largeFile();
  await expect(send(clientAt(port), file)).rejects.toMatchObject({ failure: { answer: { status: 413 } } });
  expect(state).toEqual({ opened: true, closed: true });
});

test("a file that fails while it is sent ends the request with its own sentence, and nothing hangs", async () => {
  let isCut = false;
  const port = await serve((request) => {
    request.resume();
    request.on("close", () => {
      isCut = !request.complete;
    });
  });
  const { file, state } = largeFile({ failAt: 20 });
  const sending = send(clientAt(port), file);
  await expect(sending).rejects.toThrow(FileError);
  await expect(sending).rejects.toThrow(/^large\.mp4 cannot be read \(EIO\)\.$/);
  expect(state.closed).toBe(true);
  await expect.poll(() => isCut).toBe(true);
});

test("a server that stops listening: the time limit ends the request and closes the file", async () => {
  const port = await serve((request) => request.pause());
  const { file, state } = largeFile();
  await expect(send(clientAt(port).within(300), file)).rejects.toMatchObject({
    failure: { cause: { name: "TimeoutError" } },
  });
  await expect.poll(() => state).toEqual({ opened: true, closed: true });
});

test("a signal ends a request, the waits of the clock, and closes the file", async () => {
  const stop = new AbortController();
  const port = await serve((request) => {
    request.pause();
    stop.abort();
  });
  const bounded = clientAt(port).within(stop.signal);
  const { file, state } = largeFile();
  const waiting = expect(bounded.clock.wait(60_000)).rejects.toMatchObject({ name: "AbortError" });
  await expect(send(bounded, file)).rejects.toThrow(MastodonError);
  await waiting;
  await expect.poll(() => state).toEqual({ opened: true, closed: true });
});

test("less time bounds the clock too", async () => {
  const { clock } = clientAt(9, 30_000).within(1000);
  expect(clock.left()).toBeLessThanOrEqual(1000);
  await expect(clientAt(9).within(1).clock.wait(60_000)).rejects.toMatchObject({ name: "TimeoutError" });
});

test("a connection that breaks closes the file", async () => {
  const port = await serve((request) => request.once("data", () => request.socket.destroy()));
  const { file, state } = largeFile();
  await expect(send(clientAt(port), file)).rejects.toMatchObject({ outcome: "unknown" });
  expect(state).toEqual({ opened: true, closed: true });
});

test("a connection that is never made opens no file", async () => {
  const port = await serve(() => {});
  for (const close of closers.splice(0)) close();
  const { file, state } = largeFile();
  await expect(send(clientAt(port), file)).rejects.toMatchObject({ outcome: "not done" });
  expect(state.opened).toBe(false);
});

/** The first bytes of an MP4. */
const head = Buffer.from("\u0000\u0000\u0000\u0018ftypisom\u0000\u0000\u0000\u0000isomiso2");

/**
 * Uploads a small file, then the one of this name, from a process of its own.
 *
 * @param listen gets the body of the second request, piece by piece
 * @returns how much the peak of the process's memory grew by the second upload, in MiB, and what was announced
 */
async function uploadFromChild(name: string, isSecure: boolean, listen: (chunk: Buffer) => void) {
  let announced = 0;
  let count = 0;
  const port = await serve((request, response) => {
    count += 1;
    let hasPaused = false;
    announced = Number(request.headers["content-length"]);
    request.on("data", (chunk: Buffer) => {
      if (count === 2) listen(chunk);
      if (hasPaused) return;
      // Long enough for all buffers on the way to fill, so that the sender has to wait.
      hasPaused = true;
      request.pause();
      setTimeout(() => request.resume(), 200);
    });
    request.on("end", () => response.end('{"id":"1","url":"https://files.example/1"}'));
  }, isSecure);
  writeFileSync(join(folder, "small.mp4"), head);
  const origin = isSecure ? `https://localhost:${port}` : `http://127.0.0.1:${port}`;
  const script = fileURLToPath(new URL("media-child.ts", import.meta.url));
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: tlsFile("ca.pem"), NODE_OPTIONS: "" };
  const child = spawn(process.execPath, [script, origin, folder, "small.mp4", name], { env });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].on("data", (chunk) => {
      output[stream] += chunk;
    });
  }
  await new Promise((done) => child.on("close", done));
  expect(output.stderr).toBe("");
  return { growth: Number.parseFloat(output.stdout), announced };
}

test.each([false, true])("memory does not grow with the file (TLS: %s)", async (isSecure) => {
  const size = 99 * 1024 * 1024;
  writeFileSync(join(folder, "large.mp4"), head);
  truncateSync(join(folder, "large.mp4"), size);
  let received = 0;
  const { growth, announced } = await uploadFromChild("large.mp4", isSecure, (chunk) => {
    received += chunk.length;
  });
  expect(received).toBe(announced);
  expect(received).toBeGreaterThan(size);
  expect(growth).toBeLessThan(24);
});

test.each([false, true])("every byte arrives as it stands in the file (TLS: %s)", async (isSecure) => {
  // Of no whole number of chunks, and no two chunks alike.
  const content = Buffer.concat([head, randomBytes(24 * 1024 * 1024 + 12_345)]);
  writeFileSync(join(folder, "random.mp4"), content);
  const chunks: Buffer[] = [];
  await uploadFromChild("random.mp4", isSecure, (chunk) => chunks.push(chunk));
  const body = Buffer.concat(chunks);
  const start = body.indexOf("\r\n\r\n") + 4;
  expect(body.subarray(start, start + content.length).equals(content)).toBe(true);
  expect(body.subarray(start + content.length).toString()).toMatch(/^\r\n--[\w-]{36}--\r\n$/);
});
