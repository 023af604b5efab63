import { asObject } from "../client.ts";
import type { Poll } from "../limits/poll-limits.ts";
import type { StatusState, StoredPoll } from "./status-state.ts";

/** What an edit is to change, by the API's own names. What is absent stays as it is. */
export interface Named {
  status?: string | undefined;
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
  return {
    // Hollo refuses an empty text; Mastodon takes a missing one for empty.
    ...(text === "" ? {} : { status: text }),
    ...(named.status === undefined && state.contentType !== "" ? { content_type: state.contentType } : {}),
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
  const policy = named.quote_approval_policy;
  const isHidden = plain(spoiler ?? state.spoilerText) !== "";
  const changes: [what: string, isOther: boolean][] = [
    ["the text", status !== undefined && (state.text === null || plain(status) !== plain(state.text))],
    ["the content warning", spoiler !== undefined && plain(spoiler) !== plain(state.spoilerText)],
    // Mastodon takes whatever has a warning for sensitive.
    ["the mark “sensitive”", sensitive !== undefined && sensitive !== state.sensitive && (sensitive || !isHidden)],
    ["the language", language !== undefined && base(language) !== base(state.language)],
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

/** A text as servers keep it: trimmed, with plain line breaks. */
function plain(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}

/** `pt` of `pt-BR`: Mastodon may keep no more. */
function base(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0]!;
}
