import { type Answer, json } from "../call.ts";
import type { OAuthError } from "./deviations.ts";

/** An answer to a program: JSON, an HTML text, or an empty body. */
export function answerOf({ status, body }: OAuthError): Answer {
  if (body !== null && typeof body !== "string") return json(body, { "cache-control": "no-store" }, status);
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body: body ?? "" };
}

/** `headers` may set a cookie. */
export function redirect(status: number, location: string, headers: Record<string, string> = {}): Answer {
  return { status, headers: { "cache-control": "no-store", ...headers, location }, body: "" };
}

/** Whether something that can be asked for or fail has failed. */
export function isError(value: object): value is OAuthError {
  return "status" in value && "body" in value;
}
