import { asObject, type Client } from "./client.ts";
import { MastodonError } from "./error.ts";

/**
 * The application that the token belongs to (`GET /api/v1/apps/verify_credentials`).
 *
 * @returns the Application; null where the server does not tell
 */
export async function tokenApplication(client: Client): Promise<Record<string, unknown> | null> {
  try {
    return asObject((await client.call("GET", "/api/v1/apps/verify_credentials")).json);
  } catch (error) {
    if (error instanceof MastodonError) return null;
    throw error;
  }
}
