import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { CutAnswer, Exchange, ExchangeRequest } from "./exchange.ts";

/** A listening server; nothing of it decides anything about an answer. */
export interface Listener {
  /** `http://127.0.0.1:PORT` or `https://…`. */
  origin: string;
  /** Ends all connections. */
  close(): Promise<void>;
}

/**
 * Listens on loopback and puts each request through `exchange`.
 * @param port 0 for a free one
 * @param keepAlive how long a connection is kept that nothing comes by, in milliseconds; Node's own time unless given
 * @param now the time that answers tell in `Date`; Node's own unless given
 * @param hangsUp whether a connection is over after its answer, though no header says so: whatever else comes by it is lost
 */
export async function listen(
  exchange: (request: ExchangeRequest) => Promise<Exchange>,
  {
    tls,
    port = 0,
    keepAlive,
    now,
    hangsUp = false,
    tellsDate = true,
  }: {
    tls?: { key: string; cert: string };
    port?: number;
    keepAlive?: number;
    now?: () => Date;
    hangsUp?: boolean;
    tellsDate?: boolean;
  },
): Promise<Listener> {
  let isClosing = false;
  const answered = new WeakSet<Socket>();
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    if (hangsUp && answered.has(request.socket)) return resetConnection(request.socket);
    answered.add(request.socket);
    response.sendDate = tellsDate;
    // Whatever is thrown after the end of the connection concerns nobody; a bug becomes a visible 500.
    serve(request, response, exchange, tellsDate ? now : undefined).catch((error: unknown) => {
      if (isClosing || response.destroyed) return;
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { "content-type": "text/plain" }).end(String(error));
    });
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  if (keepAlive !== undefined) server.keepAliveTimeout = keepAlive;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    origin: `${tls ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      isClosing = true;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  exchange: (request: ExchangeRequest) => Promise<Exchange>,
  now: (() => Date) | undefined,
): Promise<void> {
  const told = await exchange({
    method: request.method ?? "GET",
    path: request.url ?? "/",
    headers: joined(request.headers),
    body: await readBody(request),
  });
  if (now) response.setHeader("date", now().toUTCString());
  if ("reset" in told) resetConnection(request.socket);
  else if ("cut" in told) sendCut(response, told.cut);
  else response.writeHead(told.answer.status, told.answer.headers).end(told.answer.body);
}

function joined(headers: IncomingMessage["headers"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]),
  );
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Node resets TCP connections only; a TLS one ends without its close_notify. */
function resetConnection(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

/** Sends what there is, which is less than announced, and hangs up. */
function sendCut(response: ServerResponse, { status, headers, body }: CutAnswer): void {
  response.writeHead(status, headers);
  response.write(body, () => response.destroy());
}
