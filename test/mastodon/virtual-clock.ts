/** A time that passes only where somebody waits for it, so that an hour costs nothing. */
export interface VirtualTime {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves at a later time, which comes as soon as nothing else runs. Never rejects; ended early by the signal. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Time stands still while this works, as real requests need: they take time of their own. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** The same as `sleep`, for what waits inside `during`. */
  sleepInside(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export function virtualTime(start = Date.parse("2026-11-23T12:00:00.000Z")): VirtualTime {
  const sleepers: { at: number; wake: () => void }[] = [];
  let now = start;
  let busy = 0;

  /** Once the event loop has gone round, all that could run without time has run. */
  function moveOn(): void {
    setImmediate(() => {
      if (busy > 0 || sleepers.length === 0) return;
      sleepers.sort((one, other) => one.at - other.at);
      const next = sleepers.shift()!;
      now = Math.max(now, next.at);
      next.wake();
      moveOn();
    });
  }

  function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((wake) => {
      const sleeper = { at: now + Math.max(0, milliseconds), wake };
      sleepers.push(sleeper);
      signal?.addEventListener("abort", () => {
        const index = sleepers.indexOf(sleeper);
        if (index !== -1) sleepers.splice(index, 1);
        wake();
      });
      moveOn();
    });
  }

  async function during<T>(work: () => Promise<T>): Promise<T> {
    busy += 1;
    try {
      return await work();
    } finally {
      busy -= 1;
      moveOn();
    }
  }

  async function sleepInside(milliseconds: number, signal?: AbortSignal): Promise<void> {
    busy -= 1;
    await sleep(milliseconds, signal);
    busy += 1;
  }

  return { now: () => now, sleep, during, sleepInside };
}

/** What a signal of `AbortSignal.timeout` has for a reason. */
export function timeout(): DOMException {
  return new DOMException("The operation was aborted due to timeout", "TimeoutError");
}
