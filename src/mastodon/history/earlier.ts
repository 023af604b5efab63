import type { Client } from "../client.ts";
import { pause } from "../clock.ts";
import { MastodonError } from "../error.ts";
import { keepsKeys } from "../nodeinfo.ts";
import type { Steps } from "../plan.ts";
import { inSeconds, MOST_TRIES, waitBeforeRetry } from "../retry.ts";
import { KEY_LIFE, type Sender } from "../sender.ts";
import { foundStatus, type Published } from "../status.ts";
import { type History, type Missing, readHistory, type Window } from "./history.ts";
import { recognise, type Wanted } from "./recognise.ts";

/** What to look for there. */
export type Lookup = Pick<Wanted, "text" | "subjectUrl" | "previous" | "taken" | "since"> &
  Partial<Pick<Wanted, "replyTo">>;

/** Looks at what is there before anything is sent. A look that fails for now is tried again. */
export async function* readEarlier(sender: Sender, window: Window): Steps<History> {
  const { clock } = sender.client;
  for (let tries = 1; ; tries += 1) {
    const history = await readHistory(sender, window);
    const { missing } = history;
    const wait = waitBeforeRetry(tries);
    if (!missing || missing.forGood || tries >= MOST_TRIES || clock.left() <= wait) return history;
    yield {
      kind: "waiting",
      line: `The look for an earlier post failed (${missing.why}); looking again in ${inSeconds(wait)}.`,
    };
    if (!(await pause(clock, wait))) return history;
  }
}

/** What an earlier run posted, if the look saw it. */
export function findEarlier(client: Client, history: History, lookup: Lookup): Published | null {
  const entity = recognise(history, { replyTo: undefined, ...lookup, beyond: 0, scheduledAt: undefined });
  return entity && foundStatus(client.origin, entity, lookup.text, true);
}

/**
 * Leaves it to the key where a look cannot tell: an earlier run's key lives for an hour, where the server heeds it.
 *
 * @throws MastodonError when the key cannot tell either
 */
export async function* relyOnKey(client: Client, missing: Missing, { since, scheduled }: Window): Steps<void> {
  const isAlive = client.clock.now() - since < KEY_LIFE;
  if (isAlive && (await keepsKeys(client, scheduled ? "scheduled" : "status"))) {
    yield {
      kind: "waiting",
      line: `The action cannot see whether it is there (${missing.why}); sending it anyway, which is safe since the server keeps its Idempotency-Key.`,
    };
    return;
  }
  throw cannotSee(
    client,
    missing,
    isAlive
      ? "This server is not known to support Idempotency-Key, so posting now could make a second post."
      : "The server may have forgotten an Idempotency-Key from then, so posting now could make a second post.",
  );
}

/**
 * Looks for one status that is to be edited.
 *
 * @param isIt whether a status that looks like it is taken; else the next one is
 * @returns null when it is not there
 * @throws MastodonError when that cannot be seen
 */
export async function* findPosted(
  sender: Sender,
  {
    text,
    subjectUrl,
    replyTo,
    ...window
  }: Pick<Wanted, "text" | "subjectUrl" | "replyTo"> & Pick<Window, "since" | "visibility">,
  isIt: (found: Published) => Promise<boolean>,
): Steps<Published | null> {
  const { client } = sender;
  const history = yield* readEarlier(sender, { ...window, beyond: 0, scheduled: false });
  const taken = new Set<string>();
  const lookup = { text, subjectUrl, previous: null, taken, since: window.since };
  // It may have been posted before it was to be a reply.
  const next = () => findEarlier(client, history, { ...lookup, replyTo }) ?? findEarlier(client, history, lookup);
  for (let found = next(); found; found = next()) {
    if (await isIt(found)) return found;
    taken.add(found.id);
  }
  if (history.missing === null) return null;
  const why = "Posting without knowing could make a second post.";
  throw cannotSee(client, history.missing, why, "or name the status by its id or address.");
}

function cannotSee(
  client: Client,
  missing: Missing,
  why: string,
  otherwise = "or set `duplicate-check: never` to post without looking.",
): MastodonError {
  // A dead token, or a server that is out of order, is told as such.
  if (missing.error && (missing.error.failure.answer?.status === 401 || !missing.forGood)) return missing.error;
  const path = "/api/v1/accounts/verify_credentials";
  const failure = missing.error?.failure ?? { method: "GET", path, origin: client.origin, proxy: "" };
  const what = `The action cannot see whether this was posted before: ${missing.why}.`;
  const look = missing.lacksScope
    ? "Use a token with the scopes `read:statuses` and `profile`;"
    : "Look at the account yourself;";
  const cure = `${look} ${otherwise}`;
  return new MastodonError(failure, { what, why, cure }, "not done");
}
