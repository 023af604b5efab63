import type { Client } from "./client.ts";
import { softwareOf } from "./find-host.ts";
import { readInstance } from "./instance.ts";

/** Mastodon and what is built from its code. */
const MASTODON = ["mastodon", "glitch", "hometown", "chuckya", "fedibird"];

/** Others that keep a key of any POST that makes a status. All of them post a scheduled status at once, or keep its key too. */
const OTHERS = ["akkoma", "pleroma", "pixelfed", "hollo", "mitra", "iceshrimp.net"];

/**
 * Whether a server is known to make one status of two requests with the same Idempotency-Key (research, section 1.3).
 *
 * GoToSocial, snac, Friendica, Takahe and Sharkey do not heed it; what is not known is taken not to. Mastodon heeds it
 * for scheduled statuses since 4.3 (#30084). Asks the server, so it is for where something went wrong.
 *
 * @param kind what is posted
 */
export async function heedsKeys(client: Client, kind: "status" | "scheduled"): Promise<boolean> {
  const software = await softwareNameOf(client);
  if (OTHERS.includes(software)) return true;
  if (!MASTODON.includes(software)) return false;
  if (kind === "status") return true;
  const document = await readInstance(client).catch(() => null);
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(String(document?.version)) ?? [];
  return Number(major) > 4 || (Number(major) === 4 && Number(minor) >= 3);
}

/**
 * Whether a server hides the account's own followers-only posts and private mentions from the account's own list: snac
 * shows what is public there, whoever asks (mastoapi.c).
 *
 * @returns null where the server does not say what it is
 */
export async function hidesOwnPosts(client: Client): Promise<boolean | null> {
  const software = await softwareNameOf(client);
  return software === "" ? null : software === "snac";
}

/**
 * Whether a server has a scheduled list. Where it is known to, a "not found" comes from something in front of it; others
 * post a scheduled status at once, or refuse it.
 *
 * @returns null where the server does not say what it is
 */
export async function hasScheduledList(client: Client): Promise<boolean | null> {
  const software = await softwareNameOf(client);
  return software === "" ? null : [...MASTODON, "gotosocial", "akkoma", "pleroma", "friendica"].includes(software);
}

/** How long to wait before a server that did not say what it is gets asked again, in milliseconds. */
const PAUSE = 2000;

async function softwareNameOf(client: Client): Promise<string> {
  const { clock, probe, origin } = client;
  const name = await softwareOf(probe, origin);
  if (name !== null || clock.left() < 2 * PAUSE) return (name ?? "").toLowerCase();
  await clock.wait(PAUSE);
  return ((await softwareOf(probe, origin)) ?? "").toLowerCase();
}
