import { contentText, type Named, namesAll, shownText, storedText } from "../../status/shown.ts";
import { asObject, type Client, parseJson, textOf } from "../client.ts";
import { MastodonError } from "../error.ts";
import { softwareFor } from "../nodeinfo.ts";
import type { Sender } from "../sender.ts";
import { isMastodon, type Software } from "../software.ts";
import { isScheduled, type StatusParams } from "../status.ts";

// Whether what is on a server says what was sent. Two texts that a server shows differently are two posts.

type Entity = Record<string, unknown>;

/** What was sent, or is to be: the text and the content warning of one status. */
export type Sent = Pick<StatusParams, "status" | "spoiler_text"> & { content_type?: string };

/**
 * Whether a status says what was sent, as its server shows it: text and content warning. Mentions that are guarded
 * (U+200C behind the `@`) and those that are not say the same.
 *
 * On Mastodon its `content` tells. Elsewhere, and where the text was written in Markdown or HTML, the text as it was
 * written is compared: it stands in the status itself or is asked for (`GET /api/v1/statuses/:id/source`, `read:statuses`).
 * Nothing is asked about a status that has other letters.
 *
 * @param status a Status or a ScheduledStatus
 */
export async function hasSameText(
  sender: Pick<Sender, "client" | "software">,
  status: Entity,
  sent: Sent,
): Promise<boolean> {
  const { client } = sender;
  const written = writtenIn(status);
  if (written === null && !mayBeSame(contentText(textOf(status.content)), sent)) return false;
  const software = await softwareFor(sender);
  if (written !== null) return isWritten(written, status, sent, client.origin, software);
  const isPlain = (sent.content_type ?? "text/plain") === "text/plain";
  if (isPlain && software !== null && isMastodon(software)) return showsText(status, sent, client.origin);
  const source = await readSource(client, status.id);
  if (source !== null) return isWritten(source, status, sent, client.origin, software);
  return showsText(status, sent, client.origin, software);
}

/**
 * Whether a status says what was sent, as Mastodon shows it: text and content warning. Asks nobody.
 *
 * @param software what else the server may make of it; null for Mastodon
 */
export function showsText(status: Entity, sent: Sent, origin: string, software: Software | null = null): boolean {
  const mentioned = namedIn(status.mentions);
  const author = namedIn([status.account]);
  const up = unguarded(contentText(textOf(status.content)));
  return kept(sent, status, software).some(
    (text) =>
      namesAll(unguarded(text), mentioned, new URL(origin).hostname) &&
      shown(text, [...mentioned, ...author], origin) === up,
  );
}

/**
 * Whether a version of an edited status says what was sent.
 *
 * A version links its author alone, so that other mentions have their domain; the first one has handles as they were
 * stored, later ones as they were sent.
 *
 * @param status as it is now
 * @param version one entry of `GET /api/v1/statuses/:id/history`
 */
export function versionShowsText(status: Entity, version: Entity, sent: Sent, origin: string): boolean {
  const host = new URL(origin).hostname;
  const mentioned = namedIn(status.mentions);
  const author = namedIn([status.account]);
  const up = unguarded(contentText(textOf(version.content)));
  return kept(sent, version, null).some((text) =>
    [storedText(text, mentioned, host), text].some((form) => shown(form, author, origin) === up),
  );
}

/** The text that a status has, for people: as it was written where the status has that, else what its `content` reads as. */
export function textIn(status: Entity): string {
  return writtenIn(status) ?? contentText(textOf(status.content));
}

/** Whether a content warning, a poll option or a description is what was sent, as a software keeps it. */
export function isSameWords(up: string, sent: string, software: Software | null): boolean {
  const words = [sent, software?.keeps.words(sent) ?? sent];
  return words.some((one) => unguarded(one).trim() === unguarded(up).trim());
}

/** The text as it was written, where the entity has it: of a ScheduledStatus, and of a Status of Sharkey's. */
function writtenIn(status: Entity): string | null {
  const text = isScheduled(status) ? asObject(status.params).text : status.text;
  return typeof text === "string" ? text : null;
}

function isWritten(written: string, status: Entity, sent: Sent, origin: string, software: Software | null): boolean {
  const host = new URL(origin).hostname;
  const named = [...namedIn(status.mentions), ...namedIn([status.account])];
  const bare = (text: string) => unguarded(text).replaceAll("\r\n", "\n");
  return kept(sent, status, software).some((text) =>
    [text, text.trim(), storedText(text, named, host)].some((form) => bare(form) === bare(written)),
  );
}

/**
 * The texts that a server may have made of what was sent, going by the content warning that is up: none where that is
 * another one.
 */
function kept({ status: text, spoiler_text: warning = "" }: Sent, up: Entity, software: Software | null): string[] {
  const params = isScheduled(up) ? asObject(up.params) : up;
  const isWarned = isSameWords(textOf(params.spoiler_text), warning, software);
  if (text.trim() !== "") return isWarned ? [text, software?.keeps.text(text) ?? text] : [];
  // A warning without a text becomes the text on Mastodon; glitch-soc keeps it, and makes the text one of these.
  const alone =
    warning.trim() === "" ? [] : textOf(params.spoiler_text) === "" ? [warning] : isWarned ? [".", "🖼"] : [];
  return isWarned ? ["", ...alone] : alone;
}

function shown(text: string, linked: readonly Named[], origin: string): string {
  const host = new URL(origin).hostname;
  return unguarded(shownText(storedText(text, linked, host), linked, host));
}

/** The guard of a mention is not seen, and a run may set one more than the run before. */
function unguarded(text: string): string {
  return text.replaceAll("@\u200C", "@");
}

/**
 * Whether a status may say what was sent on some server: servers leave out marks, addresses of links, domains of mentions,
 * tags, but add no letter or digit.
 */
function mayBeSame(up: string, { status, spoiler_text = "" }: Sent): boolean {
  const letters = (text: string) => text.normalize("NFC").match(/[\p{L}\p{N}]/gu) ?? [];
  const theirs = letters(up.replaceAll(/(@[\w.-]+)@[^\s@]+/g, "$1"));
  let found = 0;
  for (const letter of letters(status.trim() === "" ? spoiler_text : status)) if (letter === theirs[found]) found += 1;
  return found === theirs.length;
}

function namedIn(accounts: unknown): Named[] {
  const all = Array.isArray(accounts) ? accounts.map(asObject) : [];
  return all.map(({ username, acct }) => ({ username: textOf(username), acct: textOf(acct) }));
}

/** The text of a status as it was written; null where the server does not tell, or not this token. */
async function readSource(client: Client, id: unknown): Promise<string | null> {
  const source = await client.call("GET", `${pathOf(id)}/source`).catch(nullFor);
  const { text } = asObject(source?.json);
  return typeof text === "string" ? text : null;
}

/**
 * The versions of an edited status, the oldest first: `GET /api/v1/statuses/:id/history`, with `read:statuses`, or
 * without a token for what is public. None of a status that was not edited, and where the server keeps none.
 */
export async function readVersions(client: Client, { id, edited_at: edited }: Entity): Promise<Entity[]> {
  if (!edited) return [];
  const path = `${pathOf(id)}/history`;
  const answer = await client.call("GET", path).catch(nullFor);
  const open = answer ?? (await client.probe(new URL(path, client.origin)));
  const versions = answer?.json ?? (open?.status === 200 ? parseJson(open.text) : []);
  return Array.isArray(versions) ? versions.map(asObject) : [];
}

function pathOf(id: unknown): string {
  return `/api/v1/statuses/${encodeURIComponent(String(id))}`;
}

function nullFor(error: unknown): null {
  if (error instanceof MastodonError) return null;
  throw error;
}
