import type { Client } from "../client.ts";
import { cannotSee, readForEdit } from "../history/earlier.ts";
import { isMissing } from "../history/history.ts";
import { recognise } from "../history/recognise.ts";
import type { Look, Plan, Steps } from "../plan.ts";
import { openSender } from "../sender.ts";
import { wantedOf } from "./publish.ts";
import { resolveReferences } from "./reference.ts";

/**
 * Finds out which of several posts are on the account already, by one look. A status answers for one of them only.
 *
 * @param taken gets the ids of what was found
 * @throws MastodonError where that cannot be seen
 */
export async function* findPosted(
  client: Client,
  plans: readonly Plan[],
  look: Look,
  signal: AbortSignal,
  taken: Set<string>,
): Steps<void> {
  const sender = openSender(client, signal);
  yield { kind: "looking", since: look.since, why: look.why };
  const visibility = plans[0]?.params.visibility;
  const window = { since: look.since, most: look.most, visibility, scheduled: false };
  const history = yield* readForEdit(sender, window);
  if (history.missing) throw cannotSee(client, history.missing, ONLY_MEMORY, OTHERWISE);
  const found: boolean[] = [];
  for (const plan of plans) {
    const params = { status: plan.texts[0]!, ...plan.params, ...(await resolveReferences(client, plan)) };
    const wanted = { ...wantedOf({ ...plan, look }, 0, params), taken };
    const posted = await recognise(sender, history, wanted);
    if (isMissing(posted)) throw cannotSee(client, posted, ONLY_MEMORY, OTHERWISE);
    if (posted) taken.add(String(posted.entity.id));
    found.push(posted !== null);
  }
  yield { kind: "found", which: found };
}

const ONLY_MEMORY = "Only that look can tell which entries are new, so nothing is posted.";
const OTHERWISE = "the next run posts what this one did not.";
