import { asObject, textOf } from "../mastodon/client.ts";
import { formatSize } from "../mastodon/media/upload.ts";
import type { Plan } from "../mastodon/plan.ts";
import { formatDuration, inUtc } from "../time.ts";
import { shortName } from "../visible.ts";

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

/** What a plan has besides its text. */
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
    poll:
      poll &&
      pollOf(poll.options, poll.multiple ?? false, [
        `open for ${formatDuration(poll.expires_in * 1000)}`,
        ...(poll.hide_totals ? ["votes hidden until it closes"] : []),
      ]),
    scheduledAt: scheduledAt === null ? "" : inUtc(scheduledAt),
    inReplyTo: shortName(inReplyTo),
    quoted: shortName(quoted),
  };
}

/**
 * What a status has that stands on the server, in place of what was planned and not sent.
 *
 * @param entity a Status or a ScheduledStatus, which has under `params` what it will be
 */
export function attachedTo(entity: Record<string, unknown>, planned: Attached): Attached {
  const { media_attachments: media, params } = entity;
  const { poll, in_reply_to_id: reply, ...source } = asObject(params ?? entity);
  const quote = source.quote ?? source.quote_id ?? source.quoted_status_id;
  return {
    media: (Array.isArray(media) ? media : []).map(asObject).map(({ type, description }) => ({
      label: `${shortName(textOf(type)) || "file"}, as it is on the server`,
      description: textOf(description),
    })),
    poll: poll ? pollOnServer(asObject(poll)) : null,
    scheduledAt: planned.scheduledAt,
    inReplyTo: reply ? planned.inReplyTo || shortName(String(reply)) : "",
    quoted: quote ? planned.quoted : "",
  };
}

function pollOnServer({ options, multiple, expires_at: end, expired }: Record<string, unknown>): Attached["poll"] {
  const titles = (Array.isArray(options) ? options : []).map((option) => textOf(asObject(option).title ?? option));
  const closes = Date.parse(textOf(end));
  const time = Number.isNaN(closes) ? [] : [`${expired === true ? "closed" : "open until"} ${inUtc(closes)}`];
  return pollOf(titles, multiple === true, time);
}

function pollOf(
  options: readonly string[],
  multiple: boolean,
  [time = "", ...more]: readonly string[],
): Attached["poll"] {
  const settings = [time, multiple ? "several choices" : "one choice", ...more].filter((one) => one !== "");
  return { options: [...options], mark: multiple ? "☐" : "○", settings: settings.join(", ") };
}
