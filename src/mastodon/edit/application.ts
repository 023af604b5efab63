import { asObject, type Client, textOf } from "../client.ts";
import { MastodonError } from "../error.ts";

/**
 * The application that posted an own status, where it is surely another than the token's. Mastodon, GoToSocial and Hollo
 * name it to the author (Mastodon's own web interface is `Web`); where a server does not, or does not tell whose the
 * token is (Mastodon before 4.3 wants the scope `read` for that), nothing is sure.
 *
 * @param entity the status
 * @returns the names of both; null where they are the same, or not known
 */
export async function otherApplication(
  client: Client,
  { application }: Record<string, unknown>,
): Promise<{ its: string; own: string } | null> {
  const its = nameOf(application);
  if (its === "") return null;
  const own = await ownApplication(client);
  return own === "" || own === its ? null : { its, own };
}

/** The name of the application that the token belongs to; empty where the server does not tell. */
async function ownApplication(client: Client): Promise<string> {
  try {
    return nameOf((await client.call("GET", "/api/v1/apps/verify_credentials")).json);
  } catch (error) {
    if (error instanceof MastodonError) return "";
    throw error;
  }
}

function nameOf(application: unknown): string {
  return textOf(asObject(application).name).trim().replace(/\s+/g, " ");
}
