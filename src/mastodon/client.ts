import { createHmac } from "node:crypto";
import { userAgent } from "../package.ts";
import { Cancelled, type Clock } from "./clock.ts";
import { type Failure, FileError, MastodonError, outcomeOf } from "./error.ts";
import type { Http, HttpAnswer } from "./http.ts";
import type { Form } from "./multipart.ts";

/** An answer of the API: 2xx and JSON. */
export interface ApiAnswer {
  status: number;
  headers: Record<string, string>;
  /** The body as it came. */
  text: string;
  json: unknown;
}

export interface CallOptions {
  /** Sent as JSON with real types: form bodies lose booleans and polls on some servers. */
  body?: Record<string, unknown>;
  /** Sent instead, while its files are read. */
  form?: Form;
  headers?: Record<string, string>;
  /** Once this fires, nothing is sent that is not on its way yet. */
  unless?: AbortSignal;
  /** Whether it opens a connection of its own: what may not be sent twice is not trusted to a kept one. */
  ownConnection?: boolean;
}

export interface Client {
  /** Origin of the instance. */
  readonly origin: string;
  /** The time that the run has. */
  readonly clock: Clock;
  /**
   * Sends a request to the API. Throws MastodonError when there is no good answer; its diagnosis is the plain one. Throws
   * FileError when a file of the form cannot be read.
   */
  call(method: string, path: string, options?: CallOptions): Promise<ApiAnswer>;
  /** Looks at an address anywhere, without the token. Null when there is no answer at all. */
  probe(url: URL): Promise<HttpAnswer | null>;
  /** Signs a text with the token (HMAC-SHA-256): nobody without it can make the same. @returns base64url, 43 characters */
  sign(text: string): string;
  /**
   * The same client with less time: its requests, and the waits of its clock, end after so many milliseconds from now, or
   * when the signal fires.
   */
  within(limit: number | AbortSignal): Client;
  /**
   * The same client with time of its own, so many milliseconds from now, though the run's may be over: for what puts things
   * in order.
   */
  overtime(limit: number): Client;
}

/**
 * A client of the Mastodon API at one origin.
 *
 * @param token user access token; empty for none. It never goes to another origin.
 */
export function openClient(origin: string, token: string, http: Http): Client {
  const common = {
    accept: "application/json",
    // Without a word about it, a server may choose to compress.
    "accept-encoding": "identity",
    // Mastodon words its errors in the language asked for; people search for the English ones.
    "accept-language": "en",
    // GoToSocial answers 418 to a request without.
    "user-agent": userAgent,
  };

  async function call(method: string, path: string, options: CallOptions = {}): Promise<ApiAnswer> {
    const { body, form, headers, unless, ownConnection = false } = options;
    const failure: Failure = { method, path, origin, proxy: http.proxyOf(new URL(origin)) };
    let answer: HttpAnswer;
    try {
      answer = await http.send({
        method,
        url: new URL(path, origin),
        headers: {
          ...common,
          // GoToSocial and snac refuse the scheme in lower case.
          ...(token !== "" ? { authorization: `Bearer ${token}` } : {}),
          ...(body ? { "content-type": "application/json" } : {}),
          ...(form ? { "content-type": form.type } : {}),
          ...headers,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        ...(form ? { body: form.body } : {}),
        unless,
        ownConnection,
        // Nobody sees a file that no status has.
        mayRepeat: method === "GET" || form !== undefined,
      });
    } catch (cause) {
      if (cause instanceof FileError || cause instanceof Cancelled) throw cause;
      throw plainError({ ...failure, cause });
    }
    const json = parseJson(answer.text);
    if (answer.status < 200 || answer.status > 299 || json === undefined) {
      throw plainError({ ...failure, answer, json });
    }
    return { ...answer, json };
  }

  async function probe(url: URL): Promise<HttpAnswer | null> {
    try {
      return await http.send({ method: "GET", url, headers: common, mayRepeat: true });
    } catch (cause) {
      if (cause instanceof Cancelled) throw cause;
      return null;
    }
  }

  const sign = (text: string) => createHmac("sha256", token).update(text).digest("base64url");
  const within = (limit: number | AbortSignal) => openClient(origin, token, http.within(limit));
  const overtime = (limit: number) => openClient(origin, token, http.overtime(limit));
  return { origin, clock: http.clock, call, probe, sign, within, overtime };
}

/** The value of a JSON text, or undefined when it is none (HTML, empty, cut). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/** A JSON object (or list) as it is; empty for anything else. */
export function asObject(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : {};
}

/** A string as it is; empty for anything else. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** No address of a status is longer. Characters. */
export const LONGEST_ADDRESS = 1000;

/** An address that a server tells, fit to be shown and linked; empty where it is none of the web, or holds a password. */
export function shownAddress(value: unknown): string {
  const text = textOf(value);
  if (text.length > LONGEST_ADDRESS || !URL.canParse(text)) return "";
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === "" && password === "" ? text : "";
}

/** Whether a body is an error as the API words it. */
export function isApiError(json: unknown): boolean {
  return typeof asObject(json).error === "string";
}

function plainError(failure: Failure): MastodonError {
  const { method, path, answer, cause } = failure;
  const what = answer
    ? `${method} ${path} answered ${answer.status}.`
    : `${method} ${path} got no answer: ${(cause as Error)?.message ?? "no reason given"}.`;
  return new MastodonError(failure, { what, why: "", cure: "" }, outcomeOf(failure));
}
