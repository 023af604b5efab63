import { basename } from "node:path";
import { accountRemarks, handleOf, isMissingScope } from "../mastodon/account.ts";
import { asObject, openClient } from "../mastodon/client.ts";
import { diagnose } from "../mastodon/diagnosis/diagnose.ts";
import { MastodonError } from "../mastodon/error.ts";
import type { Http } from "../mastodon/http.ts";
import type { InstanceDocument } from "../mastodon/limits.ts";
import { OAuthError, REQUEST_TIMEOUT, readMetadata, revokeToken } from "../mastodon/oauth.ts";
import { softwareNamed } from "../mastodon/software.ts";
import { repository } from "../package.ts";
import { type LoginOptions, UsageError } from "./arguments.ts";
import { authorize, DeclinedError, type Opener, type Session } from "./authorize.ts";
import { type Context, exitCode } from "./environment.ts";
import { findServer, type Server } from "./find-server.ts";
import { authorizeByPassword, whyNoPassword } from "./password.ts";
import { whereToEnd } from "./revoke.ts";
import { originOf, parseRepository, remotesOf } from "./store/destination.ts";
import { type HandedOver, HandOverError, handOver, placeIn } from "./store/hand-over.ts";
import { missingScopes, scopeFallbacks, wantedScopes, whyReadStatuses } from "./wanted-scopes.ts";

/**
 * Makes a token and hands it over.
 *
 * Whatever goes wrong once there is a token ends it again, so that none is left that nobody knows of.
 *
 * @param open opens the browser; a test brings its own
 * @returns exit code
 * @throws UsageError, DeclinedError, CancelledError, or an Error with one sentence
 */
export async function login(given: LoginOptions, context: Context, open?: Opener): Promise<number> {
  const { terminal, http } = context;
  // `mastodon-token … | pbcopy`: what reads there wants the token.
  const isPiped = terminal.piped && given.repo === "" && given.org === "";
  const options = { ...given, print: given.print || isPiped };
  refuseWrongPlace(options, context);
  refuseBlindness(options, context);
  const typed =
    options.instance || (await terminal.ask("Which instance is the account on? Its address, or your handle:"));
  const server = await findServer(typed, context);
  const oauth = await readMetadata(http, server.origin);
  const byPassword = options.password && (await mayUsePassword(server, oauth.grants, context));
  const wanted = await settleScopes(server, options, context);
  const application = await nameApplication(options, context);
  const fallbacks = options.scopes === "" ? scopeFallbacks(wanted, server.software ?? "", oauth.scopes) : [wanted];
  const { noBrowser } = context.environment;
  const browser = options.browser ?? noBrowser === "";
  if (!byPassword && !browser && options.browser === null) {
    terminal.say(`No browser is opened ${noBrowser}: the code is pasted instead (--browser opens one all the same).`);
  }

  for (let forceLogin = false; ; forceLogin = true) {
    const common = { ...application, fallbacks };
    const session = byPassword
      ? await authorizeByPassword(oauth, common, context)
      : await authorize(oauth, { ...common, forceLogin, browser, timeout: options.timeout }, context, open);
    context.undo = () => end(session, server, context);
    try {
      const owner = await checkToken(session, wanted, server, context);
      if (await isRightAccount(owner, options, context)) return await deliver(session, owner, server, options, context);
      await context.undo();
    } catch (error) {
      if (!(error instanceof HandOverError && error.isStored)) await context.undo();
      throw error;
    } finally {
      context.undo = undefined;
    }
    const hint = "If the browser shows the same one, log out there first, or use a private window.";
    terminal.say(`Once more, with another account. ${byPassword ? "" : hint}`.trim());
  }
}

/** What cannot be stored is told before anything is made that would have to be undone. */
function refuseWrongPlace(options: LoginOptions, context: Context): void {
  try {
    placeIn(options, context);
  } catch (error) {
    throw error instanceof HandOverError ? new UsageError(error.message) : error;
  }
}

/** What cannot be asked must be said beforehand. */
function refuseBlindness(options: LoginOptions, { terminal }: Context): void {
  const { account, yes, password, instance } = options;
  if (terminal.interactive) return;
  if (instance === "")
    throw new UsageError("Which instance? Give its address or your handle: mastodon-token login HOST");
  if (password) throw new UsageError("--password asks questions, and there is no terminal to ask in.");
  if (account === "" && !yes) {
    throw new UsageError(
      "There is no terminal to ask in, so say whose token it must be: --account @you@example.org (--yes takes any).",
    );
  }
}

/** Whether the password can be used; where it cannot, the browser is offered. */
async function mayUsePassword(
  server: Server,
  grants: readonly string[] | null,
  { terminal }: Context,
): Promise<boolean> {
  const reason = whyNoPassword(server, grants);
  if (reason === "") return true;
  terminal.say(reason);
  if (await terminal.confirm("Log in with the browser instead?")) return false;
  throw new DeclinedError("Nothing was done.");
}

/** The scopes to ask for. Where posting once needs more than posting does, the person decides. */
async function settleScopes(server: Server, options: LoginOptions, { terminal }: Context): Promise<string> {
  const wanted = wantedScopes(options);
  if (softwareNamed(server.software).scopes === "none") {
    terminal.say(`${server.software} knows no scopes: a token may do all that the account may.`);
    return wanted;
  }
  if (missingScopes("write:statuses", wanted).length > 0) {
    terminal.say(`A token for “${wanted}” may not post: that takes write:statuses.`);
  }
  if (options.scopes !== "" || missingScopes("read:statuses", wanted).length === 0) return wanted;
  const why = await whyReadStatuses(server.client.within(REQUEST_TIMEOUT), server.software ?? "", server.document);
  if (why === "") return wanted;
  terminal.say(
    `${why} To see whether a post is already there, the token needs read:statuses, which lets it read all posts that the account can read: those for followers and private mentions too.`,
  );
  if (!terminal.interactive) {
    terminal.say("It is left out; --with duplicate-check adds it.");
    return wanted;
  }
  return (await terminal.confirm("Add read:statuses?")) ? `${wanted} read:statuses` : wanted;
}

/** Name and website of the application. The name stands publicly under each post. */
async function nameApplication(options: LoginOptions, { terminal, environment }: Context) {
  const named = parseRepository(options.repo, environment.githubHost || "github.com");
  const repository = named ?? (await remotesOf(environment))[0]?.repository;
  const path = repository ? `${repository.owner}/${repository.name}` : basename(environment.folder);
  const name = [...(options.name || path || "mastodon-token")].slice(0, 60).join("");
  terminal.say(
    `Registering as “${name}”, which stands publicly under each post${options.name ? "" : " (--name changes it)"}.`,
  );
  return { name, website: repository ? `${originOf(repository)}/${repository.owner}/${repository.name}` : "" };
}

/** Learns whose token it is and what it may do. */
async function checkToken(
  session: Session,
  wanted: string,
  server: Server,
  { http, terminal }: Context,
): Promise<Owner> {
  const { grant, application } = session;
  const missing =
    grant.scope === null || softwareNamed(server.software).scopes === "none" ? [] : missingScopes(wanted, grant.scope);
  if (missing.includes("write:statuses")) {
    throw new Error(
      `${new URL(server.origin).host} gave a token for “${grant.scope}”, which may not post. Start again, with other --scopes.`,
    );
  }
  if (missing.length > 0) terminal.say(`The server left out ${missing.join(", ")}: what needs it will not work.`);
  if (grant.scope !== null && missingScopes(grant.scope, application.scopes).length > 0) {
    terminal.say(`The server gave more than was asked for: “${grant.scope}”.`);
  }
  if (grant.expiresIn !== null && grant.expiresIn < DECADE) {
    const date = new Date(Date.now() + grant.expiresIn * 1000).toISOString().slice(0, 10);
    const days = Math.max(1, Math.round(grant.expiresIn / 86_400));
    terminal.say(
      `ATTENTION: this server ends the token on ${date}, in ${days} ${days === 1 ? "day" : "days"}. Make a new one before.`,
    );
  }
  return askWhose(http, server.origin, grant.token, server.document);
}

/** Akkoma's tokens end in a hundred years, which is nothing to tell. Seconds. */
const DECADE = 10 * 365 * 86_400;

async function isRightAccount(owner: Owner, options: LoginOptions, { terminal }: Context): Promise<boolean> {
  const { handle, followers, remarks } = owner;
  const count = followers === null ? "" : `, ${followers} ${followers === 1 ? "follower" : "followers"}`;
  terminal.say(handle === "" ? "The token may not tell whose it is." : `Logged in as ${handle}${count}.`);
  for (const remark of remarks) terminal.say(remark);
  if (options.account !== "") {
    if (isAccount(options.account, owner)) return true;
    throw new Error(
      `This is ${handle === "" ? "an account that cannot be named" : handle}, not ${options.account}. Log out in the browser, and start again.`,
    );
  }
  if (options.yes) return true;
  return terminal.confirm(handle === "" ? "Go on all the same?" : `Shall workflows post as ${handle}?`);
}

async function deliver(
  session: Session,
  owner: Owner,
  server: Server,
  options: LoginOptions,
  context: Context,
): Promise<number> {
  const { origin, software } = server;
  const { terminal } = context;
  const { token } = session.grant;
  const handedOver = await handOver({ origin, token, handle: owner.handle, software }, options, context);
  terminal.say(`\n${nextStep(origin, options, handedOver)}`);
  const replaced = handedOver.kind === "stored" && handedOver.replaced;
  if (!replaced) terminal.say(`Is there an older token that is not needed any more? ${whereToEnd(origin, software)}`);
  return exitCode.done;
}

/** Ends a token that nobody will use. */
async function end({ server, application, grant }: Session, { origin, software }: Server, { http, terminal }: Context) {
  try {
    await revokeToken(http, server, application, grant.token);
    terminal.say("The token that was just made is ended.");
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    terminal.say(`The token that was just made could not be ended: ${error.message} ${whereToEnd(origin, software)}`);
  }
}

/** Whose token it is. */
export interface Owner {
  /** `@me@example.org`; empty where the token may not tell. */
  handle: string;
  /** The same account under the host of the API, where that is another domain. */
  otherHandle: string;
  followers: number | null;
  /** What may keep it from posting; one sentence each. */
  remarks: string[];
}

/**
 * Asks whose token it is.
 *
 * @param document of the instance: its domain is that of the handles, while addresses bear the API's host
 * @throws MastodonError with its diagnosis
 */
export async function askWhose(
  http: Http,
  origin: string,
  token: string,
  document: InstanceDocument | null,
): Promise<Owner> {
  const client = openClient(origin, token, http.within(REQUEST_TIMEOUT));
  try {
    const { json } = await client.call("GET", "/api/v1/accounts/verify_credentials");
    return ownerIn(json, origin, document);
  } catch (error) {
    if (!(error instanceof MastodonError)) throw error;
    if (isMissingScope(error)) return { handle: "", otherHandle: "", followers: null, remarks: [] };
    throw await diagnose(error, client);
  }
}

function ownerIn(json: unknown, origin: string, document: InstanceDocument | null): Owner {
  const account = asObject(json);
  const plain = handleOf(account, origin);
  const domain = handleDomain(document);
  const [, name = ""] = plain.split("@");
  const handle = plain !== "" && domain !== "" && isOwnHost(plain, origin) ? `@${name}@${domain}` : plain;
  const { followers_count: followers } = account;
  return {
    handle,
    otherHandle: plain,
    followers: typeof followers === "number" ? followers : null,
    remarks: accountRemarks(account, origin),
  };
}

/** The domain of the handles; some servers put an address there. Empty for none. */
function handleDomain(document: InstanceDocument | null): string {
  const named = [document?.domain, document?.uri].find((value) => typeof value === "string" && value !== "");
  const address = typeof named === "string" ? (/^https?:/.test(named) ? named : `https://${named}`) : "";
  return URL.canParse(address) ? new URL(address).host : "";
}

function isOwnHost(handle: string, origin: string): boolean {
  return handle.endsWith(`@${new URL(origin).host}`);
}

/** Whether a handle that a person typed is this account: case does not matter, nor does the first `@`. */
export function isAccount(typed: string, owner: Owner): boolean {
  const plain = (handle: string) => handle.trim().replace(/^@/, "").toLowerCase();
  return owner.handle !== "" && [owner.handle, owner.otherHandle].some((handle) => plain(handle) === plain(typed));
}

/** The step to paste, with the names that were used, and what to do with it. */
export function nextStep(origin: string, options: LoginOptions, handedOver: HandedOver): string {
  const { secretName, variableName, urlAs } = options;
  const env = handedOver.kind === "stored" ? handedOver.destination.environment : "";
  const url = urlAs === "secret" ? `secrets.${variableName}` : `vars.${variableName}`;
  const lines = [
    ...(env === "" ? [] : [`environment: ${env}   # of the job, beside runs-on`, ""]),
    `- uses: ${repository}@v1`,
    "  with:",
    `    instance-url: \${{ ${url} }}`,
    `    access-token: \${{ secrets.${secretName} }}`,
    ...(options.with.includes("pin") ? ["    pin: true"] : []),
    "    dry-run: true   # a rehearsal that posts nothing; take it out to post",
  ];
  const stored =
    handedOver.kind === "printed"
      ? `Store the token as the secret ${secretName}, and ${origin} as the ${urlAs} ${variableName}.\n`
      : "";
  return `${stored}The step for your workflow:\n\n${lines.map((line) => (line === "" ? line : `  ${line}`)).join("\n")}\n`;
}
