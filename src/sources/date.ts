/** Zones by name, as RFC 822 has them (section 5.1); any other name is as good as UTC. */
const ZONES: Record<string, string> = {
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
  CET: "+01:00",
  CEST: "+02:00",
};

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const ZONE = String.raw`\s*([+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?)?`;

/** `2024-05-01`, `2024-05-01T12:00:00Z`, `2024-5-1 12:00 +0200`, `2024/05/01`. */
const ISO = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:(?:\s*t|\s)\s*${TIME}${ZONE})?$`, "i");

/** `Wed, 01 May 2024 12:00:00 +0200`, `1 May 24 12:00 EST`. */
const RFC_822 = new RegExp(
  String.raw`^(?:[a-z]+\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?:\s+${TIME}${ZONE})?$`,
  "i",
);

/** `May 1, 2024 12:00`, `Wed May 01 12:00:00 2024` is none: nobody writes it into a feed. */
const AMERICAN = new RegExp(
  String.raw`^(?:[a-z]+\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+${TIME}${ZONE})?$`,
  "i",
);

/**
 * A date as feeds and front matter have it, as ISO 8601 with the offset that was written: `2024-05-01T00:30:00+01:00`.
 * Without an offset it is in UTC, without a time at midnight.
 *
 * @returns null for what is no date, or one that no calendar has
 */
export function isoDate(text: string): string | null {
  const plain = text
    .trim()
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\s*\([^)]*\)$/g, "");
  const iso = ISO.exec(plain);
  if (iso) return assemble(iso[1]!, Number(iso[2]), iso[3]!, iso.slice(4));
  const rfc = RFC_822.exec(plain);
  if (rfc) return assemble(fullYear(rfc[3]!), monthOf(rfc[2]!), rfc[1]!, rfc.slice(4));
  const american = AMERICAN.exec(plain);
  return american && assemble(american[3]!, monthOf(american[1]!), american[2]!, american.slice(4));
}

function assemble(year: string, month: number, day: string, time: readonly (string | undefined)[]): string | null {
  const [hour = "0", minute = "00", second = "00", fraction, zone = ""] = time;
  const offset = offsetOf(zone);
  const date = `${year}-${two(month)}-${two(day)}`;
  const iso = `${date}T${two(hour)}:${minute}:${second}${fraction ? `.${fraction.slice(0, 3)}` : ""}${offset}`;
  // `Date` takes the 30th of February for a day of March. A year 1 is how Go writes that there is no date.
  const isDay = new Date(`${date}T00:00:00Z`).getUTCDate() === Number(day) && Number(year) > 1900;
  return isDay && !Number.isNaN(Date.parse(iso)) ? iso : null;
}

function two(number: number | string): string {
  return String(number).padStart(2, "0");
}

/** A year of two digits lies between 1970 and 2069. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) < 70 ? "20" : "19"}${year}`;
}

/** From 1; 0 for what is no month. */
function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function offsetOf(zone: string): string {
  const [, name = "", sign, hours = "", minutes = "00"] = /^([a-z]*)(?:([+-])(\d{1,2}):?(\d{2})?)?$/i.exec(zone) ?? [];
  if (sign === undefined) return ZONES[name.toUpperCase()] ?? "Z";
  const offset = `${sign}${two(hours)}:${minutes}`;
  return /00:00$/.test(offset) ? "Z" : offset;
}
