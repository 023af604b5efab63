// Loaded before a run (`node --import`): its time passes twenty times as fast, so that a scenario may wait for a minute.
// The practice instance keeps its own time; to the run it looks like a server whose clock is behind.
import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";

const TIMES = 20;

const { setTimeout: wait } = timers;
timers.setTimeout = (milliseconds, value, options) => wait(milliseconds / TIMES, value, options);
syncBuiltinESMExports();

const { setTimeout: later } = globalThis;
globalThis.setTimeout = (callback, milliseconds, ...more) => later(callback, milliseconds / TIMES, ...more);

const timeout = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (milliseconds) => timeout(milliseconds / TIMES);

const now = Date.now.bind(Date);
let began = now();
Date.now = () => Math.round(began + (now() - began) * TIMES);

/** Begins anew with the time as it is, for another run in the same process. */
export function start() {
  began = now();
}
