import type { Environment } from "../action/environment.ts";
import { InputError, type Inputs } from "../action/inputs.ts";
import type { FoundMedia } from "../action/media-files.ts";
import { warn } from "../action/report.ts";
import { type Attached, nothingYet } from "../action/result.ts";
import type { Limits } from "../mastodon/limits/limits.ts";
import { bearsMore, type Post } from "./render.ts";

/** What only some posts bear besides a short text. What deals with it is loaded for those alone. */

/** The files to attach. */
export async function filesOf({ media }: Inputs, { folders }: Environment): Promise<FoundMedia[]> {
  if (media.length === 0) return [];
  const { findMedia } = await import("../action/media-files.ts");
  return findMedia(media, folders);
}

/** When it is to come out, in milliseconds since 1970; null for at once. */
export async function timeOf({ scheduledAt }: Post, now: number): Promise<number | null> {
  if (scheduledAt === "") return null;
  const { resolveSchedule } = await import("../action/schedule.ts");
  return resolveSchedule(scheduledAt, now);
}

/** What it bears besides its text, as the log and the summary show it. */
export async function attachedTo(post: Post, scheduledAt: number | null): Promise<Attached> {
  if (!bearsMore(post)) return nothingYet.attached;
  const { attachedOf } = await import("./attached.ts");
  return attachedOf(post, scheduledAt);
}

/**
 * Refuses what the instance would refuse, and tells what the author should know before it goes out.
 *
 * @param limits null where the instance was not asked
 * @throws InputError with one sentence for each thing that is wrong
 */
export async function check(
  inputs: Inputs,
  post: Post,
  limits: Limits | null,
  texts: readonly string[],
): Promise<void> {
  // A short text for everyone is taken anywhere.
  const isPlain = limits === null && texts.length === 1 && !bearsMore(post) && inputs.visibility !== "direct";
  if (isPlain) return;
  const { refusedOf, remarksOf } = await import("./check.ts");
  const refused = await refusedOf(inputs, post, limits, texts.length);
  if (refused.length > 0) throw new InputError(refused);
  for (const remark of remarksOf(inputs, post, texts)) warn(remark);
}
