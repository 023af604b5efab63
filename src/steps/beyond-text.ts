import type { Environment } from "../action/environment.ts";
import { InputError, type Inputs } from "../action/inputs.ts";
import { type FoundMedia, findMedia } from "../action/media-files.ts";
import { warn } from "../action/report.ts";
import { type Attached, nothingYet } from "../action/result.ts";
import { resolveSchedule } from "../action/schedule.ts";
import type { Limits } from "../mastodon/limits/limits.ts";
import { attachedOf } from "./attached.ts";
import { refusedOf, remarksOf } from "./check.ts";
import { bearsMore, type Post } from "./render.ts";

/** What only some posts bear besides a short text. */

/** The files to attach. */
export async function filesOf({ media }: Inputs, { folders }: Environment): Promise<FoundMedia[]> {
  if (media.length === 0) return [];
  return findMedia(media, folders);
}

/** When it is to come out, in milliseconds since 1970; null for at once. */
export function timeOf({ scheduledAt }: Post, now: number): number | null {
  if (scheduledAt === "") return null;
  return resolveSchedule(scheduledAt, now);
}

/** What it bears besides its text, as the log and the summary show it. */
export function attachedTo(post: Post, scheduledAt: number | null): Attached {
  if (!bearsMore(post)) return nothingYet.attached;
  return attachedOf(post, scheduledAt);
}

/**
 * Refuses what the instance would refuse, and tells what the author should know before it goes out.
 *
 * @param limits null where the instance was not asked
 * @throws InputError with one sentence for each thing that is wrong
 */
export function check(inputs: Inputs, post: Post, limits: Limits | null, texts: readonly string[]): void {
  // A short text for everyone is taken anywhere.
  const isPlain = limits === null && texts.length === 1 && !bearsMore(post) && inputs.visibility !== "direct";
  if (isPlain) return;
  const refused = refusedOf(inputs, post, limits, texts.length);
  if (refused.length > 0) throw new InputError(refused);
  for (const remark of remarksOf(inputs, post, texts)) warn(remark);
}
