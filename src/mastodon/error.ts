import type { HttpAnswer } from "./http.ts";

/** A request that did not go well: no answer at all, or a bad one. */
export interface Failure {
  method: string;
  /** Path and query of the request. */
  path: string;
  /** Origin that was asked. */
  origin: string;
  /** The proxy that the request went through; empty for none. */
  proxy: string;
  /** The answer; absent when the connection failed. */
  answer?: HttpAnswer;
  /** The body of the answer when it was JSON. */
  json?: unknown;
  /** What the connection died of. */
  cause?: unknown;
}

/** A failure that came with an answer. */
export type BadAnswer = Failure & { answer: HttpAnswer };

/** What a failure means, for a person: three sentences or fewer. */
export interface Diagnosis {
  /** What happened. */
  what: string;
  /** The likely cause. */
  why: string;
  /** What to do. */
  cure: string;
  /** Whether the answer came from something in front of the instance, or no instance at all, so that nothing is stored. */
  neverArrived?: boolean;
}

/**
 * The error of a request. Its message is one line: what happened, the likely cause, what to do.
 *
 * `outcome` says what is known of a request that should have stored something: `not done` only where it certainly was
 * not (name not found, refused, TLS failed, a definite 4xx, an answer that no instance gave), else `unknown`.
 */
export class MastodonError extends Error {
  readonly failure: Failure;
  readonly diagnosis: Diagnosis;
  readonly outcome: "not done" | "unknown";

  constructor(failure: Failure, diagnosis: Diagnosis, outcome: "not done" | "unknown") {
    const { what, why, cure } = diagnosis;
    super([what, why, cure].filter((sentence) => sentence !== "").join(" "), { cause: failure.cause });
    this.failure = failure;
    this.diagnosis = diagnosis;
    this.outcome = outcome;
  }
}

/** A file of a form could not be read while it was sent. The request with it was given up. */
export class FileError extends Error {}

/** Host and port of the server that was asked, as messages name it. */
export function hostOf({ origin }: Failure): string {
  return new URL(origin).host;
}
