import type { Facts } from "../sources/facts.ts";
import { SAME_TEXT } from "./plan.ts";
import type { Common, Prepared } from "./prepare.ts";
import { render, textsOf } from "./render.ts";

/**
 * Refuses a re-run whose template prints the time now, and so makes another text than the attempt before: what that one
 * posted would not be known again. Where the text is the same as when the run began, as with a day, nothing is wrong.
 *
 * @param began asks when the run began: milliseconds since 1970, or why nobody tells
 * @throws Error with one sentence
 */
export async function refuseOtherTime(
  { environment, now }: Pick<Common, "environment" | "now">,
  facts: Facts,
  { inputs, plan, printsNow }: Pick<Prepared, "inputs" | "plan" | "printsNow">,
  began: () => Promise<number | string>,
): Promise<void> {
  const isRerun = Number(environment.github.run_attempt) > 1 && inputs.duplicateCheck !== "never";
  // A named status is edited, and a post about an entry is known again by its link.
  const isKnownAgain = plan.link !== "" || (plan.edit !== null && plan.edit.target !== "auto");
  if (!printsNow || !isRerun || isKnownAgain) return;
  const start = await began();
  const then = typeof start === "number" ? start : now() - SAME_TEXT;
  const wordsAt = async (time: number) => JSON.stringify(textsOf(await render(inputs, facts, [], time)));
  if ((await wordsAt(then)) === (await wordsAt(now()))) return;
  throw new Error(
    "The template prints the time now, so this re-run has another text than the attempt before, and would not find its post. Look at the account; if it is not there, start a new run, or set `duplicate-check: never`. A time of the event, such as `release.published_at`, stays the same.",
  );
}
