import type { BadAnswer, Failure } from "../error.ts";
import type { HttpAnswer } from "../http.ts";

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
    const sentence = [error, error_description, message].find((text) => typeof text === "string" && text !== "");
    // Pixelfed's 403.
    if (sentence === undefined && error === "") return "";
    // Hollo says what is wrong beside its error: `zod_error` holds a list of messages.
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
  const { zod_error: zod } = json as { zod_error?: { issues?: { message?: unknown; path?: unknown[] }[] } | null };
  const [issue] = Array.isArray(zod?.issues) ? zod.issues : [];
  if (typeof issue?.message !== "string") return "";
  const where = Array.isArray(issue.path) ? issue.path.join(".") : "";
  return `: ${[where, issue.message].filter(Boolean).join(" ")}`;
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}
