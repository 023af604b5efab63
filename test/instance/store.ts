import { randomBytes } from "node:crypto";
import { domainToUnicode } from "node:url";
import { accountUri, accountUrl } from "./addresses.ts";
import { compareIds } from "./ids.ts";
import { createOAuthState, type OAuthState } from "./oauth/state.ts";
import type { UploadedFile } from "./parameters.ts";
import type { Profile } from "./profiles.ts";

/** Everything the practice instance remembers. Nothing outlives it. */
export interface Store {
  accounts: Account[];
  /** Names of the instance's own emoji. */
  emojis: readonly string[];
  tokens: Map<string, Token>;
  /** Keyed by id; a deleted status is gone. */
  statuses: Map<string, StoredStatus>;
  /** Statuses of other servers that nobody here has looked up yet. */
  elsewhere: StoredStatus[];
  media: Map<string, StoredMedia>;
  scheduled: Map<string, ScheduledStatus>;
  /** Counters of the rate limits: name and discriminator to the window they count in. */
  windows: Map<string, { start: number; count: number }>;
  /** Applications, codes and sessions. */
  oauth: OAuthState;
  nextId: (at: Date) => string;
  nextScheduledId: (at: Date) => string;
  nextPollId: (at: Date) => string;
  statusAddress: Profile["statusAddress"];
}

export interface Account {
  id: string;
  username: string;
  /** Null for an account of this instance, else the domain of its home. */
  domain: string | null;
  displayName: string;
  createdAt: Date;
  bot: boolean;
  locked: boolean;
  /** What keeps it from logging in; `active` for nothing. */
  state: AccountState;
  /** User name of the account here that it has moved to; null for none. */
  movedTo: string | null;
  /** A moderator has limited ("silenced") the account: its public statuses come out unlisted. */
  limited: boolean;
  note: string;
  /** The account's own defaults, as `source` shows them. */
  privacy: Visibility;
  sensitive: boolean;
  language: string | null;
  quotePolicy: QuotePolicy;
  contentType: string;
  /** Of the log-in page, and of the password grant where there is one. */
  password: string;
  /** The code that a log-in also asks for; null: it has no second factor. */
  twoFactor: string | null;
}

export type Visibility = "public" | "unlisted" | "private" | "direct";

/** `insecure`: without the second factor that its role requires. */
export type AccountState =
  | "active"
  | "unconfirmed"
  | "pending"
  | "suspended"
  | "frozen"
  | "memorial"
  | "deleted"
  | "insecure";

export type TokenState = "active" | "revoked" | "expired";

export interface Token {
  value: string;
  scopes: string[];
  /** Null for an app token, which stands for no user. */
  account: Account | null;
  state: TokenState;
  application: Application;
}

export interface Application {
  id: string;
  name: string;
  website: string | null;
  scopes: string[];
  redirectUris: string[];
}

export type QuotePolicy = "public" | "followers" | "nobody";

export interface StoredStatus {
  id: string;
  account: Account;
  text: string;
  spoilerText: string;
  /** Whom the text mentions. */
  mentioned: Account[];
  /** What the text is written in. */
  contentType: string;
  visibility: Visibility;
  language: string | null;
  sensitive: boolean;
  createdAt: Date;
  uri: string;
  url: string;
  inReplyTo: StoredStatus | null;
  reblogOf: StoredStatus | null;
  application: Application | null;
  /** In the order in which they are shown. */
  media: StoredMedia[];
  poll: StoredPoll | null;
  quote: Quote | null;
  quotePolicy: QuotePolicy;
  editedAt: Date | null;
  /** What it was at each moment, from the first; empty until it is edited. */
  edits: StatusEdit[];
  pinnedAt: Date | null;
}

/** Another status shown inside of one. The status is null once it is deleted. */
export interface Quote {
  status: StoredStatus | null;
  /** Pending until the server of the quoted author agrees. */
  state: "accepted" | "pending";
}

export type StatusEdit = Pick<StoredStatus, "text" | "spoilerText" | "sensitive" | "media" | "poll"> & { at: Date };

export type MediaKind = "image" | "gifv" | "video" | "audio" | "unknown";

export interface StoredMedia {
  id: string;
  account: Account;
  kind: MediaKind;
  file: UploadedFile;
  /** What the server calls the file. */
  fileName: string;
  /** By the file's first bytes; "" when they do not tell. */
  type: string;
  /** Pixels of an image; null when its first bytes do not tell. */
  size: { width: number; height: number } | null;
  description: string | null;
  focus: { x: number; y: number } | null;
  thumbnail: UploadedFile | null;
  uploadedAt: Date;
  /** How often a client has asked for it; null when it was processed while it was uploaded. */
  asked: number | null;
  /** The status or scheduled status that shows it. */
  attachedTo: StoredStatus | ScheduledStatus | null;
}

export interface StoredPoll {
  id: string;
  options: string[];
  expiresAt: Date;
  multiple: boolean;
  hideTotals: boolean;
  /** Votes for each option; only a test casts any. */
  votes: number[];
}

export interface ScheduledStatus {
  id: string;
  account: Account;
  scheduledAt: Date;
  /** As the ScheduledStatus entity shows them. */
  params: Record<string, unknown>;
  media: StoredMedia[];
  /** What is added when the time has come, but for its date. */
  status: Omit<NewStatus, "createdAt">;
  /** The status as it will be, where the server answers by it; else null. */
  ready: StoredStatus | null;
}

export function createStore(
  { ids, statusAddress }: Pick<Profile, "ids" | "statusAddress">,
  emojis: readonly string[] = [],
): Store {
  return {
    accounts: [],
    emojis,
    tokens: new Map(),
    statuses: new Map(),
    elsewhere: [],
    media: new Map(),
    scheduled: new Map(),
    windows: new Map(),
    oauth: createOAuthState(),
    nextId: ids.create(),
    nextScheduledId: ids.createSmall(),
    nextPollId: ids.createSmall(),
    statusAddress,
  };
}

/** A secret as Doorkeeper makes them: 43 URL-safe characters. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

export function addAccount(
  store: Store,
  username: string,
  options: Partial<Omit<Account, "id" | "username">> = {},
): Account {
  const createdAt = options.createdAt ?? new Date("2024-03-01T09:30:00Z");
  const account: Account = {
    id: store.nextId(createdAt),
    username,
    domain: null,
    displayName: username,
    bot: false,
    locked: false,
    state: "active",
    movedTo: null,
    limited: false,
    note: "",
    privacy: "public",
    sensitive: false,
    language: "en",
    quotePolicy: "public",
    contentType: "text/plain",
    password: "practice",
    twoFactor: null,
    ...options,
    createdAt,
  };
  store.accounts.push(account);
  return account;
}

/** Finds an account by name and domain (null: of this instance), as Mastodon does without regard to case. */
export function findAccount(store: Store, username: string, domain: string | null = null): Account | undefined {
  return store.accounts.find(
    (account) =>
      account.username.toLowerCase() === username.toLowerCase() &&
      (account.domain ?? "").toLowerCase() === (domain ?? "").toLowerCase(),
  );
}

/** `poster`, or `poster@elsewhere.example` for an account of another server, whose domain is in Punycode. */
export function acct(account: Account): string {
  return account.domain === null ? account.username : `${account.username}@${account.domain}`;
}

/** The same for people: the domain in the letters that it stands for. */
export function prettyAcct(account: Account): string {
  return account.domain === null ? account.username : `${account.username}@${domainToUnicode(account.domain)}`;
}

/** The account's statuses, newest first. */
export function statusesOf(store: Store, account: Account): StoredStatus[] {
  return [...store.statuses.values()]
    .filter((status) => status.account === account)
    .sort((a, b) => compareIds(b.id, a.id));
}

/** What a status is made of; what only some have may be left out. */
export type NewStatus = Omit<StoredStatus, "id" | "uri" | "url" | keyof typeof plain | "quotePolicy"> &
  Partial<Pick<StoredStatus, keyof typeof plain | "quotePolicy">>;

const plain = {
  media: [],
  poll: null,
  quote: null,
  editedAt: null,
  edits: [],
  pinnedAt: null,
} satisfies Partial<StoredStatus>;

/** Adds a status; its id follows from `createdAt`, so a backdated one sorts where it belongs. */
export function addStatus(store: Store, origin: string, fields: NewStatus): StoredStatus {
  return showStatus(store, newStatus(store, origin, fields));
}

/** Puts a status where everybody can see it. */
export function showStatus(store: Store, status: StoredStatus): StoredStatus {
  store.statuses.set(status.id, status);
  for (const media of status.media) media.attachedTo = status;
  return status;
}

/** A status that nobody knows here until its address is looked up, for a reply to it, say. */
export function addElsewhere(store: Store, origin: string, fields: NewStatus): StoredStatus {
  const status = newStatus(store, origin, fields);
  store.elsewhere.push(status);
  return status;
}

/** A status that nobody can see yet. */
export function newStatus(store: Store, origin: string, fields: NewStatus): StoredStatus {
  const { account, createdAt, reblogOf } = fields;
  const id = store.nextId(createdAt);
  const address = addressOf(store, origin, account, id);
  // Only public and unlisted statuses can be quoted by others, whatever `quote_approval_policy` says.
  const quotable = fields.visibility === "public" || fields.visibility === "unlisted";
  return {
    ...plain,
    edits: [],
    ...fields,
    quotePolicy: quotable ? (fields.quotePolicy ?? account.quotePolicy) : "nobody",
    id,
    ...(reblogOf ? { uri: `${address.uri}/activity`, url: `${address.uri}/activity` } : address),
  };
}

function addressOf(store: Store, origin: string, account: Account, id: string): { uri: string; url: string } {
  if (account.domain === null) return store.statusAddress(origin, account, id);
  return { uri: `${accountUri(origin, account)}/statuses/${id}`, url: `${accountUrl(origin, account)}/${id}` };
}

/** Takes a status away, and what stands on it; its media can be attached anew unless they go as well. */
export function deleteStatus(store: Store, status: StoredStatus, deleteMedia: boolean): void {
  store.statuses.delete(status.id);
  for (const other of store.statuses.values()) {
    if (other.reblogOf === status) store.statuses.delete(other.id);
    if (other.inReplyTo === status) other.inReplyTo = null;
    if (other.quote?.status === status) other.quote.status = null;
  }
  for (const media of status.media) {
    media.attachedTo = null;
    if (deleteMedia) store.media.delete(media.id);
  }
}
