import type { Inputs } from "./action/inputs.ts";
import type { Client } from "./mastodon/client.ts";
import { readInstance } from "./mastodon/instance.ts";
import { assumedLimits, type Limits, limitsOf } from "./mastodon/limits/limits.ts";
import { refusedBesidePoll, refusedPoll } from "./mastodon/limits/poll-limits.ts";
import { refusedMedia } from "./mastodon/media/media-limits.ts";
import type { Plan } from "./mastodon/plan.ts";
import type { Post } from "./render.ts";
import { findMentions } from "./status/length/entities.ts";
import { countCharacters } from "./status/length/length.ts";

/**
 * Asks the instance for its limits, only where they matter: a plain post costs one request.
 *
 * @returns null where nobody was asked, or nobody told; `isAsked` tells which
 */
export async function askLimits(
  client: Client | null,
  { dryRun }: Inputs,
  post: Post,
): Promise<{ limits: Limits | null; isAsked: boolean }> {
  const { maxCharacters, counting } = assumedLimits;
  const isLong = post.drafts.some(({ text }) => countCharacters(text, post.spoilerText, counting) > maxCharacters);
  const matters = isLong || post.media.length > 0 || post.poll !== null || post.quoted !== "";
  if (!client || !(matters || dryRun)) return { limits: null, isAsked: false };
  const document = await readInstance(client);
  return { limits: document && limitsOf(document), isAsked: true };
}

/**
 * What the instance would refuse, or what cannot be done at all, one sentence each.
 *
 * @param limits null where the instance was not asked
 */
export function refusedOf(plan: Plan, limits: Limits | null): string[] {
  const { media, poll, quoted, texts, scheduledAt, edit } = plan;
  const refused: string[] = [];
  if (limits) {
    refused.push(...refusedMedia(media, limits.media));
    if (poll) {
      const beside = { hasText: true, hasMedia: media.length > 0 };
      refused.push(...refusedPoll(poll, limits.poll), ...refusedBesidePoll(beside, limits.poll));
    }
    if (quoted !== "" && !limits.quotes) {
      refused.push(
        "`quoted-status-id` is set, and this instance has no quotes: Mastodon has them since 4.5. Leave it out, and put the address of the status into the text.",
      );
    }
  }
  if (texts.length === 1) return refused;
  const cure = "Shorten the text, take `overflow: truncate`, or leave out the lines `---`.";
  if (scheduledAt !== null) {
    refused.push(
      `The text makes ${texts.length} parts, and a thread cannot be scheduled: its parts would have nothing to reply to. ${cure}`,
    );
  }
  if (edit !== null) {
    refused.push(`The text makes ${texts.length} parts, and \`edit-status-id\` edits one status. ${cure}`);
  }
  return refused;
}

/** What the author should know before it goes out, though nothing is wrong, one sentence each. */
export function remarksOn({ media, texts, params }: Plan): string[] {
  const remarks = media
    .filter(({ description }) => description.trim() === "")
    .map(
      ({ label }) =>
        `${label} has no description, so people who cannot see it learn nothing of it, and many will not share it. Set \`description\`.`,
    );
  if (params.visibility === "direct" && !texts.some((text) => findMentions(text).length > 0)) {
    remarks.push("`direct` reaches only those who are mentioned, and this text mentions nobody.");
  }
  return remarks;
}
