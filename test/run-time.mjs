/**
 * Loaded before a run (`node --import`) that shares its time with the servers of a test (test/shared-time.ts). Its timers
 * and `Date.now` go by messages from there. It says when it waits: for a later time alone, which is when Node would end the
 * process (`beforeExit`), or for answers, which is for the test to ask.
 *
 * Plain JavaScript, because Node 20 loads it too.
 */
import { syncBuiltinESMExports } from "node:module";
import { Socket } from "node:net";
import promises from "node:timers/promises";

/** Milliseconds since 1970. */
let now = 0;
/** Number of what was last heard, so that no answer to an older message counts. */
let turn = 0;
/** Whether the process has nothing to do until it hears of a later time. */
let isKept = false;
const timers = new Set();

/** What Node calls the open things that do nothing by themselves. */
const PASSIVE = ["Immediate", "PipeWrap", "TCPSocketWrap", "Timeout", "TLSWrap"];

/** Begins a run, at the time that its environment names. */
export function start() {
  now = Number(process.env.RUN_TIME);
  turn = 0;
  timers.clear();
}

/** Whether the run waits for a later time, and does not end yet. */
export function isWaiting() {
  return [...timers].some(({ keeps }) => keeps);
}

start();
process.on("message", (message) => {
  if ("now" in message) void goOn(message);
});
process.channel.unref();

// Nothing keeps the process alive but the timers of here, which Node does not know of.
process.on("beforeExit", () => {
  if (!isWaiting()) return;
  isKept = true;
  process.channel.ref();
  answer([]);
});

/** A signal may have ended what was waited for: then the run works again, or ends. */
function change() {
  if (!isKept) return;
  isKept = false;
  process.channel.unref();
  answer(null);
}

async function goOn(message) {
  if (isKept) process.channel.unref();
  isKept = false;
  now = message.now;
  turn = message.turn;
  for (let next = earliest(); next && next.due <= now; next = earliest()) {
    timers.delete(next);
    next.callback();
    await nextLoop();
  }
  await nextLoop();
  // Not for a run that has ended meanwhile.
  if (turn === message.turn) answer(waitsForServers() ? openConnections() : null);
}

function nextLoop() {
  return new Promise((done) => setImmediate(() => setImmediate(done)));
}

function earliest() {
  return [...timers].sort((a, b) => a.due - b.due)[0];
}

/** @param connections on which answers will arrive; null while the run works */
function answer(connections) {
  process.send({ turn, waiting: connections && { until: earliest()?.due ?? null, connections } });
}

function waitsForServers() {
  const others = process.getActiveResourcesInfo().filter((name) => !PASSIVE.includes(name));
  return others.length === 0 && openConnections().length > 0;
}

/**
 * The connections that keep the process alive: one that is only kept for later does not. Both ports name one, since
 * connections to two servers may have the same port here.
 */
function openConnections() {
  const sockets = process._getActiveHandles().filter((handle) => handle instanceof Socket && handle.remotePort);
  return sockets.map(({ localPort, remotePort }) => `${localPort} to ${remotePort}`);
}

Date.now = () => now;

globalThis.setTimeout = (callback, milliseconds, ...values) => {
  const timer = {
    keeps: true,
    callback: () => callback(...values),
    refresh() {
      timer.due = now + Math.max(1, milliseconds || 0);
      timers.add(timer);
      change();
      return timer;
    },
    ref: () => keep(true),
    unref: () => keep(false),
    hasRef: () => timer.keeps,
  };
  const keep = (keeps) => Object.assign(timer, { keeps });
  return timer.refresh();
};

const { clearTimeout } = globalThis;
globalThis.clearTimeout = (timer) => {
  if (timers.delete(timer)) change();
  else clearTimeout(timer);
};

promises.setTimeout = (milliseconds, value, { signal } = {}) =>
  new Promise((done, failed) => {
    const end = () => {
      clear();
      failed(new DOMException("The operation was aborted", "AbortError"));
    };
    const clear = () => {
      globalThis.clearTimeout(timer);
      signal?.removeEventListener("abort", end);
    };
    const timer = setTimeout(() => {
      clear();
      done(value);
    }, milliseconds);
    if (signal?.aborted) end();
    else signal?.addEventListener("abort", end);
  });
syncBuiltinESMExports();

AbortSignal.timeout = (milliseconds) => {
  const controller = new AbortController();
  const reason = new DOMException("The operation was aborted due to timeout", "TimeoutError");
  setTimeout(() => controller.abort(reason), milliseconds).unref();
  return controller.signal;
};
