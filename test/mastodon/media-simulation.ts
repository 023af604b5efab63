import type { FileSource } from "../../src/file.ts";
import { type Client, openClient } from "../../src/mastodon/client.ts";
import type { Clock } from "../../src/mastodon/clock.ts";
import type { Http, HttpAnswer, HttpRequest } from "../../src/mastodon/http.ts";
import type { Upload } from "../../src/mastodon/media/upload.ts";
import type { Step } from "../../src/mastodon/plan.ts";

/** A request as the simulated server sees it. */
export interface Call {
  method: string;
  path: string;
  /** Milliseconds since the start. */
  at: number;
  /** The fields of a form; of a file its name. */
  form: Record<string, string>;
  bytes: number;
}

/** An answer, after some milliseconds; or what the connection dies of. */
export type Reply = { status?: number; json?: unknown; headers?: Record<string, string>; after?: number } | Error;

export interface Simulation {
  client: Client;
  calls: Call[];
  /** Lines of progress, with the second they came at: `2 s Uploading …`. */
  lines: string[];
  onStep(step: Step): void;
  /** Lets time pass, from event to event, until the promise is settled. */
  run<T>(promise: Promise<T>): Promise<T>;
  /** How many waits are still under way. */
  waiting(): number;
}

/**
 * A client, a server and a time of their own: nothing waits, and no connection is opened.
 *
 * @param reply what the server answers to a call
 * @param options.limit the run's time, in milliseconds
 * @param options.pace milliseconds that each chunk of a body takes
 */
export function simulate(
  reply: (call: Call) => Reply,
  { limit = 300_000, pace = 0 }: { limit?: number; pace?: number } = {},
): Simulation {
  const start = Date.parse("2026-11-23T12:00:00Z");
  let now = start;
  const waits = new Set<{ at: number; end: () => void }>();
  const calls: Call[] = [];
  const lines: string[] = [];
  const runEnd = new AbortController();
  waits.add({ at: start + limit, end: () => runEnd.abort(new DOMException("the time is over", "TimeoutError")) });

  function pass(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        waits.delete(entry);
        reject(signal.reason);
      };
      const entry = {
        at: now + milliseconds,
        end: () => {
          signal.removeEventListener("abort", stop);
          resolve();
        },
      };
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener("abort", stop, { once: true });
      waits.add(entry);
    });
  }

  function httpUntil(signal: AbortSignal): Http {
    const clock: Clock = {
      now: () => now,
      wait: (milliseconds) => pass(milliseconds, signal),
      left: () => Math.max(0, start + limit - now),
    };
    return {
      clock,
      proxyOf: () => "",
      within: (end) => (typeof end === "number" ? httpUntil(signal) : httpUntil(AbortSignal.any([signal, end]))),
      overtime: () => httpUntil(new AbortController().signal),
      send: (request) => answer(request, signal),
    };
  }

  async function answer({ method, url, headers, body }: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    if (signal.aborted) throw signal.reason;
    const at = now - start;
    const chunks: Uint8Array[] = [];
    if (body && typeof body === "object") {
      for await (const chunk of body.chunks()) {
        chunks.push(Buffer.from(chunk));
        if (pace > 0) await pass(pace, signal);
      }
    }
    const whole = Buffer.concat(chunks);
    const form: Record<string, string> = {};
    if (whole.length > 0) {
      for (const [name, value] of await new Response(whole, { headers }).formData()) {
        form[name] = typeof value === "string" ? value : value.name;
      }
    }
    const call = { method, path: url.pathname, at, form, bytes: whole.length };
    calls.push(call);
    const given = reply(call);
    if (given instanceof Error) throw given;
    if (given.after) await pass(given.after, signal);
    return { status: given.status ?? 200, headers: given.headers ?? {}, text: JSON.stringify(given.json ?? {}) };
  }

  return {
    client: openClient("https://social.example", "token", httpUntil(runEnd.signal)),
    calls,
    lines,
    onStep: (step) => {
      if (step.kind === "progress") lines.push(`${Math.round((now - start) / 100) / 10} s ${step.line}`);
    },
    waiting: () => waits.size - (runEnd.signal.aborted ? 0 : 1),
    async run(promise) {
      let isSettled = false;
      const settle = () => {
        isSettled = true;
      };
      promise.then(settle, settle);
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        if (isSettled) return promise;
        const [next] = [...waits].sort((one, other) => one.at - other.at);
        if (!next) throw new Error("Nothing is under way, and yet the promise is not settled.");
        waits.delete(next);
        now = Math.max(now, next.at);
        next.end();
      }
    },
  };
}

/** A file of zeros, in chunks. */
export function fileOf(filename: string, options: { type?: string; size?: number; chunks?: number } = {}): FileSource {
  const { type = "image/png", size = 10, chunks = 1 } = options;
  return {
    filename,
    type,
    size,
    async *read() {
      for (let count = 0; count < chunks; count++) yield new Uint8Array(size / chunks);
    },
  };
}

export function uploadOf(label: string, options: Partial<Upload> = {}): Upload {
  return { label, file: fileOf(label), description: "", focus: "", thumbnail: null, ...options };
}

/** An error of a connection. */
export function broken(code: string): Error {
  return Object.assign(new Error(code), { code });
}
