import { type ApiAnswer, asObject, type Client, textOf } from "../client.ts";
import { hostOf, MastodonError } from "../error.ts";
import { orMissingScope } from "../missing-scope.ts";
import { policyOf } from "../publish/differences.ts";

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
