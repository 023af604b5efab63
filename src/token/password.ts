import { OAuthError, type OAuthServer, outOfBand, passwordGrant } from "../mastodon/oauth.ts";
import { softwareNamed } from "../mastodon/software.ts";
import type { Context } from "./environment.ts";
import type { Server } from "./find-server.ts";
import type { Session } from "./session.ts";
import { register, ScopesRefusedError, tryScopes } from "./wanted-scopes.ts";

/** Why a server takes no password from a program, as a sentence; empty where it may. Asks nobody. */
export function whyNoPassword(
  { origin, software, version }: Pick<Server, "origin" | "software" | "version">,
  grants: readonly string[] | null,
): string {
  const { host } = new URL(origin);
  const instead = "A browser works everywhere: leave out --password.";
  const [, major = "", minor = ""] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  const since = softwareNamed(software).noPasswordsSince;
  if (since && (Number(major) > since[0] || (Number(major) === since[0] && Number(minor) >= since[1]))) {
    return `${host} runs Mastodon ${version}, and Mastodon takes no passwords from programs since ${since.join(".")}. ${instead}`;
  }
  if (grants && !grants.includes("password")) {
    return `${host} takes no passwords from programs: the grants that it announces are ${grants.join(", ")}. ${instead}`;
  }
  return "";
}

/**
 * Asks for user name and password and exchanges them for a token, where the server still has that grant.
 *
 * @throws Error with one sentence
 */
export async function authorizeByPassword(
  server: OAuthServer,
  options: { name: string; website: string; fallbacks: readonly string[] },
  context: Context,
): Promise<Session> {
  const { terminal, http } = context;
  const { host } = new URL(server.origin);
  const username = await terminal.ask(`E-mail address of your account on ${host} (some servers want the user name):`);
  const password = await terminal.askSecret(`Password on ${host}; it goes there and nowhere else:`);
  return tryScopes(options.fallbacks, server, context, async (scopes) => {
    const application = await register(context, server, { ...options, redirectUri: outOfBand, scopes });
    try {
      return { server, application, grant: await passwordGrant(http, server, application, { username, password }) };
    } catch (error) {
      throw error instanceof OAuthError ? explainRefusal(error) : error;
    }
  });
}

function explainRefusal(error: OAuthError): Error {
  const { code, status, message, sentence } = error;
  const instead = "Leave out --password and use the browser.";
  if (code === "invalid_scope") return new ScopesRefusedError(message);
  if (code === "mfa_required" || /two.?factor|mfa|otp/i.test(sentence)) {
    return new Error(`${message} The account has two-factor authentication, which this way cannot do. ${instead}`);
  }
  if (code === "unsupported_grant_type" || code === "unauthorized_client") {
    return new Error(`${message} The server takes no passwords from programs, as Mastodon since 4.4. ${instead}`);
  }
  if (status === 0 || status === 429 || status >= 500) return error;
  return new Error(
    `${message} Either the e-mail address or the password is wrong (Mastodon takes no user name here), or the account has two-factor authentication, or the server has given up this grant (Mastodon 4.4), or the redirect URI is not the registered one. ${instead}`,
  );
}
