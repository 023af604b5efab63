import type { Client } from "../client.ts";
import { diagnose } from "../diagnosis/diagnose.ts";
import { type Diagnosis, MastodonError } from "../error.ts";
import type { Gap } from "../look/look.ts";
import { MOST_TRIES } from "../retry.ts";

/** Why it stays open whether a status is there, and what to do. */
export type Reason = Pick<Diagnosis, "why" | "cure">;

const LATER = "Run again when the server is well: a re-run looks first.";

export const timeIsOver: Reason = {
  why: "The time limit was over before it was known whether the status is there.",
  cure: "Set a longer `timeout`.",
};

export const keyless: Reason = {
  why: "It is not among the account's statuses, but this server is not known to heed an Idempotency-Key, so that sending it again could make two.",
  cure: LATER,
};

export const givenUp: Reason = {
  why: `It is not among the account's statuses, though it was sent ${MOST_TRIES} times.`,
  cure: LATER,
};

export const triedBefore: Reason = { why: "What became of the try before is not known.", cure: LATER };

export function blind({ why, forGood, lacksScope }: Gap): Reason {
  const scopes = "A token with the scopes `read:statuses` and `profile` lets the action look.";
  const cure = lacksScope ? scopes : forGood ? "Look at the account yourself." : LATER;
  return { why: `Whether the status is there cannot be seen: ${why}.`, cure };
}

/**
 * The error of a run that cannot say whether the status is there.
 *
 * @param tries.last how the last request failed
 * @param tries.telling how the last one failed whose answer says why
 */
export async function unresolved(
  client: Client,
  tries: { last: MastodonError; telling: MastodonError },
  { why, cure }: Reason,
): Promise<MastodonError> {
  const { diagnosis } = await diagnose(inDoubt(tries.telling), client);
  return new MastodonError(tries.last.failure, { what: diagnosis.what, why, cure }, "unknown");
}

/** The same error, where what came before it leaves open whether the status is there. */
function inDoubt({ failure, diagnosis }: MastodonError): MastodonError {
  return new MastodonError(failure, diagnosis, "unknown");
}
