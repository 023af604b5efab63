import { requireScope, requireUser, scopeOfAnyToken } from "./access.ts";
import { type Answer, type Call, json, type Route, refuse } from "./call.ts";
import { tagsIn } from "./content.ts";
import { applicationEntity, credentialAccountEntity, statusEntity } from "./entities.ts";
import { leadingInteger, scalar, text, toBoolean } from "./parameters.ts";
import { type StoredStatus, statusesOf } from "./store.ts";

export const accountRoutes: Route[] = [
  { method: "GET", path: "/api/v1/accounts/verify_credentials", handle: verifyAccount },
  { method: "GET", path: "/api/v1/apps/verify_credentials", handle: verifyApplication },
  { method: "GET", path: "/api/v1/accounts/:id/statuses", handle: listStatuses },
];

/** Scopes: section 4.2. */
function verifyAccount(call: Call): Answer {
  requireScope(call, "profile", "read", "read:accounts");
  return json(credentialAccountEntity(call, requireUser(call)));
}

/** Any usable token does since 4.3, also one that may only write (section 4.1). */
function verifyApplication(call: Call): Answer {
  return json(applicationEntity(requireScope(call).application));
}

const usualPage = 20;
/** What a Link header carries on; the other bounds are left out. */
const filters = ["exclude_reblogs", "exclude_replies", "limit", "only_media", "pinned", "tagged"];

/** GET /api/v1/accounts/:id/statuses, newest first, with paging by id and a Link header. */
function listStatuses(call: Call): Answer {
  scopeOfAnyToken(call, "read", "read:statuses");
  const id = leadingInteger(call.inPath.id ?? "").toString();
  const account = call.store.accounts.find((known) => known.id === id);
  if (!account) throw refuse(404, call.profile.errors.recordNotFound);
  const viewer = call.token?.account ?? null;
  const visible = statusesOf(call.store, account).filter(
    (status) => viewer === account || status.visibility === "public" || status.visibility === "unlisted",
  );
  const limit = pageSize(call);
  const listed = pageOf(call, visible.filter(filterOf(call)), limit);
  const entities = listed.map((status) => statusEntity(call, status));
  return json(entities, linkHeader(call, listed, limit));
}

function filterOf(call: Call): (status: StoredStatus) => boolean {
  const isOn = (name: string) => toBoolean(scalar(call.parameters, name)) === true;
  const tag = text(call.parameters, "tagged");
  return (status) => {
    if (isOn("exclude_reblogs") && status.reblogOf) return false;
    if (isOn("exclude_replies") && status.inReplyTo && status.inReplyTo.account !== status.account) return false;
    // Nothing has media or is pinned here yet.
    if (isOn("only_media") || isOn("pinned")) return false;
    return !tag || tagsIn(status.text).includes(tag.toLowerCase());
  };
}

function pageSize(call: Call): number {
  const wish = text(call.parameters, "limit");
  if (wish === null) return usualPage;
  const size = Number(leadingInteger(wish));
  return Math.min(Math.abs(size), usualPage * 2);
}

/** `since_id` gives the newest above the id, `min_id` the ones right after it; both newest first. */
function pageOf(call: Call, statuses: StoredStatus[], limit: number): StoredStatus[] {
  const bound = (name: string) => {
    const value = text(call.parameters, name);
    return value ? leadingInteger(value) : undefined;
  };
  const [max, min, since] = [bound("max_id"), bound("min_id"), bound("since_id")];
  const below = statuses.filter(({ id }) => max === undefined || BigInt(id) < max);
  if (min !== undefined) {
    const above = below.filter(({ id }) => BigInt(id) > min);
    return above.slice(Math.max(0, above.length - limit));
  }
  return below.filter(({ id }) => since === undefined || BigInt(id) > since).slice(0, limit);
}

function linkHeader(call: Call, listed: StoredStatus[], limit: number): Record<string, string> {
  const [first, last] = [listed[0], listed.at(-1)];
  if (!first || !last) return {};
  const carried = filters.flatMap((name): [string, string][] => {
    const value = text(call.parameters, name);
    return value === null ? [] : [[name, value]];
  });
  const link = (name: string, id: string, rel: string) => {
    const query = new URLSearchParams([...carried, [name, id]]);
    query.sort();
    return `<${call.origin}${call.path}?${query}>; rel="${rel}"`;
  };
  const links = [link("min_id", first.id, "prev")];
  if (listed.length === limit) links.unshift(link("max_id", last.id, "next"));
  return { link: links.join(", ") };
}
