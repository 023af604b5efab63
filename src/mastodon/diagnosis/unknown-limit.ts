import type { Diagnosis, Failure } from "../error.ts";
import { isInstancePath } from "../instance.ts";
import { assumedLimits } from "../limits/limits.ts";
import { outcomeOf } from "../outcome.ts";

/** Says why the instance was asked to describe itself, where a plainer status would do without. Else nothing is added. */
export function tellOfLimit(failure: Failure, diagnosis: Diagnosis): Diagnosis {
  // Where no request gets through at all, a plainer status would not either.
  const isReached = failure.answer !== undefined || outcomeOf(failure) === "unknown";
  if (!isInstancePath(failure.path) || !isReached) return diagnosis;
  const most = assumedLimits.maxCharacters;
  const cure = `${diagnosis.cure} The request asked for the limits of the instance; a text of up to ${most} characters alone, without media, poll or quote, is posted without asking.`;
  return { ...diagnosis, cure };
}
