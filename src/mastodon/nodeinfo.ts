import { asObject, type Client, parseJson } from "./client.ts";
import type { MastodonError } from "./error.ts";
import { linksIn, safeOrigin } from "./find-host.ts";
import type { Sender } from "./sender.ts";
import { softwareNamed } from "./software.ts";
import { isSince, type Keys, type Running, type Software } from "./traits.ts";

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

/** What of a status an edit breaks on a server; nothing where it does not say what it is. */
export async function editsLose(client: Client): Promise<Software["editsLose"]> {
  return softwareNamed((await softwareAt(client.probe, client.origin))?.name ?? null).editsLose;
}

/** What the server runs that a run posts to, asked for once; null where it does not say. */
export async function softwareFor(sender: Pick<Sender, "client" | "software">): Promise<Running | null> {
  sender.software ??= await softwareOf(sender.client);
  return sender.software;
}

/** Whether a call was refused to a token that is alive, but lacks a scope, or whose account may not do this. */
export async function isDenied(
  sender: Pick<Sender, "client" | "software">,
  { failure: { answer } }: MastodonError,
): Promise<boolean> {
  return answer?.status === 403 || (answer?.status === 401 && (await softwareFor(sender))?.missingScope === 401);
}

/** How long to wait before a server that did not say what it is gets asked again, in milliseconds. */
const PAUSE = 2000;

async function softwareOf({ clock, probe, origin }: Client): Promise<Running | null> {
  let found = await softwareAt(probe, origin);
  if (found === null && clock.left() >= 2 * PAUSE) {
    await clock.wait(PAUSE);
    found = await softwareAt(probe, origin);
  }
  return found && { ...softwareNamed(found.name), version: found.version };
}

/** What the server makes of Idempotency-Keys; one that does not say what it is is taken to ignore them. */
export async function keysOf(sender: Pick<Sender, "client" | "software">): Promise<Keys> {
  const software = await softwareFor(sender);
  return (software ?? softwareNamed(null)).keysIn(software?.version ?? "");
}

/**
 * What becomes of a scheduled status. Where it is on a list, a "not found" comes from something in front of the server.
 *
 * @returns null where the server does not say what it is
 */
export async function schedulesOf(sender: Pick<Sender, "client" | "software">): Promise<Software["schedules"] | null> {
  const software = await softwareFor(sender);
  if (software === null) return null;
  const { schedules, schedulesSince: since, version } = software;
  return since === null || isSince(version, since) ? schedules : "never";
}
