import type { Failure } from "./error.ts";

/** Errors of a connection that never carried the request: nothing can have been stored. */
const NEVER_SENT = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * Whether a failed request certainly stored nothing.
 *
 * `not done` is only: name not found, connection refused, TLS failed, a definite 4xx, a redirect. Anything else may
 * have been stored before the answer was lost.
 */
export function outcomeOf({ answer, cause }: Failure): "not done" | "unknown" {
  if (answer) {
    return answer.status >= 300 && answer.status < 500 ? "not done" : "unknown";
  }
  return NEVER_SENT.has(codeOf(cause)) || isTlsError(codeOf(cause)) || isProxyRefusal(cause) ? "not done" : "unknown";
}

/** The system's code of an error, such as `ECONNREFUSED`; of an AggregateError that of its first error. */
export function codeOf(cause: unknown): string {
  const { code, cause: inner, errors } = (cause ?? {}) as { code?: unknown; cause?: unknown; errors?: unknown[] };
  if (typeof code === "string" && code !== "UND_ERR_ABORTED") return code;
  if (errors?.[0]) return codeOf(errors[0]);
  if (inner) return codeOf(inner);
  return typeof code === "string" ? code : "";
}

/** Whether TLS failed, that is, before a request could be sent (Node's and OpenSSL's codes). */
export function isTlsError(code: string): boolean {
  return /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH$|INVALID_CA$)/.test(
    code,
  );
}

/** Whether a proxy refused to open the tunnel; undici says so in words alone. */
export function isProxyRefusal(cause: unknown): boolean {
  return /^Proxy response/.test((cause as Error | undefined)?.message ?? "");
}
