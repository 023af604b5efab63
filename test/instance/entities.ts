import { accountUri, accountUrl, tagUrl } from "./addresses.ts";
import type { Call } from "./call.ts";
import { contentOf } from "./content.ts";
import { emojisIn } from "./emojis.ts";
import { tagsIn } from "./hashtags.ts";
import { vapidKey } from "./instance-info.ts";
import { shortenedLink } from "./mastodon-content.ts";
import { mediaEntity } from "./media.ts";
import { pollEntity } from "./polls.ts";
import { type Account, type Application, findAccount, prettyAcct, type StoredStatus, statusesOf } from "./store.ts";

/** The Account entity (Mastodon's REST::AccountSerializer). */
export function accountEntity(call: Call, account: Account): Record<string, unknown> {
  const { origin, store, profile } = call;
  const statuses = statusesOf(store, account).filter(({ visibility }) => visibility !== "direct");
  const moved = account.movedTo === null ? undefined : findAccount(store, account.movedTo);
  const isNew = profile.features.entities >= 4.6;
  return {
    id: account.id,
    username: account.username,
    acct: prettyAcct(account),
    display_name: account.displayName,
    locked: account.locked,
    bot: account.bot,
    discoverable: null,
    indexable: false,
    group: false,
    created_at: `${account.createdAt.toISOString().slice(0, 10)}T00:00:00.000Z`,
    note: account.note === "" ? "" : `<p>${account.note}</p>`,
    url: accountUrl(origin, account),
    uri: account.domain === null ? profile.accountUri(origin, account) : accountUri(origin, account),
    avatar: `${origin}/avatars/original/missing.png`,
    avatar_static: `${origin}/avatars/original/missing.png`,
    ...(isNew ? { avatar_description: "" } : {}),
    header: `${origin}/headers/original/missing.png`,
    header_static: `${origin}/headers/original/missing.png`,
    ...(isNew ? { header_description: "" } : {}),
    followers_count: 0,
    following_count: 0,
    statuses_count: profile.countsStatuses ? statuses.length : 0,
    last_status_at: statuses[0]?.createdAt.toISOString().slice(0, 10) ?? null,
    hide_collections: null,
    ...(isNew ? { show_media: true, show_media_replies: true, show_featured: true } : {}),
    noindex: false,
    ...(isNew ? { feature_approval: { automatic: [], manual: [], current_user: "denied" } } : {}),
    emojis: [],
    roles: [],
    fields: [],
    ...(account.limited ? { limited: true } : {}),
    ...(moved ? { moved: accountEntity(call, moved) } : {}),
  };
}

/** Account with `source` and `role`: what the account itself may know. */
export function credentialAccountEntity(call: Call, account: Account): Record<string, unknown> {
  const { entities } = call.profile.features;
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
      discoverable: null,
      indexable: false,
      ...(entities >= 4.5 ? { attribution_domains: [], quote_policy: account.quotePolicy } : {}),
    },
    role: {
      id: "-99",
      name: "",
      permissions: "65536",
      color: "",
      highlighted: false,
      ...(entities >= 4.6 ? { collection_limit: 10 } : {}),
    },
  };
}

/**
 * The Status entity (Mastodon's REST::StatusSerializer) as the user of the call sees it.
 * With `source` it carries the plain `text` in place of `content`, as the answer to DELETE does.
 */
export function statusEntity(call: Call, status: StoredStatus, source = false): Record<string, unknown> {
  return call.profile.shapeStatus(mastodonEntity(call, status, source), status, call);
}

function mastodonEntity(call: Call, status: StoredStatus, source: boolean): Record<string, unknown> {
  const { edits, entities, contentTypes } = call.profile.features;
  const viewer = call.token?.account ?? null;
  const own = viewer === status.account;
  const { text } = status;
  // By their ids, for what is quoted is a copy.
  const replies = [...call.store.statuses.values()].filter((other) => other.inReplyTo?.id === status.id);
  const reblogs = [...call.store.statuses.values()].filter((other) => other.reblogOf?.id === status.id);
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
    ...(edits.editedAt ? { edited_at: status.editedAt?.toISOString() ?? null } : {}),
    ...(viewer ? { favourited: false, reblogged: reblogs.some(({ account }) => account === viewer) } : {}),
    ...(viewer ? { muted: false, bookmarked: false } : {}),
    ...(contentTypes ? { local_only: false } : {}),
    ...(own && !status.reblogOf && status.visibility !== "direct" ? { pinned: status.pinnedAt !== null } : {}),
    ...(source ? sourceOf(call, status) : { content: contentWithQuote(call, status) }),
    ...(viewer ? { filtered: [] } : {}),
    reblog: status.reblogOf ? statusEntity(call, status.reblogOf) : null,
    application: status.application ? { name: status.application.name, website: status.application.website } : null,
    account: accountEntity(call, status.account),
    media_attachments: status.media.map((media) => mediaEntity(call, media)),
    mentions: status.mentioned.map((account) => ({
      id: account.id,
      username: account.username,
      url: accountUrl(call.origin, account),
      acct: prettyAcct(account),
    })),
    tags: tagsIn(text).map((name) => ({ name, url: tagUrl(call.origin, name) })),
    emojis: emojisIn(call, status.spoilerText, text, ...(status.poll?.options ?? [])),
    ...(entities >= 4.6 ? { tagged_collections: [] } : {}),
    card: null,
    poll: status.poll ? pollEntity(call, status.poll, status.account) : null,
    ...quoteFields(call, status),
  };
}

/** The text as its author wrote it. */
export function sourceOf(call: Call, { text, contentType }: StoredStatus): Record<string, unknown> {
  return { text, ...(call.profile.features.contentTypes ? { content_type: contentType } : {}) };
}

/** What the server knows of quotes. */
function quoteFields(call: Call, status: StoredStatus): Record<string, unknown> {
  const quotedBy = [...call.store.statuses.values()].filter((other) => other.quote?.status?.id === status.id);
  const all = {
    quote: quoteEntity(call, status),
    quote_approval: quoteApproval(call, status),
    quotes_count: quotedBy.filter(({ quote }) => quote?.state === "accepted").length,
  };
  return Object.fromEntries(call.profile.features.quotes.fields.map((name) => [name, all[name]]));
}

/** Only an accepted quote shows the status; one inside of it is named, not shown. */
function quoteEntity(call: Call, { quote }: StoredStatus): Record<string, unknown> | null {
  if (!quote) return null;
  const { state, status } = quote;
  if (!status) return { state: "deleted", quoted_status: null };
  if (state === "pending") return { state, quoted_status: null };
  const inner = status.quote;
  const shown = statusEntity(call, { ...status, quote: null });
  const shallow = inner ? { quote: { state: inner.state, quoted_status_id: inner.status?.id ?? null } } : {};
  return { state, quoted_status: { ...shown, ...shallow } };
}

function quoteApproval(call: Call, { account, quotePolicy, visibility }: StoredStatus): Record<string, unknown> {
  const automatic = quotePolicy === "nobody" ? [] : [quotePolicy];
  const viewer = call.token?.account;
  const isFree = viewer && visibility !== "direct" && (viewer === account || quotePolicy === "public");
  return { automatic, manual: [], current_user: isFree ? "automatic" : "denied" };
}

/** A quote begins with the quoted address, unless it stands in the text. */
function contentWithQuote(call: Call, { account, text, mentioned, contentType, quote }: StoredStatus): string {
  const content = contentOf(call, text, [...mentioned, account], contentType);
  const address = quote?.status?.url;
  if (!address || !call.profile.features.quotes.showsLink || text.includes(address)) return content;
  return `<p class="quote-inline">RE: ${shortenedLink(address)}</p>${content}`;
}

/** The Application entity of apps/verify_credentials: no client id, no secret; the scopes are the application's. */
export function applicationEntity(application: Application): Record<string, unknown> {
  return {
    id: application.id,
    name: application.name,
    website: application.website,
    scopes: application.scopes,
    redirect_uris: application.redirectUris,
    vapid_key: vapidKey,
    redirect_uri: application.redirectUris.join("\n"),
  };
}
