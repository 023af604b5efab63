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

/** Whether asking again would be answered the same. */
export function isForGood({ failure: { answer } }: MastodonError): boolean {
  const status = answer?.status ?? 0;
  if (status === 501) return true;
  return status >= 400 && status < 500 && ![408, 425, 429].includes(status);
}

/** A file of a form could not be read while it was sent. The request with it was given up. */
export class FileError extends Error {}

/** Host and port of the server that was asked, as messages name it. */
export function hostOf({ origin }: Failure): string {
  return new URL(origin).host;
}

/** Answers in the 4xx that leave open what became of the request: timed out, in conflict, too early. */
const UNDECIDED = [408, 409, 425];

/**
 * Whether a failed request certainly stored nothing.
 *
 * `not done` is only: name not found, connection refused, TLS failed, a definite 4xx, a field refused, a redirect that
 * asks to send the request elsewhere, “not implemented”. Anything else may have been stored before the answer was lost. A 303 says “done, look there”.
 */
export function outcomeOf(failure: Failure): "not done" | "unknown" {
  const { answer, cause } = failure;
  if (!answer) return wasNeverSent(cause) ? "not done" : "unknown";
  if (failsValidation(failure) || refusesToken(failure)) return "not done";
  const { status, text } = answer;
  // GoToSocial 0.19 says 501 to a schedule; whoever does not know how to do a thing has not done it.
  if ([301, 302, 307, 308, 501].includes(status)) return "not done";
  if (status < 400 || status > 499 || UNDECIDED.includes(status)) return "unknown";
  if (refusesKnownKey({ status, text })) return "unknown";
  return "not done";
}

/**
 * Whether an answer that is no 401 says that the token is no good: Takahē's 400 does, and Sharkey's 500 to most calls.
 * Nothing was done then.
 */
export function refusesToken({ answer }: Pick<Failure, "answer">): boolean {
  const { status = 0, text = "" } = answer ?? {};
  return (status === 400 && /invalid bearer token/i.test(text)) || (status === 500 && /AuthenticationError/.test(text));
}

/** Pixelfed notes a key before the work, and refuses it a second time whatever became of the first. */
export function refusesKnownKey({ status, text }: Pick<HttpAnswer, "status" | "text">): boolean {
  return status === 400 && /idempotency/i.test(text);
}

/**
 * Whether the server refuses what a field holds, though it says 500: Pixelfed does where Laravel, which it is built on,
 * says 422 (its app/Exceptions/Handler.php). It looks at the fields before anything else, so that nothing is stored.
 */
export function failsValidation({ answer, json }: Pick<Failure, "answer" | "json">): boolean {
  const { message, errors } = (json ?? {}) as { message?: unknown; errors?: unknown };
  if (answer?.status !== 500 || typeof message !== "string") return false;
  if (errors === null || typeof errors !== "object" || Array.isArray(errors)) return false;
  // Of each field, what is wrong with it.
  const refusals = Object.values(errors);
  return refusals.length > 0 && refusals.every((told) => Array.isArray(told) && typeof told[0] === "string");
}

/** Akkoma and Pleroma answer a repeated key by what they answered first, errors included, and say so. */
export function isReplayed({ headers }: Pick<HttpAnswer, "headers">): boolean {
  return headers["idempotent-replayed"] === "true";
}

/** Whether a connection that could not be made may be made in a minute. A wrong name, certificate or proxy stays wrong. */
export function mayPass(cause: unknown): boolean {
  const code = codeOf(cause);
  const refusal = proxyRefusal(cause);
  if (refusal !== null) return [502, 503, 504].includes(refusal);
  if (isTlsError(code) || code.startsWith("HPE_")) return false;
  return !["ENOTFOUND", "ERR_PROXY_ADDRESS", "ERR_TIME_IS_UP", "UND_ERR_PRX_TLS"].includes(code);
}

function wasNeverSent(cause: unknown): boolean {
  return (cause as Error | undefined)?.name === "NotConnected" || codeOf(cause) === "ERR_TIME_IS_UP";
}

/** The system's code of an error, such as `ECONNREFUSED`; of an AggregateError that of its first error. */
export function codeOf(cause: unknown): string {
  const { code, cause: inner, errors } = (cause ?? {}) as { code?: unknown; cause?: unknown; errors?: unknown[] };
  if (typeof code === "string" && code !== "UND_ERR_ABORTED") return code;
  if (errors?.[0]) return codeOf(errors[0]);
  if (inner) return codeOf(inner);
  return typeof code === "string" ? code : "";
}

/** What undici calls by codes of its own. */
const IN_WORDS: Record<string, string> = {
  UND_ERR_CONNECT_TIMEOUT: "no connection in time",
  // undici's limit on headers is off for requests, so that only a proxy's answer to CONNECT can exceed it.
  UND_ERR_HEADERS_TIMEOUT: "no answer to CONNECT in time",
  UND_ERR_SOCKET: "closed by the other side",
};

/** What a connection died of, in a few words for the log; empty where nothing tells. */
export function causeInShort(cause: unknown): string {
  const refusal = proxyRefusal(cause);
  const code = codeOf(cause);
  return refusal === null ? (IN_WORDS[code] ?? code) : `the proxy refused with ${refusal}`;
}

/** Whether it was TLS that failed (Node's and OpenSSL's codes). */
export function isTlsError(code: string): boolean {
  return /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH$|INVALID_CA$)/.test(
    code,
  );
}

/** The status code by which a proxy refused to open the tunnel, or null; undici says so in words alone. */
export function proxyRefusal(cause: unknown): number | null {
  const [, status] = /^Proxy response \((\d{3})\)/.exec((cause as Error | undefined)?.message ?? "") ?? [];
  return status === undefined ? null : Number(status);
}
