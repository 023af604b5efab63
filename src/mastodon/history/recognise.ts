import { contentLinks, contentText } from "../../status/shown.ts";
import { asObject, textOf } from "../client.ts";
import { MastodonError } from "../error.ts";
import { isInLanguage, languageKept } from "../language.ts";
import { isDenied, softwareFor } from "../nodeinfo.ts";
import { softwareNamed } from "../software.ts";
import { addressOf, isId, type StatusParams } from "../status.ts";
import type { Software } from "../traits.ts";
import { addressesIn, isSameAddress, namesAddress } from "./addresses.ts";
import { leadsToEntry } from "./entry-link.ts";
import { type History, isMissing, type Looker, type Missing, missingBy, NO_SCOPE, readVersions } from "./history.ts";
import { isSameWarning, isSameWords, saidSame, saysSame } from "./same-text.ts";
import { apiTime, isAtTimeAsked, isOlder, OUR_CLOCK, unclearAge } from "./server-time.ts";

type Entity = Record<string, unknown>;

/** The one post that a look is for. */
export interface Wanted {
  /** What is sent, the ids of what it replies to and quotes among it. */
  params: StatusParams;
  /** How many media it has. */
  attachments: number;
  /** Whether it was to be scheduled; at the same time, where that is among what is sent. */
  isScheduled: boolean;
  /** Of a later part of a thread: the id of the part before, null where that one is not there. */
  after: { previous: string | null } | null;
  /** Address of the release that it is about; empty for none. */
  release: string;
  /** Whether a post about that release in other words is this one, too. */
  inAnyWords: boolean;
  /** Address by which a post about the same entry is known again, in whatever words; empty for none. */
  link: string;
  /** Since when it may have been made, in milliseconds since 1970. */
  since: number;
  /** Ids of the statuses that answer for another post of this run. */
  taken: ReadonlySet<string>;
}

/** The rule by which a status was recognised. */
export type Rule = "same" | "edited" | "same release" | "same link";

/** A Status or ScheduledStatus that is the post which was looked for. */
export interface Recognised {
  entity: Entity;
  rule: Rule;
}

/**
 * Finds a post among those that a look saw. The rules are tried in this order, each over all statuses, and of several the
 * oldest counts, for it was the first:
 *
 * 1. It says and has the same.
 * 2. It was edited, and said and had the same before: somebody mended it.
 * 3. It is about the same release, and begins with the same paragraph: another event of the release announced it.
 * 4. It links to the same entry of a feed, a file or a list, in the language that was asked for.
 *
 * Under any rule it replies to the same status, quotes the same one, and is for the same people.
 *
 * @returns null where it is not there; what could not be seen where that leaves it open
 */
export async function recognise(
  looker: Looker,
  history: History,
  wanted: Wanted,
): Promise<Recognised | Missing | null> {
  try {
    const sure = await byRules(looker, history, wanted, ownSince(history, wanted));
    if (sure !== null) return sure;
    for (const own of ownUnclear(history, wanted)) {
      const found = await byRules(looker, { ...history, scheduled: [] }, wanted, [own]);
      if (found !== null) return isMissing(found) ? found : maybe(own.entity, wanted.since, history);
    }
    return null;
  } catch (error) {
    if (!(error instanceof MastodonError)) throw error;
    return (await isDenied(looker, error)) ? missingBy(error, true, NO_SCOPE) : missingBy(error);
  }
}

/** What a look cannot decide: a post that is this one by all but the time, which nobody can tell. */
function maybe(entity: Entity, since: number, { skew }: History): Missing {
  const { id, created_at: made } = entity;
  const which = addressOf(entity) || `the post ${id}`;
  const why = `${which} may be it, or an older one: ${unclearAge(made, since, skew)}`;
  return { why, forGood: true, lacksScope: false, error: null, maybe: true };
}

type Own = { entity: Entity; seen: Seen };

async function byRules(
  looker: Looker,
  history: History,
  wanted: Wanted,
  all: readonly Own[],
): Promise<Recognised | Missing | null> {
  const own = all
    .filter(({ seen }) => isInPlace(seen, wanted, history))
    // Of the parts of a thread that say the same, each has its place.
    .sort((one, other) => Number(isTied(other.seen, wanted)) - Number(isTied(one.seen, wanted)));
  const software = own.length === 0 ? null : await softwareFor(looker);
  const having = own.filter(({ seen }) => hasTheSame(seen, wanted, software));
  for (const { entity } of having.filter(({ entity }) => isSameWarning(entity, wanted.params, software))) {
    if (await saysSame(looker, entity, wanted.params)) return { entity, rule: "same" };
  }
  for (const { entity, seen } of own.filter(({ entity }) => entity.edited_at)) {
    const versions = await readVersions(looker, entity);
    if (isMissing(versions)) return versions;
    const wasThis = (version: Entity) =>
      // A version tells no language.
      hasTheSame({ ...seenOf(version), language: seen.language }, wanted, software) &&
      isSameWarning(version, wanted.params, software) &&
      saidSame(entity, version, wanted.params, looker.client.origin, software);
    if (versions.some(wasThis)) return { entity, rule: "edited" };
  }
  for (const { entity, seen } of wanted.inAnyWords && wanted.after === null ? having : []) {
    if (isLinked(seen, wanted.release) && namesAddress(wanted.params.status, wanted.release)) {
      if (await saysSame(looker, entity, wanted.params, "first paragraph")) return { entity, rule: "same release" };
    }
  }
  const isAboutEntry = ({ entity, seen }: (typeof own)[number]) =>
    [...seen.links, ...addressesIn(contentText(textOf(entity.content)))].some((link) =>
      leadsToEntry(link, wanted.link),
    ) && isSameLanguage(wanted.params.language, seen.language, software);
  const linked = wanted.link === "" || wanted.after !== null ? undefined : own.find(isAboutEntry);
  if (linked) return { entity: linked.entity, rule: "same link" };
  for (const entity of history.scheduled) {
    if (isSameSchedule(entity, wanted) && (await saysSame(looker, entity, wanted.params)))
      return { entity, rule: "same" };
  }
  // A server that does not say what it runs may be one that keeps no languages, or no polls.
  for (const { entity, seen } of software === null ? own : []) {
    if (hasTheSame(seen, wanted, LEAST) && (await saysSame(looker, entity, wanted.params))) return UNTOLD;
  }
  return null;
}

const LEAST: Software = { ...softwareNamed(null), keepsLanguage: false, keepsPolls: false };

const UNTOLD: Missing = {
  why: "a post with the same text is there, and the server did not say which software it runs, which may have dropped its language or poll",
  forGood: false,
  lacksScope: false,
  error: null,
};

/** What may be meant, the oldest first. */
function ownSince(history: History, wanted: Wanted): Own[] {
  const { skew } = history;
  return notTaken(history, wanted)
    .filter(
      ({ created_at: made }) =>
        !isOlder(made, wanted.since, skew) ||
        // What was to be scheduled may be dated at the time that was asked for, which is one of our clock.
        (wanted.isScheduled && !isOlder(made, wanted.since, OUR_CLOCK)),
    )
    .filter(({ created_at: made }) => unclearAge(made, wanted.since, skew) === null)
    .toReversed()
    .sort((one, other) => apiTime(one.created_at) - apiTime(other.created_at))
    .map((entity) => ({ entity, seen: seenOf(entity) }));
}

/** What may have been made before that time or after it. */
function ownUnclear(history: History, wanted: Wanted): Own[] {
  return notTaken(history, wanted)
    .filter(({ created_at: made }) => unclearAge(made, wanted.since, history.skew) !== null)
    .map((entity) => ({ entity, seen: seenOf(entity) }));
}

function notTaken({ statuses }: History, { taken }: Wanted): Entity[] {
  return statuses.filter(({ id, reblog }) => !reblog && !taken.has(String(id)));
}

/**
 * The statuses that announce the same release, or say the same, in whatever words, and may be edited in its place: with
 * the same reply target and quote, in the language that was asked for, and with a poll where this one has one.
 *
 * @param before those that a step of this run made are posts of their own; milliseconds since 1970
 * @returns those that begin with the same paragraph, where there are any; the oldest first
 */
export async function announcing(
  looker: Looker,
  history: History,
  { params, ...wanted }: Wanted,
  before: number,
): Promise<Entity[]> {
  const software = history.statuses.length === 0 ? null : await softwareFor(looker);
  const all: Entity[] = [];
  const alike: Entity[] = [];
  const own = [...ownSince(history, { params, ...wanted }), ...ownUnclear(history, { params, ...wanted })];
  for (const { entity, seen } of own) {
    const { created_at: made } = entity;
    // Where nobody can tell, a run that made two about one release is the rarer case.
    const isEarlier = isOlder(made, before, history.skew) || unclearAge(made, before, history.skew) !== null;
    const isInPlace = isTied(seen, { params, ...wanted }) && isSameQuote(seen, params);
    const isOfKind = (seen.options === null) === (params.poll === undefined);
    if (!isEarlier || !isInPlace || !isOfKind || !isSameLanguage(params.language, seen.language, software)) continue;
    if (isLinked(seen, wanted.release) || (await saysSame(looker, entity, params))) {
      all.push(entity);
      if (await saysSame(looker, entity, params, "first paragraph")) alike.push(entity);
    }
  }
  return alike.length > 0 ? alike : all;
}

/** What a server tells of a status, or of a version of one, beyond its words. */
interface Seen {
  /** Its links, shown or hidden. */
  links: string[];
  /** Null where the server does not tell. */
  visibility: string | null;
  language: string | null;
  replyTo: string | null;
  /** Undefined where the server does not tell. */
  quoted: string | null | undefined;
  options: string[] | null;
  attachments: number;
}

function seenOf(entity: Entity): Seen {
  const { content, visibility, language, in_reply_to_id: reply, poll, media_attachments: media } = entity;
  return {
    links: [...contentLinks(textOf(content)), textOf(asObject(entity.card).url)],
    visibility: textOf(visibility) || null,
    language: textOf(language) || null,
    replyTo: isId(reply) ? String(reply) : null,
    quoted: quotedBy(entity),
    options: poll ? optionsOf(asObject(poll).options) : null,
    attachments: Array.isArray(media) ? media.length : 0,
  };
}

/** A ScheduledStatus has under `params` what was sent, by the API's names. */
function seenOfSchedule({ params }: Entity): Seen {
  const { media_ids: media, quoted_status_id: quoted, ...rest } = asObject(params);
  return { ...seenOf({ ...rest, media_attachments: media }), quoted: isId(quoted) ? String(quoted) : undefined };
}

/**
 * The id of the status that is quoted. Mastodon's quote has a state, and names the status once it is accepted; other
 * servers put the status itself there, or `quote_id`.
 */
function quotedBy({ quote, quote_id: id }: Entity): string | null | undefined {
  if (isId(id)) return String(id);
  if (quote === undefined || quote === null) return id === null ? null : quote;
  const { state, quoted_status: status, quoted_status_id: shallow, id: itself } = asObject(quote);
  const known = [asObject(status).id, shallow, state === undefined ? itself : undefined].find(isId);
  return known === undefined ? undefined : String(known);
}

/** The titles of a poll's options; a ScheduledStatus has them as they were sent. */
function optionsOf(options: unknown): string[] {
  return Array.isArray(options) ? options.map((option) => textOf(asObject(option).title ?? option)) : [];
}

/** Whether it replies to, quotes and is for whom it should. */
function isInPlace(seen: Seen, wanted: Wanted, history: History): boolean {
  const { params, after } = wanted;
  if (after) return isTied(seen, wanted) || mayFollow(seen, after.previous, history);
  return isTied(seen, wanted) && isSameQuote(seen, params) && isForTheSame(params.visibility, seen.visibility);
}

function isSameQuote({ quoted }: Seen, { quoted_status_id: wanted, quote_id: other }: StatusParams): boolean {
  return quoted === undefined || quoted === (wanted ?? other ?? null);
}

function isTied({ replyTo }: Seen, { after, params }: Wanted): boolean {
  return replyTo === (after ? after.previous : (params.in_reply_to_id ?? null));
}

/** A server may have dropped the link to the part before; and behind a part that is gone, it may lead nowhere. */
function mayFollow({ replyTo }: Seen, previous: string | null, { statuses }: History): boolean {
  return replyTo === null || (previous === null && !statuses.some(({ id }) => String(id) === replyTo));
}

/** A server may make `unlisted` of what was to be public: it limits the account so. */
function isForTheSame(asked: string | undefined, came: string | null): boolean {
  const wide = ["public", "unlisted"];
  return asked === undefined || came === null || asked === came || (wide.includes(asked) && wide.includes(came));
}

/** Language, poll and number of media, as far as the software keeps them; of the later parts of a thread the text is enough. */
function hasTheSame(seen: Seen, { params, attachments, after }: Wanted, software: Software | null): boolean {
  return (
    after !== null ||
    (isSameLanguage(params.language, seen.language, software) &&
      isSamePoll(seen, params, software) &&
      seen.attachments === attachments)
  );
}

function isSamePoll({ options }: Seen, { poll }: StatusParams, software: Software | null): boolean {
  const asked = poll?.options.filter((option) => option.trim() !== "") ?? null;
  if (asked === null || options === null) return asked === options || software?.keepsPolls === false;
  return options.length === asked.length && options.every((up, index) => isSameWords(up, asked[index]!, software));
}

/** Mastodon has its own default for many a language with three letters. */
function isSameLanguage(asked: string | undefined, came: string | null, software: Software | null): boolean {
  if (asked === undefined || came === null || software?.keepsLanguage === false) return true;
  return isInLanguage(asked, came) || languageKept(asked).split("-")[0]!.length > 2;
}

function isLinked({ links }: Seen, address: string): boolean {
  return address !== "" && links.some((link) => isSameAddress(link, address));
}

/** A ScheduledStatus has the ids of other statuses as numbers that JSON cannot carry, so there only presence counts. */
function isSameSchedule(entry: Entity, wanted: Wanted): boolean {
  const { params, taken } = wanted;
  const { scheduled_at: time, in_reply_to_id: reply } = params;
  const quoted = params.quoted_status_id ?? params.quote_id;
  const seen = seenOfSchedule(entry);
  const isSameTime = time === undefined || isAtTimeAsked(entry.scheduled_at, time);
  return (
    !taken.has(String(entry.id)) &&
    isSameTime &&
    (seen.replyTo === null) === (reply === undefined) &&
    (seen.quoted === undefined || quoted !== undefined) &&
    isForTheSame(params.visibility, seen.visibility) &&
    isSameWarning(entry, params, null) &&
    hasTheSame(seen, wanted, null)
  );
}
