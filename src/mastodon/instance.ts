import { type Client, parseJson } from "./client.ts";
import type { HttpAnswer } from "./http.ts";

/** The document in which an instance describes itself (`/api/v2/instance`, else `/api/v1/instance`). */
export type InstanceDocument = Record<string, unknown>;

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

/** Whether an instance of the Mastodon API answers at an origin, asked without a token. */
export async function isInstance(probe: Client["probe"], origin: string): Promise<boolean> {
  for (const path of PATHS) {
    const answer = await probe(new URL(path, origin));
    if (answer && speaksApi(answer)) return true;
  }
  return false;
}

function speaksApi(answer: HttpAnswer): boolean {
  const json = parseJson(answer.text);
  if (answer.status === 200) return isInstanceDocument(json);
  // An instance with limited federation describes itself to its own users alone.
  return answer.status === 401 && typeof (json as { error?: unknown } | undefined)?.error === "string";
}

function isInstanceDocument(json: unknown): json is InstanceDocument {
  const document = json as { version?: unknown; uri?: unknown; domain?: unknown } | null | undefined;
  return typeof document?.version === "string" && (document.uri ?? document.domain) !== undefined;
}
