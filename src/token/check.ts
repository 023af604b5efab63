import { tokenApplication } from "../mastodon/account.ts";
import { type Client, openClient, textOf } from "../mastodon/client.ts";
import { diagnose } from "../mastodon/diagnosis/diagnose.ts";
import { isAppToken } from "../mastodon/diagnosis/token.ts";
import { MastodonError } from "../mastodon/error.ts";
import type { Http } from "../mastodon/http.ts";
import { tellsOfScope } from "../mastodon/scopes.ts";
import { type Ability, abilitiesOf, type Verdict } from "./abilities.ts";
import type { CheckOptions } from "./arguments.ts";
import { type Context, exitCode } from "./context.ts";
import { expiryOf } from "./expiry.ts";
import { findServer, type Server } from "./find-server.ts";
import { givenToken } from "./given-token.ts";
import { askWhose, type Owner } from "./whose-account.ts";

/** How long all requests together may take, in milliseconds. */
const TIMEOUT = 60_000;

/** The application that a token was made for. */
interface TokenApplication {
  name: string;
  website: string;
  /** Null where the server does not list them, as Mastodon before 4.3. */
  scopes: string[] | null;
}

/**
 * Says who a token is and what it may do. Never posts, and never asks anything that could: an empty POST is a post on some
 * servers (server-quirks, section 1).
 *
 * @returns exit code: done unless posting cannot work
 * @throws Error with one sentence, also when the server does not accept the token
 */
export async function check(options: CheckOptions, context: Context): Promise<number> {
  const { terminal } = context;
  const server = await findServer(options.instance || (await terminal.ask("Which instance? Its address:")), context);
  const token = await givenToken(options.tokenEnv, context);
  const client = openClient(server.origin, token, context.http.within(TIMEOUT));

  const owner = await readOwner(client, server, token, context.http);
  const application = await readApplication(client);
  const abilities = await abilitiesOf(client, server.software, application?.scopes ?? null);
  const expiry = expiryOf(token, server.software);

  if (options.json) {
    const { origin, software, version } = server;
    const account = owner.handle === "" ? null : { handle: owner.handle, followers: owner.followers };
    const document = { instance: origin, software, version, account, application, expiry, ...abilities };
    terminal.print(JSON.stringify(document, null, 2));
  } else {
    terminal.print(tableOf(owner, application, expiry, abilities));
  }
  for (const remark of owner.remarks) terminal.say(remark);
  return abilities.posting.verdict === "no" ? exitCode.failed : exitCode.done;
}

function tableOf(
  { handle, followers }: Owner,
  application: TokenApplication | null,
  expiry: string,
  abilities: Record<Ability, Verdict>,
): string {
  const count = followers === null ? "" : `, followers: ${followers}`;
  const scopes = application?.scopes ? `, scopes: ${application.scopes.join(" ")} (the token has no others)` : "";
  const rows: [string, string][] = [
    [
      "Account",
      handle === "" ? "the token may not tell (it has neither profile nor read:accounts)" : `${handle}${count}`,
    ],
    ["Application", application ? `${application.name}${scopes}` : "the server does not tell"],
    ["Expires", expiry],
    ["Posting", inWords(abilities.posting)],
    ["Media", inWords(abilities.media)],
    ["Duplicate check", inWords(abilities["duplicate-check"])],
    ["Pin", inWords(abilities.pin)],
  ];
  return rows.map(([name, text]) => `${name.padEnd(17)}${onOneLine(text)}`).join("\n");
}

/** Names and sentences are a server's word: what would move the cursor or turn the direction of writing is taken out. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

function inWords({ verdict, why }: Verdict): string {
  const word = verdict === "unknown" ? "cannot be known" : verdict;
  return why === "" ? word : `${word}: ${why}`;
}

/** What a dead token is answered with where it is not 401, and means something else everywhere else (server-quirks). */
const DEAD: Record<string, number> = { akkoma: 403, pleroma: 403, snac: 422 };

/** Whose token it is. The handle is empty where the token lacks the scope to tell; anything else it dies of is thrown. */
async function readOwner(client: Client, server: Server, token: string, http: Http): Promise<Owner> {
  try {
    const owner = await askWhose(http, server.origin, token, server.document);
    if (owner.handle === "") await client.call("GET", "/api/v1/accounts/verify_credentials");
    return owner;
  } catch (error) {
    if (!(error instanceof MastodonError)) throw error;
    const { answer } = error.failure;
    const isAlive = answer !== undefined && [401, 422].includes(answer.status) && (await isAppToken(client));
    if (isAlive && answer.status === 422) {
      throw new Error(
        `This token stands for an application alone, and for no account, so it can post nothing on ${server.origin}. Make one with mastodon-token login.`,
      );
    }
    // activities.next says 401 to a scope that is missing.
    if (isAlive || (answer?.status === 403 && tellsOfScope({ ...error.failure, answer }))) {
      return { handle: "", otherHandle: "", followers: null, remarks: [] };
    }
    if (answer?.status === DEAD[server.software ?? ""]) {
      throw new Error(
        `${new URL(server.origin).host} does not accept this token (${answer?.status}): it was revoked, it is cut off, or it belongs to another instance. Make a new one with mastodon-token login.`,
      );
    }
    throw await diagnose(error, client);
  }
}

async function readApplication(client: Client): Promise<TokenApplication | null> {
  const application = await tokenApplication(client);
  if (application === null) return null;
  const { name, website, scopes } = application;
  return {
    name: textOf(name) || "an application without a name",
    website: textOf(website),
    scopes: Array.isArray(scopes) ? scopes.map(String) : null,
  };
}
