import { log } from "./report.ts";

/** How long a cancelled run waits for an answer that is on its way. A runner kills it 10 s after its first signal. Milliseconds. */
const PATIENCE = 5000;

export interface Cancellation {
  /** To be told before something is sent what it is, and null once its fate is known. */
  onSending(what: string | null): void;
  /** What is on its way now; null for nothing. */
  onItsWay(): string | null;
  /** To be called once the result of what was sent is noted: a cancelled run ends there. */
  settle(): void;
  /** To be called when the run has told its end: from then on a signal ends nothing in order any more. */
  stop(): void;
}

/**
 * Ends a cancelled run in order. A runner sends SIGINT, and SIGTERM 7.5 s later.
 *
 * What is on its way when the signal comes is waited for, so that the result can say what became of it. Nothing else is
 * sent any more.
 *
 * @param conclude tells the end of the run; told what is still on its way, or null
 */
export function watchCancellation(conclude: (onItsWay: string | null) => void): Cancellation {
  let sending: string | null = null;
  let cancelled = false;
  let patience: NodeJS.Timeout | undefined;
  const end = () => {
    conclude(sending);
    process.exit();
  };
  const cancel = () => {
    if (cancelled) return;
    cancelled = true;
    if (sending === null) return end();
    log(`Cancelled while ${sending} is on its way. Waiting up to ${PATIENCE / 1000} s for the answer.`);
    patience = setTimeout(end, PATIENCE);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, cancel);
  return {
    onSending(what) {
      if (cancelled && sending === null && what !== null) end();
      sending = what;
    },
    onItsWay: () => sending,
    settle() {
      if (cancelled) end();
    },
    stop() {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, cancel);
      clearTimeout(patience);
    },
  };
}
