import { setImmediate } from "node:timers/promises";
import { type ApiAnswer, type CallOptions, type Client, parseJson } from "../../src/mastodon/client.ts";
import type { Clock } from "../../src/mastodon/clock.ts";
import { MastodonError, outcomeOf } from "../../src/mastodon/error.ts";

export const origin = "https://social.example";

/** What a fake server answers: a status code and a body, or the code of what the connection dies of. */
export type Reply = { status?: number; json?: unknown; text?: string; headers?: Record<string, string> } | string;

export interface Asked {
  method: string;
  path: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read fields of many bodies
  body: any;
}

export interface FakeClient extends Client {
  /** All requests, in order. */
  asked: Asked[];
  /** All waits, in milliseconds. */
  waits: number[];
}

/**
 * A client whose requests are answered from a table: `"GET /api/v1/statuses/1"` (without the query) to one reply, or to
 * some in turn, the last of them for ever. What is not in the table is not found. Time passes only in waits.
 */
export function fakeClient(table: Record<string, Reply | Reply[]>, options: { left?: number } = {}): FakeClient {
  let now = Date.parse("2026-11-23T12:00:00Z");
  const end = now + (options.left ?? 300_000);
  const asked: Asked[] = [];
  const waits: number[] = [];
  const counts = new Map<string, number>();
  const clock: Clock = {
    now: () => now,
    left: () => Math.max(0, end - now),
    async wait(milliseconds) {
      waits.push(milliseconds);
      now += milliseconds;
    },
  };

  function replyTo(route: string): Reply {
    const replies = [table[route] ?? { status: 404, json: { error: "Record not found" } }].flat();
    const count = counts.get(route) ?? 0;
    counts.set(route, count + 1);
    return replies[Math.min(count, replies.length - 1)]!;
  }

  async function call(method: string, path: string, { body }: CallOptions = {}): Promise<ApiAnswer> {
    asked.push({ method, path, body });
    const reply = replyTo(`${method} ${path.replace(/\?.*/, "")}`);
    const failure = { method, path, origin, proxy: "" };
    const sentences = { what: `${method} ${path} failed.`, why: "", cure: "" };
    if (typeof reply === "string") {
      const lost = { ...failure, cause: Object.assign(new Error(reply), { code: reply }) };
      throw new MastodonError(lost, sentences, outcomeOf(lost));
    }
    const { status = 200, headers = {} } = reply;
    const text = reply.text ?? JSON.stringify(reply.json ?? {});
    const answer = { status, headers, text };
    if (status < 300) return { ...answer, json: parseJson(text) };
    const refused = { ...failure, answer, json: parseJson(text) };
    throw new MastodonError(refused, sentences, outcomeOf(refused));
  }

  /** Where a signal ends the waits, what is answered at once comes before them. */
  function endingWith(signals: AbortSignal[]): Client {
    const bounded: Clock = {
      ...clock,
      async wait(milliseconds) {
        await setImmediate();
        for (const signal of signals) signal.throwIfAborted();
        await clock.wait(milliseconds);
      },
    };
    return {
      origin,
      clock: signals.length === 0 ? clock : bounded,
      call,
      probe: async () => null,
      sign: (text) => text,
      overtime: () => endingWith([]),
      within: (limit) => endingWith(typeof limit === "number" ? signals : [...signals, limit]),
    };
  }

  return { ...endingWith([]), asked, waits };
}

/** Mastodon's answer to a token that lacks a scope, as up to 4.5: it does not name the scope. */
export const outsideScopes: Reply = { status: 403, json: { error: "This action is outside the authorized scopes" } };

/** The one line that a promise fails with; empty when it does not. */
export async function messageOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "",
    (error: Error) => error.message,
  );
}
