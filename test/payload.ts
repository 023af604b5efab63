import { readFileSync } from "node:fs";

// biome-ignore lint/suspicious/noExplicitAny: a payload is whatever GitHub sent
type Payload = Record<string, any>;

/** The text of a payload from test/events with some of its fields replaced. */
export function changedPayload(event: string, change: (payload: Payload) => Payload): string {
  const payload = JSON.parse(readFileSync(new URL(`./events/${event}.json`, import.meta.url), "utf8")) as Payload;
  return JSON.stringify({ ...payload, ...change(payload) });
}
