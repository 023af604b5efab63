import { parseDuration } from "../time.ts";
import { shown } from "./values.ts";

const MINUTE = 60_000;

const EXAMPLE = "2027-01-31T09:00:00+01:00";
const FORMS = `Write ISO 8601 with an offset, such as \`${EXAMPLE}\`, or a duration from now, such as \`2 hours\`.`;

const DATE = /^(\d{4})-(\d{2})-(\d{2})/;
const TIME = /^(\d{4})-(\d{2})-(\d{2})(?:t| +)(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?/i;
const OFFSET = /^ ?(?:z|([+-])(\d{2}):?(\d{2})?)$/i;

/**
 * Reads the rendered input `scheduled-at`: ISO 8601 with an offset, or a duration from now. Whether the server
 * takes that time is another question (mastodon/publish/schedule.ts): a look for an earlier post comes before it.
 *
 * @param now milliseconds since 1970
 * @returns milliseconds since 1970, or null for at once: an empty text, `now`, and a duration of nothing
 * @throws Error with one sentence that names the cure
 */
export function resolveSchedule(rendered: string, now: number): number | null {
  const text = rendered.trim();
  if (text === "" || /^now$/i.test(text)) return null;
  const duration = parseDuration(text.replace(/^in\s+/i, ""));
  if (duration === 0) return null;
  const time = duration === null ? parseTime(text) : now + duration;
  // Beyond this no date can be written.
  if (time > 8.64e15) throw wrong(text, `Nobody can wait that long. ${FORMS}`);
  return time;
}

function parseTime(text: string): number {
  const found = TIME.exec(text);
  if (!found) throw wrong(text, whyNoTime(text));
  const [whole, year, month, day, hour, minute, second = "0", fraction = "0"] = found;
  const rest = text.slice(whole.length);
  const offset = OFFSET.exec(rest);
  if (!offset) throw wrong(text, whyNoOffset(whole, rest));
  const [, sign, hours = "0", minutes = "0"] = offset;
  const impossible =
    impossibleDate(Number(year), Number(month), Number(day)) ??
    impossibleTime(Number(hour), Number(minute), Number(second)) ??
    (Number(hours) > 14 || Number(minutes) > 59 ? "No place on Earth has that offset from UTC." : null);
  if (impossible) throw wrong(text, impossible);
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const east = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return local + Math.floor(Number(`0.${fraction}`) * 1000) - (sign === "-" ? -east : east);
}

function impossibleDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12) return "That month does not exist; the order is year, month, day.";
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day >= 1 && day <= last) return null;
  const name = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, month - 1));
  return `${name} ${year} has ${last} days.`;
}

function impossibleTime(hour: number, minute: number, second: number): string | null {
  if (hour === 24) return "A day ends at 23:59:59. Write 00:00 of the next day.";
  if (hour > 24 || minute > 59 || second > 59) return "A day has no such time; it ends at 23:59:59.";
  return null;
}

function whyNoOffset(time: string, rest: string): string {
  if (rest.trim() === "") {
    return `It has no offset, so the moment is ambiguous. Add \`Z\` for UTC, or an offset such as \`+01:00\`: \`${time}Z\`.`;
  }
  if (/^\s*(utc|gmt)$/i.test(rest)) return `Write \`Z\` for UTC: \`${time}Z\`.`;
  if (/^\s*[ap]\.?m\b/i.test(rest)) return "Write the hour from 00 to 23, without AM and PM, and an offset.";
  if (/^\s*\[?[a-z]/i.test(rest)) {
    return `The name of a time zone leaves its offset open. Write the offset itself, such as \`${time}+01:00\`.`;
  }
  return `What follows the time is not an offset. ${FORMS}`;
}

/** What people write instead of a time, each form with its cure. */
const otherForms: [form: RegExp, cure: string][] = [
  [/^\d+(\.\d+)?$/, `It is a number without a unit. ${FORMS}`],
  [/^-\s*\d/, `It lies in the past. ${FORMS}`],
  [
    /^(in +)?\d.*\b(months?|years?)\b/i,
    "Months and years have no fixed length. Write weeks or days, such as `8 weeks`.",
  ],
  [/^p(\d|t\d)/i, "Write a duration in words, such as `2 hours` or `1 day`."],
  [/^[\d*/,-]+( [\d*/,a-z-]+){4}$/i, `It looks like a cron expression, which belongs under \`on: schedule\`. ${FORMS}`],
  [/^\d{1,2}\/\d{1,2}\/\d{2,4}/, `Day and month are ambiguous in it. ${FORMS}`],
  [/^\d{1,2}\.\d{1,2}\.\d{2,4}/, `Year, month and day come first, with hyphens between. ${FORMS}`],
  [/^\d{1,2}:\d{2}/, `It has a time and no date. ${FORMS}`],
  [/^\d{4}[/.]\d{1,2}[/.]\d{1,2}/, `Hyphens stand between year, month and day. ${FORMS}`],
  [/^\d{4}-?w\d/i, `Week dates are not supported, only year, month and day. ${FORMS}`],
  [/^\d{8}t\d{4}/i, `Write it with hyphens and colons. ${FORMS}`],
  [/^\d{4}-\d{1,2}-\d{1,2}\D.*\d ?[ap]\.?m\b/i, `Write the hour from 00 to 23, without AM and PM. ${FORMS}`],
  [/^\d{4}-\d{1,2}-\d{1,2}/, `Month, day, hour and minute have two digits each. ${FORMS}`],
];

function whyNoTime(text: string): string {
  const date = DATE.exec(text);
  if (date?.[0].length === text.length) {
    const [, year, month, day] = date.map(Number) as [number, number, number, number];
    const example = `\`${text}T09:00:00Z\``;
    return (
      impossibleDate(year, month, day) ?? `It has a date and no time. Add a time and an offset, such as ${example}.`
    );
  }
  const known = otherForms.find(([form]) => form.test(text));
  return known ? known[1] : `Only exact times and durations are supported. ${FORMS}`;
}

function wrong(text: string, cure: string): Error {
  return new Error(`\`scheduled-at\` is ${shown(text)}. ${cure}`);
}
