import type { Client } from "../client.ts";
import { pause } from "../clock.ts";
import { MastodonError } from "../error.ts";
import { KEY_LIFE } from "../key.ts";
import { heedsKeys } from "../key-keeping.ts";
import type { Published } from "../published.ts";
import { inSeconds, MOST_TRIES, waitBeforeRetry } from "../retry.ts";
import { foundOf } from "./found.ts";
import type { Gap, LookOptions, Sight } from "./look.ts";
import { type Lookout, openLookout } from "./lookout.ts";
import { recognise, type Wanted } from "./recognise.ts";

/** Where to look for what an earlier run posted. */
export type Window = Pick<LookOptions, "since" | "visibility" | "scheduled">;

/** What to look for there. */
export type Sought = Pick<Wanted, "text" | "subjectUrl" | "previous" | "taken" | "since"> &
  Partial<Pick<Wanted, "replyTo">>;

/** Looks at what is there before anything is sent. A look that fails for now is tried again. */
export async function lookForEarlier(
  client: Client,
  lookout: Lookout,
  window: Window,
  onRetry: (line: string) => void,
): Promise<Sight> {
  for (let tries = 1; ; tries += 1) {
    const sight = await lookout.look({ ...window, beyond: 0 });
    const { gap } = sight;
    const wait = waitBeforeRetry(tries);
    if (!gap || gap.forGood || tries >= MOST_TRIES || client.clock.left() <= wait) return sight;
    onRetry(`The look for an earlier post failed (${gap.why}); looking again in ${inSeconds(wait)}.`);
    if (!(await pause(client.clock, wait))) return sight;
  }
}

/** What an earlier run posted, if the look saw it. */
export function findEarlier(client: Client, sight: Sight, sought: Sought): Published | null {
  const entity = recognise(sight, { replyTo: undefined, ...sought, beyond: 0, scheduledAt: undefined });
  return entity && foundOf(client.origin, entity, sought.text, true);
}

/**
 * Leaves it to the key where a look cannot tell: an earlier run's key lives for an hour, where the server heeds it.
 *
 * @throws MastodonError when the key cannot tell either
 */
export async function relyOnKey(
  client: Client,
  gap: Gap,
  { since, scheduled }: Window,
  onRetry: (line: string) => void,
): Promise<void> {
  const isAlive = client.clock.now() - since < KEY_LIFE;
  if (isAlive && (await heedsKeys(client, scheduled ? "scheduled" : "status"))) {
    return onRetry(
      `Whether it is there cannot be seen (${gap.why}); sending it all the same, which the key makes safe.`,
    );
  }
  throw cannotSee(
    client,
    gap,
    isAlive
      ? "This server is not known to heed an Idempotency-Key, so that posting now could make a second post."
      : "An Idempotency-Key from then may be forgotten by now, so that posting now could make a second post.",
  );
}

/**
 * Looks for one status, without any intent to post: what is to be edited, say.
 *
 * @param isIt whether a status that looks like it is taken; else the next one is
 * @returns null when it is not there
 * @throws MastodonError when that cannot be seen
 */
export async function findPosted(
  client: Client,
  { text, subjectUrl, replyTo, ...window }: Pick<Wanted, "text" | "subjectUrl" | "replyTo"> & Omit<Window, "scheduled">,
  isIt: (found: Published) => Promise<boolean>,
  onRetry: (line: string) => void,
): Promise<Published | null> {
  const sight = await lookForEarlier(client, openLookout(client), { ...window, scheduled: false }, onRetry);
  const taken = new Set<string>();
  const sought = { text, subjectUrl, previous: null, taken, since: window.since };
  // It may have been posted before it was to be a reply.
  const next = () => findEarlier(client, sight, { ...sought, replyTo }) ?? findEarlier(client, sight, sought);
  for (let found = next(); found; found = next()) {
    if (await isIt(found)) return found;
    taken.add(found.id);
  }
  if (sight.gap) {
    const why = "To post without knowing could make a second post.";
    throw cannotSee(client, sight.gap, why, "or name the status by its id or address.");
  }
  return null;
}

function cannotSee(
  client: Client,
  gap: Gap,
  why: string,
  otherwise = "or set `duplicate-check: never` to post without looking.",
): MastodonError {
  // A dead token, or a server that is out of order, is told as such.
  if (gap.error && (gap.error.failure.answer?.status === 401 || !gap.forGood)) return gap.error;
  const path = "/api/v1/accounts/verify_credentials";
  const failure = gap.error?.failure ?? { method: "GET", path, origin: client.origin, proxy: "" };
  const what = `Whether this was posted before cannot be seen: ${gap.why}.`;
  const look = gap.lacksScope
    ? "Use a token with the scopes `read:statuses` and `profile`;"
    : "Look at the account yourself;";
  const cure = `${look} ${otherwise}`;
  return new MastodonError(failure, { what, why, cure }, "not done");
}
