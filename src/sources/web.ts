import { isLoopback, isPrivateAddress } from "../loopback.ts";
import type { Http, HttpAnswer } from "../mastodon/http.ts";

/** An answer from the web, and where it came from in the end. */
export interface WebAnswer {
  status: number;
  headers: Record<string, string>;
  bytes: Uint8Array;
  /** Whether these are all: what is larger is cut. */
  isWhole: boolean;
  url: URL;
}

const MOST_REDIRECTS = 5;

/**
 * Gets something from the web without any token. It follows up to five redirects, each to https alone and never into a
 * private network, whatever a name says.
 *
 * @param address https; http on loopback alone, for tests and previews
 * @param accept header of that name
 * @throws WebError with a clause such as `it redirects to …`, no answer or one that must not be followed
 */
export async function getFromWeb(http: Http, address: string, accept: string): Promise<WebAnswer> {
  let url = new URL(address);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw new WebError(`it is not an https address. Write https://${url.host || "…"}${url.pathname}`);
  }
  const seen: string[] = [];
  for (;;) {
    const headers = { accept, "user-agent": "mastodon-status-action", "accept-encoding": "identity" };
    const answer = await send(http, url, headers, seen.length > 0);
    const { status } = answer;
    const { location } = answer.headers;
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined) {
      const bytes = Buffer.from(answer.text, "latin1");
      return { status, headers: answer.headers, bytes, isWhole: !answer.isCut, url };
    }
    seen.push(url.href);
    if (!URL.canParse(location, url.href)) throw new WebError("it redirects to what is not an address");
    url = new URL(location, url.href);
    const why = whyNotFollowed(url, seen);
    if (why !== null) throw new WebError(why);
  }
}

/** What was asked for could not be had from the web. The message is a clause without a full stop. */
export class WebError extends Error {
  /** Whether the same request may be answered in a while. */
  readonly isForNow: boolean;

  constructor(message: string, isForNow = false) {
    super(message);
    this.isForNow = isForNow;
  }
}

interface Failed extends Error {
  code?: string;
  cause?: { code?: string };
}

async function send(http: Http, url: URL, headers: Record<string, string>, publicOnly: boolean): Promise<HttpAnswer> {
  try {
    return await http.send({ method: "GET", url, headers, publicOnly, encoding: "latin1", mayRepeat: true });
  } catch (cause) {
    const error = cause as Failed;
    const code = error.code ?? error.cause?.code;
    throw new WebError(whyNoAnswer(error, code, url), code !== "ERR_PRIVATE_ADDRESS");
  }
}

function whyNotFollowed(url: URL, seen: readonly string[]): string | null {
  const where = `it redirects to ${url.href.slice(0, 200)}`;
  if (seen.includes(url.href)) return `${where}, in a circle`;
  if (seen.length > MOST_REDIRECTS) return `it redirects more than ${MOST_REDIRECTS} times`;
  if (isLoopback(url.hostname) || isPrivateAddress(url.hostname)) return `${where}, which is not on the internet`;
  return url.protocol === "https:" ? null : `${where}, which is not https`;
}

function whyNoAnswer({ name, message }: Error, code: string | undefined, { host }: URL): string {
  if (name === "TimeoutError") return `${host} gave no answer in time`;
  if (code === "ERR_PRIVATE_ADDRESS") return `it redirects to ${host}, whose address is not on the internet`;
  if (code === "ENOTFOUND") return `the name ${host} was not found`;
  if (code === "ECONNREFUSED") return `${host} refused the connection`;
  return `the connection to ${host} failed (${code || message})`;
}
