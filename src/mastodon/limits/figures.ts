import { asObject } from "../client.ts";

/** What an instance announces about statuses; empty where it announces nothing. */
export function statusesOf(document: Record<string, unknown>): Record<string, unknown> {
  return asObject(asObject(document.configuration).statuses);
}

/** A whole number within bounds, also from a string; undefined for anything else. */
export function whole(value: unknown, least: number, most: number): number | undefined {
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined;
}
