import { asObject, textOf } from "../client.ts";
import { isAtTimeAsked } from "../history/server-time.ts";
import { isInLanguage } from "../language.ts";
import type { Upload } from "../media/upload.ts";
import type { StatusParams } from "../status.ts";

/**
 * What the answer to a POST has otherwise than was asked, one sentence each that says what went out. Servers drop what
 * they do not know without a word, and narrow what an account may not do.
 *
 * @param asked what was sent
 * @param entity the answer: a Status, or a ScheduledStatus, which has the same under `params`
 * @param scheduledAt when it comes out, as the server tells it; null where it is out
 */
export function differencesOf(
  asked: StatusParams,
  entity: Record<string, unknown>,
  scheduledAt: string | null,
): string[] {
  const isScheduled = scheduledAt !== null;
  // Mastodon's ScheduledStatus has ids as numbers that JSON cannot carry, so there only presence can be compared.
  const came = isScheduled && entity.params ? { ...entity, ...asObject(entity.params) } : entity;
  return [
    schedule(asked, entity, scheduledAt),
    visibility(asked, came),
    reply(asked, came, isScheduled),
    media(asked, came),
    poll(asked, came),
    contentWarning(asked, came),
    language(asked, came),
    ...(isScheduled ? [] : [quote(asked, came), quotePolicy(asked, came)]),
  ].filter((sentence) => sentence !== null);
}

/**
 * What was asked for and an edit left as it was, in one sentence: servers fix it when a status is posted. Null where
 * nothing of it is missing.
 *
 * @param asked the status that it replies to, or quotes, by its id or its address
 * @param entity the status that was edited
 */
export function fixedOf(
  asked: Pick<StatusParams, "visibility" | "in_reply_to_id" | "quoted_status_id">,
  entity: Record<string, unknown>,
): string | null {
  const fixed: string[] = [];
  const { visibility: came, in_reply_to_id: replied, quote, quote_id: quoted } = entity;
  if (asked.visibility && typeof came === "string" && came !== "" && came !== asked.visibility) {
    fixed.push(`\`visibility\` (it stays \`${came}\`)`);
  }
  // Which status an address means would take a request, so there only presence is compared.
  if (asked.in_reply_to_id && !replied) fixed.push("`in-reply-to-id` (it is still not a reply)");
  if (asked.quoted_status_id && !quote && !quoted) fixed.push("`quoted-status-id` (it still has no quote)");
  if (fixed.length === 0) return null;
  return `An edit cannot change ${fixed.join(", ")}: servers fix that when a status is posted. To change it, delete the status and post it again.`;
}

type Entity = Record<string, unknown>;

/**
 * Whom a text was to mention and the status does not, in one sentence; null where nobody is missing.
 *
 * @param handles lower-case handles that its author meant
 */
export function unmentioned(handles: readonly string[], text: string, { mentions, visibility }: Entity): string | null {
  if (!Array.isArray(mentions)) return null;
  const accounts = mentions.map((mention) => textOf(asObject(mention).acct).toLowerCase());
  const missing = handles.filter((handle) => names(text, handle) && !accounts.some((acct) => isSame(acct, handle)));
  if (missing.length === 0) return null;
  const who = missing.map((handle) => `@${handle}`).join(", ");
  return visibility === "direct"
    ? `This private mention does not reach ${who}: the server found no such account. Only the author and those whom it mentions can read it. Check the handle, with its domain.`
    : `Asked to mention ${who}, but the server found no such account, so nobody was notified. Check the handle, with its domain.`;
}

/** Whether a text holds a handle; before a slash it is the scope of a package. */
function names(text: string, handle: string): boolean {
  const lower = text.toLowerCase();
  const at = lower.indexOf(`@${handle}`);
  return at >= 0 && lower[at + 1 + handle.length] !== "/";
}

/** Servers leave out their own domain. */
function isSame(acct: string, handle: string): boolean {
  const [[name, domain], [wanted, host]] = [acct.split("@"), handle.split("@")];
  return name === wanted && (domain === undefined || host === undefined || domain === host);
}

/**
 * What media lost on their way, one sentence each: order, alt texts, focal points.
 *
 * @param asked the files in order
 * @param ids of the uploads, in the same order
 * @param entity the status that has them
 */
export function mediaLosses(
  asked: readonly Upload[],
  ids: readonly string[],
  { media_attachments: media }: Entity,
): string[] {
  if (!Array.isArray(media) || media.length !== asked.length) return [];
  const came = media.map(asObject);
  const places = ids.map((id) => came.findIndex((one) => String(one.id) === id));
  // A server that gives attachments other ids does not tell which is which.
  const isKnown = places.length === asked.length && !places.includes(-1);
  const order = isKnown && places.some((place, index) => place !== index) ? orderOf(asked, places) : null;
  const losses = asked.flatMap((upload, index) => lossesOf(upload, came[isKnown ? places[index]! : index]!));
  return [...(order === null ? [] : [order]), ...losses];
}

/** What the author should know of the media of a post that was there already. */
export function otherMedia(asked: readonly Upload[], { media_attachments: media }: Entity): string[] {
  if (!Array.isArray(media) || media.length !== asked.length) return [];
  const came = media.map((one) => textOf(asObject(one).description));
  if (asked.every(({ description }, index) => isSamePlain(description, came[index]!))) return [];
  return [
    "The existing post describes its media otherwise, and was left unchanged. To update it, set `edit-status-id: auto`.",
  ];
}

function orderOf(asked: readonly Upload[], places: readonly number[]): string {
  const shown = asked.map(({ label }, index) => ({ label, place: places[index]! }));
  const labels = shown.toSorted((one, other) => one.place - other.place).map(({ label }) => label);
  return `The server changed the order of the media: it shows ${labels.join(", ")}.`;
}

function lossesOf({ label, description, focus }: Upload, { description: alt, meta }: Entity): string[] {
  const lost: string[] = [];
  const came = textOf(alt);
  if (description !== "" && came === "") lost.push(`The server dropped the description of ${label}.`);
  else if (!isSamePlain(description, came)) lost.push(`The server changed the description of ${label} to “${came}”.`);
  const { x, y } = asObject(asObject(meta).focus);
  const [wantedX = 0, wantedY = 0] = focus.split(",").map(Number);
  const isKept = Math.abs(Number(x) - wantedX) <= 0.02 && Math.abs(Number(y) - wantedY) <= 0.02;
  if (focus !== "" && !isKept)
    lost.push(`The server dropped the focal point of ${label}: the server chooses how previews are cropped.`);
  return lost;
}

/** Whether two plain texts are the same to a server, which trims them, and writes line breaks in its own way. */
export function isSamePlain(asked: string, came: string): boolean {
  const plain = (text: string) => text.replaceAll(/\r\n?/g, "\n").trim();
  return plain(asked) === plain(came);
}

function schedule({ scheduled_at: time }: StatusParams, { created_at: made }: Entity, came: string | null) {
  if (time === undefined) return null;
  if (came === null) {
    const why = isAtTimeAsked(made, time)
      ? "by this server's clock that time was past"
      : "this server does not schedule";
    return `Asked to post at ${time}, but it was posted at once: ${why}.`;
  }
  if (Number.isNaN(Date.parse(came)) || isAtTimeAsked(came, time)) return null;
  return `Asked to post at ${time}, but the server will post it at ${came}.`;
}

function visibility({ visibility: asked }: StatusParams, { visibility: came }: Entity): string | null {
  if (!asked || typeof came !== "string" || came === "" || came === asked) return null;
  return `Asked for visibility \`${asked}\`, but the server posted it as \`${came}\`.`;
}

function reply(asked: StatusParams, { in_reply_to_id: came }: Entity, isScheduled: boolean): string | null {
  const wanted = asked.in_reply_to_id;
  if (wanted === undefined) return null;
  if (came === null || came === undefined || came === "") {
    return `Asked for a reply to the status ${wanted}, but it was posted without the reply. That status may be deleted, or its id may belong to another instance.`;
  }
  if (isScheduled || String(came) === wanted) return null;
  return `Asked for a reply to the status ${wanted}, but it was posted as a reply to ${String(came)}.`;
}

function media({ media_ids: asked = [] }: StatusParams, { media_attachments: came }: Entity): string | null {
  const number = Array.isArray(came) ? came.length : 0;
  if (asked.length === 0 || number === asked.length) return null;
  if (number === 0) return `Asked for ${asked.length} media, but it was posted without any.`;
  return `Asked for ${asked.length} media, but it was posted with ${number}.`;
}

function poll({ poll: asked }: StatusParams, { poll: came }: Entity): string | null {
  if (asked === undefined) return null;
  if (came === null || typeof came !== "object") return "Asked for a poll, but it was posted without one.";
  const { options, multiple } = asObject(came);
  if (Array.isArray(options) && options.length !== asked.options.length) {
    return `Asked for a poll with ${asked.options.length} options, but it was posted with ${options.length}.`;
  }
  const titles = (Array.isArray(options) ? options : []).map((option) => textOf(asObject(option).title ?? option));
  const changed = asked.options.findIndex((option, index) => !isSamePlain(option, titles[index] ?? ""));
  if (changed >= 0) {
    return `The server changed poll option ${changed + 1}, “${asked.options[changed]}”, to “${titles[changed]}”.`;
  }
  if (asked.multiple !== true || multiple !== false) return null;
  return "Asked for a poll with several choices, but it was posted as a single-choice poll.";
}

/** A warning that is lost shows what it was to hide. */
function contentWarning(asked: StatusParams, { spoiler_text: came, sensitive }: Entity): string | null {
  // Mastodon makes the warning the text where there is none.
  if (asked.spoiler_text && asked.status.trim() !== "" && (came === "" || came === null)) {
    return "Asked for a content warning, but it was posted without: the text shows at once.";
  }
  const warning = textOf(came);
  if (asked.spoiler_text && warning !== "" && !isSamePlain(asked.spoiler_text, warning)) {
    return `The server changed the content warning to “${warning}”.`;
  }
  if (asked.sensitive !== true || sensitive !== false) return null;
  return "Asked to mark the media as sensitive, but they were posted unmarked.";
}

/** Mastodon falls back to the account's own language without a word. */
function language({ language: asked }: StatusParams, { language: came }: Entity): string | null {
  if (!asked) return null;
  if (typeof came !== "string" || came === "") {
    return `Asked for language \`${asked}\`, but it was posted without one: this server does not keep it.`;
  }
  return isInLanguage(asked, came) ? null : `Asked for language \`${asked}\`, but the server posted it as \`${came}\`.`;
}

/** Mastodon's quote has a state; other servers put the quoted status itself there. */
function quote(params: StatusParams, { quote: came, quote_id: other }: Entity): string | null {
  const asked = params.quoted_status_id ?? params.quote_id;
  if (asked === undefined || (typeof other === "string" && other !== "")) return null;
  if (came === null || typeof came !== "object") {
    return `Asked to quote the status ${asked}, but it was posted without the quote: this server has no quotes (Mastodon has them since 4.5).`;
  }
  const { state } = asObject(came);
  if (state === undefined || state === "accepted") return null;
  if (state === "pending") {
    return `The quote waits for its author's server to accept it, and does not show until then.`;
  }
  return `The quote does not show: it is \`${String(state)}\`.`;
}

/** A status that is not for everyone lets nobody quote it, whatever was asked. */
function quotePolicy({ quote_approval_policy: asked }: StatusParams, entity: Entity): string | null {
  if (asked === undefined || !["public", "unlisted"].includes(String(entity.visibility))) return null;
  const { quote_approval: approval } = entity;
  if (approval === null || typeof approval !== "object") {
    return `Asked for the quote policy \`${asked}\`, but this server has none (Mastodon has one since 4.5).`;
  }
  const came = policyOf(asObject(approval));
  if (came === null || came === asked) return null;
  return `Asked for the quote policy \`${asked}\`, but the server set \`${came}\`.`;
}

/** The `quote_approval_policy` that makes this `quote_approval`; null where none does. */
export function policyOf({ automatic, manual }: Record<string, unknown>): string | null {
  if (!Array.isArray(automatic)) return null;
  if (automatic.includes("public")) return "public";
  if (automatic.includes("followers")) return "followers";
  return automatic.length === 0 && (!Array.isArray(manual) || manual.length === 0) ? "nobody" : null;
}
