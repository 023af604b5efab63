import { type Application, type Grant, OAuthError, type OAuthServer, revokeToken } from "../mastodon/oauth.ts";
import { softwareNamed } from "../mastodon/software.ts";
import type { Context } from "./environment.ts";

/** A token, and what it takes to end it. */
export interface Session {
  server: OAuthServer;
  application: Application;
  grant: Grant;
}

/** Ends a token that nobody will use, and says so. */
export async function endSession(
  { server, application, grant }: Session,
  software: string | null,
  { http, terminal }: Context,
): Promise<void> {
  try {
    await revokeToken(http, server, application, grant.token);
    terminal.say("The token that was just made is ended.");
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const where = whereToEnd(server.origin, software);
    terminal.say(`The token that was just made could not be ended: ${error.message} ${where}`);
  }
}

/** The same work, done once however often it is asked for. */
export function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

/**
 * Tells where a person ends a token in the web interface.
 *
 * @param software name of the server's software (nodeinfo); null where it does not say
 */
export function whereToEnd(origin: string, software: string | null): string {
  const { endToken } = softwareNamed(software);
  return endToken?.(origin) ?? `End it in the settings of your account at ${origin}, where authorized apps are listed.`;
}
