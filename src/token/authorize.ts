import { createHash, randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import open from "open";
import {
  type Application,
  authorizeUrl,
  exchangeCode,
  type Grant,
  OAuthError,
  type OAuthServer,
  outOfBand,
  registerApplication,
} from "../mastodon/oauth.ts";
import { type BroughtBack, listenForCallback, readAnswer } from "./callback.ts";
import type { Context } from "./environment.ts";

/** A token, and what it takes to end it. */
export interface Session {
  server: OAuthServer;
  application: Application;
  grant: Grant;
}

/** The person said no. */
export class DeclinedError extends Error {}

/** The server does not take these scopes, as far as one can tell. */
export class ScopesRefusedError extends Error {}

export interface AuthorizeOptions {
  /** Of the application. */
  name: string;
  website: string;
  /** Scopes to try in turn. */
  fallbacks: readonly string[];
  /** Ask for the password again, although the browser may be logged in. */
  forceLogin: boolean;
  /** Whether to open a browser here and listen for what it brings back; else the code is pasted. */
  browser: boolean;
  /** Milliseconds to wait for the browser. */
  timeout: number;
}

/** Opens an address in a browser; false when there is none. */
export type Opener = (url: string) => Promise<boolean>;

/**
 * Registers an application and has the person allow it to use the account.
 *
 * @throws DeclinedError
 * @throws Error with one sentence for everything else
 */
export async function authorize(
  server: OAuthServer,
  options: AuthorizeOptions,
  context: Context,
  open: Opener = openBrowser,
): Promise<Session> {
  return tryScopes(options.fallbacks, server, context, (scopes) =>
    options.browser
      ? throughBrowser(server, scopes, options, context, open)
      : throughPastedCode(server, scopes, options, context),
  );
}

/** Tries scopes in turn, and says it aloud when a token gets to do more than was wanted. */
export async function tryScopes<T>(
  fallbacks: readonly string[],
  server: OAuthServer,
  { terminal }: Context,
  attempt: (scopes: string) => Promise<T>,
): Promise<T> {
  const { host } = new URL(server.origin);
  for (const [index, scopes] of fallbacks.entries()) {
    const next = fallbacks[index + 1];
    try {
      return await attempt(scopes);
    } catch (error) {
      if (!(error instanceof ScopesRefusedError) || next === undefined) throw error;
      terminal.say(error.message);
      const isWide = /(^| )write( |$)/.test(next);
      const why = isWide ? "ATTENTION: this allows far more than posting, but it is all the server may know" : "";
      terminal.say([`Asking ${host} for “${next}” instead of “${scopes}”.`, why].filter(Boolean).join(" "));
    }
  }
  throw new Error("There are no scopes to ask for.");
}

/** Registers with scopes of which only the answer tells whether the server knows them. */
export async function register(
  { http }: Context,
  server: OAuthServer,
  application: { name: string; website: string; redirectUri: string; scopes: string },
): Promise<Application> {
  try {
    return await registerApplication(http, server, application);
  } catch (error) {
    // Nobody says clearly that it was the scopes: Mastodon 422, Iceshrimp 400, activities.next "Unprocessable entity".
    if (error instanceof OAuthError && [400, 422].includes(error.status)) throw new ScopesRefusedError(error.message);
    throw error;
  }
}

async function throughBrowser(
  server: OAuthServer,
  scopes: string,
  options: AuthorizeOptions,
  context: Context,
  open: Opener,
): Promise<Session> {
  const { terminal } = context;
  const { host } = new URL(server.authorization);
  const secrets = newSecrets();
  // Bound first, since the port is part of the redirect URI that is registered.
  const callback = await listenForCallback(secrets.state);
  try {
    const application = await register(context, server, { ...options, redirectUri: callback.redirectUri, scopes });
    const url = authorizeUrl(server, application, { ...secrets, forceLogin: options.forceLogin });
    if (await open(url)) {
      const minutes = Math.max(1, Math.round(options.timeout / 60_000));
      terminal.say(`Your browser shows ${host} now. If it does not, open this address in it:\n  ${url}`);
      terminal.say(`Waiting for your answer there, ${minutes === 1 ? "a minute" : `${minutes} minutes`} at most …`);
      const answer = await callback.answer(options.timeout);
      return { server, application, grant: await exchange(context, server, application, answer, secrets) };
    }
  } finally {
    await callback.close();
  }
  terminal.say("No browser could be opened here.");
  return throughPastedCode(server, scopes, options, context);
}

async function throughPastedCode(
  server: OAuthServer,
  scopes: string,
  options: AuthorizeOptions,
  context: Context,
): Promise<Session> {
  const { terminal } = context;
  const { host } = new URL(server.origin);
  if (!terminal.interactive) {
    throw new Error("There is no browser to open here and no terminal to paste a code into. Run it where one is.");
  }
  const secrets = newSecrets();
  const application = await register(context, server, { ...options, redirectUri: outOfBand, scopes });
  const url = authorizeUrl(server, application, { ...secrets, forceLogin: options.forceLogin });
  terminal.say(`Open this address in a browser, on any device, and allow it there:\n  ${url}`);
  const pasted = await terminal.askSecret(`${host} then shows a code. Paste it here:`);
  const answer = readPasted(pasted, secrets.state);
  return { server, application, grant: await exchange(context, server, application, answer, secrets) };
}

function newSecrets() {
  const verifier = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  return { state: randomBytes(24).toString("base64url"), verifier, challenge };
}

/** What a person pasted: the code alone, or the whole address that shows it. Nothing at all means no. */
function readPasted(pasted: string, state: string): BroughtBack {
  const text = pasted.trim().replace(/^(["'`])(.*)\1$/, "$2");
  if (text === "") return { kind: "denied" };
  const [, query] = /^[^?\s]*\?(.*)$/.exec(text) ?? [];
  // snac's page is the code and the state, as if an address stood before them.
  const [, code = text, returned] = /^([^&]+)&state=(.*)$/.exec(text) ?? [];
  const parameters = new URLSearchParams(query ?? { code, ...(returned === undefined ? {} : { state: returned }) });
  // Pages that show a code seldom bear a state; one that does must bear ours.
  if (parameters.get("state") === null) parameters.set("state", state);
  return readAnswer(parameters, state);
}

/** Turns what came back into a token. A code is sent once, whatever becomes of it. */
async function exchange(
  { http }: Context,
  server: OAuthServer,
  application: Application,
  answer: BroughtBack | null,
  { verifier }: { verifier: string },
): Promise<Grant> {
  const { host } = new URL(server.origin);
  if (answer === null) {
    throw new Error(
      "No answer came back from the browser in time. If its page showed an error, or is on another device, try again with --no-browser.",
    );
  }
  switch (answer.kind) {
    case "denied":
      throw new DeclinedError(`Nothing was allowed on ${host}, so there is no token.`);
    case "wrong state":
      throw new Error(
        "What came back belongs to another login, so nothing was taken from it. An older tab may have answered: close it, and start again.",
      );
    case "error":
      throw refusedAtPage(host, answer.error, answer.sentence);
    case "code":
      try {
        return await exchangeCode(http, server, application, { code: answer.code, verifier });
      } catch (error) {
        throw error instanceof OAuthError ? explainExchange(error) : error;
      }
  }
}

function refusedAtPage(host: string, error: string, sentence: string): Error {
  // No word is that long: a server may repeat a code here, which nobody has used yet.
  const said = (sentence === "" ? error : `${error}: ${sentence}`).replaceAll(/[\w-]{20,}/g, "***");
  if (error === "invalid_scope") return new ScopesRefusedError(`${host} does not allow these scopes (“${said}”).`);
  if (error === "no code") return new Error(`What came back from ${host} holds no code. Start again.`);
  return new Error(`${host} sent the browser back with “${said}”. Start again; --no-browser takes another way.`);
}

function explainExchange(error: OAuthError): Error {
  const { code, status, message } = error;
  if (code === "invalid_scope") return new ScopesRefusedError(message);
  if (code === "invalid_client") return new Error(`${message} It has forgotten the application. Start again.`);
  if (status === 0 || status === 429 || status >= 500) return error;
  return new Error(
    `${message} The code was used before, is older than ten minutes, or was not pasted whole. Start again: each code works once.`,
  );
}

/** How long a launcher has to say that it found no browser, in milliseconds. One that found some ends at once, or never. */
const PATIENCE = 1500;

/**
 * Opens an address in the person's browser.
 *
 * @returns false when there is none, as far as its launcher (`xdg-open`, `open`, PowerShell) tells
 */
export async function openBrowser(url: string): Promise<boolean> {
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
