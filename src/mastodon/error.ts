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

/** What a failure means, for a person: three sentences or fewer. */
export interface Diagnosis {
  /** What happened. */
  what: string;
  /** The likely cause. */
  why: string;
  /** What to do. */
  cure: string;
}

/**
 * The one error of this room. Its message is one line: what happened, the likely cause, what to do.
 *
 * `outcome` says what is known of a request that should have stored something: `not done` only where it certainly was
 * not (name not found, refused, TLS failed, a definite 4xx), else `unknown`.
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

/** The server's own sentence, from the shapes that servers use: `error`, `error_description`, `message`. */
export function serverSentence(failure: Failure): string {
  const { json } = failure;
  if (json !== null && typeof json === "object") {
    const { error, error_description, message } = json as Record<string, unknown>;
    const sentence = [error, error_description, message].find((text) => typeof text === "string" && text !== "");
    // Hollo says what is wrong beside its error: `zod_error` holds a list of messages.
    if (typeof sentence === "string") return shorten(`${sentence}${zodMessages(json)}`);
  }
  const text = failure.answer?.text ?? "";
  return isHtml(failure.answer) ? shorten(htmlTitle(text)) : shorten(text);
}

export function isHtml(answer: HttpAnswer | undefined): boolean {
  if (!answer) return false;
  return (
    /\bhtml\b/i.test(answer.headers["content-type"] ?? "") || /^\s*<(!doctype|html|head|body|h1)\b/i.test(answer.text)
  );
}

/** The title of a web page, or its first words where it has none. */
function htmlTitle(html: string): string {
  const title = /<(title|h1)[^>]*>([^<]{1,300})/i.exec(html.slice(0, 20_000));
  return title?.[2] ?? html.slice(0, 5000).replace(/<[^>]*>/g, " ");
}

function zodMessages(json: object): string {
  const { zod_error: zod } = json as { zod_error?: { issues?: { message?: unknown; path?: unknown[] }[] } };
  const [issue] = Array.isArray(zod?.issues) ? zod.issues : [];
  return typeof issue?.message === "string"
    ? `: ${[issue.path?.join("."), issue.message].filter(Boolean).join(" ")}`
    : "";
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}
