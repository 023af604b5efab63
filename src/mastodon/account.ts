import { asObject, type Client } from "./client.ts";
import { MastodonError } from "./error.ts";

/** The account that a token is for. */
export interface Owner {
  id: string;
  /** Visibility of its posts where none is given; empty when not known. */
  privacy: string;
}

/**
 * Asks whose token it is, as a dry run does.
 *
 * A token with `write:statuses` alone may not tell (403, scope `profile` missing); that is no fault, as long as the
 * server knows the token: `apps/verify_credentials` takes any valid token since Mastodon 4.3.
 *
 * @returns the account's `@user@host`; empty when the token may not tell
 * @throws MastodonError when the token is not accepted
 */
export async function verifyAccount(client: Client): Promise<{ handle: string }> {
  try {
    const { json } = await client.call("GET", "/api/v1/accounts/verify_credentials");
    return { handle: handleOf(json, client.origin) };
  } catch (error) {
    if (!(error instanceof MastodonError) || error.failure.answer?.status !== 403) throw error;
    await client.call("GET", "/api/v1/apps/verify_credentials").catch(() => {
      throw error;
    });
    return { handle: "" };
  }
}

/** `@user@host` of an account entity. The own account's `acct` bears no domain, so its URL tells it. */
export function handleOf(account: unknown, origin: string): string {
  const { acct, username, url } = (account ?? {}) as { acct?: unknown; username?: unknown; url?: unknown };
  const name = textOrNull(acct) ?? textOrNull(username);
  if (name === null) return "";
  if (name.includes("@")) return `@${name}`;
  const home = typeof url === "string" && URL.canParse(url) ? url : origin;
  return `@${name}@${new URL(home).host}`;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

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
