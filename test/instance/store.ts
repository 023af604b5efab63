import { randomBytes } from "node:crypto";

/** Everything the practice instance remembers. Nothing outlives it. */
export interface Store {
  accounts: Account[];
  tokens: Map<string, Token>;
  /** Keyed by id; a deleted status is gone. */
  statuses: Map<string, StoredStatus>;
  /** `account id:header value` of Idempotency-Key to the status made with it. */
  idempotency: Map<string, { statusId: string; expires: number }>;
  /** Counters of the rate limits: name and discriminator to the window they count in. */
  windows: Map<string, { start: number; count: number }>;
  nextId: (at: Date) => string;
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
  /** A moderator has limited ("silenced") the account: its public statuses come out unlisted. */
  limited: boolean;
  note: string;
  /** The account's own defaults, as `source` shows them. */
  privacy: Visibility;
  sensitive: boolean;
  language: string | null;
  quotePolicy: "public" | "followers" | "nobody";
}

export type Visibility = "public" | "unlisted" | "private" | "direct";

export type TokenState = "active" | "revoked" | "expired" | "unconfirmed" | "pending" | "disabled";

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

export interface StoredStatus {
  id: string;
  account: Account;
  text: string;
  spoilerText: string;
  visibility: Visibility;
  language: string | null;
  sensitive: boolean;
  createdAt: Date;
  uri: string;
  url: string;
  inReplyTo: StoredStatus | null;
  reblogOf: StoredStatus | null;
  application: Application | null;
}

export function createStore(): Store {
  return {
    accounts: [],
    tokens: new Map(),
    statuses: new Map(),
    idempotency: new Map(),
    windows: new Map(),
    nextId: snowflakes(),
  };
}

/**
 * Ids as Mastodon makes them: milliseconds since the epoch shifted by 16 bits, plus a sequence, written in decimal.
 * Ids of one moment increase, so that a test with a standing clock still gets an order.
 */
function snowflakes(): (at: Date) => string {
  let sequence = 0n;
  return (at) => {
    sequence += 1n;
    return ((BigInt(at.getTime()) << 16n) + sequence).toString();
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
    limited: false,
    note: "",
    privacy: "public",
    sensitive: false,
    language: "en",
    quotePolicy: "public",
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

/** `poster`, or `poster@elsewhere.example` for an account of another server. */
export function acct(account: Account): string {
  return account.domain === null ? account.username : `${account.username}@${account.domain}`;
}

/** The account's statuses, newest first. */
export function statusesOf(store: Store, account: Account): StoredStatus[] {
  return [...store.statuses.values()]
    .filter((status) => status.account === account)
    .sort((a, b) => compareIds(b.id, a.id));
}

export function compareIds(a: string, b: string): number {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Adds a status; its id follows from `createdAt`, so a backdated one sorts where it belongs. */
export function addStatus(
  store: Store,
  origin: string,
  fields: Omit<StoredStatus, "id" | "uri" | "url">,
): StoredStatus {
  const id = store.nextId(fields.createdAt);
  const { username } = fields.account;
  const uri = `${origin}/users/${username}/statuses/${id}`;
  const status: StoredStatus = {
    ...fields,
    id,
    uri: fields.reblogOf ? `${uri}/activity` : uri,
    url: fields.reblogOf ? `${uri}/activity` : `${origin}/@${username}/${id}`,
  };
  store.statuses.set(id, status);
  return status;
}
