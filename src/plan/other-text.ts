import type { Facts } from "../sources/facts.ts";
import { SAME_TEXT } from "./plan.ts";
import type { Common, Prepared } from "./prepare.ts";
import { render, textsOf } from "./render.ts";

/**
 * Refuses a re-run whose template makes another text than in the attempt before, since it prints the time now or the
 * number of the attempt: what that one posted would not be known again. Where the text is the same as when the run began,
 * as with a day, nothing is wrong.
 *
 * @param began asks when the run began: milliseconds since 1970, or why nobody tells
 * @throws Error with one sentence
 */
export async function refuseOtherText(
  { environment, now }: Pick<Common, "environment" | "now">,
  facts: Facts,
  { inputs, plan, printsNow }: Pick<Prepared, "inputs" | "plan" | "printsNow">,
  began: () => Promise<number | string>,
): Promise<void> {
  const attempt = Number(environment.github.run_attempt);
  // A named status is edited, and a post about an entry is known again by its link.
  const isKnownAgain = plan.link !== "" || (plan.edit !== null && plan.edit.target !== "auto");
  if (!(attempt > 1) || inputs.duplicateCheck === "never" || isKnownAgain) return;
  const words = async (changed: Facts, time: number) =>
    JSON.stringify(textsOf(await render(inputs, changed, [], time)));
  const time = now();
  const own = await words(facts, time);
  // The first attempt, and the one before this, are told apart by the templates that tell any apart.
  for (const earlier of new Set([1, attempt - 1])) {
    const github = { ...facts.github, run_attempt: String(earlier) };
    if ((await words({ ...facts, github }, time)) !== own) throw otherText("`github.run_attempt`", "`github.run_id`");
  }
  if (!printsNow) return;
  const start = await began();
  const then = typeof start === "number" ? start : time - SAME_TEXT;
  if ((await words(facts, then)) !== own)
    throw otherText("the time now", "A time of the event, such as `release.published_at`,");
}

function otherText(what: string, instead: string): Error {
  return new Error(
    `The template prints ${what}, so this re-run has another text than the attempt before, and would not find its post. Look at the account; if it is not there, start a new run, or set \`duplicate-check: never\`. ${instead} stays the same.`,
  );
}
