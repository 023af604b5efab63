import { formatCount } from "../../count.ts";
import { asObject, parseJson, textOf } from "../client.ts";
import { formatTime } from "../clock.ts";
import { type BadAnswer, type Diagnosis, type Failure, hostOf, outcomeOf } from "../error.ts";
import type { HttpAnswer } from "../http.ts";
import { isInstancePath } from "../instance.ts";
import { assumedLimits } from "../limits.ts";
import { resetOf } from "../retry.ts";

/** What a server answered, for a message: `422 “Text can't be blank” (POST /api/v1/statuses)`. */
export function answerInWords(failure: BadAnswer): string {
  const { answer, method, path } = failure;
  return `${answer.status} ${bodyInWords(failure)} (${method} ${path.replace(/\?.*/, "")})`;
}

function bodyInWords(failure: BadAnswer): string {
  const sentence = serverSentence(failure);
  if (!isHtml(failure.answer)) return sentence === "" ? "with an empty answer" : `“${sentence}”`;
  return sentence === "" ? "with a web page" : `with the web page “${sentence}”`;
}

/** The server's own sentence, from the shapes that servers use: `error`, `error_description`, `message`. */
export function serverSentence(failure: Failure): string {
  const { json, answer } = failure;
  if (json !== null && typeof json === "object") {
    const { error, error_description, message } = json as Record<string, unknown>;
    // Sharkey's `error` is a code, such as `MAX_LENGTH`, beside its sentence; of a path that it does not know an object.
    const isCode = typeof error === "string" && /^[A-Z_]+$/.test(error);
    const told = isCode && textOf(error_description) !== "" ? `${textOf(error_description)} (${error})` : error;
    const sentence = [told, error_description, message, asObject(error).message].find(
      (text) => typeof text === "string" && text !== "",
    );
    // Pixelfed's 403.
    if (sentence === undefined && error === "") return "";
    // Hollo says what is wrong beside its error: `zod_error` holds a list of messages, or one as JSON.
    if (typeof sentence === "string") return shorten(`${sentence}${zodMessages(json)}`);
  }
  return shorten(isHtml(answer) ? htmlTitle(answer?.text ?? "") : (answer?.text ?? ""));
}

export function isHtml(answer: HttpAnswer | undefined): boolean {
  if (!answer || answer.text.trim() === "") return false;
  return (
    /\bhtml\b/i.test(answer.headers["content-type"] ?? "") || /^\s*<(!doctype|html|head|body|h1)\b/i.test(answer.text)
  );
}

/** The title of a web page, or its first words where it has none. The status code that many repeat there goes. */
function htmlTitle(html: string): string {
  const title = /<(title|h1)[^>]*>([^<]{1,300})/i.exec(html.slice(0, 20_000));
  const words = title?.[2] ?? html.slice(0, 5000).replace(/<[^>]*>/g, " ");
  return words.trim().replace(/^[1-5]\d\d\b[\s:|–—-]*/, "");
}

function zodMessages(json: object): string {
  const { zod_error: zod } = json as { zod_error?: { issues?: unknown; message?: unknown } | null };
  const issues = zod?.issues ?? parseJson(textOf(zod?.message));
  const [issue] = (Array.isArray(issues) ? issues : []) as { message?: unknown; path?: unknown[] }[];
  if (typeof issue?.message !== "string") return "";
  const where = Array.isArray(issue.path) ? issue.path.join(".") : "";
  return `: ${[where, issue.message].filter(Boolean).join(" ")}`;
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}

/** 429: the account, the token or the address has used up its share. */
export function explainRateLimit(failure: BadAnswer): Diagnosis {
  const reset = resetOf(failure.answer);
  return {
    what: `${hostOf(failure)} is limiting requests: ${answerInWords(failure)}.`,
    why: reset
      ? `The rate limit ends at ${formatTime(reset)}.`
      : "The rate limit is used up, and the server does not say until when.",
    cure: reset ? "Run again after that." : "Run again later.",
  };
}

/** 5xx: the server, or a proxy in front of it, failed. */
export function explainServerError(failure: BadAnswer): Diagnosis {
  const { status } = failure.answer;
  if (status === 501) {
    return {
      what: `${hostOf(failure)} does not support this: ${answerInWords(failure)}.`,
      why: "The server's software, or its version, cannot do it.",
      cure: "Leave out what it cannot do (some servers cannot schedule), or post to another server.",
    };
  }
  const reset = resetOf(failure.answer);
  return {
    what: `${hostOf(failure)} had a server error: ${answerInWords(failure)}.`,
    why: causeOf(status),
    cure: reset ? `It asks to wait until ${formatTime(reset)}; run again after that.` : "Run again later.",
  };
}

function causeOf(status: number): string {
  if (status === 503) return "The server is overloaded, or down for maintenance.";
  // Cloudflare's own codes, from 520 on, say that the server behind it did not answer well.
  if (status === 502 || status === 504 || (status >= 520 && status < 530)) {
    return "The server behind its front proxy is down or overloaded.";
  }
  return "The server failed on this request.";
}

/** Whether a page asks for a human, as Cloudflare and its like put before a server. */
export function isBotWall({ status, headers, text }: HttpAnswer): boolean {
  if (headers["cf-mitigated"]) return true;
  if (/^error code: 1\d{3}\b/.test(text)) return true;
  return (
    [403, 429, 503].includes(status) &&
    isHtml({ status, headers, text }) &&
    /just a moment|attention required|verify you are (a )?human|making sure you're not a bot|anubis|captcha|checking your browser/i.test(
      text,
    )
  );
}

/** A wall lets nothing through, so no instance has seen the request. */
export function explainBotWall(failure: BadAnswer): Diagnosis {
  const { headers, text } = failure.answer;
  const isCloudflare = headers["cf-mitigated"] || headers["cf-ray"] || /cloudflare|^error code: 1/i.test(text);
  return {
    what: `A bot filter in front of ${hostOf(failure)} blocked this request: ${answerInWords(failure)}.`,
    why: `${isCloudflare ? "Cloudflare" : "A bot filter"} takes this runner for a bot.`,
    cure: "Ask the instance's admins to let requests to /api/ through, or use a self-hosted runner.",
    neverArrived: true,
  };
}

/** A good status code with a body that is not what was asked for. Whether the request was carried out is unknown. */
export function explainStrangeAnswer(failure: BadAnswer): Diagnosis {
  const { answer, json, method, path } = failure;
  return {
    what: `${hostOf(failure)} answered ${answer.status} to ${method} ${path}, but ${kindOf(failure)}.`,
    why:
      json === undefined
        ? "Something between here and the server changed or cut the answer."
        : "The server does not keep to the Mastodon API, or something in front of it answered.",
    cure: isHtml(answer) ? "Open the address in a browser to see who answers there." : "Run again later.",
  };
}

function kindOf(failure: BadAnswer): string {
  const { answer, json } = failure;
  if (json !== undefined) return `the answer is not a status: ${nameOf(failure)}`;
  if (answer.text.trim() === "") return "with nothing in it";
  if (isHtml(answer)) return "with a web page instead of JSON";
  return /json/i.test(answer.headers["content-type"] ?? "") ? "the JSON is cut off" : "with something other than JSON";
}

function nameOf(failure: BadAnswer): string {
  const { json } = failure;
  if (json === null) return "null";
  if (Array.isArray(json)) return "a list";
  if (typeof json !== "object") return `a ${typeof json}`;
  if ("error" in json) return `an error, “${serverSentence(failure)}”`;
  return "id" in json ? "an object without a usable id" : "an object without an id";
}

/** Says why the instance was asked to describe itself, where a plainer status would do without. Else nothing is added. */
export function tellOfLimit(failure: Failure, diagnosis: Diagnosis): Diagnosis {
  // Where no request gets through at all, a plainer status would not either.
  const isReached = failure.answer !== undefined || outcomeOf(failure) === "unknown";
  if (!isInstancePath(failure.path) || !isReached) return diagnosis;
  const most = assumedLimits.maxCharacters;
  const cure = `${diagnosis.cure} The request asked for the limits of the instance; a text of up to ${formatCount(most)} characters alone, without media, poll or quote, is posted without asking.`;
  return { ...diagnosis, cure };
}
