import { type Call, json, refuse } from "../call.ts";
import { escapeHtml, withEntities, withParagraphs } from "../content.ts";
import { type Draft, plainDraft } from "../draft.ts";
import { other } from "../features.ts";
import { countCodePoints } from "../length.ts";
import { mentionRules } from "../mention-rules.ts";
import { oauthOf } from "../oauth/deviations.ts";
import { isBlank } from "../parameters.ts";
import type { DraftContext, Profile } from "../profiles.ts";
import type { Account } from "../store.ts";
import { mastodon43, mastodonAccess } from "./mastodon.ts";

/** Takahē 0.11. */
export const takahe: Profile = {
  ...mastodon43,
  software: "takahe",
  title: "Takahē",
  softwareVersion: "0.11.0",
  version: "takahe/0.11.0",
  tried: { version: "0.11", date: "November 2026", isRecorded: false },
  sourceUrl: "https://github.com/jointakahe/takahe",
  apiVersions: null,
  statusAddress: (origin, { username }, id) => {
    const address = `${origin}/@${username}/posts/${id}/`;
    return { uri: address, url: address };
  },
  render,
  mentionRule: mentionRules.takahe,
  readDraft,
  access: {
    ...mastodonAccess,
    // It knows whole words alone.
    suffices: (held, wanted) => wanted.some((scope) => ["read", "write"].includes(scope) && held.includes(scope)),
    usualScopes: ["read", "write"],
    tokenUnknown: () => json({ error: "Invalid Bearer token" }, {}, 400),
    looksAtEveryToken: true,
  },
  listsOwn: ["public", "unlisted"],
  idempotency: { kind: "ignored" },
  rateLimits: null,
  // Its activities/models/post.py, `to_mastodon_json`, where `language` is None as well.
  shapeStatus: (entity) => ({ ...entity, text: entity.content }),
  features: {
    ...other,
    keeps: { ...other.keeps, language: () => null },
    media: {
      ...other.media,
      readScopes: ["read", "read:media"],
      // In no order that could be known: here the other way round.
      order: (named) => named.toReversed(),
      mixed: null,
    },
    polls: { ...other.polls, withMedia: true },
    schedules: { ...other.schedules, queue: null, unreadable: null },
    // Its api/urls.py has no /history.
    edits: { ...other.edits, history: false },
  },
  oauth: oauthOf.takahe,
};

/** Python's `len` of the text; the content warning does not count. */
function readDraft(call: Call, account: Account, { mayBeBlank }: DraftContext): Draft {
  const draft = plainDraft(call, account, () => refuse(400, "Invalid visibility"));
  if (isBlank(draft.text) && !mayBeBlank) throw refuse(400, "Status is empty");
  if (countCodePoints(draft.text) > call.profile.limits.maxCharacters) throw refuse(400, "Status is too long");
  return draft;
}

/** Plain text; the scheme of a link is not shown. */
function render(call: Call, body: string): string {
  const html = withEntities(call, body, {
    url: (url) => `<a href="${escapeHtml(url)}" rel="nofollow">${escapeHtml(url.replace(/^https?:\/\//, ""))}</a>`,
    hashtag: (name, href) => `<a href="${href}" class="mention hashtag" rel="tag">#${escapeHtml(name)}</a>`,
    mention: ({ username }, href) =>
      `<span class="h-card"><a href="${href}" class="u-url mention">@${username}</a></span>`,
  });
  return withParagraphs(html, "<br>");
}
