import { handleOf, tellsOfScope, tokenApplication } from "../mastodon/account.ts";
import { asObject, type Client, openClient, parseJson } from "../mastodon/client.ts";
import { diagnose } from "../mastodon/diagnosis/diagnose.ts";
import { MastodonError } from "../mastodon/error.ts";
import { OAuthError, readMetadata, revokeToken } from "../mastodon/oauth.ts";
import { softwareNamed } from "../mastodon/software.ts";
import type { RevokeOptions } from "./arguments.ts";
import { type Context, exitCode } from "./environment.ts";
import { findServer } from "./find-server.ts";
import { givenToken, namedVariable, plainToken } from "./given-token.ts";

/** How long all requests together may take, in milliseconds. */
const TIMEOUT = 60_000;

/** A token, and the application that it was made for; empty strings where nobody said. */
interface Given {
  token: string;
  clientId: string;
  clientSecret: string;
}

/**
 * Ends a token, and looks whether it has ended: servers say yes to tokens that they do not know, too.
 *
 * Mastodon ends a token only for the application that it was made for, so that its client id and secret are asked for.
 * Without them the token itself is offered as proof, which is enough for some servers; else the person is told where to
 * end it by hand.
 *
 * Piped to stdin, all three may come as JSON: `{"token": …, "client_id": …, "client_secret": …}`.
 *
 * @returns exit code: done when the token does not work any more
 */
export async function revoke(options: RevokeOptions, context: Context): Promise<number> {
  const { terminal, http } = context;
  const instance = options.instance || (await terminal.ask("Which instance? Its address:"));
  const { origin, software } = await findServer(instance, context);
  const { token, clientId, clientSecret } = await readGiven(options, context);
  const client = openClient(origin, token, http.within(TIMEOUT));

  const owner = await ownerOf(client);
  if (owner === null) {
    terminal.say(`${origin} does not accept this token, so there is nothing to end.`);
    return exitCode.done;
  }
  const whose = owner === "" ? "this token" : `this token of ${owner}`;
  if (terminal.interactive && !options.yes && !(await terminal.confirm(`End ${whose} on ${origin}?`))) {
    terminal.say("The token is still valid.");
    return exitCode.declined;
  }

  const refusal = await tryToEnd();
  // Looked for whatever the answer was: one that got lost may have ended it all the same.
  const isEnded = await ownerOf(client).then(
    (left) => left === null,
    (error: Error) => error.message,
  );
  if (isEnded === true) {
    terminal.say(`Ended: ${origin} does not accept the token any more.`);
    return exitCode.done;
  }
  const state =
    isEnded === false ? "The token is still valid." : `Whether the token has ended is not known. ${isEnded}`;
  const reason = refusal || (isEnded === false ? reasonFor(clientId) : "");
  terminal.say([state, reason, whereToEnd(origin, software)].filter(Boolean).join(" "));
  return exitCode.failed;

  /** @returns what the server said against it; empty for nothing */
  async function tryToEnd(): Promise<string> {
    try {
      const server = await readMetadata(http, origin);
      if (clientId !== "") await revokeToken(http, server, { clientId, clientSecret }, token);
      else await client.call("POST", new URL(server.revocation).pathname, { body: { token } });
      return "";
    } catch (error) {
      if (error instanceof OAuthError) {
        const isAbsent = [404, 405, 501].includes(error.status);
        return isAbsent ? `${new URL(origin).host} offers programs no way to end a token.` : error.message;
      }
      // Without an application's secret a refusal is what Mastodon has to say.
      if (error instanceof MastodonError) return reasonFor(clientId);
      throw error;
    }
  }
}

function reasonFor(clientId: string): string {
  return clientId === ""
    ? "The server wants the client id and secret of the application that it was made for."
    : "The server said yes, but the client id and secret are those of another application.";
}

async function readGiven(options: RevokeOptions, context: Context): Promise<Given> {
  const { terminal } = context;
  const { tokenEnv } = options;
  const isPiped = tokenEnv === "" && !terminal.interactive;
  const piped = isPiped ? await terminal.readStdin() : "";
  const document = asObject(parseJson(piped));
  const field = (name: string) => (typeof document[name] === "string" ? document[name] : "");
  const isJson = Object.keys(document).length > 0;
  const alone = isJson ? field("token") || field("access_token") : piped;
  const token = isPiped ? plainToken(alone, "stdin") : await givenToken(tokenEnv, context);

  const clientId =
    options.clientId ||
    field("client_id") ||
    (terminal.interactive
      ? await terminal.ask("Client id of its application (leave empty if you do not have it)")
      : "");
  if (clientId === "") return { token, clientId: "", clientSecret: "" };
  const clientSecret =
    (options.clientSecretEnv !== "" ? namedVariable(options.clientSecretEnv, context) : field("client_secret")) ||
    (terminal.interactive ? await terminal.askSecret("Client secret of its application") : "");
  if (clientSecret === "") {
    throw new Error(
      "The client id is there, but the secret is missing. Name the variable that holds it with --client-secret-env.",
    );
  }
  return { token, clientId, clientSecret };
}

/** Whose token it is, empty where it may not tell; null when the server does not accept it. */
async function ownerOf(client: Client): Promise<string | null> {
  try {
    return handleOf((await client.call("GET", "/api/v1/accounts/verify_credentials")).json, client.origin);
  } catch (error) {
    if (!(error instanceof MastodonError)) throw error;
    const { answer } = error.failure;
    if (!answer || ![401, 403, 422].includes(answer.status)) throw await diagnose(error, client);
    // A dead token is 401 on most servers, 403 on Akkoma, 422 on snac, and so is one on others that may only not tell.
    return tellsOfScope({ ...error.failure, answer }) || (await tokenApplication(client)) ? "" : null;
  }
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
