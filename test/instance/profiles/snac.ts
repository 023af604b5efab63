import { type Answer, type Call, json, refuse } from "../call.ts";
import { escapeHtml } from "../content.ts";
import { plainDraft } from "../draft.ts";
import { statusEntity } from "../entities.ts";
import { features } from "../features.ts";
import { hex } from "../ids.ts";
import { markdown } from "../markdown.ts";
import { mentionRules } from "../mention-rules.ts";
import { oauthOf } from "../oauth/deviations.ts";
import { text } from "../parameters.ts";
import type { Profile } from "../profiles.ts";
import { statusesOf } from "../store.ts";
import { mastodon43, mastodonAccess } from "./mastodon.ts";

/** snac 2.94. */
export const snac: Profile = {
  ...mastodon43,
  software: "snac",
  softwareVersion: "2.94",
  version: "4.0.0 (not true; really snac/2.94)",
  tried: { version: "2.94", date: "November 2026", isRecorded: false },
  sourceUrl: "https://codeberg.org/grunfink/snac2",
  apiVersions: null,
  instanceEndpoints: ["v1"],
  limits: { ...mastodon43.limits, maxCharacters: 100_000, charactersReservedPerUrl: 32 },
  ids: hex,
  statusAddress(origin, { username }, id) {
    const microseconds = Number.parseInt(id.slice(10, 16), 16);
    const address = `${origin}/${username}/p/${id.slice(0, 10)}.${String(microseconds).padStart(6, "0")}`;
    return { uri: address, url: address };
  },
  render,
  // Nothing is validated: blank and long texts go out, and what is no known visibility is `direct`.
  readDraft: (call, account) => plainDraft(call, account, "direct"),
  mentionRule: mentionRules.snac,
  unreadableBody: null,
  hangsUp: true,
  // mastoapi.c, `credentials_get`.
  countsStatuses: false,
  access: {
    ...mastodonAccess,
    bearer: /^Bearer (.*)$/,
    // There are no scopes.
    suffices: () => true,
    tokenMissing: withoutToken,
    tokenUnknown: withoutToken,
  },
  idempotency: { kind: "ignored" },
  rateLimits: null,
  routes: [{ method: "GET", path: "/api/v1/accounts/:id/statuses", handle: listStatuses }],
  shapeError,
  features: features.snac,
  oauth: oauthOf.snac,
};

/** Empty HTML: 422 for who asks whose token it is and for `bearer` with a small b, else 401. */
function withoutToken({ headers, path }: Call): Answer {
  const isOdd = path === "/api/v1/accounts/verify_credentials" || /^bearer/.test(headers.authorization ?? "");
  return { status: isOdd ? 422 : 401, headers: { "content-type": "text/html; charset=utf-8" }, body: "" };
}

const newest = 256;

/**
 * The newest of the public posts, whoever asks, as its mastoapi.c has it: boosts are counted and not shown, `limit` and
 * `max_id` are read, the other parameters are not, and there is no Link header.
 */
function listStatuses(call: Call): Answer {
  const { parameters, store } = call;
  const account = store.accounts.find(({ id }) => id === call.inPath.id);
  if (!account) throw refuse(404, call.profile.errors.recordNotFound);
  const listed = statusesOf(store, account)
    .filter(({ visibility }) => visibility === "public" || visibility === "unlisted")
    .slice(0, newest)
    .filter(({ reblogOf }) => !reblogOf);
  const maxId = text(parameters, "max_id")?.toLowerCase();
  const after = maxId === undefined ? -1 : listed.findIndex(({ id }) => id === maxId);
  const limit = Number.parseInt(text(parameters, "limit") ?? "20", 10) || 0;
  const page = maxId !== undefined && after < 0 ? [] : listed.slice(after + 1, after + 1 + limit);
  return json(page.map((status) => statusEntity(call, status)));
}

/** Errors are HTML, and most of them empty. */
function shapeError({ status }: Answer): Answer {
  const body = status === 404 ? "<h1>404 Not Found (snac/2.94)</h1>" : "";
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

/** A Markdown of its own. */
function render(call: Call, body: string): string {
  return markdown(call, body, {
    url: (url) => `<a href="${escapeHtml(url)}" target="_blank">${escapeHtml(url)}</a>`,
    hashtag: (name, href) => `<a href="${href}" class="mention hashtag" rel="tag">#${escapeHtml(name)}</a>`,
    mention: ({ username }, href) => `<a href="${href}" class="u-url mention">@${username}</a>`,
  });
}
