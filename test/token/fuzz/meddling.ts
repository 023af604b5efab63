import type { Exchange, ExchangeRequest } from "../../instance/exchange.ts";
import type { Random } from "./random.ts";
import type { Kind, Secrets } from "./secrets.ts";

/** A server that repeats what it is told, loses it, or lies. */
export interface Meddling {
  /** Where in the run; a request that matches none of them is left alone. */
  hits: (request: ExchangeRequest, random: Random) => boolean;
  /** An address of which no request may hear a secret. */
  elsewhere: string;
}

/** The parameters of requests and answers that are secrets. */
const KINDS: Record<string, Kind> = {
  access_token: "access token",
  refresh_token: "access token",
  token: "access token",
  client_secret: "client secret",
  code: "code",
  code_verifier: "verifier",
  password: "password",
};

/** Whether the command sent it, rather than the person's browser. */
export function isOurs({ headers }: Pick<ExchangeRequest, "headers">): boolean {
  return /^mastodon-status-action\//.test(headers["user-agent"] ?? "");
}

/**
 * Puts a request through an instance, or through what a broken or curious server does with it.
 *
 * @param secrets gets what comes by
 * @param heard gets those that the command has sent: no others can be repeated to it
 */
export async function meddle(
  request: ExchangeRequest,
  exchange: (request: ExchangeRequest) => Promise<Exchange>,
  { hits, elsewhere }: Meddling,
  secrets: Secrets,
  heard: Set<string>,
  random: Random,
): Promise<Exchange> {
  const passOn = async () => noting(await exchange(request), secrets);
  if (!isOurs(request)) return passOn();
  for (const [name, value] of new URLSearchParams(request.body.toString())) {
    if (KINDS[name]) secrets.add(KINDS[name], value);
  }
  const sent = textOf(request);
  for (const { value } of secrets.all) if (isIn(value, sent)) heard.add(value);
  if (!hits(request, random)) return passOn();
  const words = () => repeat(sent, heard, random);
  switch (random.pick(["refusal", "refusal", "refusal", "good", "good", "page", "redirect", "lost", "cut", "lie"])) {
    case "refusal": {
      const status = random.pick([400, 400, 401, 401, 403, 404, 406, 410, 422, 422, 429, 500, 503]);
      const error = random.pick(["invalid_grant", "invalid_client", "invalid_scope", "mfa_required", words()]);
      const body = random.pick([
        JSON.stringify({ error, error_description: words() }),
        JSON.stringify({ error: words() }),
        JSON.stringify({ errors: [words()], message: words() }),
        JSON.stringify({ error: { title: words(), [words()]: words() } }),
        letterByLetter(JSON.stringify({ error: words() })),
        words(),
        "",
      ]);
      return answer(status, body, random.chance(0.5) ? loudHeaders(words) : {});
    }
    case "page": {
      const body = `<html><title>${inHtml(words(), random)}</title><h1>${inHtml(words(), random)}</h1></html>`;
      return answer(random.pick([200, 403, 404, 502]), body, { "content-type": "text/html", server: "cloudflare" });
    }
    case "redirect": {
      const query = new URLSearchParams({ message: words() });
      const location = `${random.pick([elsewhere, "", "https://else.example"])}/${random.pick(["", "there"])}?${query}`;
      return answer(random.pick([301, 302, 303, 307, 308]), "", { location });
    }
    case "lost":
      if (random.chance(0.5)) await passOn();
      return { reset: true };
    case "cut": {
      const whole = await passOn();
      if (!("answer" in whole)) return whole;
      const body = Buffer.from(whole.answer.body);
      const headers = { ...whole.answer.headers, "content-length": String(body.length) };
      return { cut: { status: whole.answer.status, headers, body: body.subarray(0, Math.floor(body.length / 2)) } };
    }
    default: {
      // An answer that would do, but for words that stand where nobody expects them.
      const whole = await passOn();
      if (!("answer" in whole)) return whole;
      const spoilt = spoil(whole.answer.body.toString(), words, elsewhere, random);
      return { answer: { ...whole.answer, headers: { ...whole.answer.headers, ...loudHeaders(words) }, body: spoilt } };
    }
  }
}

function answer(status: number, body: string, headers: Record<string, string>): Exchange {
  return { answer: { status, headers: { "content-type": "application/json", ...headers }, body } };
}

function noting(exchanged: Exchange, secrets: Secrets): Exchange {
  if (!("answer" in exchanged)) return exchanged;
  const { headers, body } = exchanged.answer;
  for (const [, name = "", value = ""] of body.toString().matchAll(/"(\w+)":"([^"]*)"/g)) {
    if (KINDS[name]) secrets.add(KINDS[name], value);
  }
  const location = headers.location ?? "";
  secrets.add("code", URL.canParse(location, "http://x") ? new URL(location, "http://x").searchParams.get("code") : "");
  secrets.add("code", /<code id="code">([^<]*)</.exec(body.toString())?.[1]);
  return exchanged;
}

/** A request as it travels. */
export function textOf({ method, path, headers, body }: ExchangeRequest): string {
  return `${method} ${path}\n${JSON.stringify(headers)}\n${body.toString()}`;
}

function isIn(value: string, sent: string): boolean {
  const inForm = new URLSearchParams([["", value]]).toString().slice(1);
  return [value, inForm, JSON.stringify(value).slice(1, -1)].some((writing) => sent.includes(writing));
}

/** A sentence that holds a secret: one of the request, or any that the command has sent before. */
function repeat(sent: string, heard: ReadonlySet<string>, random: Random): string {
  const now = [...heard].filter((value) => isIn(value, sent));
  const value = random.pick(now.length > 0 && random.chance(0.8) ? now : [...heard]) ?? "nothing";
  const written = random.pick([
    value,
    value,
    encodeURIComponent(value),
    inHtml(value, random),
    Buffer.from(value).toString("base64"),
    JSON.stringify(value),
  ]);
  return random.pick([`No such thing: ${written}`, written, `${"long ".repeat(38)}${written} and more`]);
}

function inHtml(text: string, random: Random): string {
  const named: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const isNumbered = random.chance(0.3);
  return text.replace(isNumbered ? /./gsu : /[&<>"']/g, (one) =>
    isNumbered ? `&#${one.codePointAt(0)};` : (named[one] ?? one),
  );
}

function letterByLetter(json: string): string {
  return json.replace(/[A-Za-z0-9](?![a-z_]*":)/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function loudHeaders(words: () => string): Record<string, string> {
  const value = () => words().replace(/[^\x20-\x7e]/g, "?");
  return { "www-authenticate": `Bearer error="${value()}"`, "x-ratelimit-reset": value(), "retry-after": value() };
}

/** The same JSON, with other texts here and there, but for what the command cannot do without. */
function spoil(text: string, words: () => string, elsewhere: string, random: Random): string {
  try {
    return JSON.stringify(JSON.parse(text), (name, value) => {
      if (typeof value !== "string" || ["access_token", "client_id", "client_secret", "href"].includes(name))
        return value;
      if (/_endpoint$/.test(name)) return random.chance(0.5) ? `${elsewhere}/${name}` : value;
      return random.chance(0.5) ? words() : value;
    });
  } catch {
    return random.chance(0.5) ? `${text}${words()}` : text;
  }
}
