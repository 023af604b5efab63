import type { Client } from "../client.ts";
import { KEY_LIFE } from "../key.ts";
import { findEarlier, lookForEarlier, relyOnKey } from "../look/earlier.ts";
import { openLookout } from "../look/lookout.ts";
import type { Published, StatusParams } from "../published.ts";
import { postPart } from "./post-part.ts";
import type { Progress } from "./send-status.ts";
import { postInOrder } from "./thread.ts";

/** What one intent posts. */
export interface Intent {
  /** Of every part. */
  params: Omit<StatusParams, "status">;
  /** Of the parts, one or more. */
  texts: readonly string[];
  /**
   * Makes what only the first part bears (media, poll, reply, quote, schedule). Called once at most, right before the
   * first POST, so that nothing is uploaded for a post that is there already.
   */
  attach: () => Promise<Partial<StatusParams>>;
  /**
   * Makes the key of a part, from 0; `generation` counts the keys before that the server answers by an old refusal.
   */
  keyOf: (part: number, generation: number) => string;
  /** Address of what the post is about; empty for none. A look recognises a post by it. */
  subjectUrl: string;
  /** Look before the first POST, for what is there since this time (milliseconds since 1970); null: do not look. */
  lookSince: number | null;
  /** Whether `attach` brings a schedule, so that the first look reads the scheduled list too. */
  isScheduled: boolean;
}

export interface Watcher extends Progress {
  /** Told of each part as soon as it is stored, or found. */
  onPublished(published: Published, part: number): void;
}

/**
 * Makes one post of one intent: however often this is called for it, whatever is lost on the way. A first attempt that
 * goes well costs one request.
 *
 * @throws MastodonError, its outcome `unknown` when the status may or may not be there. What `attach` throws is passed on.
 */
export async function publishIntent(client: Client, intent: Intent, watcher: Watcher): Promise<void> {
  const { params, texts, subjectUrl, lookSince } = intent;
  const lookout = openLookout(client);
  const began = client.clock.now();
  const window = { since: lookSince ?? began, visibility: params.visibility, scheduled: intent.isScheduled };
  // Most runs are a first run, which has nothing to look for.
  let earlier = lookSince === null ? null : await lookForEarlier(client, lookout, window, watcher.onRetry);
  let keySince: number | null = null;
  const taken = new Set<string>();

  await postInOrder(
    client,
    texts.length,
    params.visibility,
    async (part, ties, previous) => {
      const text = texts[part]!;
      if (previous) taken.add(previous.id);
      if (earlier) {
        const known = text.trim() === "" ? (params.spoiler_text ?? "") : text;
        const found = findEarlier(client, earlier, {
          text: known,
          subjectUrl,
          previous: previous?.id ?? null,
          taken,
          ...window,
        });
        if (found) return found;
        if (earlier.gap) {
          await relyOnKey(client, earlier.gap, window, watcher.onRetry);
          keySince = window.since;
        }
        // What follows a part that is not there is not there either.
        earlier = null;
      }
      if (previous) lookout.remember(previous.entity.account);
      const attached = part === 0 ? await intent.attach() : {};
      // Whoever posted the part before may have posted this one, too: a run beside this one is ahead of it.
      const since = previous?.duplicate ? Math.min(window.since, began - KEY_LIFE) : (keySince ?? began);
      return postPart(
        client,
        lookout,
        {
          params: { status: text, ...params, ...ties, ...attached },
          keyOf: (generation) => intent.keyOf(part, generation),
          name: texts.length === 1 ? "the status" : `part ${part + 1} of ${texts.length}`,
          subjectUrl,
          previous: previous?.id ?? null,
          taken,
          maySince: lookSince === null && previous === null ? null : since,
          keySince,
        },
        watcher,
      );
    },
    watcher.onPublished,
  );
}
