import { handleIn } from "../mastodon/find-host.ts";
import { REQUEST_TIMEOUT, readMetadata } from "../mastodon/oauth.ts";
import { softwareNamed } from "../mastodon/software.ts";
import { type LoginOptions, UsageError } from "./arguments.ts";
import { type Authorization, type Opener, openAuthorization } from "./authorize.ts";
import { DeclinedError } from "./callback.ts";
import { type Context, exitCode } from "./environment.ts";
import { findServer, type Server } from "./find-server.ts";
import { askWhose, isAccount, type Owner } from "./owner.ts";
import { authorizeByPassword, whyNoPassword } from "./password.ts";
import { endSession, once, type Session, whereToEnd } from "./session.ts";
import { type Destination, originOf, parseRepository, remotesOf } from "./store/destination.ts";
import { HandOverError, handOver, placeIn } from "./store/hand-over.ts";
import { nextStep } from "./store/next-step.ts";
import { askUntil } from "./terminal.ts";
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
  const server = await findServer(
    options.instance,
    context,
    "Which instance is the account on? Its address, or your handle:",
  );
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

  const common = { ...application, fallbacks, software: server.software };
  const authorization: Authorization | null = byPassword
    ? null
    : openAuthorization(oauth, { ...common, browser, timeout: options.timeout }, context, open);
  try {
    for (let isAgain = false; ; isAgain = true) {
      const session = await (authorization?.allow(isAgain) ?? authorizeByPassword(oauth, common, context));
      context.undo ??= once(() => endSession(session, server.software, context));
      const isDone = await useSession(session, wanted, server, options, application.repository, context);
      if (isDone) return exitCode.done;
      terminal.say(
        byPassword
          ? "Once more, with another account."
          : "Once more, with another account: the page shows at its top whose it is, with a button to log out beside it. Press that, and log in with the other account; the same page comes back. (Where there is no such button, log out on the server's own page first.)",
      );
    }
  } finally {
    await authorization?.close();
  }
}

/** @returns false where the person wants another account; then, and whenever it fails, the token is ended */
async function useSession(
  session: Session,
  wanted: string,
  server: Server,
  options: LoginOptions,
  repository: Destination | null,
  context: Context,
): Promise<boolean> {
  let isKept = false;
  try {
    const owner = await checkToken(session, wanted, server, context);
    if (!(await isRightAccount(owner, server, options, context))) return false;
    const { origin, software } = server;
    const credentials = {
      origin,
      software,
      token: session.grant.token,
      handle: owner.handle,
      application: session.application,
    };
    const handedOver = await handOver(credentials, options, repository, context);
    isKept = true;
    context.terminal.say(`\n${nextStep(credentials, options, handedOver)}`);
    const { name } = session.application;
    context.terminal.say(
      `When you no longer need the token: its entry is “${name}”; of two with that name it is the one that was registered last, and the older one shows when it was last used.
${whereToEnd(origin, software)}`,
    );
    return true;
  } catch (error) {
    isKept = error instanceof HandOverError && error.isStored;
    throw error;
  } finally {
    if (!isKept) await context.undo?.();
    context.undo = undefined;
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
  if (account === "" && handleIn(instance) === "" && !yes) {
    throw new UsageError(
      "There is no terminal to ask in, so say whose token it must be: give your handle, @you@example.org, or --account @you (--yes takes any).",
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

/** What applications are called of which nobody said what they are for. */
const UNNAMED = "mastodon-token";

/**
 * Name and website of the application, and the repository that it is for, where one is known. The name stands publicly
 * under each post, so nothing of this computer becomes one unasked.
 */
async function nameApplication(options: LoginOptions, { terminal, environment }: Context) {
  const host = environment.githubHost || "github.com";
  const known = parseRepository(options.repo, host) ?? (await remotesOf(environment))[0]?.repository ?? null;
  const mustAsk = options.name === "" && known === null && options.org === "" && terminal.interactive;
  const typed = mustAsk ? await askUntil(terminal, NAME_QUESTION, problemWithName) : "";
  const repository = known ?? parseRepository(typed, host);
  const website = repository ? `${originOf(repository)}/${repository.owner}/${repository.name}` : "";
  const path = repository ? `${repository.owner}/${repository.name}` : typed || options.org || UNNAMED;
  const name = [...(options.name || path)].slice(0, 60).join("");
  if (typed === "") {
    terminal.say(
      `Registering as “${name}”, which stands publicly under each post${options.name ? "" : " (--name changes it)"}.`,
    );
  }
  return { name, website, repository };
}

const NAME_QUESTION = "Which repository will post? OWNER/NAME, or any name: it stands publicly under each post.";

function problemWithName(answer: string): string {
  if (answer === "") return "The server wants a name. The repository's own is a good one, such as me/project.";
  return [...answer].length > 60 ? "That is longer than 60 characters, which servers refuse." : "";
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

async function isRightAccount(
  owner: Owner,
  { typed }: Server,
  options: LoginOptions,
  { terminal }: Context,
): Promise<boolean> {
  const { handle, followers, remarks } = owner;
  const count = followers === null ? "" : `, ${followers} ${followers === 1 ? "follower" : "followers"}`;
  terminal.say(handle === "" ? "The token may not tell whose it is." : `Logged in as ${handle}${count}.`);
  for (const remark of remarks) terminal.say(remark);
  const named = options.account || handleIn(typed);
  const isNamed = named !== "" && isAccount(named, owner);
  const mustMatch = options.account !== "" || options.yes || !terminal.interactive;
  const who = handle === "" ? "an account that cannot be named" : handle;
  const question = handle === "" ? "Go on all the same?" : `Shall workflows post as ${handle}?`;
  if (named !== "" && !isNamed) {
    const mismatch = `You named @${named.replace(/^@/, "")}, but this is ${who}.`;
    if (mustMatch) throw new Error(`${mismatch} Log out on the server's page, and start again.`);
    return terminal.confirm(`${mismatch} ${question}`, false);
  }
  return mustMatch || terminal.confirm(question);
}
