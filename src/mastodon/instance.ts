import { type Client, parseJson } from "./client.ts";
import type { HttpAnswer } from "./http.ts";

/** The document in which an instance describes itself (`/api/v2/instance`, else `/api/v1/instance`). */
export type InstanceDocument = Record<string, unknown>;

/** What is to be found at an origin. */
export type Identity =
  /** `document` is null where the instance describes itself to its own users alone. */
  | { kind: "instance"; document: InstanceDocument | null }
  | { kind: "no instance"; document: null }
  /** Nobody answered the question: silence, an overload, a wall. */
  | { kind: "no answer"; document: null };

const PATHS = ["/api/v2/instance", "/api/v1/instance"];

/**
 * Asks an instance for its own description.
 *
 * The token goes along: servers with limited federation wanted one until Mastodon 4.4 (#34576). snac and Akkoma know
 * version 1 alone.
 *
 * @returns null when there is no such document, for whatever reason
 */
export async function readInstance(client: Client): Promise<InstanceDocument | null> {
  for (const path of PATHS) {
    try {
      const { json } = await client.call("GET", path);
      if (isInstanceDocument(json)) return json;
    } catch {
      // The next path may do better; a server that is down answers neither.
    }
  }
  return null;
}

/** Asks, without a token, whether an instance of the Mastodon API is at an origin. */
export async function identify(probe: Client["probe"], origin: string): Promise<Identity> {
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
  return (await identify(probe, origin)).kind === "instance";
}

/** Whether an answer proves that nothing is served here; a 403, 429 or 5xx proves nothing. */
function isDenial({ status }: HttpAnswer): boolean {
  return status < 400 || [400, 404, 405, 410, 501].includes(status);
}

function isApiError(json: unknown): boolean {
  return typeof (json as { error?: unknown } | null | undefined)?.error === "string";
}

function isInstanceDocument(json: unknown): json is InstanceDocument {
  const document = json as { version?: unknown; uri?: unknown; domain?: unknown } | null | undefined;
  return typeof document?.version === "string" && (document.uri ?? document.domain) !== undefined;
}
