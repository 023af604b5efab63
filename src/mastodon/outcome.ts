import type { Failure } from "./error.ts";
import type { HttpAnswer } from "./http.ts";

/** Errors of a connection that never carried the request: nothing can have been stored. */
const NEVER_SENT = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "UND_ERR_CONNECT_TIMEOUT",
  // undici's limit on headers is off for requests, so that only a proxy's answer to CONNECT can exceed it.
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_PRX_TLS",
  "ERR_PROXY_ADDRESS",
  "ERR_TIME_IS_UP",
]);

/** Answers in the 4xx that leave open what became of the request: timed out, in conflict, too early. */
const UNDECIDED = [408, 409, 425];

/**
 * Whether a failed request certainly stored nothing.
 *
 * `not done` is only: name not found, connection refused, TLS failed, a definite 4xx, a redirect that asks to send the
 * request elsewhere, “not implemented”. Anything else may have been stored before the answer was lost. A 303 says “done, look there”.
 */
export function outcomeOf({ answer, cause }: Failure): "not done" | "unknown" {
  if (!answer) return wasNeverSent(cause) ? "not done" : "unknown";
  const { status, text } = answer;
  // GoToSocial 0.19 says 501 to a schedule; whoever does not know how to do a thing has not done it.
  if ([301, 302, 307, 308, 501].includes(status)) return "not done";
  if (status < 400 || status > 499 || UNDECIDED.includes(status)) return "unknown";
  if (refusesKnownKey({ status, text })) return "unknown";
  return "not done";
}

/** Pixelfed notes a key before the work, and refuses it a second time whatever became of the first (research, 1.3). */
export function refusesKnownKey({ status, text }: Pick<HttpAnswer, "status" | "text">): boolean {
  return status === 400 && /idempotency/i.test(text);
}

/** Akkoma and Pleroma answer a repeated key by what they answered first, errors included, and say so (research, 1.3). */
export function isReplayed({ headers }: Pick<HttpAnswer, "headers">): boolean {
  return headers["idempotent-replayed"] === "true";
}

/** Whether a connection that could not be made may be made in a minute. A wrong name, certificate or proxy stays wrong. */
export function mayPass(cause: unknown): boolean {
  const code = codeOf(cause);
  if (isProxyRefusal(cause)) return /\b50[234]\b/.test((cause as Error).message);
  if (isTlsError(code)) return false;
  return !["ENOTFOUND", "ERR_PROXY_ADDRESS", "ERR_TIME_IS_UP", "UND_ERR_PRX_TLS"].includes(code);
}

function wasNeverSent(cause: unknown): boolean {
  const code = codeOf(cause);
  return NEVER_SENT.has(code) || isHandshakeError(cause) || isProxyRefusal(cause) || diedConnecting(cause);
}

/** The system's code of an error, such as `ECONNREFUSED`; of an AggregateError that of its first error. */
export function codeOf(cause: unknown): string {
  const { code, cause: inner, errors } = (cause ?? {}) as { code?: unknown; cause?: unknown; errors?: unknown[] };
  if (typeof code === "string" && code !== "UND_ERR_ABORTED") return code;
  if (errors?.[0]) return codeOf(errors[0]);
  if (inner) return codeOf(inner);
  return typeof code === "string" ? code : "";
}

/** Whether it was TLS that failed (Node's and OpenSSL's codes). */
export function isTlsError(code: string): boolean {
  return /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH$|INVALID_CA$)/.test(
    code,
  );
}

/** Whether TLS failed before a request could be sent. A damaged record may come later, with the answer. */
function isHandshakeError(cause: unknown): boolean {
  const code = codeOf(cause);
  const message = (cause as Error | undefined)?.message ?? "";
  if (/before secure TLS connection was established/.test(message)) return true;
  return isTlsError(code) && !/BAD_RECORD_MAC|BAD_LENGTH|DECRYPT|bad record mac/i.test(`${code} ${message}`);
}

/** Whether a proxy refused to open the tunnel; undici says so in words alone. */
export function isProxyRefusal(cause: unknown): boolean {
  return /^Proxy response/.test((cause as Error | undefined)?.message ?? "");
}

/** Whether the system call that failed is the one that opens a connection. */
function diedConnecting(cause: unknown): boolean {
  const { syscall } = (cause ?? {}) as { syscall?: unknown };
  return syscall === "connect" || syscall === "getaddrinfo";
}
