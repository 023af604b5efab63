import { unexpectedIn } from "../account.ts";
import { MastodonError } from "../error.ts";
import type { Step } from "../plan.ts";
import type { StatusParams } from "../status.ts";

/** Parameters that a status can do without, and that not every server knows. */
const OPTIONAL = ["content_type", "allowed_mentions"] as const satisfies readonly (keyof StatusParams)[];

export type Optional = (typeof OPTIONAL)[number];

/**
 * The optional parameter that a server refuses: its answer is a 4xx that names it. Nothing was stored then, and the same
 * request without the parameter may go out.
 *
 * @param sent the parameters of the request that failed
 * @returns null where the answer is about something else
 */
export function refusedOptional(error: unknown, sent: Partial<Record<Optional, unknown>>): Optional | null {
  if (!(error instanceof MastodonError) || error.outcome !== "not done") return null;
  const { answer: { text = "" } = {}, json } = error.failure;
  // What accounts say of themselves may name anything.
  if (unexpectedIn(json).length > 0) return null;
  return OPTIONAL.find((name) => sent[name] !== undefined && text.includes(name)) ?? null;
}

/** What the log says of it. */
export function sentWithout(name: Optional): Step {
  return { kind: "progress", line: `The server refuses the parameter \`${name}\`; sending it again without.` };
}

/** The same parameters but one. */
export function without<Params extends Partial<Record<Optional, unknown>>>(params: Params, name: Optional): Params {
  const { [name]: _, ...others } = params;
  return others as Params;
}
