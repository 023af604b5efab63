import { handleOf, isMissingScope, tokenApplication, VERIFY } from "../mastodon/account.ts";
import { asObject, type Client, openClient, parseJson } from "../mastodon/client.ts";
import { serverSentence } from "../mastodon/diagnosis/answers.ts";
import { diagnose } from "../mastodon/diagnosis/diagnose.ts";
import { MastodonError } from "../mastodon/error.ts";
import { OAuthError, readMetadata, revokeToken } from "../mastodon/oauth.ts";
import { softwareNamed } from "../mastodon/software.ts";
import type { RevokeOptions } from "./arguments.ts";
import { type Context, exitCode, givenToken, namedVariable, plainToken } from "./environment.ts";
import { findServer } from "./find-server.ts";
import { whereToEnd } from "./session.ts";

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
  const { origin, software } = await findServer(options.instance, context);
  const { token, clientId, clientSecret } = await readGiven(options, context);
  const client = openClient(origin, token, http.within(TIMEOUT));

  const owner = await ownerOf(client);
  if ("dead" in owner) {
    terminal.say(owner.dead);
    return owner.hasEnded ? exitCode.done : exitCode.failed;
  }
  const whose = owner.handle === "" ? "this token" : `this token of ${owner.handle}`;
  if (terminal.interactive && !options.yes && !(await terminal.confirm(`End ${whose} on ${origin}?`))) {
    terminal.say("The token is still valid.");
    return exitCode.declined;
  }

  if (clientId === "" && softwareNamed(software).endsForClientAlone) {
    const why =
      "Its server ends a token only for the application that it was made for, whose client id and secret login shows with --print.";
    terminal.say(`The token is still valid. ${why} ${whereToEnd(origin, software)}`);
    return exitCode.failed;
  }

  const refusal = await tryToEnd();
  // Looked for whatever the answer was: one that got lost may have ended it all the same.
  const isEnded = await ownerOf(client).then(
    (left) => "dead" in left,
    (error: Error) => error.message,
  );
  if (isEnded === true) {
    terminal.say(`Ended: ${origin} does not accept the token any more.`);
    return exitCode.done;
  }
  const state =
    isEnded === false ? "The token is still valid." : `Whether the token has ended is not known. ${isEnded}`;
  const why = refusal.sentence || (isEnded === false ? reasonFor(clientId) : "");
  // Of two requests without an answer, one is enough to tell.
  const reason = refusal.isLost && isEnded !== false ? "" : why;
  terminal.say([state, reason, whereToEnd(origin, software)].filter(Boolean).join(" "));
  return exitCode.failed;

  /** @returns what the server said against it, empty for nothing; or why there is no answer */
  async function tryToEnd(): Promise<{ sentence: string; isLost: boolean }> {
    try {
      const server = await readMetadata(http, origin);
      if (clientId !== "") await revokeToken(http, server, { clientId, clientSecret }, token);
      else await client.call("POST", new URL(server.revocation).pathname, { body: { token } });
      return { sentence: "", isLost: false };
    } catch (error) {
      if (error instanceof OAuthError) {
        const isAbsent = [404, 405, 501].includes(error.status);
        const sentence = isAbsent ? `${new URL(origin).host} offers programs no way to end a token.` : error.message;
        return { sentence, isLost: error.status === 0 };
      }
      if (!(error instanceof MastodonError)) throw error;
      const isLost = !error.failure.answer;
      // Without an application's secret a refusal is what Mastodon has to say.
      const sentence = isLost
        ? (await diagnose(error, client, { reader: "at a terminal" })).message
        : reasonFor(clientId);
      return { sentence, isLost };
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
      ? await terminal.ask("What is the client id of its application? (Leave it empty if you do not have it.)")
      : "");
  if (clientId === "") return { token, clientId: "", clientSecret: "" };
  const clientSecret =
    (options.clientSecretEnv !== "" ? namedVariable(options.clientSecretEnv, context) : field("client_secret")) ||
    (terminal.interactive ? await terminal.askSecret("And its client secret?") : "");
  if (clientSecret === "") {
    throw new Error(
      "The client id is there, but the secret is missing. Name the variable that holds it with --client-secret-env.",
    );
  }
  return { token, clientId, clientSecret };
}

/** Whose token it is, empty where it may not tell; or why the server does not accept it. */
async function ownerOf(client: Client): Promise<{ handle: string } | { dead: string; hasEnded: boolean }> {
  try {
    return { handle: handleOf((await client.call("GET", VERIFY)).json, client.origin) };
  } catch (error) {
    if (!(error instanceof MastodonError)) throw error;
    const { answer } = error.failure;
    if (!answer || ![401, 403, 422].includes(answer.status)) {
      throw await diagnose(error, client, { reader: "at a terminal" });
    }
    // A dead token is 401 on most servers, 403 on Akkoma, 422 on snac, and so is one on others that may only not tell.
    if (isMissingScope(error) || (await tokenApplication(client))) return { handle: "" };
    const sentence = serverSentence(error.failure);
    // Doorkeeper tells a token that has ended from one that it does not know.
    const hasEnded = /\b(revoked|expired)\b/i.test(sentence);
    const what = `${client.origin} does not accept this token (“${sentence}”)`;
    const dead = hasEnded
      ? `${what}: it has ended already.`
      : `${what}: it has ended already, is cut off, or belongs to another server, which was not asked. Nothing was ended.`;
    return { dead, hasEnded };
  }
}
