import { scopeNamedIn, scopeOf, tellsOfScope, VERIFY } from "../account.ts";
import type { Client } from "../client.ts";
import { type BadAnswer, type Diagnosis, hostOf, MastodonError } from "../error.ts";
import { hasScope, tokenInfo } from "../permissions.ts";
import { answerInWords, serverSentence } from "./answers.ts";

/** The scope without which no token is of use here. */
const POSTING = "write:statuses";

/** Who reads a diagnosis. */
export type Reader = "in a workflow" | "at a terminal";

function andStore(reader: Reader | undefined): string {
  return reader === "at a terminal" ? "" : ", and store it as the secret";
}

/**
 * 401: the token is not accepted.
 *
 * Sharkey answers 401 to every failure and activities.next to a missing scope, so that the token itself is
 * tried once more before it is called dead.
 */
export async function explainUnauthorized(failure: BadAnswer, client: Client, reader?: Reader): Promise<Diagnosis> {
  const host = hostOf(failure);
  if (/^basic\b/i.test(failure.answer.headers["www-authenticate"] ?? "")) {
    return {
      what: `Something in front of ${host} asks for a user name and a password: ${answerInWords(failure)}.`,
      why: "The server is closed to the public.",
      cure: "Ask the instance's admins to let requests to /api/ through.",
      neverArrived: true,
    };
  }
  const what = `${host} refused the access token: ${answerInWords(failure)}.`;
  const scope = scopeOf(failure.method, failure.path) || POSTING;
  const verified = failure.path === VERIFY ? null : await ask(client, VERIFY);
  if (verified?.status === 200) {
    return {
      what,
      why: `The same token is accepted elsewhere on this server, so it is valid: it lacks the scope ${scope}, or the server answers 401 to anything it rejects.`,
      cure: `Make a token with ${scopesWith(scope)}; if it has ${scope === POSTING ? "that scope" : "them"}, look at ${whatIsMinded(scope)}.`,
    };
  }
  return {
    what,
    why: whyDead(failure),
    cure: `Make a new token on ${host} with ${scopesWith(scope)}${andStore(reader)}.`,
  };
}

/** What a token needs for a call, and for posting. To ask whose it is takes `profile`, which is told where it matters. */
function scopesWith(scope: string): string {
  return scope === POSTING || scope === "profile" ? `the scope ${POSTING}` : `the scopes ${POSTING} and ${scope}`;
}

function whatIsMinded(scope: string): string {
  if (scope === POSTING) return "the text";
  return scope === "write:media" ? "the file" : "the id or the address that was asked for";
}

/** Mastodon tells a revoked or expired token from one it does not know; the words are Doorkeeper's in English. */
function whyDead(failure: BadAnswer): string {
  const words = `${serverSentence(failure)} ${failure.answer.headers["www-authenticate"] ?? ""}`;
  if (/\brevoked\b/i.test(words)) return "Somebody revoked it, or the account's password was reset.";
  if (/\bexpired\b/i.test(words)) return "It has expired: this server's tokens do not last forever.";
  return "It was revoked, it is cut off, it belongs to another instance, or it is the client key or client secret of the application.";
}

/**
 * 403: the token is alive, but it may not do this, or the account may not, or nobody from here may.
 *
 * @param isReachable whether the instance answered other requests
 */
export async function explainForbidden(
  failure: BadAnswer,
  client: Client,
  isReachable: boolean,
  reader?: Reader,
): Promise<Diagnosis> {
  const host = hostOf(failure);
  const sentence = serverSentence(failure);
  const challenge = failure.answer.headers["www-authenticate"] ?? "";
  if (tellsOfScope(failure)) {
    const scope = scopeNamedIn(challenge, sentence) || scopeOf(failure.method, failure.path);
    const info = await tokenInfo(client);
    const has = info && !hasScope(info.scopes, scope) ? `; it has ${info.scopes.join(" ") || "none"}` : "";
    return {
      what: `The access token is not allowed to do this on ${host}: ${answerInWords(failure)}.`,
      why: scope ? `It lacks the scope ${scope}${has}.` : `It lacks a scope${has}.`,
      cure: `A token keeps the scopes that it was made with: make a new one${scope ? ` with ${scope}` : ""}${andStore(reader)}.`,
    };
  }
  if (failure.json === undefined) {
    return {
      what: `Something in front of ${host} does not let this request in: ${answerInWords(failure)}.`,
      why: isReachable
        ? "The instance answers other requests, so a filter blocks this one: its text, or that it comes from a runner."
        : "A firewall or block list keeps the runner's address out; the token has nothing to do with it.",
      cure: "Ask the instance's admins to let requests to /api/ through, or use a self-hosted runner.",
      neverArrived: true,
    };
  }
  const { why, cure } = await explainAccount(failure, sentence, client);
  return { what: `${host} does not let this account post: ${answerInWords(failure)}.`, why, cure };
}

/** What Mastodon says to every call of an account that may not log in (Api::BaseController, `require_user!`). */
const STATES: [words: RegExp, why: string][] = [
  [
    /login is currently disabled/i,
    "The account was suspended or frozen by a moderator, is a memorial or deleted, has moved to another account, or lacks the second factor that its server requires.",
  ],
  [/login is missing a confirmed e-mail/i, "The account's e-mail address was never confirmed."],
  [/login is currently pending approval/i, "The account still waits for a moderator's approval."],
];

/** The account's own state forbids every call in the same words, a policy only this one. */
async function explainAccount(
  failure: BadAnswer,
  sentence: string,
  client: Client,
): Promise<Pick<Diagnosis, "why" | "cure">> {
  // Pixelfed, to whatever has no media.
  if (/^empty statuses are not allowed/i.test(sentence)) {
    return { why: "This server takes no status without media.", cure: "Attach an image or a video." };
  }
  const cure = `Log in at ${failure.origin} in a browser: it says there what the account needs.`;
  const state = STATES.find(([words]) => words.test(sentence))?.[1];
  if (state !== undefined) return { why: state, cure };
  const verified = failure.path === VERIFY ? { status: 403, sentence } : await ask(client, VERIFY);
  if (verified.sentence === sentence) {
    return { why: "The account is not confirmed, waits for approval, or was locked by a moderator.", cure };
  }
  return {
    why:
      verified.status === 200
        ? "The token and its account are fine, so it is a rule of the server that forbids this post."
        : "A rule of the server forbids this post, or a moderator has limited the account.",
    cure: "Change the text or its visibility, or ask the instance's admins.",
  };
}

/** What to say of a token that stands for an application alone. */
export const ofApplication = {
  why: "The access token belongs to an application, not to an account (the grant client_credentials makes such tokens).",
  cure: "Use the access token of a user: in the web interface Preferences › Development › your application › “Your access token”.",
};

/** Whether a token stands for an application alone, as one of the grant `client_credentials` does. */
export async function isAppToken(client: Client): Promise<boolean> {
  const account = await ask(client, VERIFY);
  if (account.status !== 422 && account.status !== 401) return false;
  return (await ask(client, "/api/v1/apps/verify_credentials")).status === 200;
}

/** What the server says to a harmless call with the token; status 0 when it does not answer. */
async function ask(client: Client, path: string): Promise<{ status: number; sentence: string }> {
  try {
    return { status: (await client.call("GET", path)).status, sentence: "" };
  } catch (error) {
    if (!(error instanceof MastodonError)) throw error;
    return { status: error.failure.answer?.status ?? 0, sentence: serverSentence(error.failure) };
  }
}
