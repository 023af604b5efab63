import { asObject, type Client, parseJson, textOf } from "../client.ts";
import { type Failure, MastodonError } from "../error.ts";
import { hasScheduledList, hidesOwnPosts } from "../key-keeping.ts";
import { isId } from "../published.ts";
import { isOlder, type Skew, skewOf } from "./server-time.ts";

/** What a look saw of the account. */
export interface Sight {
  /** Whose statuses they are; null where that is not known. */
  owner: Owner | null;
  /** Own statuses, the newest first. */
  statuses: Record<string, unknown>[];
  /** The account's scheduled list, where it was asked for. */
  scheduled: Record<string, unknown>[];
  /** How the server's clock lies to ours. */
  skew: Skew;
  /** Visibility of what is looked for: as asked, else the account's own; empty where that is not known. */
  visibility: string;
  /** Why absence proves nothing; null where all was seen. */
  gap: Gap | null;
}

export interface Gap {
  /** A clause for a message. */
  why: string;
  /** Whether the same look would see no more in a minute. */
  forGood: boolean;
  /** Whether a token with more scopes would see more. */
  lacksScope: boolean;
  /** The request that failed, if one did. */
  error: MastodonError | null;
}

export interface LookOptions {
  /** How far back, in milliseconds since 1970. */
  since: number;
  /** How much farther back statuses are of use, though nothing hangs on seeing them all. Milliseconds. */
  beyond: number;
  /** What the status that is looked for was asked to be; undefined for the account's own default. */
  visibility: string | undefined;
  /** Whether the scheduled list is part of it. */
  scheduled: boolean;
}

/** The account that a token is for. */
export interface Owner {
  id: string;
  /** Visibility of its posts where none is given; empty when not known. */
  privacy: string;
}

const MOST_PAGES = 5;
const PAGE = 40;

/** The most that one look may take, all its requests together, in milliseconds. */
const LOOK_LIMIT = 30_000;

const NO_SCOPE = "the token lacks the scope `read:statuses`";

const NOTHING: Omit<Sight, "gap"> = {
  owner: null,
  statuses: [],
  scheduled: [],
  skew: { offset: 0, slack: 0 },
  visibility: "",
};

/**
 * Looks at what is there already: the account's own statuses and, where asked, its scheduled list. Nothing is changed.
 *
 * @param known whose account it is; null to find out
 */
export async function look(client: Client, known: Owner | null, options: LookOptions): Promise<Sight> {
  const limited = client.within(LOOK_LIMIT);
  const owner = known ?? (await ownerOf(limited));
  if (isGap(owner)) return { ...NOTHING, gap: owner };
  const visibility = options.visibility ?? owner.privacy;
  const sight = { owner, ...(await readStatuses(limited, owner.id, { ...options, visibility })) };
  if (!options.scheduled) return sight;
  const { list, gap } = await readScheduled(limited);
  return { ...sight, scheduled: list, gap: sight.gap ?? gap };
}

async function ownerOf(client: Client): Promise<Owner | Gap> {
  const answer = await ask(client, "/api/v1/accounts/verify_credentials");
  if (answer instanceof MastodonError) {
    return gapOf(answer, isDenied(answer) ? "the token may not tell whose it is (scope `profile`)" : "");
  }
  const { id, source } = asObject(answer.json);
  if (!isId(id))
    return { why: "the server does not tell whose the token is", forGood: true, lacksScope: false, error: null };
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
  { since, beyond, visibility }: LookOptions & { visibility: string },
): Promise<Omit<Sight, "owner">> {
  const path = `/api/v1/accounts/${encodeURIComponent(owner)}/statuses?limit=${PAGE}&exclude_reblogs=true`;
  const isPublic = visibility === "public" || visibility === "unlisted";
  let skew: Skew = { offset: 0, slack: 0 };
  let denied: MastodonError | null = null;
  let partial: Gap | null = null;

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
      if (denied && isForGood(answer)) return gapOf(denied, `${NO_SCOPE}, and without it the server shows nothing`);
      return gapOf(answer, "");
    }
    skew = skewOf(answer.headers, client.clock.now());
    // A cache shows what was there a while ago: Mastodon lets the public list be kept, and a day long while it fails.
    if (Number(answer.headers.age ?? 0) > 0)
      partial ??= { why: "a cache answered", forGood: false, lacksScope: true, error: null };
    return answer.json;
  }

  const { list, gap } = await readPages(path, readPage, ({ created_at: made }) => isOlder(made, since - beyond, skew));
  if (partial === null && gap === null && !isPublic) {
    const hides = await hidesOwnPosts(client);
    const why = hides
      ? "this server lists public posts alone"
      : "the server does not say what it is, and may hide some";
    if (hides !== false) partial = { why, forGood: hides === true, lacksScope: false, error: null };
  }
  return {
    statuses: list,
    scheduled: [],
    visibility,
    skew,
    gap: partial ?? (isOlder(list.at(-1)?.created_at, since, skew) ? null : gap),
  };
}

/** Reads the scheduled list, whole. A server without one has nothing on it. */
async function readScheduled(client: Client): Promise<{ list: Record<string, unknown>[]; gap: Gap | null }> {
  return readPages(
    `/api/v1/scheduled_statuses?limit=${PAGE}`,
    async (page) => {
      const answer = await ask(client, page);
      if (!(answer instanceof MastodonError)) return answer.json;
      const { status = 0 } = answer.failure.answer ?? {};
      const isMissing = [400, 404, 405, 410, 422, 501].includes(status);
      if (isMissing && (await hasScheduledList(client)) === false) return [];
      const gap = gapOf(answer, isDenied(answer) ? NO_SCOPE : "");
      return isMissing ? { ...gap, forGood: false } : gap;
    },
    () => false,
  );
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
): Promise<{ list: Record<string, unknown>[]; gap: Gap | null }> {
  const list: Record<string, unknown>[] = [];
  const known = new Set<string>();
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const last = list.at(-1);
    const answer = await read(last ? `${path}&max_id=${encodeURIComponent(String(last.id))}` : path);
    if (isGap(answer)) return { list, gap: answer };
    if (!Array.isArray(answer)) return { list, gap: STRANGE };
    const fresh = answer.map(asObject).filter(({ id }) => isId(id) && !known.has(String(id)));
    // snac heeds no max_id; a short list that begins again is whole, a long one may be cut.
    if (fresh.length === 0) return { list, gap: answer.length < PAGE / 2 ? null : TOO_LONG };
    for (const entity of fresh) known.add(String(entity.id));
    list.push(...fresh);
    if (isPast(fresh.at(-1)!)) return { list, gap: null };
  }
  return { list, gap: TOO_LONG };
}

const TOO_LONG: Gap = {
  why: `the account posted more since than ${MOST_PAGES} pages show`,
  forGood: true,
  lacksScope: false,
  error: null,
};
const STRANGE: Gap = {
  why: "the server answered with something else than a list",
  forGood: false,
  lacksScope: false,
  error: null,
};

function isGap(answer: unknown): answer is Gap {
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
function gapOf(error: MastodonError, why: string): Gap {
  const { answer, path } = error.failure;
  const what = `GET ${path.replace(/\?.*/, "")}`;
  const plain = answer ? `${what} answered ${answer.status}` : `${what} got no answer`;
  return { why: why || plain, forGood: isForGood(error), lacksScope: isDenied(error), error };
}
