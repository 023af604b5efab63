import { isMissingScope, tokenApplication, VERIFY } from "../mastodon/account.ts";
import { asObject, type Client, openClient, parseJson, textOf } from "../mastodon/client.ts";
import { diagnose } from "../mastodon/diagnosis/diagnose.ts";
import { explainUnauthorized, isAppToken } from "../mastodon/diagnosis/token.ts";
import { MastodonError } from "../mastodon/error.ts";
import { readHistory } from "../mastodon/history/history.ts";
import type { Http } from "../mastodon/http.ts";
import {
  type Ability,
  hasScope,
  mayDo,
  scopeFor,
  type TokenInfo,
  tokenInfo,
  type Verdict,
} from "../mastodon/permissions.ts";
import { softwareNamed } from "../mastodon/software.ts";
import { harmless, oneLine } from "../visible.ts";
import type { CheckOptions } from "./arguments.ts";
import { type Context, exitCode, givenToken } from "./environment.ts";
import { findServer, type Server } from "./find-server.ts";
import { askWhose, type Owner } from "./owner.ts";

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
 * servers.
 *
 * @returns exit code: done unless posting cannot work
 * @throws Error with one sentence, also when the server does not accept the token
 */
export async function check(options: CheckOptions, context: Context): Promise<number> {
  const { terminal } = context;
  const server = await findServer(options.instance, context);
  const token = await givenToken(options.tokenEnv, context);
  const client = openClient(server.origin, token, context.http.within(TIMEOUT));

  const told = await tokenInfo(client);
  if (told?.isOfApplication) throw ofApplicationAlone(server);
  const owner = await readOwner(client, server, token, context.http);
  const application = await readApplication(client);
  const info = told ?? inOwnWords(application, server.software);
  const known = { software: server.software, info, mayLogIn: owner.handle !== "" };
  const abilities = await abilitiesOf(client, known, application);
  const scopes = info?.scopes ?? null;
  const expiry = expiryOf(token, server.software);

  if (options.json) {
    const { origin, software, version } = server;
    const account = owner.handle === "" ? null : { handle: owner.handle, followers: owner.followers };
    const document = { instance: origin, software, version, account, application, scopes, expiry, ...abilities };
    terminal.print(JSON.stringify(document, null, 2));
  } else {
    terminal.show(tableOf(owner, application, scopes, expiry, abilities));
  }
  for (const remark of owner.remarks) terminal.say(remark);
  return abilities.posting.verdict === "no" ? exitCode.failed : exitCode.done;
}

function tableOf(
  { handle, followers }: Owner,
  application: TokenApplication | null,
  scopes: readonly string[] | null,
  expiry: string,
  abilities: Awaited<ReturnType<typeof abilitiesOf>>,
): string {
  const count = followers === null ? "" : `, followers: ${followers}`;
  const most = application?.scopes ? `at most ${application.scopes.join(" ")}, as its application` : "";
  const rows: [string, string][] = [
    [
      "Account",
      handle === "" ? "the token may not tell (it has neither profile nor read:accounts)" : `${handle}${count}`,
    ],
    ["Application", application ? application.name : "the server does not tell"],
    ["Scopes", scopes ? scopes.join(" ") || "none" : most || "the server does not tell"],
    ["Expires", expiry],
    ["Posting", inWords(abilities.posting)],
    ["Media", inWords(abilities.media)],
    ["Duplicate check", inWords(abilities["duplicate-check"])],
    ["Pin", inWords(abilities.pin)],
  ];
  return rows.map(([name, text]) => `${name.padEnd(17)}${oneLine(harmless(text))}`).join("\n");
}

function inWords({ verdict, why }: Pick<Verdict, "verdict" | "why">): string {
  const word = verdict === "unknown" ? "cannot be known" : verdict;
  return why === "" ? word : `${word}: ${why}`;
}

/** Whose token it is. The handle is empty where the token lacks the scope to tell; anything else it dies of is thrown. */
async function readOwner(client: Client, server: Server, token: string, http: Http): Promise<Owner> {
  try {
    const owner = await askWhose(http, server.origin, token, server.document);
    if (owner.handle === "") await client.call("GET", VERIFY);
    return owner;
  } catch (error) {
    if (!(error instanceof MastodonError)) throw error;
    const { failure, outcome } = error;
    const { answer } = failure;
    const isAlive = answer !== undefined && [401, 422].includes(answer.status) && (await isAppToken(client));
    if (isAlive && answer.status === 422) throw ofApplicationAlone(server);
    // activities.next says 401 to a scope that is missing.
    if (isAlive || isMissingScope(error)) {
      return { handle: "", otherHandle: "", followers: null, remarks: [] };
    }
    const reader = "at a terminal";
    if (answer && answer.status === softwareNamed(server.software).deadToken) {
      throw new MastodonError(failure, await explainUnauthorized({ ...failure, answer }, client, reader), outcome);
    }
    throw await diagnose(error, client, { reader });
  }
}

function ofApplicationAlone({ origin }: Server): Error {
  return new Error(
    `This token stands for an application alone, and for no account, so it can post nothing on ${origin}. Make one with mastodon-token login.`,
  );
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

/** The token's scopes, where the server tells them in place of its application's, in words of its own. */
function inOwnWords(application: TokenApplication | null, software: string | null): TokenInfo | null {
  const { ownScopes } = softwareNamed(software);
  if (!ownScopes || !application?.scopes) return null;
  return { scopes: application.scopes.flatMap((word) => ownScopes[word] ?? []), isOfApplication: false };
}

/** What a token is made for. */
type Purpose = Ability | "duplicate-check";

/**
 * Finds out what a token may do, without doing it.
 *
 * @param application null where it is not known
 */
async function abilitiesOf(
  client: Client,
  known: { software: string | null; info: TokenInfo | null; mayLogIn: boolean },
  application: TokenApplication | null,
): Promise<Record<Purpose, Pick<Verdict, "verdict" | "why">>> {
  const judge = async (ability: Ability) => {
    const scope = scopeFor[ability];
    const most = softwareNamed(known.software).scopes === "none" ? null : (application?.scopes ?? null);
    if (!known.info && most && !hasScope(most, scope)) {
      return { verdict: "no" as const, why: `its application does not have ${scope}, so no token of it has` };
    }
    const { verdict, why } = await mayDo(client, ability, known);
    return { verdict, why };
  };
  return {
    posting: await judge("posting"),
    media: await judge("media"),
    "duplicate-check": await judgeLook(client),
    pin: await judge("pin"),
  };
}

/** A look changes nothing, so it can simply be tried: at once for what is public, and for all else. */
async function judgeLook(client: Client): Promise<Pick<Verdict, "verdict" | "why">> {
  const sender = { client, owner: null, software: null };
  const since = client.clock.now();
  const open = await readHistory(sender, { since, visibility: "public", scheduled: false });
  if (open.missing) return { verdict: open.missing.forGood ? "no" : "unknown", why: open.missing.why };
  const all = await readHistory(sender, { since, visibility: "private", scheduled: true });
  return { verdict: "yes", why: all.missing ? `of public posts only, since ${all.missing.why}` : "" };
}

/**
 * When a token ends, in words. No call tells; some tokens do themselves, since they are JSON Web Tokens (Pixelfed's are).
 *
 * @param software name of the server's software (nodeinfo); null where it does not say
 */
export function expiryOf(token: string, software: string | null): string {
  const { exp } = payloadOf(token);
  if (typeof exp === "number" && exp > 0 && exp < 1e11) return `at ${new Date(exp * 1000).toISOString()}`;
  return softwareNamed(software).tokensEnd;
}

function payloadOf(token: string): Record<string, unknown> {
  const [, payload = "", signature] = token.split(".");
  return signature === undefined ? {} : asObject(parseJson(Buffer.from(payload, "base64url").toString("utf8")));
}
