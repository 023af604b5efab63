import { createHash, randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import open from "open";
import { type Application, authorizeUrl, exchangeCode, type OAuthServer, outOfBand } from "../mastodon/oauth.ts";
import { softwareNamed } from "../mastodon/software.ts";
import { formatDuration } from "../time.ts";
import { type BroughtBack, type Callback, listenForCallback, refusedBy } from "./callback.ts";
import type { Context } from "./environment.ts";
import { askForCode, beyondCodes, isPending } from "./pasted-code.ts";
import { endSession, once, type Session } from "./session.ts";
import { register, tryScopes } from "./wanted-scopes.ts";

export interface AuthorizeOptions {
  /** Of the application. */
  name: string;
  website: string;
  /** Scopes to try in turn. */
  fallbacks: readonly string[];
  /** Whether to open a browser here and listen for what it brings back; else the code is pasted. */
  browser: boolean;
  /** Milliseconds to wait for the browser. */
  timeout: number;
  /** Name of the server's software (nodeinfo); null where it does not say. */
  software: string | null;
}

/** Opens an address in a browser; false when there is none. */
export type Opener = (url: string) => Promise<boolean>;

/** One application, which may be allowed again and again until the account is the right one. */
export interface Authorization {
  /**
   * Has the person allow the application to use an account. From then on the context's `undo` ends the token.
   *
   * @param forceLogin show the page although it was allowed before
   * @throws DeclinedError
   * @throws Error with one sentence for everything else
   */
  allow(forceLogin: boolean): Promise<Session>;
  /** Stops listening. */
  close(): Promise<void>;
}

/** Makes tokens by way of the server's page, with an application that is registered at the first one. */
export function openAuthorization(
  server: OAuthServer,
  options: AuthorizeOptions,
  context: Context,
  opener: Opener = openBrowser,
): Authorization {
  let callback: Callback | null = null;
  let application: Application | null = null;
  let { browser } = options;

  async function allowWith(scopes: string, forceLogin: boolean): Promise<Session> {
    // Bound first, since the port is part of the redirect URI that is registered.
    if (browser) callback ??= await listenForCallback();
    else if (!context.terminal.interactive) {
      throw new Error("There is no browser to open here and no terminal to paste a code into. Run it where one is.");
    }
    const redirectUri = browser ? callback!.redirectUri : outOfBand;
    application ??= await register(context, server, { ...options, redirectUri, scopes });
    const { state, verifier, challenge } = newSecrets();
    const url = authorizeUrl(server, application, { state, challenge, forceLogin });
    const exchange = (code: string) => exchanged(server, application!, { code, verifier }, options.software, context);
    if (!browser) return askForCode(url, state, exchange, { ...options, server }, context);
    // Waited for from now on: a browser may be faster than its launcher.
    const answer = callback!.answer(state, options.timeout);
    if (await opener(url)) {
      const { host } = new URL(server.authorization);
      context.terminal.say(`Your browser shows ${host} now. If it does not, open this address in it:\n  ${url}`);
      context.terminal.say(`Waiting for your answer there, ${formatDuration(options.timeout)} at most …`);
      return exchange(codeIn(await answer, server, options.timeout)).catch(explainRefusal);
    }
    context.terminal.say("No browser could be opened here.");
    browser = false;
    // It was registered to come back here.
    application = null;
    return allowWith(scopes, forceLogin);
  }

  return {
    async allow(forceLogin) {
      // Its token has been ended since.
      if (application && softwareNamed(options.software).endsApplications) {
        application = await register(context, server, { ...options, ...application });
      }
      if (application) return allowWith(application.scopes, forceLogin);
      return tryScopes(options.fallbacks, server, context, async (scopes) => {
        application = null;
        return allowWith(scopes, forceLogin);
      });
    },
    close: async () => callback?.close(),
  };
}

function newSecrets() {
  const verifier = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  return { state: randomBytes(24).toString("base64url"), verifier, challenge };
}

/** Turns a code into a token, which ends with whoever leaves meanwhile. */
async function exchanged(
  server: OAuthServer,
  application: Application,
  secrets: { code: string; verifier: string },
  software: string | null,
  context: Context,
): Promise<Session> {
  const pending = exchangeCode(context.http, server, application, secrets);
  const session = pending.then((grant) => ({ server, application, grant }));
  context.undo = once(async () => {
    const made = await session.catch(() => null);
    if (made) await endSession(made, software, context);
  });
  try {
    return await session;
  } catch (error) {
    context.undo = undefined;
    throw error;
  }
}

/** A code that a browser brought back is a whole one, and no person can bring a better one. */
function explainRefusal(error: unknown): never {
  const why = isPending(error) ? "It was not allowed yet." : "The code was used before, or is older than ten minutes.";
  throw beyondCodes(error) ?? new Error(`${(error as Error).message} ${why} Start again.`);
}

/** The code that the browser brought back; what else it brought is thrown. */
function codeIn(answer: BroughtBack | null, { origin }: OAuthServer, timeout: number): string {
  const { host } = new URL(origin);
  if (answer === null) {
    throw new Error(
      `No answer came back from the browser in ${formatDuration(timeout)}. If it is on another device, or shows an error, try again with --no-browser. If it shows the account's settings instead of a question, ${host} lets this account do nothing: it has moved, is suspended or frozen, or its e-mail address was never confirmed.`,
    );
  }
  if (answer.kind === "code") return answer.code;
  throw refusedBy(host, answer);
}

/** How long a launcher has to say that it found no browser, in milliseconds. One that found some ends at once, or never. */
const PATIENCE = 1500;

/**
 * Opens an address in the person's browser.
 *
 * @returns false when there is none, as far as its launcher (`xdg-open`, `open`, PowerShell) tells
 */
async function openBrowser(url: string): Promise<boolean> {
  try {
    const launcher = await open(url);
    const failed = new Promise<boolean>((resolve) => {
      launcher.once("error", () => resolve(true));
      launcher.once("exit", (code) => resolve(code !== 0));
    });
    const gone = launcher.exitCode !== null;
    return !(gone ? launcher.exitCode !== 0 : await Promise.race([failed, wait(PATIENCE, false, { ref: false })]));
  } catch {
    return false;
  }
}
