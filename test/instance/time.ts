/** Time that passes only when told to: the `now` and `sleep` of an instance. */
export interface PracticeTime {
  now: () => Date;
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Lets so much time pass, and all that waits for it run until it waits again. */
  pass(milliseconds: number): Promise<void>;
}

export function practiceTime(start: Date): PracticeTime {
  let now = start.getTime();
  const sleepers = new Set<{ until: number; wake: () => void }>();
  return {
    now: () => new Date(now),
    async sleep(milliseconds, signal) {
      signal.throwIfAborted();
      if (milliseconds <= 0) return;
      await new Promise<void>((resolve, reject) => {
        const sleeper = { until: now + milliseconds, wake: resolve };
        sleepers.add(sleeper);
        signal.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      });
    },
    async pass(milliseconds) {
      const end = now + milliseconds;
      await settled();
      for (;;) {
        const next = [...sleepers].sort((a, b) => a.until - b.until)[0];
        if (!next || next.until > end) break;
        now = next.until;
        sleepers.delete(next);
        next.wake();
        await settled();
      }
      now = end;
    },
  };
}

/** Resolves when nothing is left to do but to wait. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
