import { refusedSchedule } from "../action/schedule.ts";
import { inUtc } from "../action/utc.ts";
import { resolveStatus } from "../mastodon/publish/reference.ts";
import type { StatusParams } from "../mastodon/published.ts";
import type { Delivery } from "./delivery.ts";
import { upload } from "./upload.ts";

/** What the first part alone bears. A look came before: what is there already needs no upload, and may be past its time. */
export async function attach({ client, post, scheduledAt }: Delivery): Promise<Partial<StatusParams>> {
  const late = scheduledAt === null ? null : refusedSchedule(scheduledAt, client.clock.now());
  if (late !== null) throw new Error(late);
  const { inReplyTo, quoted, poll, media } = post;
  return {
    ...(inReplyTo === "" ? {} : { in_reply_to_id: await resolveStatus(client, inReplyTo, "`in-reply-to-id`") }),
    ...(quoted === "" ? {} : { quoted_status_id: await resolveStatus(client, quoted, "`quoted-status-id`") }),
    ...(scheduledAt === null ? {} : { scheduled_at: inUtc(scheduledAt) }),
    ...(poll ? { poll: { ...poll, options: [...poll.options] } } : {}),
    ...(media.length > 0 ? { media_ids: await upload(client, media) } : {}),
  };
}
