import { orMissingScope } from "../account.ts";
import { type ApiAnswer, asObject, type Client, textOf } from "../client.ts";
import { hostOf, MastodonError } from "../error.ts";
import { isInLanguage } from "../language.ts";
import type { Poll } from "../limits.ts";
import { isSamePlain, policyOf } from "../publish/differences.ts";

type Entity = Record<string, unknown>;

/** The poll of a stored status. */
export interface StoredPoll {
  options: string[];
  multiple: boolean;
  hide_totals: boolean;
  /** Milliseconds since 1970; null where it never closes. */
  closes: number | null;
  isClosed: boolean;
}

/** All of a stored status that an edit can change. */
export interface StatusState {
  entity: Entity;
  /** The answer that told it, as it came. */
  response: string;
  /** The text as its author wrote it; null where the server does not tell. */
  text: string | null;
  /** `text/markdown` and the like, on servers that know others than plain text; else empty. */
  contentType: string;
  spoilerText: string;
  sensitive: boolean;
  /** Empty where the server does not tell. */
  language: string;
  media: Entity[];
  poll: StoredPoll | null;
  /** Whether a quote policy can be set: a status that is not for everyone lets nobody quote it. */
  mayBeQuoted: boolean;
  /** Null where none can be set, or the server tells none of the three that can be asked for. */
  quotePolicy: string | null;
}

/**
 * Reads a status with the source of its text: `GET /api/v1/statuses/:id` and `…/source`, both with `read:statuses`.
 *
 * @throws MastodonError when there is no such status, or the token may not read it
 */
export async function readState(client: Client, id: string): Promise<StatusState> {
  const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
  const purpose = "To edit a status without losing what is to stay";
  const read = (what: string) =>
    client.call("GET", what).catch((error: unknown) => {
      throw orMissingScope(error, "read:statuses", purpose);
    });
  const answer = await read(path).catch((error: unknown) => {
    throw isMissing(error) ? noStatus(error, id) : error;
  });
  const source = await read(`${path}/source`).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  return stateOf(answer, source && asObject(source.json));
}

/** What a status tells, with the source of its text where that was asked for. */
export function stateOf(answer: ApiAnswer, source: Entity | null): StatusState {
  const entity = asObject(answer.json);
  const mayBeQuoted = ["public", "unlisted"].includes(textOf(entity.visibility));
  return {
    entity,
    response: answer.text,
    text: typeof source?.text === "string" ? source.text : null,
    contentType: textOf(source?.content_type),
    spoilerText: textOf(source?.spoiler_text ?? entity.spoiler_text),
    sensitive: entity.sensitive === true,
    language: textOf(entity.language),
    media: Array.isArray(entity.media_attachments) ? entity.media_attachments.map(asObject) : [],
    poll: entity.poll ? pollOf(asObject(entity.poll)) : null,
    mayBeQuoted,
    quotePolicy: mayBeQuoted ? policyOf(asObject(entity.quote_approval)) : null,
  };
}

function pollOf({ options, multiple, expires_at, expired }: Entity): StoredPoll {
  const all = Array.isArray(options) ? options.map(asObject) : [];
  const closes = Date.parse(textOf(expires_at));
  return {
    options: all.map(({ title }) => textOf(title)),
    multiple: multiple === true,
    // Mastodon tells it in no other way: it keeps the counts of an open poll to itself.
    hide_totals: expired !== true && all.length > 0 && all.every(({ votes_count }) => votes_count === null),
    closes: Number.isNaN(closes) ? null : closes,
    isClosed: expired === true,
  };
}

/** Whether a server answered that there is no such thing, or no such way. */
export function isMissing(error: unknown): error is MastodonError {
  return error instanceof MastodonError && [404, 405, 410, 501].includes(error.failure.answer?.status ?? 0);
}

function noStatus({ failure, outcome }: MastodonError, id: string): MastodonError {
  return new MastodonError(
    failure,
    {
      what: `${hostOf(failure)} has no status with the id ${id}.`,
      why: "It is deleted, this account may not see it, or the id is one of another instance.",
      cure: "Check the id, or give the address of the status.",
    },
    outcome,
  );
}

/** What an edit is to change, by the API's own names. What is absent stays as it is. */
export interface Named {
  status?: string | undefined;
  content_type?: string | undefined;
  /** Empty to take the warning off. */
  spoiler_text?: string | undefined;
  sensitive?: boolean | undefined;
  language?: string | undefined;
  /** Replace all that are there. */
  media_ids?: string[] | undefined;
  poll?: Poll | undefined;
  quote_approval_policy?: string | undefined;
}

/**
 * The whole of what a PUT sends. It drops what is left out, so what is not named goes along as it is.
 *
 * @param now milliseconds since 1970: a poll is kept by the time that it still has
 */
export function bodyOf(named: Named, state: StatusState, now: number): Record<string, unknown> {
  const text = named.status ?? state.text ?? "";
  const language = named.language ?? state.language;
  const policy = named.quote_approval_policy ?? state.quotePolicy;
  const mediaIds = named.media_ids ?? state.media.map(({ id }) => String(id));
  const attributes = named.media_ids ? [] : state.media.map(attributesOf).filter((one) => Object.keys(one).length > 1);
  const poll = named.poll ?? (state.poll && kept(state.poll, now));
  const contentType = named.content_type ?? (named.status === undefined ? state.contentType : "");
  return {
    // Hollo refuses an empty text; Mastodon takes a missing one for empty.
    ...(text === "" ? {} : { status: text }),
    ...(contentType === "" ? {} : { content_type: contentType }),
    spoiler_text: named.spoiler_text ?? state.spoilerText,
    sensitive: named.sensitive ?? state.sensitive,
    ...(language === "" ? {} : { language }),
    ...(mediaIds.length === 0 ? {} : { media_ids: mediaIds }),
    ...(attributes.length === 0 ? {} : { media_attributes: attributes }),
    ...(poll ? { poll } : {}),
    // Mastodon 4.5.0 to 4.5.4 set it back where it is left out.
    ...(policy === null ? {} : { quote_approval_policy: policy }),
  };
}

/** GoToSocial empties a description that is missing beside its medium's id. */
function attributesOf({ id, description, meta }: Record<string, unknown>): Record<string, string> {
  const { x, y } = asObject(asObject(meta).focus);
  return {
    id: String(id),
    ...(typeof description === "string" && description !== "" ? { description } : {}),
    ...(typeof x === "number" && typeof y === "number" ? { focus: `${x},${y}` } : {}),
  };
}

function kept({ options, multiple, hide_totals, closes }: StoredPoll, now: number): Record<string, unknown> {
  const rest = closes === null ? {} : { expires_in: Math.ceil((closes - now) / 1000) };
  return { options, multiple, hide_totals, ...rest };
}

/** What a status has otherwise than is named, in words. A text that the server does not tell is taken for another. */
export function changesOf(named: Named, state: StatusState): string[] {
  const { status, spoiler_text: spoiler, sensitive, language, media_ids: ids, poll } = named;
  const type = named.content_type;
  const policy = named.quote_approval_policy;
  const isHidden = (spoiler ?? state.spoilerText).trim() !== "";
  const changes: [what: string, isOther: boolean][] = [
    ["the text", status !== undefined && (state.text === null || !isSamePlain(status, state.text))],
    ["the content type", type !== undefined && state.contentType !== "" && type !== state.contentType],
    ["the content warning", spoiler !== undefined && !isSamePlain(spoiler, state.spoilerText)],
    // Mastodon takes whatever has a warning for sensitive.
    ["the mark “sensitive”", sensitive !== undefined && sensitive !== state.sensitive && (sensitive || !isHidden)],
    ["the language", language !== undefined && !isInLanguage(language, state.language)],
    ["the media", ids !== undefined && String(ids) !== String(state.media.map(({ id }) => id))],
    ["the poll", poll !== undefined && !isSamePoll(poll, state.poll)],
    ["the quote policy", policy !== undefined && state.mayBeQuoted && policy !== state.quotePolicy],
  ];
  return changes.filter(([, isOther]) => isOther).map(([what]) => what);
}

/** Whether a poll asks the same in the same way; when it closes is another matter. */
export function isSamePoll(wanted: Poll, stored: StoredPoll | null): boolean {
  return (
    stored !== null &&
    wanted.options.length === stored.options.length &&
    wanted.options.every((option, index) => option.trim() === stored.options[index]) &&
    (wanted.multiple ?? false) === stored.multiple &&
    // A closed poll hides nothing any more.
    (stored.isClosed || (wanted.hide_totals ?? false) === stored.hide_totals)
  );
}
