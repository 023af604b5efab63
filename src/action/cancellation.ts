import { log } from "./report.ts";

/** How long a cancelled run waits for an answer that is on its way. A runner kills it 10 s after its first signal. Milliseconds. */
const PATIENCE = 5000;

export interface Cancellation {
  /** To be told what is sent, and null when its fate is known. */
  onSending(what: string | null): void;
  /** To be called once the result of what was sent is noted: a cancelled run ends there. */
  settle(): void;
}

/**
 * Ends a cancelled run in order. A runner sends SIGINT, and SIGTERM 7.5 s later.
 *
 * What is on its way when the signal comes is waited for, so that the result can say what became of it.
 *
 * @param conclude reports the end; told what is still on its way, or null
 */
export function watchCancellation(conclude: (onItsWay: string | null) => void): Cancellation {
  let sending: string | null = null;
  let cancelled = false;
  const end = () => {
    conclude(sending);
    process.exit();
  };
  const cancel = () => {
    if (cancelled) return;
    cancelled = true;
    if (sending === null) return end();
    log(`Cancelled while ${sending} is on its way. Waiting up to ${PATIENCE / 1000} s for the answer.`);
    setTimeout(end, PATIENCE);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, cancel);
  return {
    onSending(what) {
      sending = what;
    },
    settle() {
      if (cancelled) end();
    },
  };
}
