import type { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { type Proxies, proxyFor } from "../proxies.ts";
import { Cancelled, CancelledInTime, type Clock, wallClock } from "./clock.ts";
import { type Dispatcher, NotConnected, openConnections, type Way } from "./connections.ts";

export interface HttpRequest {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body?: string | HttpBody;
  /** Once this fires, nothing is sent that is not on its way yet, though a connection may be made by then. */
  unless?: AbortSignal | undefined;
  /**
   * Whether it opens a connection of its own, so that a kept one, which the server may have closed by now, cannot lose it.
   * Requests that follow may use it.
   */
  ownConnection?: boolean;
  /** Whether it does no harm twice: then it is sent once more, on a new connection, where the one that it went over breaks. */
  mayRepeat?: boolean;
  /** Whether a name that leads to a private address is refused, see {@link openConnections}. */
  publicOnly?: boolean;
  /** How the answer becomes text. `latin1` makes a character of each byte, for what tells its charset itself. */
  encoding?: "utf8" | "latin1";
}

/** A body that is sent while it is read, so that memory does not grow with it. */
export interface HttpBody {
  /** Bytes of all chunks together. */
  length: number;
  /**
   * Called once for each time that it is sent. A chunk may be overwritten once the next is asked for. What it throws ends the request, and is
   * what `send` throws.
   */
  chunks(): AsyncIterable<Uint8Array>;
}

export interface HttpAnswer {
  status: number;
  /** Names in lower case; of a repeated header the values joined by a comma. */
  headers: Record<string, string>;
  /** The body as text. */
  text: string;
  /** Whether it was cut at {@link MAX_ANSWER} bytes. */
  isCut?: boolean;
}

export interface Http {
  /**
   * Sends one request. Throws NotConnected where no connection could be made, also when the time ended before one stood;
   * else what undici throws, with a `code` where the system has one, a `TimeoutError` when the time ends meanwhile,
   * `ERR_TIME_IS_UP` when it was over before, and CancelledInTime where `unless` fired in time.
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** The time that the run has. */
  readonly clock: Clock;
  /** The proxy that a request to this address goes through, as a URL; empty for none. */
  proxyOf(url: URL): string;
  /**
   * The same connections with less time: their requests, and the waits of their clock, end after so many milliseconds
   * from now, or when the signal fires.
   */
  within(limit: number | AbortSignal): Http;
  /**
   * The same connections with time of their own, so many milliseconds from now, though the run's may be over: for what puts things
   * in order.
   */
  overtime(limit: number): Http;
}

/** All connections of a run. */
export interface OpenHttp extends Http {
  /** Ends them at once. What is on its way fails. */
  close(): void;
}

/** No answer that matters is longer; a web page or an endless stream may be. Bytes. */
export const MAX_ANSWER = 8 * 1024 * 1024;

/**
 * Makes what sends requests.
 *
 * No redirect is followed: a token must not travel to another origin, and a redirected POST becomes a GET. A loopback
 * address is never proxied.
 *
 * @param options.timeout milliseconds for everything: then every request ends, waiting included
 */
export function openHttp(options: { proxies: Proxies; timeout: number }): OpenHttp {
  const { proxies, timeout } = options;
  const signal = AbortSignal.timeout(timeout);
  const connections = openConnections(proxies);

  /** Sends it, and where that does no harm once more. */
  async function exchange(request: HttpRequest, end: AbortSignal, progress: Progress): Promise<HttpAnswer> {
    const { ownConnection = false, mayRepeat = false, publicOnly = false } = request;
    try {
      return await attempt(await connections.to(request.url, ownConnection, publicOnly), request, end, progress);
    } catch (error) {
      if (!mayRepeat || !isBroken(error) || end.aborted) throw error;
      return attempt(await connections.to(request.url, true, publicOnly), request, end, progress);
    }
  }

  function until(end: AbortSignal, clock: Clock): Http {
    const timeIsUp = rejectionBy(end);
    return {
      async send(request) {
        if (end.aborted) throw end.reason instanceof Cancelled ? end.reason : tooLate();
        const progress: Progress = { wasSent: () => false };
        // undici reacts to a signal only once it is connected, so time is watched here as well.
        const done = new AbortController();
        const inTime = cancelledInTime(request.unless, progress, done.signal);
        try {
          return await Promise.race([exchange(request, end, progress), timeIsUp, inTime]);
        } catch (error) {
          if (error !== end.reason || progress.wasSent()) throw error;
          if (!(error instanceof Cancelled)) throw new NotConnected(tooSlow());
          throw request.body === undefined ? error : new CancelledInTime();
        } finally {
          done.abort();
        }
      },
      clock,
      proxyOf: (url) => proxyFor(url, proxies),
      within(limit) {
        const isTime = typeof limit === "number";
        const sooner = AbortSignal.any([end, isTime ? AbortSignal.timeout(limit) : limit]);
        return until(sooner, wallClock(sooner, isTime ? Math.min(limit, clock.left()) : clock.left()));
      },
      overtime(limit) {
        const later = AbortSignal.timeout(limit);
        return until(later, wallClock(later, limit));
      },
    };
  }

  return { ...until(signal, wallClock(signal, timeout)), close: connections.close };
}

async function attempt(
  { dispatcher, isConnected }: Way,
  { method, url, headers, body, unless, encoding }: HttpRequest,
  end: AbortSignal,
  progress: Progress,
): Promise<HttpAnswer> {
  const { length, chunks } = typeof body === "string" ? bodyOf(body) : (body ?? { length: 0, chunks: null });
  // Whether a request without a body is under way shows only by the connections.
  if (!chunks) progress.wasSent = isConnected;
  const stream = chunks && settled(begun(chunks(), unless, progress));
  try {
    const answer = await dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: method as Dispatcher.HttpMethod,
      headers: stream ? { ...headers, "content-length": `${length}` } : headers,
      // undici takes any asynchronous iterable; its types know only of some.
      body: stream as Readable | null,
      signal: end,
    });
    const body = await readText(answer.body, encoding);
    // undici gives the connection back in the next turn; a request before that would open another one.
    await setImmediate();
    return { status: answer.statusCode, headers: flatten(answer.headers), ...body };
  } finally {
    // A server may answer, or the line break, before all is sent: then nobody else would close the file.
    await stream?.return(undefined);
  }
}

/** How far a request is. */
interface Progress {
  /** Whether anything of it may be on its way. Of a body, undici asks for the first chunk once there is a connection. */
  wasSent(): boolean;
}

/** Whether a connection that stood was closed, by the other side or on the way. */
function isBroken(error: unknown): boolean {
  const { code = "" } = (error ?? {}) as { code?: string };
  return ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(code);
}

function bodyOf(text: string): HttpBody {
  const bytes = Buffer.from(text);
  return {
    length: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}

/** The chunks of a body; the first one is the last moment at which nothing is sent. */
async function* begun(chunks: AsyncIterable<Uint8Array>, unless: AbortSignal | undefined, progress: Progress) {
  if (unless?.aborted) throw new CancelledInTime();
  progress.wasSent = () => true;
  yield* chunks;
}

/** Never fulfilled; rejected when a signal fires before anything is sent. Once it is done, nobody listens any more. */
function cancelledInTime(unless: AbortSignal | undefined, progress: Progress, done: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => {
      if (!progress.wasSent()) reject(new CancelledInTime());
    };
    unless?.addEventListener("abort", end, { once: true, signal: done });
  });
}

function tooSlow(): Error {
  const code = "UND_ERR_CONNECT_TIMEOUT";
  return Object.assign(new Error("No connection was made within the time limit"), { code });
}

/** A time-out like any other, but one that sent nothing. */
function tooLate(): Error {
  const error = Object.assign(new Error("The time was over before the request was sent"), { code: "ERR_TIME_IS_UP" });
  error.name = "TimeoutError";
  return error;
}

/** Never fulfilled; rejected when the signal fires. Nobody has to listen. */
function rejectionBy(signal: AbortSignal): Promise<never> {
  const rejection = new Promise<never>((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
  rejection.catch(() => {});
  return rejection;
}

/** How much undici lets wait on a socket before it stops asking for more: more than on any that it opens. Bytes. */
const MOST_WAITING = 64 * 1024;

/**
 * Chunks that stay as they are until they are sent. After a large one, undici asks for the next only when the socket has
 * taken all; smaller ones may wait there, so they are copied.
 */
async function* settled(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  for await (const chunk of chunks) yield chunk.length < MOST_WAITING ? Buffer.from(chunk) : chunk;
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]));
}

async function readText(
  body: AsyncIterable<Uint8Array>,
  encoding: BufferEncoding = "utf8",
): Promise<Pick<HttpAnswer, "text" | "isCut">> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MAX_ANSWER) break; // leaving the loop ends the connection too
  }
  const text = Buffer.concat(chunks).subarray(0, MAX_ANSWER).toString(encoding);
  return size >= MAX_ANSWER ? { text, isCut: true } : { text };
}

/** The same connections in the shape of the global `fetch`, for the client of the GitHub API. */
export function asFetch(http: Http): typeof globalThis.fetch {
  return async (input, init) => {
    const headers = Object.fromEntries(new Headers(init?.headers));
    const body = typeof init?.body === "string" ? { body: init.body } : {};
    const bounded = init?.signal ? http.within(init.signal) : http;
    const answer = await bounded.send({ method: init?.method ?? "GET", url: new URL(String(input)), headers, ...body });
    const empty = answer.status === 204 || answer.status === 304;
    return new Response(empty ? null : answer.text, { status: answer.status, headers: answer.headers });
  };
}
