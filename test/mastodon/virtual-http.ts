import type { Clock } from "../../src/mastodon/clock.ts";
import type { Http, HttpAnswer, HttpRequest } from "../../src/mastodon/http.ts";
import { timeout, type VirtualTime } from "./virtual-clock.ts";

/**
 * Connections in virtual time, which end as real ones do: with the run's time, or with a signal.
 *
 * @param limit milliseconds from now
 * @param answerTo what comes back; it goes on also when nobody waits any more
 */
export function virtualHttp(
  time: VirtualTime,
  limit: number,
  answerTo: (request: HttpRequest) => Promise<HttpAnswer>,
  signal: AbortSignal | null = null,
): Http {
  const end = time.now() + limit;
  const reason = () => (signal?.aborted ? signal.reason : time.now() >= end ? timeout() : null);
  const clock: Clock = {
    now: () => time.now(),
    left: () => Math.max(0, end - time.now()),
    async wait(milliseconds) {
      if (!signal?.aborted) await time.sleep(Math.min(milliseconds, clock.left()), signal ?? undefined);
      const over = reason();
      if (over) throw over;
    },
  };
  return {
    clock,
    proxyOf: () => "",
    within: (less) =>
      typeof less === "number"
        ? virtualHttp(time, Math.min(less, clock.left()), answerTo, signal)
        : virtualHttp(time, clock.left(), answerTo, signal ? AbortSignal.any([signal, less]) : less),
    overtime: (more) => virtualHttp(time, more, answerTo),
    async send(request) {
      if (signal?.aborted) throw signal.reason;
      if (clock.left() <= 0) throw tooLate();
      const answered = new AbortController();
      const ends = signal ? AbortSignal.any([signal, answered.signal]) : answered.signal;
      const late = time.sleep(clock.left(), ends).then(() => {
        throw reason() ?? timeout();
      });
      late.catch(() => {});
      try {
        const answer = answerTo(request);
        answer.catch(() => {});
        return await Promise.race([answer, late]);
      } finally {
        answered.abort();
      }
    },
  };
}

/** As a request ends that is not sent any more. A DOMException has a `code` of its own, which cannot be set. */
function tooLate(): Error {
  return Object.assign(new Error("The time was over"), { name: "TimeoutError", code: "ERR_TIME_IS_UP" });
}
