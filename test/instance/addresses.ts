import type { Account } from "./store.ts";

/** Where an account lives: this instance, or the server of its domain. */
export function accountHome(origin: string, account: Account): string {
  return account.domain === null ? origin : `https://${account.domain}`;
}

export function accountUrl(origin: string, account: Account): string {
  return `${accountHome(origin, account)}/@${account.username}`;
}

/** How an account is named between servers; Mastodon names newer ones by their ids. */
export function accountUri(origin: string, account: Account): string {
  return `${accountHome(origin, account)}/users/${account.username}`;
}

export function accountUriById(origin: string, account: Account): string {
  return `${accountHome(origin, account)}/ap/users/${account.id}`;
}

export function tagUrl(origin: string, name: string): string {
  return `${origin}/tags/${encodeURIComponent(name)}`;
}

/** The part of handles after the second @, and `domain` in the instance documents. */
export function domainOf(origin: string): string {
  return new URL(origin).host;
}
