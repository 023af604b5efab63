import { accountHome, accountUrl, tagUrl } from "./addresses.ts";
import type { Call } from "./call.ts";
import { contentOf, mentionedIn, tagsIn } from "./content.ts";
import { type Account, type Application, acct, type StoredStatus, statusesOf } from "./store.ts";

/** The Account entity (Mastodon's REST::AccountSerializer). */
export function accountEntity(call: Call, account: Account): Record<string, unknown> {
  const { origin, store } = call;
  const statuses = statusesOf(store, account);
  return {
    id: account.id,
    username: account.username,
    acct: acct(account),
    display_name: account.displayName,
    locked: account.locked,
    bot: account.bot,
    discoverable: true,
    indexable: false,
    group: false,
    created_at: `${account.createdAt.toISOString().slice(0, 10)}T00:00:00.000Z`,
    note: account.note === "" ? "" : `<p>${account.note}</p>`,
    url: accountUrl(origin, account),
    uri: `${accountHome(origin, account)}/users/${account.username}`,
    avatar: `${origin}/avatars/original/missing.png`,
    avatar_static: `${origin}/avatars/original/missing.png`,
    header: `${origin}/headers/original/missing.png`,
    header_static: `${origin}/headers/original/missing.png`,
    followers_count: 0,
    following_count: 0,
    statuses_count: statuses.length,
    last_status_at: statuses[0]?.createdAt.toISOString().slice(0, 10) ?? null,
    hide_collections: null,
    noindex: false,
    emojis: [],
    roles: [],
    fields: [],
    ...(account.limited ? { limited: true } : {}),
  };
}

/** Account with `source` and `role`: what the account itself may know. */
export function credentialAccountEntity(call: Call, account: Account): Record<string, unknown> {
  return {
    ...accountEntity(call, account),
    source: {
      privacy: account.privacy,
      sensitive: account.sensitive,
      language: account.language,
      note: account.note,
      fields: [],
      follow_requests_count: 0,
      hide_collections: null,
      discoverable: true,
      indexable: false,
      attribution_domains: [],
      quote_policy: account.quotePolicy,
    },
    role: { id: "-99", name: "", permissions: "65536", color: "", highlighted: false },
  };
}

/**
 * The Status entity (Mastodon 4.5's REST::StatusSerializer) as the user of the call sees it.
 * With `source` it carries the plain `text` in place of `content`, as the answer to DELETE does.
 */
export function statusEntity(call: Call, status: StoredStatus, source = false): Record<string, unknown> {
  const viewer = call.token?.account ?? null;
  const own = viewer === status.account;
  const { text } = status;
  const replies = [...call.store.statuses.values()].filter((other) => other.inReplyTo === status);
  const reblogs = [...call.store.statuses.values()].filter((other) => other.reblogOf === status);
  return {
    id: status.id,
    created_at: status.createdAt.toISOString(),
    in_reply_to_id: status.inReplyTo?.id ?? null,
    in_reply_to_account_id: status.inReplyTo?.account.id ?? null,
    sensitive: status.sensitive,
    spoiler_text: status.spoilerText,
    visibility: status.visibility,
    language: status.language,
    uri: status.uri,
    url: status.url,
    replies_count: replies.length,
    reblogs_count: reblogs.length,
    favourites_count: 0,
    quotes_count: 0,
    edited_at: null,
    ...(viewer ? { favourited: false, reblogged: reblogs.some(({ account }) => account === viewer) } : {}),
    ...(viewer ? { muted: false, bookmarked: false } : {}),
    ...(own && !status.reblogOf && status.visibility !== "direct" ? { pinned: false } : {}),
    ...(source ? { text } : { content: contentOf(call, text) }),
    ...(viewer ? { filtered: [] } : {}),
    reblog: status.reblogOf ? statusEntity(call, status.reblogOf) : null,
    application: status.application ? { name: status.application.name, website: status.application.website } : null,
    account: accountEntity(call, status.account),
    media_attachments: [],
    mentions: mentionedIn(call, text).map((account) => ({
      id: account.id,
      username: account.username,
      url: accountUrl(call.origin, account),
      acct: acct(account),
    })),
    tags: tagsIn(text).map((name) => ({ name, url: tagUrl(call.origin, name) })),
    emojis: [],
    quote: null,
    card: null,
    poll: null,
    quote_approval: quoteApproval(status, own),
  };
}

function quoteApproval(status: StoredStatus, own: boolean): Record<string, unknown> {
  // Only public and unlisted statuses can be quoted by others (section 1.1, `quote_approval_policy`).
  const quotable = status.visibility === "public" || status.visibility === "unlisted";
  const policy = quotable ? status.account.quotePolicy : "nobody";
  const automatic = policy === "nobody" ? [] : [policy];
  return { automatic, manual: [], current_user: own || policy === "public" ? "automatic" : "denied" };
}

/** The Application entity of apps/verify_credentials: no client id, no secret; the scopes are the application's. */
export function applicationEntity(application: Application): Record<string, unknown> {
  return {
    id: application.id,
    name: application.name,
    website: application.website,
    scopes: application.scopes,
    redirect_uris: application.redirectUris,
    vapid_key: "",
    redirect_uri: application.redirectUris.join("\n"),
  };
}
