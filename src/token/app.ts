import { readMetadata, registerApplication } from "../mastodon/oauth.ts";
import type { AppOptions } from "./arguments.ts";
import { type Context, exitCode } from "./environment.ts";
import { findServer } from "./find-server.ts";

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
  const instance = options.instance || (await terminal.ask("Which instance? Its address:"));
  const { origin } = await findServer(instance, context);
  const name = options.name || (await terminal.ask("--name: what is the application called, for people to see?"));
  const redirectUri =
    options.redirectUri || (await terminal.ask("--redirect-uri: where does the server send people back to?"));
  const redirectUris = redirectUri.split(/[\s,]+/).filter((uri) => uri !== "");
  checkAnswers(name, redirectUris, options.website);

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
  const profile = `${origin}/api/v1/accounts/verify_credentials`;
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

/** What servers refuse with a sentence that tells little, or take and then never use. */
function checkAnswers(name: string, redirectUris: string[], website: string): void {
  if (name === "" || redirectUris.length === 0) throw new Error("An application needs a name and a redirect URI.");
  if ([...name].length > 60) throw new Error("--name is longer than 60 characters, which servers refuse.");
  const wrong = redirectUris.find((uri) => !isRedirectUri(uri));
  if (wrong !== undefined) {
    throw new Error(
      `${wrong.slice(0, 200)} is not a redirect URI. It must be a whole URL without #, such as https://git.example.org/user/oauth2/mastodon/callback`,
    );
  }
  if (website !== "" && !(URL.canParse(website) && /^https?:$/.test(new URL(website).protocol))) {
    throw new Error("--website is a whole address, such as https://example.org");
  }
}

/** Mastodon refuses fragments and the schemes that browsers run. */
function isRedirectUri(uri: string): boolean {
  return URL.canParse(uri) && !uri.includes("#") && !/^(data|vbscript|javascript):/i.test(uri);
}
