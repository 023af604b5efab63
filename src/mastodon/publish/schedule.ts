import { formatDuration, inUtc } from "../../time.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Mastodon schedules nothing nearer (`ScheduledStatus::MINIMUM_OFFSET`). Milliseconds. */
const NEAREST = 5 * MINUTE;

/** What is farther away is a slip in the year. Milliseconds. */
const FARTHEST = 2 * 366 * DAY;

/**
 * Why a time cannot be scheduled any more, or not by Mastodon, in one sentence; null when it can.
 *
 * To be asked right before posting: the time must lie ahead when the request arrives. A time in the past would be posted
 * at once by Mastodon, and backdated by GoToSocial.
 */
export function refusedSchedule(time: number, now: number): string | null {
  const ahead = time - now;
  const is = `\`scheduled-at\` is ${inUtc(time)}`;
  if (ahead <= 0) {
    return `${is}, which is past by ${roughly(-ahead)}; a server would post it at once. Give a time that lies ahead, or leave it out.`;
  }
  if (ahead <= NEAREST) {
    return `${is}, which is only ${roughly(ahead)} ahead; servers want more than five minutes. Give a later time (as a duration, \`10 minutes\`), or leave it out.`;
  }
  if (ahead > FARTHEST) return `${is}, which is ${roughly(ahead)} ahead. Is the year correct?`;
  return null;
}

/** A span in one rounded unit: `3 minutes`, `36 years`. */
function roughly(milliseconds: number): string {
  const units = [365.25 * DAY, DAY, 60 * MINUTE, MINUTE];
  const names = ["years", "days", "hours", "minutes"];
  const index = units.findIndex((size) => milliseconds >= 2 * size);
  if (index === -1) return formatDuration(Math.max(1000, Math.round(milliseconds / 1000) * 1000));
  return `${Math.round(milliseconds / units[index]!)} ${names[index]}`;
}
