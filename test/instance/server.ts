import { setTimeout as sleepReally } from "node:timers/promises";
import { domainToASCII } from "node:url";
import { namedToken, requireScope } from "./access.ts";
import { accountRoutes } from "./accounts.ts";
import { type Answer, type Call, matchPath, page, Refusal, type Route, refuse } from "./call.ts";
import { editRoutes } from "./edits.ts";
import { type Exchange, type ExchangeRequest, exchangeOnce, type SeenRequest } from "./exchange.ts";
import { checkFault, type Fault } from "./faults.ts";
import { createKeys, replaying } from "./idempotency.ts";
import { instanceRoutes } from "./instance-info.ts";
import { mediaRoutes } from "./media.ts";
import { mentionedIn } from "./mentions.ts";
import { oauthRoutes } from "./oauth/routes.ts";
import { type Parameters, readParameters, UnreadableBody } from "./parameters.ts";
import { pinRoutes } from "./pins.ts";
import { mastodon46, type Profile } from "./profiles.ts";
import { postHeaders, throttle } from "./rate-limits.ts";
import { reblogRoutes } from "./reblogs.ts";
import { publishDue, scheduledOf, scheduledRoutes } from "./scheduled.ts";
import { searchRoutes } from "./search.ts";
import { listen } from "./sockets.ts";
import { statusRoutes } from "./statuses.ts";
import {
  type Account,
  type Application,
  addAccount,
  addElsewhere,
  addStatus,
  createStore,
  findAccount,
  newSecret,
  type QuotePolicy,
  type ScheduledStatus,
  type StoredMedia,
  type StoredStatus,
  statusesOf,
  type TokenState,
  type Visibility,
} from "./store.ts";
import { wellKnownRoutes } from "./well-known.ts";

export type { SeenRequest } from "./exchange.ts";
export type { Fault } from "./faults.ts";
export type { Profile } from "./profiles.ts";
export type { StoredStatus } from "./store.ts";

export interface InstanceOptions {
  /** Which server software to be; Mastodon 4.6 unless given. */
  profile?: Profile;
  /** The most characters of a status, in place of the profile's. */
  maxCharacters?: number;
  /** Key and certificate in PEM: serves https. */
  tls?: { key: string; cert: string };
  /** 0, a free port, unless given. */
  port?: number;
  /** How long it keeps a connection that nothing comes by; Node's own 5 seconds unless given. Milliseconds. */
  keepAlive?: number;
  /** Whether it ends each connection after its answer without saying so; as the profile does unless given. */
  hangsUp?: boolean;
  /** Its time, which answers tell in `Date` too; real time unless given. */
  now?: () => Date;
  /** How far its clock is ahead of that, or behind where negative. Milliseconds. */
  clockAhead?: number;
  /** Whether its answers have a `Date`; they do unless given. */
  tellsDate?: boolean;
  /** Lets so much of the instance's time pass; throws when the signal fires. Real time unless given. */
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** The account's own defaults; its name is `poster` unless given. */
  account?: Partial<Omit<Account, "id" | "domain">>;
  /** Further accounts that a text can mention: `alice`, or `alice@example.social` for one of another server. */
  others?: string[];
  /** Hosts of other servers that answer nothing: to look up one of their accounts takes ten seconds. */
  silentHosts?: string[];
  /** Names of the instance's own emoji. */
  emojis?: string[];
}

export interface TokenOptions {
  /** On Mastodon write:statuses, write:media and profile unless given; elsewhere what comes closest. */
  scopes?: string[];
  /** Whose token; an account of that name is made when there is none. */
  username?: string;
  /** An app token, of no user. */
  app?: boolean;
  state?: TokenState;
  /** What it was made with: an application of its own, with its scopes, unless given. */
  application?: Partial<Application>;
}

export interface PublishOptions {
  username?: string;
  spoilerText?: string;
  visibility?: Visibility;
  language?: string | null;
  sensitive?: boolean;
  /** A status of the past gets an id of the past. */
  createdAt?: Date;
  inReplyToId?: string;
  /** Makes it a boost of that status. */
  reblogOfId?: string;
  quotePolicy?: QuotePolicy;
  pinnedAt?: Date;
  /** Name of the application that it was posted with; none unless given. */
  application?: string;
}

export interface PracticeInstance {
  /** `http://127.0.0.1:PORT` or `https://…`; of one without a socket what it was given. */
  readonly origin: string;
  /** Everything received, in order of arrival. */
  readonly requests: SeenRequest[];
  createToken(options?: TokenOptions): string;
  /** The account's statuses, oldest first. */
  published(username?: string): StoredStatus[];
  /** Puts a status there as if it had been posted earlier. */
  publish(text: string, options?: PublishOptions): StoredStatus;
  /** Puts a status on another server, by `alice@example.social`: known here once its address is looked up. */
  elsewhere(text: string, handle: string): StoredStatus;
  /** What waits for its time, oldest first. Each request posts what is due by then. */
  scheduled(username?: string): ScheduledStatus[];
  /** All uploads that are there, oldest first, attached or not. */
  media(): StoredMedia[];
  /** Sends a request without a socket: same faults, same log. */
  exchange(request: ExchangeRequest): Promise<Exchange>;
  /** Starts all rate limits anew. */
  forgetRequests(): void;
  /** Queues a fault; the first that matches a request is used up by it. */
  fault(fault: Fault): void;
  /** Ends all connections and unfinished work. */
  close(): Promise<void>;
}

/**
 * Starts an in-memory server of the Mastodon client API on loopback.
 * It knows statuses (create, edit, schedule, show, pin, boost, quote, delete, an account's list), media, polls, the
 * search for an address, the credentials of accounts and applications,
 * the instance documents v1 and v2, nodeinfo, host-meta, webfinger and the OAuth metadata.
 */
export async function startInstance(options: InstanceOptions = {}): Promise<PracticeInstance> {
  let instance: PracticeInstance | undefined;
  // Nobody knows the port, and so nobody calls, before the instance is there.
  const listener = await listen((request) => (instance as PracticeInstance).exchange(request), {
    hangsUp: options.profile?.hangsUp,
    ...options,
    now: clockOf(options),
  });
  const practised = createInstance(listener.origin, options);
  instance = practised;
  return {
    ...practised,
    async close() {
      // The connections first: what the end of the work throws is nobody's answer.
      const closed = listener.close();
      await practised.close();
      await closed;
    },
  };
}

/**
 * The same without a socket: `exchange` is the only way in. With `now` and `sleep` it lives in a time of its own.
 * @param origin where it believes to be
 */
export function createInstance(origin: string, options: InstanceOptions = {}): PracticeInstance {
  const profile = withLimit(options.profile ?? mastodon46, options.maxCharacters);
  const now = clockOf(options);
  const pass = options.sleep ?? ((milliseconds, signal) => sleepReally(milliseconds, undefined, { signal }));
  const store = createStore(profile, options.emojis);
  const keys = createKeys();
  const { username: poster = "poster", ...settings } = options.account ?? {};
  addAccount(store, poster, { ...profile.account, ...settings });
  for (const handle of options.others ?? []) {
    const [username = "", domain] = handle.split("@");
    addAccount(store, username, { domain: domain === undefined ? null : domainToASCII(domain) });
  }
  const routes = [
    ...profile.routes,
    ...statusRoutes,
    ...mediaRoutes,
    ...scheduledRoutes,
    ...editRoutes,
    ...pinRoutes,
    ...reblogRoutes,
    ...searchRoutes,
    ...accountRoutes,
    ...instanceRoutes(profile),
    ...oauthRoutes(profile),
    ...wellKnownRoutes(profile),
  ];
  const requests: SeenRequest[] = [];
  const faults: Fault[] = [];
  const closing = new AbortController();

  const sleep = (milliseconds: number, signal?: AbortSignal) =>
    pass(milliseconds, signal ? AbortSignal.any([closing.signal, signal]) : closing.signal);

  async function work(request: ExchangeRequest, delay: number): Promise<Answer> {
    const [path = "/", query = ""] = request.path.split(/\?(.*)/s);
    let waiting: Promise<void> | undefined;
    const call: Call = {
      method: request.method,
      path,
      headers: request.headers,
      parameters: {},
      inPath: {},
      token: namedToken(store, profile, request.headers.authorization),
      origin,
      store,
      profile,
      now,
      keys,
      sleep,
      silentHosts: options.silentHosts ?? [],
      postsFor: null,
      work: async () => {
        waiting ??= sleep(delay);
        await waiting;
      },
    };
    publishDue(store, origin, now());
    const answer = await handle(routes, call, query, request.body);
    await call.work();
    return answer;
  }

  return {
    origin,
    requests,
    exchange(request) {
      const told = exchangeOnce(request, { requests, faults, work, sleep });
      // Who gave up waiting hears nothing of an instance that ends later.
      told.catch(() => {});
      return told;
    },
    createToken({ scopes = [...profile.access.usualScopes], username = poster, app, state, application } = {}) {
      const value = newSecret();
      const redirectUris = ["urn:ietf:wg:oauth:2.0:oob"];
      const id = String(store.tokens.size + 1);
      store.tokens.set(value, {
        value,
        scopes,
        account: app ? null : (findAccount(store, username) ?? addAccount(store, username, profile.account)),
        state: state ?? "active",
        application: { id, name: "Practice", website: null, scopes, redirectUris, ...application },
      });
      return value;
    },
    published(username = poster) {
      const account = findAccount(store, username);
      return account ? statusesOf(store, account).reverse() : [];
    },
    publish(text, { username = poster, inReplyToId = "", reblogOfId = "", application = "", ...fields } = {}) {
      const account = findAccount(store, username) ?? addAccount(store, username, profile.account);
      return addStatus(store, origin, {
        account,
        text,
        mentioned: mentionedIn({ store, origin, profile }, text),
        contentType: account.contentType,
        spoilerText: "",
        visibility: account.privacy,
        language: account.language,
        sensitive: account.sensitive,
        inReplyTo: store.statuses.get(inReplyToId) ?? null,
        reblogOf: store.statuses.get(reblogOfId) ?? null,
        application: application ? { id: "0", name: application, website: null, scopes: [], redirectUris: [] } : null,
        ...fields,
        createdAt: fields.createdAt ?? now(),
      });
    },
    elsewhere(text, handle) {
      const [username = "", domain = null] = handle.split("@");
      const account = findAccount(store, username, domain) ?? addAccount(store, username, { domain });
      return addElsewhere(store, origin, {
        account,
        text,
        mentioned: mentionedIn({ store, origin, profile }, text),
        contentType: account.contentType,
        spoilerText: "",
        visibility: "public",
        language: account.language,
        sensitive: false,
        inReplyTo: null,
        reblogOf: null,
        application: null,
        createdAt: now(),
      });
    },
    scheduled(username = poster) {
      const account = findAccount(store, username);
      return account ? scheduledOf(store, account).reverse() : [];
    },
    media: () => [...store.media.values()],
    forgetRequests: () => store.windows.clear(),
    fault(fault) {
      checkFault(fault);
      faults.push(fault);
    },
    async close() {
      closing.abort();
    },
  };
}

function clockOf({ now = () => new Date(), clockAhead = 0 }: InstanceOptions): () => Date {
  return clockAhead === 0 ? now : () => new Date(now().getTime() + clockAhead);
}

async function handle(routes: Route[], call: Call, query: string, body: Buffer): Promise<Answer> {
  let headers: Record<string, string> = {};
  const answer = await replaying(call, async () => {
    try {
      refuseOddRequest(call, body);
      // Requests are counted before anybody reads their bodies.
      call.parameters = readParameters(query, undefined, Buffer.alloc(0));
      headers = throttle(call);
      call.parameters = parametersOf(call, query, body);
      return await route(routes, call);
    } catch (error) {
      if (error instanceof Refusal) return call.profile.shapeError(error.answer, call);
      throw error;
    }
  });
  return answer.isBare ? answer : { ...answer, headers: { ...postHeaders(call, headers), ...answer.headers } };
}

/** What GoToSocial and Sharkey refuse before they look at what is asked. */
function refuseOddRequest(call: Call, body: Buffer): void {
  const { headers, profile } = call;
  if (profile.needsUserAgent && !headers["user-agent"])
    throw refuse(418, "I'm a teapot: no user-agent sent with request");
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  const known = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"];
  if (profile.knownBodiesOnly && body.length > 0 && type !== undefined && !known.includes(type)) {
    throw refuse(406, "Not Acceptable");
  }
  if (profile.access.looksAtEveryToken && headers.authorization) requireScope(call);
}

function parametersOf({ headers, profile }: Call, query: string, body: Buffer): Parameters {
  try {
    return readParameters(query, headers["content-type"], body);
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error;
    if (profile.unreadableBody !== null) throw new Refusal(profile.unreadableBody);
    return readParameters(query, undefined, Buffer.alloc(0));
  }
}

async function route(routes: Route[], call: Call): Promise<Answer> {
  for (const candidate of routes) {
    const inPath = candidate.method === call.method ? matchPath(candidate.path, call.path) : undefined;
    if (!inPath) continue;
    call.inPath = inPath;
    return candidate.handle(call);
  }
  // A path that nobody serves is the page of the web application, except for who asks for JSON.
  if (/\bjson\b/.test(call.headers.accept ?? "")) {
    const { answer } = refuse(404, call.profile.errors.notFound, { vary: "Accept, Origin" });
    throw new Refusal({ ...answer, isBare: true });
  }
  return page(404, "The page you are looking for isn't here.", "The page you are looking for isn't here.");
}

function withLimit(profile: Profile, maxCharacters: number | undefined): Profile {
  if (maxCharacters === undefined) return profile;
  return { ...profile, limits: { ...profile.limits, maxCharacters } };
}
