import type { Inputs } from "../action/inputs.ts";
import type { Limits } from "../mastodon/limits/limits.ts";
import { refusedBesidePoll, refusedPoll } from "../mastodon/limits/poll-limits.ts";
import { refusedMedia } from "../mastodon/media/media-limits.ts";
import { findMentions } from "../status/length/entities.ts";
import type { Post } from "./render.ts";

/** What an instance would refuse, or what cannot be done at all, one sentence each. */
export function refusedOf(inputs: Inputs, post: Post, limits: Limits | null, parts: number): string[] {
  const refused: string[] = [];
  if (limits && post.media.length > 0) {
    refused.push(...refusedMedia(post.media, limits.media));
  }
  if (limits && post.poll) {
    const beside = { hasText: true, hasMedia: post.media.length > 0 };
    refused.push(...refusedPoll(post.poll, limits.poll), ...refusedBesidePoll(beside, limits.poll));
  }
  if (post.quoted !== "" && limits && !limits.quotes) {
    refused.push(
      "`quoted-status-id` is set, and this instance has no quotes: Mastodon has them since 4.5. Leave it out, and put the address of the status into the text.",
    );
  }
  if (parts === 1) return refused;
  const cure = "Shorten the text, take `overflow: truncate`, or leave out the lines `---`.";
  if (post.scheduledAt !== "") {
    refused.push(
      `The text makes ${parts} parts, and a thread cannot be scheduled: its parts would have nothing to reply to. ${cure}`,
    );
  }
  if (inputs.editStatusId !== "") {
    refused.push(`The text makes ${parts} parts, and \`edit-status-id\` edits one status. ${cure}`);
  }
  return refused;
}

/** What the author should know before it goes out, though nothing is wrong, one sentence each. */
export function remarksOf({ visibility }: Inputs, { media }: Post, texts: readonly string[]): string[] {
  const remarks = media
    .filter(({ description }) => description.trim() === "")
    .map(
      ({ label }) =>
        `${label} has no description, so people who cannot see it learn nothing of it, and many will not share it. Set \`description\`.`,
    );
  if (visibility === "direct" && !texts.some((text) => findMentions(text).length > 0)) {
    remarks.push("`direct` reaches only those who are mentioned, and this text mentions nobody.");
  }
  return remarks;
}
