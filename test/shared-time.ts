import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Time that servers of this process and runs against them have in common. It stands still while one of them works. Once
 * all of them wait, it goes on at once to the next moment that one of them waits for. So nobody waits for long, and what
 * happens does not depend on how fast the machine is.
 *
 * A server that holds an answer back by anything else than `sleep` works, as far as this knows: no time passes then.
 */
export interface SharedTime {
  now: () => Date;
  /** Waits within a server's work on a request, as `sleep` of a practice instance. */
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Lets so much time pass while nobody runs, and servers finish what was due by then. */
  pass(milliseconds: number): Promise<void>;
  /** Takes in a run, which test/run-time.mjs is loaded into. */
  enter(send: (message: object) => void): Member;
}

/** A run that the time is shared with. */
export interface Member {
  /** To be called with each message of test/run-time.mjs. */
  hears(message: object): void;
  leave(): void;
}

interface Run {
  send: (message: object) => void;
  /** Number of the last message to it, which its answer repeats. */
  turn: number;
  /** Whether it has not answered that yet. */
  isAsked: boolean;
  waiting: Waiting | null;
}

/** What a run waits for: a moment, and answers to requests. */
interface Waiting {
  until: number;
  /** Null for one that did not arrive yet. */
  requests: (Request | null)[];
}

/** A request that a server of this process works on. */
interface Request {
  /** How many sleeps it waits for. */
  sleeps: number;
  isOver: boolean;
}

/** Options for Node, for a process that takes part. Its variable RUN_TIME says when a run begins. */
export const sharesTime = `--import ${new URL("./run-time.mjs", import.meta.url)}`;

/** Real milliseconds until a run is asked again whether it waits. They change nothing but how soon it goes on. */
const AGAIN = 5;

/** The last request that came on each connection. */
const requests = new Map<string, Request>();
const current = new AsyncLocalStorage<Request>();

subscribe("http.server.request.start", (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  const begun: Request = { sleeps: 0, isOver: false };
  const { remotePort, localPort } = request.socket;
  requests.set(`${remotePort} to ${localPort}`, begun);
  response.once("close", () => {
    begun.isOver = true;
  });
  current.enterWith(begun);
});

let turns = 0;

/** Begins with the machine's time. */
export function sharedTime(): SharedTime {
  let now = Date.now();
  const runs = new Set<Run>();
  const sleepers = new Set<{ until: number; wake: () => void }>();
  let isAsking = false;

  /** Tells a run what time it is. It does what is due, and answers. */
  function tell(run: Run): void {
    turns += 1;
    Object.assign(run, { turn: turns, isAsked: true, waiting: null });
    run.send({ now, turn: turns });
  }

  /** Goes on to the next moment, if everybody waits. */
  function goOn(): void {
    const waiting = [...runs].flatMap((run) => run.waiting ?? []);
    const isWaiting = waiting.every(({ requests }) => requests.every((request) => request && isAsleep(request)));
    if (runs.size === 0 || waiting.length < runs.size || !isWaiting) return;
    const next = Math.min(...[...waiting, ...sleepers].map(({ until }) => until));
    if (next === Infinity) return;
    // Servers wake only when all runs know what time it is.
    if (next === now && waiting.every(({ until }) => until > now)) wake();
    now = Math.max(now, next);
    for (const run of runs) tell(run);
  }

  function wake(): void {
    for (const sleeper of [...sleepers]) {
      if (sleeper.until > now) continue;
      sleepers.delete(sleeper);
      sleeper.wake();
    }
  }

  /** While a request sleeps, its run cannot know that all is quiet. */
  function askSoon(): void {
    if (isAsking) return;
    isAsking = true;
    setTimeout(() => {
      isAsking = false;
      if (sleepers.size === 0) return;
      // One that waits for nothing but a later time has said so.
      for (const run of runs) if (!run.isAsked && run.waiting?.requests.length !== 0) tell(run);
      askSoon();
    }, AGAIN).unref();
  }

  return {
    now: () => new Date(now),
    async sleep(milliseconds, signal) {
      signal.throwIfAborted();
      if (milliseconds <= 0) return;
      const request = current.getStore() ?? { sleeps: 0, isOver: false };
      request.sleeps += 1;
      askSoon();
      await new Promise<void>((done, failed) => {
        const sleeper = { until: now + milliseconds, wake: done };
        sleepers.add(sleeper);
        signal.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          failed(signal.reason);
        });
      }).finally(() => {
        request.sleeps -= 1;
      });
    },
    async pass(milliseconds) {
      const end = now + milliseconds;
      // Who wakes may sleep again within that time.
      for (;;) {
        await new Promise((done) => setImmediate(done));
        const next = Math.min(...[...sleepers].map(({ until }) => until));
        if (next > end) break;
        now = Math.max(now, next);
        wake();
      }
      now = end;
    },
    enter(send) {
      const run: Run = { send, turn: 0, isAsked: false, waiting: null };
      runs.add(run);
      return {
        hears(message) {
          const { turn, waiting } = message as Answer;
          if (turn !== run.turn) return;
          run.isAsked = false;
          run.waiting = waiting && {
            until: waiting.until ?? Infinity,
            requests: waiting.connections.map((name) => requests.get(name) ?? null),
          };
          // What it printed before is read first.
          setImmediate(goOn);
        },
        leave() {
          runs.delete(run);
          setImmediate(goOn);
        },
      };
    },
  };
}

function isAsleep({ sleeps, isOver }: Request): boolean {
  return sleeps > 0 && !isOver;
}

/** What test/run-time.mjs sends. */
interface Answer {
  turn: number;
  waiting: { until: number | null; connections: string[] } | null;
}
