import { type BadAnswer, type Diagnosis, hostOf } from "../error.ts";
import type { HttpAnswer } from "../http.ts";
import { isHtml, told } from "./server-sentence.ts";

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
    what: `A wall in front of ${hostOf(failure)} wants proof of a human: ${told(failure)}.`,
    why: `${isCloudflare ? "Cloudflare" : "A bot filter"} takes this runner for a robot to be kept out.`,
    cure: "Ask the instance's admins to let requests to /api/ through, or use a runner of your own.",
    neverArrived: true,
  };
}
