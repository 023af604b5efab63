import { parseJson } from "../mastodon/client.ts";
import type { Http, HttpAnswer } from "../mastodon/http.ts";

/** Shorter than any secret, and long enough that no word of an answer is taken for one. Characters. */
const LEAST = 8;

/**
 * The same connections, but no answer holds one of the secrets: servers repeat in their errors what they were sent, and
 * errors are shown.
 */
export function hushed(http: Http, secrets: readonly string[]): Http {
  const kept = secrets.filter((secret) => secret.length >= LEAST);
  return {
    ...http,
    send: async (request) => withoutSecrets(await http.send(request), kept),
    within: (milliseconds) => hushed(http.within(milliseconds), kept),
  };
}

function withoutSecrets({ status, headers, text }: HttpAnswer, secrets: readonly string[]): HttpAnswer {
  const pairs = Object.entries(headers).map(([name, value]) => [name, hush(value, secrets)]);
  // JSON has many ways to write a letter; written anew it has one.
  const json = parseJson(text);
  const canonical = json === undefined ? text : JSON.stringify(json);
  const hidden = hush(canonical, secrets);
  return { status, headers: Object.fromEntries(pairs), text: hidden === canonical ? text : hidden };
}

/** Text without the secrets, as they are, in JSON, in addresses and in HTML. */
export function hush(text: string, secrets: readonly string[]): string {
  const written = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
  ]);
  return written.filter((form) => form !== "").reduce((rest, form) => rest.replaceAll(form, "***"), text);
}
