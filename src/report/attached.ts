import { formatSize } from "../mastodon/media/file-size.ts";
import type { Plan } from "../mastodon/plan.ts";
import { formatDuration, inUtc } from "../time.ts";

/** What the first part has besides its text, as the log and the summary show it. */
export interface Attached {
  /** `label` names the file, its type and size. */
  media: { label: string; description: string }[];
  /** `mark` stands before each option: ☐ where several may be taken, else ○. */
  poll: { options: string[]; mark: string; settings: string } | null;
  /** When it is to come out, in UTC (ISO 8601); empty for at once. */
  scheduledAt: string;
  /** Ids or URLs as given; empty for none. */
  inReplyTo: string;
  quoted: string;
}

/** What a plan has besides its text, as the log and the summary show it. */
export function attachedOf({ media, poll, inReplyTo, quoted, scheduledAt }: Plan): Attached {
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
