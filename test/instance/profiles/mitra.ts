import { type Answer, type Call, json, refuse } from "../call.ts";
import { escapeHtml } from "../content.ts";
import { type Draft, plainDraft } from "../draft.ts";
import { other } from "../features.ts";
import { compareIds, uuid7 } from "../ids.ts";
import { countCodePoints } from "../length.ts";
import { markdown } from "../markdown.ts";
import { mentionRules } from "../mention-rules.ts";
import { oauthOf } from "../oauth/deviations.ts";
import { isBlank, text } from "../parameters.ts";
import type { Document, DraftContext, Profile } from "../profiles.ts";
import { search } from "../search.ts";
import type { Account, StoredStatus } from "../store.ts";
import { mastodon43, mastodonAccess } from "./mastodon.ts";

/** Mitra 5.9. */
export const mitra: Profile = {
  ...mastodon43,
  software: "mitra",
  title: "Mitra",
  softwareVersion: "5.9.2-dev",
  version: "4.0.0 (compatible; Mitra 5.9.2-dev)",
  tried: { version: "5.9.2-dev", date: "November 2026", isRecorded: false },
  sourceUrl: "https://codeberg.org/silverpill/mitra",
  apiVersions: null,
  instanceDocument,
  limits: { ...mastodon43.limits, maxCharacters: 5000 },
  ids: uuid7,
  statusAddress: (origin, { username }, id) => ({
    uri: `${origin}/objects/${id}`,
    url: `${origin}/@${username}/${id}`,
  }),
  render,
  mentionRule: mentionRules.mitra,
  readDraft,
  access: {
    ...mastodonAccess,
    // It knows read, write and profile.
    suffices: (held, wanted) =>
      wanted.some((scope) => ["read", "write", "profile"].includes(scope) && held.includes(scope)),
    usualScopes: ["read", "write"],
  },
  idempotency: { kind: "made", seconds: 3600, lockSeconds: null, repeat: "shown", scheduled: "ignored" },
  rateLimits: null,
  routes: [
    { method: "GET", path: "/api/v2/search", handle: searchWithoutType },
    { method: "GET", path: "/api/v1/apps/verify_credentials", handle: noRoute },
  ],
  shapeStatus,
  features: {
    ...other,
    // Of an option it makes HTML.
    keeps: { ...other.keeps, pollOption: (sent) => `${escapeHtml(sent.replaceAll(/<[^>]*>/g, ""))}` },
    media: {
      ...other.media,
      focus: "untold",
      // As they arrived.
      order: (named) => named.toSorted((one, two) => compareIds(one.id, two.id)),
      mixed: null,
    },
    polls: { ...other.polls, withMedia: true },
    schedules: { ...other.schedules, queue: null, unreadable: null },
    // Its statuses/views.rs has no /history.
    edits: { ...other.edits, history: false },
    quotes: { ...other.quotes, written: true, policies: false, parameter: "quote_id", fields: [], showsLink: false },
  },
  oauth: oauthOf.mitra,
};

/** Code points of the text, in which a link counts in full. */
function readDraft(call: Call, account: Account, { mayBeBlank }: DraftContext): Draft {
  const draft = plainDraft(call, account, () => refuse(422, "invalid visibility parameter"));
  if (isBlank(draft.text) && !mayBeBlank) throw refuse(422, "post is empty");
  if (countCodePoints(draft.text) > call.profile.limits.maxCharacters) throw refuse(422, "content is too long");
  return draft;
}

function instanceDocument(mastodons: Document, version: "v1" | "v2"): Document {
  const document = mastodon43.instanceDocument(mastodons, version);
  const features = ["mastodon_api", "mastodon_api_streaming", "quote_posting"];
  return { ...document, pleroma: { metadata: { features, post_formats: ["text/markdown"] } } };
}

/** Quotes are told as Pleroma tells them, and there is no policy about them. */
function shapeStatus(entity: Document, { quote }: StoredStatus): Document {
  return { ...entity, quote_id: quote?.status?.id ?? null };
}

/** With `type` it finds nothing. */
function searchWithoutType(call: Call): Answer {
  if (text(call.parameters, "type") === null) return search(call);
  return json({ accounts: [], statuses: [], hashtags: [] });
}

function noRoute({ profile }: Call): never {
  throw refuse(404, profile.errors.notFound);
}

/** Every text is Markdown. */
function render(call: Call, body: string): string {
  return markdown(call, body, {
    url: (url) => `<a href="${escapeHtml(url)}" rel="noopener">${escapeHtml(url)}</a>`,
    hashtag: (name, href) => `<a class="hashtag" href="${href}" rel="tag">#${escapeHtml(name)}</a>`,
    mention: ({ username }, href) =>
      `<span class="h-card"><a class="u-url mention" href="${href}">@${username}</a></span>`,
  });
}
