import { type BadAnswer, type Diagnosis, hostOf } from "../error.ts";
import { isHtml, serverSentence } from "./server-sentence.ts";

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
  if (json !== undefined) return `the answer is no status: ${nameOf(failure)}`;
  if (answer.text.trim() === "") return "with nothing in it";
  if (isHtml(answer)) return "with a web page instead of JSON";
  return /json/i.test(answer.headers["content-type"] ?? "") ? "the JSON is cut off" : "with something else than JSON";
}

function nameOf(failure: BadAnswer): string {
  const { json } = failure;
  if (json === null) return "null";
  if (Array.isArray(json)) return "a list";
  if (typeof json !== "object") return `a ${typeof json}`;
  if ("error" in json) return `an error, “${serverSentence(failure)}”`;
  return "id" in json ? "an object without a usable id" : "an object without an id";
}
