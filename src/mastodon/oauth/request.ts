import { asObject, parseJson, version } from "../client.ts";
import { formatTime } from "../clock.ts";
import { explainBotWall, isBotWall } from "../diagnosis/answers.ts";
import { explainConnection } from "../diagnosis/connection.ts";
import { serverSentence } from "../diagnosis/sentence.ts";
import type { BadAnswer } from "../error.ts";
import { safeOrigin } from "../find-host.ts";
import type { Http, HttpAnswer } from "../http.ts";
import { resetOf } from "../retry.ts";

/**
 * An OAuth request that did not go well. Its message is one line without any secret, though answers may repeat some; the
 * answer itself is not kept.
 */
export class OAuthError extends Error {
  /** OAuth's own word, such as `invalid_grant`; empty where the server used none. */
  readonly code: string;
  /** Status of the answer; 0 where there was none. */
  readonly status: number;
  /** What the server said, in its own words; empty for nothing. */
  readonly sentence: string;

  constructor(message: string, details: { code?: string; status?: number; sentence?: string } = {}) {
    super(message);
    this.code = details.code ?? "";
    this.status = details.status ?? 0;
    this.sentence = details.sentence ?? "";
  }
}

/** How long one request may take, in milliseconds: the whole command waits for people, no request does. */
export const REQUEST_TIMEOUT = 30_000;

/**
 * Sends a form, which RFC 6749 asks for and every server takes, with the client's secret inside it: GoToSocial and
 * activities.next know no other way.
 *
 * @param secrets what the answer might repeat, and no message may
 * @param bearer token for the Authorization header; Mitra wants it to revoke. Empty for none
 */
export async function postForm(
  http: Http,
  address: string,
  fields: Record<string, string>,
  secrets: readonly string[],
  bearer = "",
): Promise<Record<string, unknown>> {
  const url = new URL(address);
  const request = {
    method: "POST",
    url,
    headers: {
      accept: "application/json",
      "accept-language": "en",
      "user-agent": `mastodon-status-action/${version}`,
      "content-type": "application/x-www-form-urlencoded",
      ...(bearer === "" ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: new URLSearchParams(fields).toString(),
  };
  const failure = { method: "POST", path: url.pathname, origin: url.origin, proxy: http.proxyOf(url) };
  let answer: HttpAnswer;
  try {
    answer = await http.within(REQUEST_TIMEOUT).send(request);
  } catch (cause) {
    const { what, why, cure } = explainConnection({ ...failure, cause });
    throw new OAuthError([what, why, cure].join(" "));
  }
  if (answer.status >= 200 && answer.status < 300) return asObject(parseJson(answer.text));
  const text = without(secrets, answer.text);
  const json = cleaned(secrets, parseJson(answer.text));
  throw refusal({ ...failure, answer: { ...answer, text }, json });
}

/** @param failure its answer and JSON without the secrets */
function refusal(failure: BadAnswer): OAuthError {
  const { answer, json, origin, path } = failure;
  const { status } = answer;
  const { host } = new URL(origin);
  const { error, error_description } = asObject(json);
  // Servers put OAuth's word into `error`, and the sentence beside it; others put a sentence into `error`.
  const code = typeof error === "string" && /^[a-z_]+$/.test(error) ? error : "";
  const said = code !== "" && typeof error_description === "string" ? error_description : serverSentence(failure);
  // No word of a sentence is as long as a secret, in whatever writing a server repeats it.
  const plain = said.replaceAll(/[\w+-]{24,}=*/g, "***");
  const sentence = plain.replace(/\s+/g, " ").trim().slice(0, 200);
  const details = { code, status, sentence };
  if (isBotWall(answer)) {
    const { what } = explainBotWall(failure);
    return new OAuthError(`${what} Ask the instance's admins to let requests to /api/ and /oauth/ through.`, details);
  }
  const quote = sentence === "" ? "" : ` “${sentence}”`;
  const what = `${host} answered ${status}${quote} (POST ${path}).`;
  return new OAuthError(`${what} ${cureOf(answer, origin)}`.trim(), details);
}

function cureOf(answer: HttpAnswer, origin: string): string {
  const { status, headers } = answer;
  if (status === 429) {
    const reset = resetOf(answer);
    // Mastodon allows five new applications in ten minutes from one address.
    return `It was asked too often from here. Try again ${reset ? `after ${formatTime(reset)}` : "in ten minutes"}.`;
  }
  if (status >= 500) return "The server has a problem. Try again later, or tell its admins.";
  if (status >= 300 && status < 400) {
    const target = safeOrigin(headers.location, origin);
    return `It sends elsewhere${target && target !== origin ? `: try ${target}` : ", which is not followed with a secret"}.`;
  }
  if (status === 404 || status === 405) return "This server offers no such thing; is it one with Mastodon's API?";
  return "";
}

/** Text with the secrets taken out, however a server may have written them. */
function without(secrets: readonly string[], text: string): string {
  const written = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams([["", secret]]).toString().slice(1),
    secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
  ]);
  return written.filter((form) => form !== "").reduce((rest, form) => rest.replaceAll(form, "***"), text);
}

/** The same JSON with the secrets taken out of its texts: in the raw text they may be escaped in many ways. */
function cleaned(secrets: readonly string[], json: unknown): unknown {
  if (json === undefined) return undefined;
  return JSON.parse(JSON.stringify(json), (_key, value) =>
    typeof value === "string" ? without(secrets, value) : value,
  );
}
