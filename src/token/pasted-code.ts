import { asObject, parseJson } from "../mastodon/client.ts";
import { OAuthError, type OAuthServer } from "../mastodon/oauth.ts";
import { softwareNamed } from "../mastodon/software.ts";
import { type BroughtBack, readAnswer, refusedBy } from "./callback.ts";
import type { Context } from "./environment.ts";
import type { Session } from "./session.ts";
import { ScopesRefusedError } from "./wanted-scopes.ts";

/** How long a code works on Mastodon (Doorkeeper's `access_grant_expires_in`), in milliseconds. */
const CODE_LIFE = 10 * 60_000;

/**
 * Shows the address of the server's page, and asks for the code that it shows until it is one. A wrong one costs nothing:
 * the server takes the right one afterwards, for the same application.
 *
 * @param state what an address that is pasted must bear, if it bears any
 * @param exchange turns a code into a token; throws OAuthError
 * @throws DeclinedError for an empty line
 */
export async function askForCode(
  url: string,
  state: string,
  exchange: (code: string) => Promise<Session>,
  { server, software }: { server: OAuthServer; software: string | null },
  { terminal }: Context,
): Promise<Session> {
  const { host } = new URL(server.origin);
  terminal.say(`Open this address in a browser, on any device, and allow it there:\n  ${url}`);
  const { showsCode, codeLength } = softwareNamed(software);
  const question = showsCode
    ? `${host} then shows a code. Paste it here`
    : `${host} shows no code. Once you have allowed it, paste the address of that page (${server.origin}/auth/…) here`;
  const tried = new Set<string>();
  for (const shown = Date.now(); ; ) {
    const pasted = await terminal.askSecret(`${question} (an empty line ends this):`);
    const answer = readPasted(pasted, state, codeLength);
    if (typeof answer === "string") terminal.say(answer);
    else if (answer.kind !== "code") throw refusedBy(host, answer);
    else if (tried.has(answer.code)) terminal.say("That is the same code again. Copy the one that the page shows now.");
    else {
      try {
        return await exchange(answer.code);
      } catch (error) {
        terminal.say(explain(error, url, Date.now() - shown));
        if (!isPending(error)) tried.add(answer.code);
      }
    }
  }
}

/**
 * Reads what a person pasted: the code alone, the whole address that shows it, or the page that a server shows instead.
 * Nothing at all means no.
 *
 * @param length of this server's codes; null where it is not known
 * @returns a sentence where it cannot be a code
 */
export function readPasted(pasted: string, state: string, length: number | null): BroughtBack | string {
  const text = pasted.trim().replace(/^(["'`])(.*)\1$/, "$2");
  if (text === "") return { kind: "denied" };
  const json = asObject(parseJson(text));
  // Sharkey's page shows no code, but its address has it.
  const [, inPath] = /^https?:\/\/[^/]+\/auth\/([\w-]+)\?/.exec(text) ?? [];
  const [, query] = inPath === undefined ? (/^[^?\s]*\?(.*)$/.exec(text) ?? []) : [];
  // snac's page is the code and the state, as if an address stood before them.
  const [, beforeState, returned] = /^([^&?]+)&state=(.*)$/.exec(text) ?? [];
  const isJson = "error" in json || "code" in json;
  const code = inPath ?? beforeState ?? text;
  const fields = { code, ...(returned === undefined ? {} : { state: returned }) };
  const parameters = new URLSearchParams(isJson ? (json as Record<string, string>) : (query ?? fields));
  // Pages that show a code seldom bear a state; one that does must bear ours.
  if (parameters.get("state") === null) parameters.set("state", state);
  const answer = readAnswer(parameters, state);
  if (answer === null) {
    return query === undefined && returned === undefined
      ? "There is no code in that. Paste the code that the page shows."
      : "That address belongs to another login, or holds no code. Open the address above, and paste what it shows.";
  }
  return answer.kind === "code" ? (problemWith(answer.code, length) ?? answer) : answer;
}

function problemWith(code: string, length: number | null): string | null {
  if (/^https?:/i.test(code)) return "That is an address without a code. Paste the code that the page shows.";
  if (/^@?[^\s@]+@[^\s@]+$/.test(code)) return "That is a handle, not a code. Paste the code that the page shows.";
  if (/\s/.test(code)) return "That has blanks inside, which no code has. Copy the code alone.";
  if (length === null || code.length === length) return null;
  return `That has ${code.length} characters, but the codes of this server have ${length}. Copy all of it.`;
}

/** What a refused exchange means, where no other code would mend it; null where one would. */
export function beyondCodes(error: unknown): unknown {
  if (!(error instanceof OAuthError)) return error;
  const { code, status, message } = error;
  if (code === "invalid_scope") return new ScopesRefusedError(message);
  if (code === "invalid_client") return new Error(`${message} It has forgotten the application. Start again.`);
  return status === 0 || status === 429 || status >= 500 ? error : null;
}

/** Whether the code will do once the person has said yes: Misskey's is there before. */
export function isPending(error: unknown): boolean {
  return error instanceof OAuthError && error.code === "PENDING_SESSION";
}

/** What to say of a code that the server did not take; throws what no other code would mend. */
function explain(error: unknown, url: string, age: number): string {
  const reason = beyondCodes(error);
  if (reason !== null) throw reason;
  const { message } = error as OAuthError;
  if (isPending(error)) return `${message} It was not allowed yet. Allow it on the page, and paste the same again.`;
  if (age < CODE_LIFE) {
    return `${message} It was not copied whole, belongs to another login, or was used before. Paste the one that the page shows; to get a new one, allow it once more.`;
  }
  return `${message} Codes work for ten minutes, and more have passed. Open the address again for a new one:\n  ${url}`;
}
