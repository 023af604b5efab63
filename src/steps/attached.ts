import { formatDuration } from "../action/duration.ts";
import type { Attached } from "../action/result.ts";
import { inUtc } from "../action/utc.ts";
import { formatSize } from "../mastodon/media/file-size.ts";
import type { Post } from "./render.ts";

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
      mark: poll.multiple ? "☐" : "○",
      settings: [
        `open for ${formatDuration(poll.expires_in * 1000)}`,
        poll.multiple ? "several choices" : "one choice",
        ...(poll.hide_totals ? ["votes hidden until it closes"] : []),
      ].join(", "),
    },
    scheduledAt: scheduledAt === null ? "" : inUtc(scheduledAt),
    inReplyTo,
    quoted,
  };
}
