import { type Answer, type Call, json } from "../call.ts";
import type { OAuthError } from "./deviations.ts";

/** An answer to a program: JSON, an HTML text, or an empty body. */
export function answerOf({ status, body, headers = {} }: OAuthError): Answer {
  if (body !== null && typeof body !== "string") return json(body, { "cache-control": "no-store", ...headers }, status);
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body: body ?? "" };
}

/**
 * @param location an address, or a path of this instance
 * @param headers may set a cookie
 */
export function redirect(
  { origin }: Pick<Call, "origin">,
  status: number,
  location: string,
  headers: Record<string, string> = {},
): Answer {
  const address = location.startsWith("/") ? origin + location : location;
  const common = { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" };
  return { status, headers: { ...common, ...headers, location: address }, body: "" };
}

/** Whether something that can be asked for or fail has failed. */
export function isError(value: object): value is OAuthError {
  return "status" in value && "body" in value;
}
