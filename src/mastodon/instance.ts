import { type Client, isApiError, parseJson } from "./client.ts";
import { MastodonError } from "./error.ts";
import type { HttpAnswer } from "./http.ts";
import { announcedMaximum, type InstanceDocument } from "./limits.ts";

/** What is to be found at an origin. */
export type Found =
  /** `document` is null where the instance describes itself to its own users alone. */
  | { kind: "instance"; document: InstanceDocument | null }
  | { kind: "no instance"; document: null }
  /** Nobody answered the question: silence, an overload, a wall. */
  | { kind: "no answer"; document: null };

const PATHS = ["/api/v2/instance", "/api/v1/instance"];

/** Whether a path is one at which an instance describes itself. */
export function isInstancePath(path: string): boolean {
  return PATHS.includes(path);
}

/**
 * Asks an instance for its own description.
 *
 * The token goes along: servers with limited federation wanted one until Mastodon 4.4 (#34576). snac and Akkoma know
 * version 1 alone. Version 1 is asked too where version 2 does not tell how long a status may be; what it says then holds.
 *
 * @returns null when there is no such document
 * @throws MastodonError when the server was silent or busy (429, 5xx), so that its limits are only not known yet
 */
export async function readInstance(client: Client): Promise<InstanceDocument | null> {
  let known = null as InstanceDocument | null;
  let busy: MastodonError | null = null;
  for (const path of PATHS) {
    try {
      const { json } = await client.call("GET", path);
      if (isInstanceDocument(json)) known = { ...known, ...json };
    } catch (error) {
      // A server that is silent once need not be waited for again.
      if (!(error instanceof MastodonError) || !error.failure.answer) throw error;
      if (isBusy(error.failure.answer)) busy ??= error;
    }
    if (known && announcedMaximum(known) !== undefined) return known;
  }
  if (busy) throw busy;
  return known;
}

/** Asks, without a token, whether an instance of the Mastodon API is at an origin. */
export async function whatIsAt(probe: Client["probe"], origin: string): Promise<Found> {
  let denials = 0;
  for (const path of PATHS) {
    const answer = await probe(new URL(path, origin));
    // A server that is silent once need not be waited for again.
    if (answer === null) break;
    const json = parseJson(answer.text);
    if (answer.status === 200 && isInstanceDocument(json)) return { kind: "instance", document: json };
    // An instance with limited federation describes itself to its own users alone.
    if (answer.status === 401 && isApiError(json)) return { kind: "instance", document: null };
    if (isDenial(answer)) denials += 1;
  }
  return { kind: denials === PATHS.length ? "no instance" : "no answer", document: null };
}

/** Whether an instance of the Mastodon API answers at an origin, asked without a token. */
export async function isInstance(probe: Client["probe"], origin: string): Promise<boolean> {
  return (await whatIsAt(probe, origin)).kind === "instance";
}

/** Whether an answer says no more than “not now”. A 501 is said for good. */
function isBusy({ status }: HttpAnswer): boolean {
  return status === 429 || (status >= 500 && status !== 501);
}

/** Whether an answer proves that nothing is served here; a 403, 429 or 5xx proves nothing. */
function isDenial({ status }: HttpAnswer): boolean {
  return status < 400 || [400, 404, 405, 410, 501].includes(status);
}

function isInstanceDocument(json: unknown): json is InstanceDocument {
  const document = json as { version?: unknown; uri?: unknown; domain?: unknown } | null | undefined;
  return typeof document?.version === "string" && (document.uri ?? document.domain) !== undefined;
}
