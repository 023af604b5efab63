import { formatDuration } from "../action/duration.ts";
import type { Inputs } from "../action/inputs.ts";
import { warn } from "../action/report.ts";
import type { Attached } from "../action/result.ts";
import { scheduleParameter } from "../action/schedule.ts";
import type { Client } from "../mastodon/client.ts";
import { readInstance } from "../mastodon/instance.ts";
import { assumedLimits, type Limits, limitsOf } from "../mastodon/limits/limits.ts";
import { refusedBesidePoll, refusedPoll } from "../mastodon/limits/poll-limits.ts";
import { formatSize } from "../mastodon/media/file-size.ts";
import { refusedMedia } from "../mastodon/media/media-limits.ts";
import { findMentions } from "../status/length/entities.ts";
import { countCharacters } from "../status/length/length.ts";
import type { Post } from "./render.ts";

/** Asks the instance for its limits, only where they matter: a plain post costs one request. */
export async function askLimits(client: Client | null, { dryRun }: Inputs, post: Post): Promise<Limits | null> {
  const { maxCharacters, counting } = assumedLimits;
  const isLong = post.drafts.some(({ text }) => countCharacters(text, post.spoilerText, counting) > maxCharacters);
  const matters = isLong || post.media.length > 0 || post.poll !== null || post.quoted !== "";
  if (!client || !(matters || dryRun)) return null;
  const document = await readInstance(client);
  if (document) return limitsOf(document);
  warn(`${client.origin} did not say how long a status may be, so ${maxCharacters} characters are assumed.`);
  return null;
}

/** What an instance would refuse, or what cannot be done at all, one sentence each. */
export function refusedOf(inputs: Inputs, post: Post, limits: Limits | null, parts: number): string[] {
  const refused: string[] = [];
  if (limits) {
    refused.push(...refusedMedia(post.media, limits.media));
    if (post.poll) {
      const beside = { hasText: true, hasMedia: post.media.length > 0 };
      refused.push(...refusedPoll(post.poll, limits.poll), ...refusedBesidePoll(beside, limits.poll));
    }
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

/** What a post bears besides its text, as the log and the summary show it. */
export function attachedOf({ media, poll, inReplyTo, quoted }: Post, scheduledAt: number | null): Attached {
  return {
    media: media.map(({ label, file, focus, thumbnail, description }) => {
      const settings = [
        file.type,
        formatSize(file.size),
        ...(focus === "" ? [] : [`focus ${focus}`]),
        ...(thumbnail === null ? [] : [`thumbnail ${thumbnail.filename}`]),
      ].join(", ");
      return { label: `${label} (${settings})`, description };
    }),
    poll: poll && {
      options: [...poll.options],
      settings: [
        `open for ${formatDuration(poll.expires_in * 1000)}`,
        poll.multiple ? "several choices" : "one choice",
        ...(poll.hide_totals ? ["votes hidden until it closes"] : []),
      ].join(", "),
    },
    scheduledAt: scheduledAt === null ? "" : scheduleParameter(scheduledAt),
    inReplyTo,
    quoted,
  };
}
