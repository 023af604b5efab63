import { tokenApplication } from "../application.ts";
import { asObject, type Client, textOf } from "../client.ts";

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
  const own = nameOf(await tokenApplication(client));
  return own === "" || own === its ? null : { its, own };
}

function nameOf(application: unknown): string {
  return textOf(asObject(application).name).trim().replace(/\s+/g, " ");
}
