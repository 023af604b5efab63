import { requireScope, requireUser, scopeOfAnyToken } from "./access.ts";
import { type Answer, type Call, cachedUnlessSignedIn, json, type Route, refuse } from "./call.ts";
import { accountEntity, applicationEntity, credentialAccountEntity, statusEntity } from "./entities.ts";
import { tagsIn } from "./hashtags.ts";
import { accountOf } from "./mentions.ts";
import { paged } from "./paging.ts";
import { scalar, text, toBoolean } from "./parameters.ts";
import { type StoredStatus, statusesOf } from "./store.ts";

export const accountRoutes: Route[] = [
  { method: "GET", path: "/api/v1/accounts/verify_credentials", handle: verifyAccount },
  { method: "GET", path: "/api/v1/apps/verify_credentials", handle: verifyApplication },
  { method: "GET", path: "/api/v1/accounts/lookup", handle: lookup },
  { method: "GET", path: "/api/v1/accounts/:id/statuses", handle: listStatuses },
  { method: "GET", path: "/api/v1/preferences", handle: preferences },
];

/** Any one of these scopes suffices. */
function verifyAccount(call: Call): Answer {
  requireScope(call, "profile", "read", "read:accounts");
  return json(credentialAccountEntity(call, requireUser(call)));
}

/** On Mastodon any usable token does since 4.3, also one that may only write. */
function verifyApplication(call: Call): Answer {
  return json(applicationEntity(requireScope(call, ...call.profile.oauth.applicationScopes).application));
}

/** The public account of a handle. */
function lookup(call: Call): Answer {
  const account = accountOf(call, text(call.parameters, "acct") ?? "");
  if (!account) throw refuse(404, call.profile.errors.recordNotFound);
  return json(accountEntity(call, account), cachedUnlessSignedIn(call));
}

/** What the account has set for its own posts and for what it reads. */
function preferences(call: Call): Answer {
  requireScope(call, "read", "read:accounts");
  const account = requireUser(call);
  return json({
    "posting:default:visibility": account.privacy,
    "posting:default:sensitive": account.sensitive,
    "posting:default:language": account.language ?? "en",
    ...(call.profile.features.quotes.written ? { "posting:default:quote_policy": account.quotePolicy } : {}),
    "reading:expand:media": "default",
    "reading:expand:spoilers": false,
    "reading:autoplay:gifs": false,
  });
}

/** What a Link header carries on. */
const filters = ["exclude_reblogs", "exclude_replies", "only_media", "pinned", "tagged"];

/** GET /api/v1/accounts/:id/statuses, newest first, with paging by id and a Link header. */
function listStatuses(call: Call): Answer {
  scopeOfAnyToken(call, "read", "read:statuses");
  const id = call.profile.ids.read(call.inPath.id ?? "");
  const account = call.store.accounts.find((known) => known.id === id);
  if (!account) throw refuse(404, call.profile.errors.recordNotFound);
  const viewer = call.token?.account ?? null;
  const visible = statusesOf(call.store, account).filter(({ visibility }) => {
    const own = viewer === account ? call.profile.listsOwn : null;
    return own ? own.includes(visibility) : viewer === account || visibility === "public" || visibility === "unlisted";
  });
  const { items, headers } = paged(call, sorted(call, visible.filter(filterOf(call))), filters);
  return json(
    items.map((status) => statusEntity(call, status)),
    { ...cachedUnlessSignedIn(call), ...headers },
  );
}

/** Pinned ones come with the last pinned first. */
function sorted(call: Call, statuses: StoredStatus[]): StoredStatus[] {
  if (!isOn(call, "pinned")) return statuses;
  return statuses.toSorted((a, b) => (b.pinnedAt?.getTime() ?? 0) - (a.pinnedAt?.getTime() ?? 0));
}

function isOn(call: Call, name: string): boolean {
  return toBoolean(scalar(call.parameters, name)) === true;
}

function filterOf(call: Call): (status: StoredStatus) => boolean {
  const tag = text(call.parameters, "tagged");
  return (status) => {
    if (isOn(call, "exclude_reblogs") && status.reblogOf) return false;
    if (isOn(call, "exclude_replies") && status.inReplyTo && status.inReplyTo.account !== status.account) return false;
    if (isOn(call, "only_media") && status.media.length === 0) return false;
    if (isOn(call, "pinned") && !status.pinnedAt) return false;
    return !tag || tagsIn(status.text).includes(tag.toLowerCase());
  };
}
