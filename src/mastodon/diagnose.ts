import type { Client } from "./client.ts";
import { explainConnection } from "./connection-causes.ts";
import { type Diagnosis, type Failure, isHtml, MastodonError, serverSentence } from "./error.ts";
import { findApiOrigin } from "./find-host.ts";
import type { HttpAnswer } from "./http.ts";
import { isInstance, readInstance } from "./instance.ts";
import { limitsOf } from "./limits.ts";
import { formatTime, resetOf } from "./rate-limit.ts";
import { scopeOf } from "./scopes.ts";

/** What is known of the request beyond the failure itself. */
export interface Context {
  /** Length of the text that was sent, as it was counted; absent when no text was sent. */
  characters?: number;
}

/**
 * Finds out why a request failed, and says it in one line. Only here requests are spent on checks: a run that goes well
 * makes none.
 *
 * @returns an error with the same failure and outcome, and a diagnosis for a person
 */
export async function diagnose(error: MastodonError, client: Client, context: Context = {}): Promise<MastodonError> {
  const { failure, outcome } = error;
  const answer = failure.answer;
  if (!answer) return new MastodonError(failure, explainConnection(failure), outcome);
  const diagnosis = await explainAnswer(failure, answer, client, context);
  // A page that is no instance cannot have stored a status, whatever it answered.
  return new MastodonError(failure, diagnosis, diagnosis.noInstance ? "not done" : outcome);
}

interface AnswerDiagnosis extends Diagnosis {
  noInstance?: boolean;
}

async function explainAnswer(
  failure: Failure,
  answer: HttpAnswer,
  client: Client,
  context: Context,
): Promise<AnswerDiagnosis> {
  const { status } = answer;
  if (status >= 300 && status < 400) return explainRedirect(failure, answer, client);
  if (isBotWall(answer)) return botWall(failure, answer);
  // A JSON error in the API's shape proves an instance; anything else has to be asked.
  const shaped = typeof (failure.json as { error?: unknown } | null | undefined)?.error === "string";
  if (!shaped && status !== 429 && status < 500 && !(await isInstance(client.probe, client.origin))) {
    return explainNoInstance(failure, answer, client);
  }
  if (status === 401) return explainUnauthorized(failure, client);
  if (status === 403) return explainForbidden(failure, answer, client);
  if (status === 429) return explainRateLimit(failure, answer);
  if (status >= 500) return explainServerError(failure, answer);
  if (status >= 400) return explainRefusal(failure, client, context);
  return explainStrangeAnswer(failure, answer);
}

/** `POST /api/v1/statuses answered 422 "Validation failed: …"` behind the host's name. */
function told(failure: Failure): string {
  const sentence = serverSentence(failure);
  const said = sentence === "" ? "with an empty answer" : JSON.stringify(sentence);
  return `${failure.answer?.status} ${said} (${failure.method} ${failure.path})`;
}

function hostOf(failure: Failure): string {
  return new URL(failure.origin).host;
}

async function explainRedirect(failure: Failure, answer: HttpAnswer, client: Client): Promise<AnswerDiagnosis> {
  const { origin } = failure;
  const { location = "" } = answer.headers;
  const target = URL.canParse(location, origin) ? new URL(location, origin) : null;
  const what = `${hostOf(failure)} redirects ${failure.method} ${failure.path} to ${target?.href ?? "nowhere"} (${answer.status}).`;
  const candidate = target && target.origin !== origin ? target.origin : null;
  if (candidate && (await isInstance(client.probe, candidate))) {
    return { what, why: "The API lives there.", cure: `Set the instance URL to ${candidate}`, noInstance: true };
  }
  const found = await findApiOrigin(client.probe, origin);
  return {
    what,
    why: "A redirect is not followed, since the token must not travel to another server.",
    cure: found
      ? `Set the instance URL to ${found}`
      : "Set the instance URL to the address that the browser shows when you are logged in.",
    noInstance: true,
  };
}

async function explainNoInstance(failure: Failure, answer: HttpAnswer, client: Client): Promise<AnswerDiagnosis> {
  const host = hostOf(failure);
  const found = await findApiOrigin(client.probe, failure.origin);
  if (found) {
    return {
      what: `${host} is the domain of the handles, but not the server that the API runs on.`,
      why: `It answered ${told(failure)}; the API is at ${found}.`,
      cure: `Set the instance URL to ${found}`,
      noInstance: true,
    };
  }
  const kind = isHtml(answer) ? "a web page" : answer.text.trim() === "" ? "an empty answer" : "something else";
  return {
    what: `${host} does not speak the Mastodon API: ${failure.method} ${failure.path} answered ${answer.status} with ${kind}, and /api/v2/instance does not describe an instance.`,
    why: "The instance URL names another site, or a page of the server instead of the server.",
    cure: "Set the instance URL to the server that the account is on, such as https://mastodon.social",
    noInstance: true,
  };
}

async function explainUnauthorized(failure: Failure, client: Client): Promise<Diagnosis> {
  const what = `${hostOf(failure)} refused the access token: ${told(failure)}.`;
  // Sharkey answers 401 to every failure, activities.next to a missing scope: a 401 alone does not prove a dead token.
  if ((await accepts(client, "/api/v1/accounts/verify_credentials")) === 200) {
    return {
      what,
      why: "The token itself is alive, so it may lack a scope.",
      cure: `Make a token with the scope ${scopeOf(failure.method, failure.path) || "that this call needs"}.`,
    };
  }
  return {
    what,
    why: "It was revoked, it expired, it is cut off, or it belongs to another instance.",
    cure: `Make a new token on ${hostOf(failure)} with the scope ${scopeOf(failure.method, failure.path) || "write:statuses"}, and store it as the secret.`,
  };
}

async function explainForbidden(failure: Failure, answer: HttpAnswer, client: Client): Promise<Diagnosis> {
  const host = hostOf(failure);
  const header = answer.headers["www-authenticate"] ?? "";
  if (/insufficient_scope|invalid_scope|scope/i.test(`${header} ${serverSentence(failure)}`)) {
    const needed = /requires? (?:the )?scopes? \\?"([^"\\]+)/i.exec(header)?.[1]?.split(" ").at(-1);
    const scope = needed ?? scopeOf(failure.method, failure.path);
    return {
      what: `The access token may not do this on ${host}: ${told(failure)}.`,
      why: scope ? `It lacks the scope ${scope}.` : "It lacks a scope.",
      cure: "A token's scopes cannot be changed: make a new one with that scope, and store it as the secret.",
    };
  }
  // The account's own state forbids every call, a policy only this one.
  const blocked = (await accepts(client, "/api/v1/accounts/verify_credentials")) === 403;
  return {
    what: `${host} does not let this account post: ${told(failure)}.`,
    why: blocked
      ? "The account is locked, not confirmed, or waits for approval."
      : "The server's rules forbid this post or this address.",
    cure: `Log in at ${failure.origin} in a browser; it says there what the account needs.`,
  };
}

function explainRateLimit(failure: Failure, answer: HttpAnswer): Diagnosis {
  const reset = resetOf(answer);
  return {
    what: `${hostOf(failure)} takes no more for now: ${told(failure)}.`,
    why: reset
      ? `The rate limit ends at ${formatTime(reset)}.`
      : "The rate limit is used up, and the server does not say until when.",
    cure: reset ? "Run again after that." : "Run again later.",
  };
}

function explainServerError(failure: Failure, answer: HttpAnswer): Diagnosis {
  const gateway = answer.status >= 502 && answer.status <= 504;
  return {
    what: `${hostOf(failure)} is out of order: ${told(failure)}.`,
    why: gateway ? "The server behind the proxy is down or overloaded." : "The server failed on this request.",
    cure: "Run again later.",
  };
}

async function explainRefusal(failure: Failure, client: Client, context: Context): Promise<Diagnosis> {
  const host = hostOf(failure);
  const what = `${host} refused the status: ${told(failure)}.`;
  if (context.characters !== undefined) {
    const document = await readInstance(client);
    const { maxCharacters } = limitsOf(document ?? {});
    if (document && context.characters > maxCharacters) {
      return {
        what,
        why: `The text has ${context.characters} characters, ${host} allows ${maxCharacters}.`,
        cure: "Shorten the text.",
      };
    }
  }
  if (failure.answer?.status === 422 && (await isAppToken(client))) {
    return {
      what,
      why: "The access token belongs to an application, not to an account (it came from the grant client_credentials).",
      cure: "Use the access token of a user: in the web interface, Preferences › Development › your application › “Your access token”.",
    };
  }
  return { what, why: "", cure: "The server's own sentence says what it minds." };
}

function explainStrangeAnswer(failure: Failure, answer: HttpAnswer): Diagnosis {
  const cut = /json/i.test(answer.headers["content-type"] ?? "");
  return {
    what: `${hostOf(failure)} answered ${answer.status} to ${failure.method} ${failure.path}, but ${
      answer.text.trim() === ""
        ? "with nothing in it"
        : cut
          ? "the answer is cut off or is not the one asked for"
          : `with ${isHtml(answer) ? "a web page" : "something else"} instead of JSON`
    }.`,
    why: "Something between here and the server changed or cut the answer.",
    cure: "Run again later.",
  };
}

/** A page that asks for a human, as Cloudflare and its like put before a server. */
function isBotWall(answer: HttpAnswer): boolean {
  if (answer.headers["cf-mitigated"]) return true;
  return (
    (answer.status === 403 || answer.status === 503) &&
    isHtml(answer) &&
    /just a moment|attention required|verify you are human|anubis|captcha|checking your browser/i.test(answer.text)
  );
}

function botWall(failure: Failure, answer: HttpAnswer): Diagnosis {
  const host = hostOf(failure);
  return {
    what: `A wall in front of ${host} wants proof of a human: ${told(failure)}.`,
    why: `${answer.headers["cf-ray"] || answer.headers["cf-mitigated"] ? "Cloudflare" : "A bot filter"} holds the addresses of runners for robots.`,
    cure: "Ask the instance's admins to let /api/ through, or use a self-hosted runner.",
  };
}

async function isAppToken(client: Client): Promise<boolean> {
  const app = await accepts(client, "/api/v1/apps/verify_credentials");
  const account = await accepts(client, "/api/v1/accounts/verify_credentials");
  return app === 200 && (account === 422 || account === 401);
}

/** The status of a harmless call with the token; 0 when there is no answer. */
async function accepts(client: Client, path: string): Promise<number> {
  try {
    return (await client.call("GET", path)).status;
  } catch (error) {
    return error instanceof MastodonError ? (error.failure.answer?.status ?? 0) : 0;
  }
}
