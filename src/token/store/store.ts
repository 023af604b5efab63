import { asObject, parseJson } from "../../mastodon/client.ts";
import type { Http, HttpAnswer, HttpRequest } from "../../mastodon/http.ts";
import { userAgent } from "../../package.ts";
import { type Destination, placeName } from "./destination.ts";

/** How long one request may take, in milliseconds. */
const TIMEOUT = 30_000;

/** What is stored under one name. */
export interface Entry {
  kind: "secret" | "variable" | "Dependabot secret";
  name: string;
  value: string;
}

/**
 * What a place holds under a name: nothing, something, the very same value (only variables can be read), or it does not
 * say.
 */
export type Found = "nothing" | "something" | "the same" | "unknown";

/** A place that keeps secrets and variables, and the way that leads there. Its methods throw {@link StoreError}. */
export interface Store {
  /** The way, as the talk names it: `the GitHub CLI`. */
  readonly way: string;
  look(entry: Entry): Promise<Found>;
  /** Creates or overwrites. */
  put(entry: Entry): Promise<void>;
}

/** Nothing could be read or stored. The message is one line: what happened, the likely cause, what to do. */
export class StoreError extends Error {}

/**
 * Sends a request to a server that should store something, with JSON or with nothing.
 *
 * @throws StoreError where it does not answer at all
 */
export async function ask(http: Http, request: HttpRequest, json?: unknown): Promise<HttpAnswer> {
  const headers = {
    ...request.headers,
    "user-agent": userAgent,
    ...(json === undefined ? {} : { "content-type": "application/json" }),
  };
  const content = json === undefined ? {} : { body: JSON.stringify(json) };
  try {
    return await http.within(TIMEOUT).send({ ...request, headers, ...content });
  } catch (cause) {
    const { code, message } = (cause ?? {}) as { code?: string; message?: string };
    throw new StoreError(
      `${request.url.host} could not be reached (${code ?? message ?? "no reason given"}). Check the name and the network, and run this again.`,
    );
  }
}

/** What a server refused, as a sentence, and what it said itself; empty for nothing. */
export function refused(
  { status, text }: HttpAnswer,
  method: string,
  path: string,
  destination: Destination,
): { what: string; sentence: string } {
  const { message } = asObject(parseJson(text));
  const sentence = typeof message === "string" ? message.replace(/\s+/g, " ").slice(0, 300) : "";
  const told = sentence === "" ? `${status}` : `${status} “${sentence}”`;
  return { what: `${placeName(destination)} was refused: ${told} (${method} ${path}).`, sentence };
}
