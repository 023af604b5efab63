import { VERIFY } from "../mastodon/account.ts";
import { readMetadata, registerApplication } from "../mastodon/oauth.ts";
import type { AppOptions } from "./arguments.ts";
import { type Context, exitCode } from "./environment.ts";
import { findServer } from "./find-server.ts";
import { askUntil } from "./terminal.ts";

/** What the API itself takes where no scope is named, and what login sources that name none are given. */
const DEFAULT_SCOPES = "read";

/**
 * Registers an application, and nothing else: Gitea, Forgejo and others ask for a client id and secret when Mastodon is to
 * be a login source.
 *
 * @returns exit code
 */
export async function registerApp(options: AppOptions, context: Context): Promise<number> {
  const { terminal, http } = context;
  const { origin } = await findServer(options.instance, context);
  const name =
    options.name || (await askUntil(terminal, "What is the application called? People see it.", problemWithName));
  const redirectUri =
    options.redirectUri ||
    (await askUntil(terminal, "Where does the server send people back to? The redirect URI:", problemWithUris));
  const redirectUris = urisIn(redirectUri);
  const problem = problemWithName(name) || problemWithUris(redirectUri) || problemWithWebsite(options.website);
  if (problem !== "") throw new Error(problem);

  const server = await readMetadata(http, origin);
  const scopes = options.scopes || DEFAULT_SCOPES;
  const application = await registerApplication(http, server, {
    name,
    website: options.website,
    redirectUri: redirectUris.join("\n"),
    scopes,
  });
  const { clientId, clientSecret } = application;
  // RFC 6749 allows them no other characters; these would move the cursor, or make a line of their own.
  if (!/^[\x20-\x7e]+$/.test(clientId + clientSecret)) {
    throw new Error(`${origin} gave an id or a secret that nobody could use. Tell its admins.`);
  }
  const profile = `${origin}${VERIFY}`;
  terminal.say(`Registered “${name}” at ${origin}, scopes: ${scopes}, redirect: ${redirectUris.join(", ")}.`);
  if (options.json) {
    const document = {
      name,
      website: options.website,
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: redirectUris,
      scopes: scopes.split(" "),
      authorization_endpoint: server.authorization,
      token_endpoint: server.token,
      profile_endpoint: profile,
    };
    terminal.print(JSON.stringify(document, null, 2));
    return exitCode.done;
  }
  terminal.say(
    `Where its addresses are asked for:\n  authorize ${server.authorization}\n  token     ${server.token}\n  profile   ${profile}`,
  );
  terminal.say("The secret is shown once, and works like a password:");
  terminal.print(`client_id: ${clientId}\nclient_secret: ${clientSecret}`);
  return exitCode.done;
}

function urisIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((uri) => uri !== "");
}

// What servers refuse with a sentence that tells little, or take and then never use.

function problemWithName(name: string): string {
  if (name === "") return "An application needs a name.";
  return [...name].length > 60 ? "The name is longer than 60 characters, which servers refuse." : "";
}

function problemWithUris(text: string): string {
  const uris = urisIn(text);
  const wrong = uris.find((uri) => !isRedirectUri(uri));
  if (wrong === undefined && uris.length > 0) return "";
  const what =
    wrong === undefined ? "An application needs a redirect URI." : `${wrong.slice(0, 200)} is not a redirect URI.`;
  return `${what} It must be a whole URL without #, such as https://git.example.org/user/oauth2/mastodon/callback`;
}

function problemWithWebsite(website: string): string {
  const isAddress = URL.canParse(website) && /^https?:$/.test(new URL(website).protocol);
  return website === "" || isAddress ? "" : "--website is a whole address, such as https://example.org";
}

/** Mastodon refuses fragments and the schemes that browsers run. */
function isRedirectUri(uri: string): boolean {
  return URL.canParse(uri) && !uri.includes("#") && !/^(data|vbscript|javascript):/i.test(uri);
}
