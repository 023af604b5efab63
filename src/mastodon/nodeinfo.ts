import { asObject, type Client, parseJson } from "./client.ts";
import { linksIn, safeOrigin } from "./find-host.ts";
import type { Sender } from "./sender.ts";
import { isMastodon, isSince, type Software, softwareNamed } from "./software.ts";

/** The software that a server says it runs (nodeinfo); null when it does not say. */
export async function softwareAt(
  probe: Client["probe"],
  origin: string,
): Promise<{ name: string; version: string } | null> {
  const index = await probe(new URL("/.well-known/nodeinfo", origin));
  const href = index?.status === 200 ? linksIn(index.text)[0]?.href : undefined;
  if (safeOrigin(href, origin) !== origin) return null;
  const document = await probe(new URL(String(href), origin));
  const { name, version } = asObject(asObject(parseJson(document?.text ?? "")).software);
  if (typeof name !== "string" || !/^[\w.-]{1,40}$/.test(name)) return null;
  return { name, version: typeof version === "string" ? version.slice(0, 60) : "" };
}

/**
 * Whether a server is known to make one status of two requests with the same Idempotency-Key. Asks the server, so it is
 * for where something went wrong.
 *
 * Mastodon does so for scheduled statuses since 4.3 (mastodon#30084).
 */
export async function keepsKeys(client: Client, kind: "status" | "scheduled"): Promise<boolean> {
  const found = await softwareOf(client);
  if (!found?.software.keepsKeys) return false;
  return kind === "status" || !isMastodon(found.software) || isSince(found.version, [4, 3]);
}

/**
 * Whether a server hides some of the account's posts from the account's own list.
 *
 * @returns null where the server does not say what it is
 */
export async function hidesOwnPosts(client: Client): Promise<boolean | null> {
  return (await softwareOf(client))?.software.hidesOwnPosts ?? null;
}

/**
 * What becomes of a scheduled status. Where it is on a list, a "not found" comes from something in front of the server.
 *
 * @returns null where the server does not say what it is
 */
export async function schedulesOf(client: Client): Promise<Software["schedules"] | null> {
  const found = await softwareOf(client);
  if (found === null) return null;
  const { schedules, schedulesSince: since } = found.software;
  return since === null || isSince(found.version, since) ? schedules : "never";
}

/** What of a status an edit breaks on a server; nothing where it does not say what it is. */
export async function editsLose(client: Client): Promise<Software["editsLose"]> {
  return softwareNamed((await softwareAt(client.probe, client.origin))?.name ?? null).editsLose;
}

/** The software of the server that a run posts to, asked for once; null where it does not say what it is. */
export async function softwareFor(sender: Pick<Sender, "client" | "software">): Promise<Software | null> {
  sender.software ??= (await softwareOf(sender.client))?.software ?? null;
  return sender.software;
}

/** How long to wait before a server that did not say what it is gets asked again, in milliseconds. */
const PAUSE = 2000;

/** What a server says that it is (nodeinfo); null where it does not say. */
async function softwareOf(client: Client): Promise<{ software: Software; version: string } | null> {
  const { clock, probe, origin } = client;
  let found = await softwareAt(probe, origin);
  if (found === null && clock.left() >= 2 * PAUSE) {
    await clock.wait(PAUSE);
    found = await softwareAt(probe, origin);
  }
  return found && { software: softwareNamed(found.name), version: found.version };
}
