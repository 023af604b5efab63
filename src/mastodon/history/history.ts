import type { Owner } from "../account.ts";
import { asObject, type Client, parseJson, textOf } from "../client.ts";
import { type Failure, MastodonError } from "../error.ts";
import { hidesOwnPosts, schedulesOf } from "../nodeinfo.ts";
import type { Sender } from "../sender.ts";
import { isId } from "../status.ts";
import { isOlder, type Skew, skewOf } from "./server-time.ts";

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
}

/** What a look is to see. */
export interface Window {
  /** How far back, in milliseconds since 1970. */
  since: number;
  /** How much farther back statuses are of use, though nothing hangs on seeing them all. Milliseconds. */
  beyond: number;
  /** What the status that is looked for was asked to be; undefined for the account's own default. */
  visibility: string | undefined;
  /** Whether the scheduled list is part of it. */
  scheduled: boolean;
}

const MOST_PAGES = 5;
const PAGE = 40;

/** The most that one look may take, all its requests together, in milliseconds. */
const LOOK_LIMIT = 30_000;

const NO_SCOPE = "the token lacks the scope `read:statuses`";

const NOTHING: Omit<History, "missing"> = {
  statuses: [],
  scheduled: [],
  skew: { offset: 0, slack: 0 },
  visibility: "",
};

/** Looks at what is there already: the account's own statuses and, where asked, its scheduled list. Nothing is changed. */
export async function readHistory(sender: Pick<Sender, "client" | "owner">, window: Window): Promise<History> {
  const client = sender.client.within(LOOK_LIMIT);
  const owner = sender.owner ?? (await ownerOf(client));
  if (isMissing(owner)) return { ...NOTHING, missing: owner };
  sender.owner = owner;
  const visibility = window.visibility ?? owner.privacy;
  const history = await readStatuses(client, owner.id, { ...window, visibility });
  if (!window.scheduled) return history;
  const { list, missing } = await readScheduled(client);
  return { ...history, scheduled: list, missing: history.missing ?? missing };
}

async function ownerOf(client: Client): Promise<Owner | Missing> {
  const answer = await ask(client, "/api/v1/accounts/verify_credentials");
  if (answer instanceof MastodonError) {
    return missingBy(answer, isDenied(answer) ? "the token is not allowed to read whose it is (scope `profile`)" : "");
  }
  const { id, source } = asObject(answer.json);
  if (!isId(id))
    return { why: "the server does not say whose the token is", forGood: true, lacksScope: false, error: null };
  return { id: String(id), privacy: textOf(asObject(source).privacy) };
}

/**
 * Reads the account's own statuses back to a time.
 *
 * A token without `read:statuses` gets 403; then the public list is read without it, where the server shows one. There,
 * absence proves something only of a post that is public.
 */
async function readStatuses(
  client: Client,
  owner: string,
  { since, beyond, visibility }: Window & { visibility: string },
): Promise<History> {
  const path = `/api/v1/accounts/${encodeURIComponent(owner)}/statuses?limit=${PAGE}&exclude_reblogs=true`;
  const isPublic = visibility === "public" || visibility === "unlisted";
  let skew: Skew = { offset: 0, slack: 0 };
  let denied: MastodonError | null = null;
  let partial: Missing | null = null;

  async function readPage(page: string): Promise<unknown> {
    let answer = await (denied ? askOpenly : ask)(client, page);
    if (answer instanceof MastodonError && isDenied(answer) && denied === null) {
      denied = answer;
      answer = await askOpenly(client, page);
      if (!isPublic)
        partial = {
          why: `${NO_SCOPE}, and without it only public posts are seen`,
          forGood: true,
          lacksScope: true,
          error: denied,
        };
    }
    if (answer instanceof MastodonError) {
      if (denied && isForGood(answer)) return missingBy(denied, `${NO_SCOPE}, and without it the server shows nothing`);
      return missingBy(answer, "");
    }
    skew = skewOf(answer.headers, client.clock.now());
    // A cache shows what was there a while ago: Mastodon lets the public list be kept, and a day long while it fails.
    if (Number(answer.headers.age ?? 0) > 0)
      partial ??= { why: "a cache answered", forGood: false, lacksScope: true, error: null };
    return answer.json;
  }

  const { list, missing } = await readPages(path, readPage, ({ created_at: made }) =>
    isOlder(made, since - beyond, skew),
  );
  if (partial === null && missing === null && !isPublic) {
    const hides = await hidesOwnPosts(client);
    const why = hides
      ? "this server lists public posts only"
      : "the server does not say which software it runs, and may hide some";
    if (hides !== false) partial = { why, forGood: hides === true, lacksScope: false, error: null };
  }
  return {
    statuses: list,
    scheduled: [],
    visibility,
    skew,
    missing: partial ?? (isOlder(list.at(-1)?.created_at, since, skew) ? null : missing),
  };
}

/** Reads the scheduled list, whole. A server without one has nothing on it. */
async function readScheduled(client: Client): Promise<{ list: Record<string, unknown>[]; missing: Missing | null }> {
  const read = await readPages(
    `/api/v1/scheduled_statuses?limit=${PAGE}`,
    async (page) => {
      const answer = await ask(client, page);
      if (!(answer instanceof MastodonError)) return answer.json;
      const { status = 0 } = answer.failure.answer ?? {};
      const hasNone = [400, 404, 405, 410, 422, 501].includes(status);
      if (hasNone && (await schedulesOf(client)) === "never") return [];
      const missing = missingBy(answer, isDenied(answer) ? NO_SCOPE : "");
      return hasNone ? { ...missing, forGood: false } : missing;
    },
    () => false,
  );
  const isUnseen = read.list.length === 0 && read.missing === null && (await schedulesOf(client)) === "unseen";
  return isUnseen ? { ...read, missing: UNSEEN } : read;
}

/**
 * Reads a list page by page, until one is empty, tells nothing new, or reaches what is of no use any more.
 *
 * @param isPast whether what is older than this entity is of no use
 */
async function readPages(
  path: string,
  read: (page: string) => Promise<unknown>,
  isPast: (entity: Record<string, unknown>) => boolean,
): Promise<{ list: Record<string, unknown>[]; missing: Missing | null }> {
  const list: Record<string, unknown>[] = [];
  const known = new Set<string>();
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const last = list.at(-1);
    const answer = await read(last ? `${path}&max_id=${encodeURIComponent(String(last.id))}` : path);
    if (isMissing(answer)) return { list, missing: answer };
    if (!Array.isArray(answer)) return { list, missing: STRANGE };
    const fresh = answer.map(asObject).filter(({ id }) => isId(id) && !known.has(String(id)));
    // snac heeds no max_id; a short list that begins again is whole, a long one may be cut.
    if (fresh.length === 0) return { list, missing: answer.length < PAGE / 2 ? null : TOO_LONG };
    for (const entity of fresh) known.add(String(entity.id));
    list.push(...fresh);
    if (isPast(fresh.at(-1)!)) return { list, missing: null };
  }
  return { list, missing: TOO_LONG };
}

const TOO_LONG: Missing = {
  why: `the account has posted more since then than ${MOST_PAGES} pages show`,
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
const STRANGE: Missing = {
  why: "the server answered with something other than a list",
  forGood: false,
  lacksScope: false,
  error: null,
};

function isMissing(answer: unknown): answer is Missing {
  return typeof asObject(answer).forGood === "boolean";
}

type Answer = { json: unknown; headers: Record<string, string> };

async function ask(client: Client, path: string): Promise<Answer | MastodonError> {
  try {
    return await client.call("GET", path);
  } catch (error) {
    if (error instanceof MastodonError) return error;
    throw error;
  }
}

/** The same without the token. */
async function askOpenly(client: Client, path: string): Promise<Answer | MastodonError> {
  const answer = await client.probe(new URL(path, client.origin));
  const json = answer?.status === 200 ? parseJson(answer.text) : undefined;
  if (answer && json !== undefined) return { json, headers: answer.headers };
  const failure: Failure = { method: "GET", path, origin: client.origin, proxy: "", ...(answer ? { answer } : {}) };
  return new MastodonError(failure, { what: "", why: "", cure: "" }, "not done");
}

/** Whether the token may not see this. activities.next says 401 to a missing scope. */
function isDenied({ failure }: MastodonError): boolean {
  return failure.answer?.status === 401 || failure.answer?.status === 403;
}

/** Whether asking again would be answered the same. */
function isForGood({ failure: { answer } }: MastodonError): boolean {
  const status = answer?.status ?? 0;
  return status >= 400 && status < 500 && ![408, 425, 429].includes(status);
}

/** @param why a clause for a message; empty for the request and its answer */
function missingBy(error: MastodonError, why: string): Missing {
  const { answer, path } = error.failure;
  const what = `GET ${path.replace(/\?.*/, "")}`;
  const plain = answer ? `${what} answered ${answer.status}` : `${what} got no answer`;
  return { why: why || plain, forGood: isForGood(error), lacksScope: isDenied(error), error };
}
