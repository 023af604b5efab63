import { contentText, type Named, shownText, storedText } from "../../status/shown.ts";
import { asObject, type Client, textOf } from "../client.ts";
import { isForGood, MastodonError } from "../error.ts";
import { softwareFor } from "../nodeinfo.ts";
import type { Sender } from "../sender.ts";
import { isMastodon } from "../software.ts";
import type { Software } from "../traits.ts";

// Whether what is on a server says what was sent. Two texts that a server shows differently are two posts.

type Entity = Record<string, unknown>;

/** What was sent, or is to be: the words of one status, by the API's own names. */
export interface Sent {
  status: string;
  spoiler_text?: string;
  content_type?: string;
}

/** How much of two texts is compared. */
export type Extent = "all" | "first paragraph";

/**
 * Whether the text of a status is the one that was sent, as its server shows it. A mention that is guarded (U+200C behind
 * the `@`) and one that is not say the same.
 *
 * On Mastodon its `content` tells. Elsewhere, and where the text is in Markdown or HTML, it is compared as it was
 * written: some statuses have that text, others are asked for it (`GET /api/v1/statuses/:id/source`, `read:statuses`).
 * Nothing is asked about a status whose letters are others.
 *
 * @param status a Status or a ScheduledStatus
 * @throws MastodonError where the server does not tell now, or only a token with more scopes, what was written
 */
export async function saysSame(
  sender: Pick<Sender, "client" | "software">,
  status: Entity,
  sent: Sent,
  extent: Extent = "all",
): Promise<boolean> {
  const { client } = sender;
  const written = writtenIn(status);
  if (written === null && !mayBeSame(status, sent, extent)) return false;
  const software = await softwareFor(sender);
  if (written !== null) return isWritten(written, status, sent, client.origin, software, extent);
  const isPlain = (sent.content_type ?? "text/plain") === "text/plain";
  if (isPlain && software !== null && isMastodon(software)) return showsSame(status, sent, client.origin, extent);
  const source = await readSource(client, status.id);
  if (typeof source === "string") return isWritten(source, status, sent, client.origin, software, extent);
  if (showsSame(status, sent, client.origin, extent, software)) return true;
  // What is made of Markdown leaves open what was written.
  const mayHide = !isPlain || software?.alwaysMarkdown === true;
  if (mayHide && source !== null) throw source;
  return false;
}

/**
 * The same by the status alone, as Mastodon shows it. Asks nobody, so that it is for an answer to what was just sent.
 *
 * @param software what else the server makes of texts; null: nothing
 */
export function showsSame(
  status: Entity,
  sent: Sent,
  origin: string,
  extent: Extent = "all",
  software: Software | null = null,
): boolean {
  const written = writtenIn(status);
  if (written !== null) return isWritten(written, status, sent, origin, software, extent);
  const host = new URL(origin).hostname;
  const named = namedIn(status);
  const texts = textsOf(sent, status, software);
  // Some servers show an address without its scheme, or its beginning alone.
  return [false, true].some((wholeLinks) => {
    const up = contentText(textOf(status.content), named, wholeLinks);
    return isOneOf(texts, (text) => shownText(storedText(text, named, host)), up, extent);
  });
}

/**
 * Whether a version of an edited status said what was sent. A version links its author alone, so that other mentions
 * stand as text: in the first one as they were stored, in later ones as they were sent.
 *
 * Where every text is Markdown, a version has what was made of it, and nothing tells how it was written: there it counts
 * as well what it may have been made of, so that a post that somebody mended is not posted again.
 *
 * @param status as it is now
 * @param version one of `GET /api/v1/statuses/:id/history`
 */
export function saidSame(
  status: Entity,
  version: Entity,
  sent: Sent,
  origin: string,
  software: Software | null,
): boolean {
  const written = writtenIn(version);
  if (written !== null) return isWritten(written, version, sent, origin, software, "all");
  const host = new URL(origin).hostname;
  const author = namedIn({ account: status.account });
  const texts = textsOf(sent, version, software);
  const named = namedIn(status);
  const ups = [author, named].flatMap((linked) =>
    [false, true].map((wholeLinks) => contentText(textOf(version.content), linked, wholeLinks)),
  );
  const isExact = [named, author].some((known) =>
    ups.some((up) => isOneOf(texts, (text) => shownText(storedText(text, known, host)), up, "all")),
  );
  return isExact || (software?.alwaysMarkdown !== false && mayShow(version, named, sent));
}

/** Whether a version may be what Markdown made of a text, of which it leaves out marks and domains and changes no character. */
function mayShow(version: Entity, named: readonly Named[], sent: Sent): boolean {
  const up = [...plain(contentText(textOf(version.content), named, true))];
  let found = 0;
  for (const character of plain(sent.status)) if (character === up[found]) found += 1;
  return found === up.length && hasSameLetters(version, sent);
}

/** A text without what typography and Markdown make otherwise: spaces, quotation marks, and marks of lists. */
function plain(text: string): string {
  return unguarded(text)
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[\s"'“”‘’•*-]/g, "");
}

/** The text that is up, for people: as it was written where the status has that, else what its `content` reads as. */
export function textIn(status: Entity): string {
  return writtenIn(status) ?? contentText(textOf(status.content));
}

/** Whether a status has the content warning that was sent. Without a text it may have become that. */
export function isSameWarning(status: Entity, { status: text, spoiler_text = "" }: Sent, software: Software | null) {
  const up = warningOf(status);
  return isSameWords(up, spoiler_text, software) || (text.trim() === "" && up === "");
}

/** Whether a content warning, a poll option or a description is the one that was sent, as a software keeps it. */
export function isSameWords(up: string, sent: string, software: Software | null): boolean {
  const words = [sent, software?.keeps.words(sent) ?? sent];
  return words.some((one) => unguarded(one).trim() === unguarded(up).trim());
}

/**
 * The text as it was written, where the entity has it: of a ScheduledStatus, and of Sharkey's statuses. Takahē has the HTML
 * there once more.
 */
function writtenIn({ params, text, content }: Entity): string | null {
  const written = params ? asObject(params).text : text;
  return typeof written === "string" && written !== content ? written : null;
}

function isWritten(
  written: string,
  status: Entity,
  sent: Sent,
  origin: string,
  software: Software | null,
  extent: Extent,
): boolean {
  const host = new URL(origin).hostname;
  const texts = textsOf(sent, status, software).map(withoutReturns);
  const isStored = software === null || isMastodon(software);
  const forms = texts.flatMap((text) => [
    text,
    text.trim(),
    ...(isStored ? [storedText(text, namedIn(status), host)] : []),
  ]);
  return isOneOf(forms, (text) => text, withoutReturns(written), extent);
}

/**
 * What a server may have made of a text. A content warning without one becomes the text on Mastodon; glitch-soc keeps it,
 * and has one of two texts of its own.
 */
function textsOf({ status: text, spoiler_text: warning = "" }: Sent, up: Entity, software: Software | null): string[] {
  if (text.trim() !== "" || warning.trim() === "") return [text, software?.keeps.text(text) ?? text];
  return warningOf(up) === "" ? [warning] : ["", ".", "🖼"];
}

function warningOf(status: Entity): string {
  return textOf((status.params ? asObject(status.params) : status).spoiler_text);
}

function isOneOf(texts: string[], form: (text: string) => string, up: string, extent: Extent): boolean {
  const compared = (text: string) => unguarded(partOf(text, extent));
  return texts.some((text) => compared(form(text)) === compared(up));
}

function partOf(text: string, extent: Extent): string {
  return extent === "all" ? text : text.split(/\n\s*\n/)[0]!;
}

/** A guard is not seen, and a run may set one more than the run before. */
function unguarded(text: string): string {
  return text.replaceAll("@\u200C", "@");
}

function withoutReturns(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/**
 * Whether a status may say what was sent, on any server: they leave out marks, tags, addresses behind words, domains of
 * mentions, or change the case of a handle, but add no letter and no digit.
 */
export function mayBeSame(
  status: Entity,
  { status: text, spoiler_text: warning = "" }: Sent,
  extent: Extent = "all",
): boolean {
  const up = [...lettersOf(withoutDomains(partOf(contentText(textOf(status.content)), extent)))];
  let found = 0;
  for (const letter of lettersOf(partOf(text.trim() === "" ? warning : text, extent))) {
    if (letter === up[found]) found += 1;
  }
  return found === up.length;
}

/** Whether a status has just the letters of what was sent, but for tags and for addresses behind words. */
export function hasSameLetters(status: Entity, { status: text, spoiler_text: warning = "" }: Sent): boolean {
  const up = lettersOf(withoutDomains(contentText(textOf(status.content), [], true)));
  const sent = text.trim() === "" ? warning : text;
  const forms = [sent, sent.replaceAll(/<[^<>]*>/g, ""), sent.replaceAll(/\]\([^()]*\)/g, "")];
  return forms.some((form) => lettersOf(withoutDomains(form)) === up);
}

/** The letters and digits of a text. */
function lettersOf(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** A text without the domains of its mentions, which not every server shows. */
function withoutDomains(text: string): string {
  return text.replaceAll(/(@[\w.-]+)@[^\s@]+/g, "$1");
}

/** Whom a status mentions, and its author. */
function namedIn({ mentions, account }: Entity): Named[] {
  const all = [...(Array.isArray(mentions) ? mentions : []), account].map(asObject);
  return all.map(({ acct, url }) => ({ acct: textOf(acct), url: textOf(url) }));
}

/**
 * A text as it was written; null where the server does not tell, and its refusal where it does not tell this token.
 *
 * @throws MastodonError where it may tell in a minute: a doubt is no other text
 */
async function readSource(client: Client, id: unknown): Promise<string | MastodonError | null> {
  const path = `/api/v1/statuses/${encodeURIComponent(String(id))}/source`;
  try {
    const answer = await client.call("GET", path);
    const { text, id: told } = asObject(answer.json);
    if (typeof text === "string") return text;
    if (told !== undefined) return null;
    const failure = { method: "GET", path, origin: client.origin, proxy: "", answer };
    throw new MastodonError(
      failure,
      { what: "The answer is not the source of a status.", why: "", cure: "" },
      "not done",
    );
  } catch (error) {
    if (error instanceof MastodonError && isForGood(error)) return error;
    throw error;
  }
}
