import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ScopesRefusedError } from "./wanted-scopes.ts";

/** The only file of this room that listens: on loopback, for the one answer that the browser brings back. */

/** What the browser brought back from the server's page. */
export type BroughtBack =
  | { kind: "code"; code: string }
  /** The person said no there. */
  | { kind: "denied" }
  /** OAuth's word for what is wrong, such as `invalid_scope`, and the server's sentence; empty for none. */
  | { kind: "error"; error: string; sentence: string };

export interface Callback {
  /** To be registered exactly so, port included: GoToSocial, Hollo and others compare it whole. */
  readonly redirectUri: string;
  /**
   * Waits for the answer of one login. Whatever else comes here meanwhile is shown a page that says so, and changes
   * nothing: a tab of an earlier login, or a program that looks at open ports.
   *
   * @param state what the answer must bear
   * @param timeout milliseconds
   * @returns null when none came in that time
   */
  answer(state: string, timeout: number): Promise<BroughtBack | null>;
  /** Stops listening and waiting, once what was being answered is answered. */
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1 (an IP address, not `localhost`: Mastodon and RFC 8252 treat only that as loopback). */
export async function listenForCallback(): Promise<Callback> {
  let waiting: { state: string; settle: (answer: BroughtBack | null) => void } | null = null;
  let host = "";

  const server = createServer((request, response) => {
    const refusal = refusalOf(request, host);
    if (refusal !== 0) return send(response, refusal, NOTHING_HERE);
    const { searchParams } = new URL(request.url ?? "/", `http://${host}`);
    const brought = waiting && readAnswer(searchParams, waiting.state);
    if (!brought) return send(response, 200, ANOTHER_LOGIN);
    send(response, 200, wordsFor(brought));
    const { settle } = waiting!;
    // Only now, so that the page is there before the command goes on, and perhaps ends.
    response.once("close", () => settle(brought));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    redirectUri: `http://${host}/callback`,
    answer: (state, timeout) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => settle(null), timeout);
        const settle = (answer: BroughtBack | null) => {
          clearTimeout(timer);
          waiting = null;
          resolve(answer);
        };
        waiting = { state, settle };
      }),
    async close() {
      waiting?.settle(null);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      // A browser may hold a connection open that it has not used yet.
      const impatient = setTimeout(() => server.closeAllConnections(), 500);
      await closed;
      clearTimeout(impatient);
    },
  };
}

/** The status to refuse a request with; 0 for the request that is waited for. */
function refusalOf({ method, url = "/", headers }: IncomingMessage, host: string): number {
  // A web page that had its own name point here would send that name.
  if (headers.host !== host) return 421;
  if (method !== "GET") return 405;
  return /^\/callback(\?|$)/.test(url) ? 0 : 404;
}

/**
 * Reads the parameters of a redirect. Unknown ones are passed over, such as the `iss` of activities.next.
 *
 * @returns null where they belong to another login, or hold no answer at all
 */
export function readAnswer(parameters: URLSearchParams, state: string): BroughtBack | null {
  const error = parameters.get("error") ?? "";
  const returned = parameters.get("state");
  // Hollo leaves the state out of a denial.
  const isOurs = returned === null ? error !== "" : isSame(returned, state);
  if (!isOurs) return null;
  if (error === "access_denied") return { kind: "denied" };
  const sentence = (parameters.get("error_description") ?? "").replace(/\s+/g, " ").trim().slice(0, 200);
  if (error !== "") return { kind: "error", error: error.slice(0, 60), sentence };
  const code = parameters.get("code") ?? "";
  return code === "" ? null : { kind: "code", code };
}

/** The person said no. */
export class DeclinedError extends Error {}

/** The error that an answer without a code is. */
export function refusedBy(host: string, answer: Exclude<BroughtBack, { kind: "code" }>): Error {
  if (answer.kind === "denied") {
    return new DeclinedError(
      `Nothing was allowed on ${host}, so there is no token. To start again: mastodon-token login ${host}`,
    );
  }
  const { error, sentence } = answer;
  // No word is that long: a server may repeat a code here, which nobody has used yet.
  const said = (sentence === "" ? error : `${error}: ${sentence}`).replaceAll(/[\w-]{20,}/g, "***");
  if (error === "invalid_scope") return new ScopesRefusedError(`${host} does not allow these scopes (“${said}”).`);
  return new Error(`${host} sent the browser back with “${said}”. Start again; --no-browser takes another way.`);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What a page says: a mark to be seen from afar, a title, a sentence. */
type Words = [mark: "✓" | "✕", title: string, text: string];

const NOTHING_HERE: Words = ["✕", "There is nothing here", "This page belongs to mastodon-token."];
const ANOTHER_LOGIN: Words = [
  "✕",
  "This is not the login that was started",
  "You can close this tab. The terminal still waits for the page that it opened last.",
];

function wordsFor({ kind }: BroughtBack): Words {
  switch (kind) {
    case "code":
      return ["✓", "You can close this tab", "Go back to the terminal: the rest happens there."];
    case "denied":
      return ["✕", "Nothing was allowed", "You can close this tab. The terminal says how to start again."];
    case "error":
      return ["✕", "The server did not allow it", "You can close this tab. The terminal says why."];
  }
}

const STYLE = `:root{color-scheme:light dark;font:1.1rem/1.5 system-ui,sans-serif}
body{display:grid;place-content:center;min-height:90vh;margin:0 1.5rem;text-align:center}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .6rem}p{margin:0;opacity:.8}
.mark{font-size:3.5rem;line-height:1;margin-bottom:1.2rem;opacity:1;color:light-dark(#1a7f37,#3fb950)}
.no{color:light-dark(#cf222e,#ff7b72)}`;

/** Nothing is loaded, run, framed or sent from the page. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A page of our own words alone: nothing of the request, so that nothing in it is obeyed or shown. */
function send(response: ServerResponse, status: number, [mark, title, text]: Words): void {
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head>
<body><main><p class="mark${mark === "✓" ? "" : " no"}" aria-hidden="true">${mark}</p><h1>${title}</h1><p>${text}</p></main></body></html>
`;
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  response.end(page);
}
