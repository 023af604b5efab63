import { type Owner, VERIFY } from "../account.ts";
import { asObject, type Client, isApiError, parseJson, textOf } from "../client.ts";
import { type Failure, isForGood, MastodonError } from "../error.ts";
import { isDenied, schedulesOf, softwareFor } from "../nodeinfo.ts";
import type { Sender } from "../sender.ts";
import { isId } from "../status.ts";
import { apiTime, isOlder, OUR_CLOCK, type Skew, skewOf, unclearAge } from "./server-time.ts";

/** What a look saw of the account's own statuses. */
export interface History {
  /** Own statuses, the newest first. */
  statuses: Record<string, unknown>[];
  /** The account's scheduled list, where it was asked for. */
  scheduled: Record<string, unknown>[];
  /** How the server's clock lies to ours. */
  skew: Skew;
  /** Visibility of what is looked for: as asked, else the account's own; empty where that is not known. */
  visibility: string;
  /** Why absence proves nothing; null where all was seen. */
  missing: Missing | null;
}

/** What a look could not see. */
export interface Missing {
  /** Why, as a clause for a message. */
  why: string;
  /** Whether the same look would see no more in a minute. */
  forGood: boolean;
  /** Whether a token with more scopes would see more. */
  lacksScope: boolean;
  /** The request that failed, if one did. */
  error: MastodonError | null;
  /** Whether something was seen that may be the post. */
  maybe?: boolean;
}

/** What a look is to see. */
export interface Window {
  /** How far back, in milliseconds since 1970. */
  since: number;
  /** Most statuses to go through; all since then where that is undefined. */
  most?: number | undefined;
  /** What the status that is looked for was asked to be; undefined for the account's own default. */
  visibility: string | undefined;
  /** Whether the scheduled list is part of it. */
  scheduled: boolean;
}

const PAGE = 40;

/** Statuses to go through where none says when it was made. */
const MOST_UNDATED = 400;

/** The most that one request of a look may take, in milliseconds. */
const REQUEST_LIMIT = 30_000;

export const NO_SCOPE = "the token lacks the scope `read:statuses`";

const NOTHING: Omit<History, "missing"> = {
  statuses: [],
  scheduled: [],
  skew: OUR_CLOCK,
  visibility: "",
};

/** Who looks. */
export type Looker = Pick<Sender, "client" | "owner" | "software">;

/** Looks at what is there already: the account's own statuses and, where asked, its scheduled list. Nothing is changed. */
export async function readHistory(sender: Looker, window: Window): Promise<History> {
  const owner = sender.owner ?? (await ownerOf(sender));
  if (isMissing(owner)) return { ...NOTHING, missing: owner };
  sender.owner = owner;
  const visibility = window.visibility ?? owner.privacy;
  const history = await readStatuses(sender, owner, { ...window, visibility });
  if (!window.scheduled) return history;
  const { list, missing } = await readScheduled(sender);
  return { ...history, scheduled: list, missing: history.missing ?? missing };
}

async function ownerOf(looker: Looker): Promise<Owner | Missing> {
  const answer = await ask(looker.client, VERIFY);
  if (answer instanceof MastodonError) {
    const lacksScope = await isDenied(looker, answer);
    return missingBy(
      answer,
      lacksScope,
      lacksScope ? "the token is not allowed to read whose it is (scope `profile`)" : "",
    );
  }
  const { id, source, statuses_count: statuses } = asObject(answer.json);
  if (!isId(id))
    return { why: "the server does not say whose the token is", forGood: true, lacksScope: false, error: null };
  const count = typeof statuses === "number" ? statuses : null;
  return { id: String(id), privacy: textOf(asObject(source).privacy), statuses: count };
}

/**
 * Reads the account's own statuses back to a time.
 *
 * A token without `read:statuses` gets 403; then the public list is read without it, where the server shows one. There,
 * absence proves something only of a post that is public.
 */
async function readStatuses(
  sender: Looker,
  owner: Owner,
  { since, most = Number.POSITIVE_INFINITY, visibility }: Window & { visibility: string },
): Promise<History> {
  const { client } = sender;
  const path = `/api/v1/accounts/${encodeURIComponent(owner.id)}/statuses?limit=${PAGE}`;
  const isPublic = visibility === "public" || visibility === "unlisted";
  let skew: Skew = NOTHING.skew;
  let denied: MastodonError | null = null;
  let partial: Missing | null = null;

  async function readPage(page: string): Promise<unknown> {
    let answer = await (denied ? askOpenly : ask)(client, page);
    if (answer instanceof MastodonError && denied === null && (await isDenied(sender, answer))) {
      denied = answer;
      answer = await askOpenly(client, page);
      if (!isPublic) partial = lacking(`${NO_SCOPE}, and without it only public posts are seen`, denied);
    }
    if (answer instanceof MastodonError) {
      if (denied && isForGood(answer)) return lacking(`${NO_SCOPE}, and without it the server shows nothing`, denied);
      return missingBy(answer);
    }
    skew = skewOf(answer.headers, client.clock.now());
    // A cache shows what was there a while ago: Mastodon lets the public list be kept, and a day long while it fails.
    if (Number(answer.headers.age ?? 0) > 0)
      partial ??= { why: "a cache answered", forGood: false, lacksScope: true, error: null };
    return answer.json;
  }

  const isPast = ({ created_at: made }: Record<string, unknown>) =>
    isOlder(made, since, skew) && unclearAge(made, since, skew) === null;
  const isLost = ({ created_at: made }: Record<string, unknown>, count: number) =>
    Number.isNaN(apiTime(made)) && count >= MOST_UNDATED;
  const isEnough = (last: Record<string, unknown>, count: number) =>
    isPast(last) || count >= most || isLost(last, count);
  const { list, missing } = await readPages(`${path}&exclude_reblogs=true`, readPage, isEnough);
  if (list.length < most && list.length > 0 && isLost(list.at(-1)!, list.length)) partial ??= UNDATED;
  // Without the scope, what only followers see is counted and not listed.
  if (partial === null && missing === null && denied === null && !list.some(isPast) && list.length < most) {
    const isWhole = async () => (await readPages(path, readPage, isPast)).list.length >= (owner.statuses ?? 0);
    // Boosts are counted, too.
    if (list.length < (owner.statuses ?? 0) && !(await isWhole())) partial = ENDS_EARLY;
    if (list.length >= PAGE && (await mayBeCut(sender, list.length))) partial = NEWEST_ONLY;
  }
  if (partial === null && missing === null && !isPublic) {
    const software = await softwareFor(sender);
    const why = software?.hidesOwnPosts
      ? "this server lists public posts only"
      : "the server does not say which software it runs, and may hide some";
    if (software?.hidesOwnPosts !== false) {
      partial = { why, forGood: software !== null, lacksScope: false, error: null };
    }
  }
  return {
    statuses: list,
    scheduled: [],
    visibility,
    skew,
    missing: partial ?? (isPast(list.at(-1) ?? {}) ? null : missing),
  };
}

/** Whether a list may end where it does because the server goes no further: some of what it goes through it may not show. */
async function mayBeCut(looker: Looker, length: number): Promise<boolean> {
  const { listsNewest = null } = (await softwareFor(looker)) ?? {};
  return listsNewest !== null && length >= listsNewest / 2;
}

/** Reads the scheduled list, whole. A server without one has nothing on it. */
async function readScheduled(sender: Looker): Promise<{ list: Record<string, unknown>[]; missing: Missing | null }> {
  const read = await readPages(
    `/api/v1/scheduled_statuses?limit=${PAGE}`,
    async (page) => {
      const answer = await ask(sender.client, page);
      if (!(answer instanceof MastodonError)) return answer.json;
      const { status = 0 } = answer.failure.answer ?? {};
      const hasNone = [400, 404, 405, 410, 422, 501].includes(status);
      if (hasNone && (await schedulesOf(sender)) === "never") return [];
      const missing = (await isDenied(sender, answer)) ? lacking(NO_SCOPE, answer) : missingBy(answer);
      return hasNone ? { ...missing, forGood: false } : missing;
    },
    () => false,
  );
  if (read.list.length > 0 || read.missing !== null) return read;
  const schedules = await schedulesOf(sender);
  if (schedules === null) return { ...read, missing: { ...UNSEEN, why: MAY_BE_UNSEEN, forGood: false } };
  return schedules === "unseen" ? { ...read, missing: UNSEEN } : read;
}

/**
 * What a status said at each moment, as far as its server keeps that: as StatusEdits
 * (`GET /api/v1/statuses/:id/history`), or as statuses with the `text` of then.
 */
export async function readVersions(
  sender: Looker,
  status: Record<string, unknown>,
): Promise<Record<string, unknown>[] | Missing> {
  const { client } = sender;
  const id = String(status.id);
  const path = `/api/v1/statuses/${encodeURIComponent(id)}/history`;
  const software = await softwareFor(sender);
  if (software?.versions === "nothing") return [];
  const other = typeof software?.versions === "function" ? software.versions(id) : null;
  let answer = await (other ? ask(client, other.path, other) : ask(client, path));
  if (answer instanceof MastodonError && (await isDenied(sender, answer))) answer = await askOpenly(client, path);
  if (answer instanceof MastodonError) {
    const { status = 0 } = answer.failure.answer ?? {};
    const isNone = [404, 405, 501].includes(status);
    // A web page that says so may come from something in front of the server; and where a history is, so may all else.
    if (isNone && software?.versions === "unsure" && isApiError(answer.failure.json)) return [];
    return isNone ? { ...missingBy(answer), forGood: false } : missingBy(answer);
  }
  // What was edited had a text before.
  if (!Array.isArray(answer.json) || answer.json.length === 0) return STRANGE;
  const versions = answer.json.map(asObject);
  return other ? versions.map(({ text }) => ({ ...status, text })) : versions;
}

/**
 * Reads a list page by page, until one is empty, tells nothing new, or reaches what is of no use any more.
 *
 * @param isPast whether what is older than the last entity, or beyond this count, is of no use
 */
async function readPages(
  path: string,
  read: (page: string) => Promise<unknown>,
  isPast: (last: Record<string, unknown>, count: number) => boolean,
): Promise<{ list: Record<string, unknown>[]; missing: Missing | null }> {
  const list: Record<string, unknown>[] = [];
  const known = new Set<string>();
  for (;;) {
    const last = list.at(-1);
    const answer = await read(last ? `${path}&max_id=${encodeURIComponent(String(last.id))}` : path);
    if (isMissing(answer)) return { list, missing: answer };
    if (!Array.isArray(answer)) return { list, missing: STRANGE };
    const fresh = answer.map(asObject).filter(({ id }) => isId(id) && !known.has(String(id)));
    // snac heeds no max_id; a short list that begins again is whole, a long one may be cut.
    if (fresh.length === 0) return { list, missing: answer.length < PAGE / 2 ? null : ONE_PAGE };
    for (const entity of fresh) known.add(String(entity.id));
    list.push(...fresh);
    if (isPast(fresh.at(-1)!, list.length)) return { list, missing: null };
  }
}

const ONE_PAGE: Missing = {
  why: "the account has posted more since then than the one page that the server shows",
  forGood: true,
  lacksScope: false,
  error: null,
};
const ENDS_EARLY: Missing = {
  why: "the server's list of the account's posts ends before that time, though the account has older ones",
  forGood: true,
  lacksScope: false,
  error: null,
};
const NEWEST_ONLY: Missing = {
  why: "the server lists the newest of the account's posts alone, and they do not reach back to that time",
  forGood: true,
  lacksScope: false,
  error: null,
};
const UNDATED: Missing = {
  why: "the server does not say when the account's posts were made, so the look has no end",
  forGood: true,
  lacksScope: false,
  error: null,
};
const UNSEEN: Missing = {
  why: "this server shows nobody what it has scheduled",
  forGood: true,
  lacksScope: false,
  error: null,
};
const MAY_BE_UNSEEN = "the server does not say which software it runs, and may show nobody what it has scheduled";
const STRANGE: Missing = {
  why: "the server answered with something other than a list",
  forGood: false,
  lacksScope: false,
  error: null,
};

function lacking(why: string, error: MastodonError): Missing {
  return { why, forGood: true, lacksScope: true, error };
}

export function isMissing(answer: unknown): answer is Missing {
  return typeof asObject(answer).forGood === "boolean";
}

type Answer = { json: unknown; headers: Record<string, string> };

async function ask(
  client: Client,
  path: string,
  { method, body }: { method: string; body?: Record<string, unknown> } = { method: "GET" },
): Promise<Answer | MastodonError> {
  try {
    return await client.within(REQUEST_LIMIT).call(method, path, { body });
  } catch (error) {
    if (error instanceof MastodonError) return error;
    throw error;
  }
}

/** The same without the token. */
async function askOpenly(client: Client, path: string): Promise<Answer | MastodonError> {
  const answer = await client.within(REQUEST_LIMIT).probe(new URL(path, client.origin));
  const json = answer?.status === 200 ? parseJson(answer.text) : undefined;
  if (answer && json !== undefined) return { json, headers: answer.headers };
  const failure: Failure = { method: "GET", path, origin: client.origin, proxy: "", ...(answer ? { answer } : {}) };
  return new MastodonError(failure, { what: "", why: "", cure: "" }, "not done");
}

/** @param why a clause for a message; empty for the request and its answer */
export function missingBy(error: MastodonError, lacksScope = false, why = ""): Missing {
  const { method, answer, path } = error.failure;
  const what = `${method} ${path.replace(/\?.*/, "")}`;
  const plain = answer ? `${what} answered ${answer.status}` : `${what} got no answer`;
  return { why: why || plain, forGood: isForGood(error), lacksScope, error };
}
