import { formatTime } from "../clock.ts";
import { type BadAnswer, type Diagnosis, hostOf } from "../error.ts";
import { resetOf } from "../rate-limit.ts";
import { told } from "./server-sentence.ts";

/** 429: the account, the token or the address has used up its share. */
export function explainRateLimit(failure: BadAnswer): Diagnosis {
  const reset = resetOf(failure.answer);
  return {
    what: `${hostOf(failure)} takes no more for now: ${told(failure)}.`,
    why: reset
      ? `The rate limit ends at ${formatTime(reset)}.`
      : "The rate limit is used up, and the server does not say until when.",
    cure: reset ? "Run again after that." : "Run again later.",
  };
}

/** 5xx: the server, or a proxy in front of it, failed. */
export function explainServerError(failure: BadAnswer): Diagnosis {
  const { status } = failure.answer;
  if (status === 501) {
    return {
      what: `${hostOf(failure)} does not offer this: ${told(failure)}.`,
      why: "The server's software, or its version, cannot do it.",
      cure: "Leave out what it cannot do (some servers cannot schedule), or post to another server.",
    };
  }
  const reset = resetOf(failure.answer);
  return {
    what: `${hostOf(failure)} is out of order: ${told(failure)}.`,
    why: causeOf(status),
    cure: reset ? `It asks to wait until ${formatTime(reset)}; run again after that.` : "Run again later.",
  };
}

function causeOf(status: number): string {
  if (status === 503) return "The server is overloaded, or down for maintenance.";
  // Cloudflare's own codes, from 520 on, say that the server behind it did not answer well.
  if (status === 502 || status === 504 || (status >= 520 && status < 530)) {
    return "The server behind its front proxy is down or overloaded.";
  }
  return "The server failed on this request.";
}
