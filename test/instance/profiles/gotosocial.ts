import { type Call, json, refuse } from "../call.ts";
import { escapeHtml, withEntities, withParagraphs } from "../content.ts";
import { type Draft, plainDraft } from "../draft.ts";
import { features } from "../features.ts";
import { ulid } from "../ids.ts";
import { countCodePoints } from "../length.ts";
import { mentionRules } from "../mention-rules.ts";
import { oauthOf } from "../oauth/deviations.ts";
import { isBlank, text } from "../parameters.ts";
import type { Document, DraftContext, Profile } from "../profiles.ts";
import type { Account } from "../store.ts";
import { mastodon43, mastodonAccess, mastodonErrors } from "./mastodon.ts";

const noToken = "Unauthorized: token not supplied";

/** GoToSocial, just before 0.20. */
export const gotosocial: Profile = {
  ...mastodon43,
  software: "gotosocial",
  softwareVersion: "0.20.0-git57cb4fe+git-57cb4fe",
  version: "0.20.0-git57cb4fe+git-57cb4fe",
  tried: { version: "0.19.2, and just before 0.20", date: "November 2026", isRecorded: false },
  sourceUrl: "https://codeberg.org/superseriousbusiness/gotosocial",
  apiVersions: null,
  instanceDocument,
  limits: { ...mastodon43.limits, maxCharacters: 5000, charactersReservedPerUrl: 25, maxMediaAttachments: 6 },
  account: { privacy: "unlisted" },
  ids: ulid,
  statusAddress: (origin, { username }, id) => ({
    uri: `${origin}/users/${username}/statuses/${id}`,
    url: `${origin}/@${username}/statuses/${id}`,
  }),
  render,
  readDraft,
  mentionRule: mentionRules.gotosocial,
  unreadableBody: json({ error: "Bad Request: unexpected EOF" }, {}, 400),
  needsUserAgent: true,
  knownBodiesOnly: true,
  access: {
    ...mastodonAccess,
    // With a small b there is no token for it.
    bearer: /^Bearer (.*)$/,
    tokenUnknown: () => json({ error: noToken }, {}, 401),
    publicIsReadable: false,
  },
  idempotency: { kind: "ignored" },
  rateLimits: {
    perToken: null,
    perAccount: null,
    perAddress: { limit: 300, seconds: 5 * 60 },
    paging: null,
    deletions: null,
    posts: null,
    reads: null,
    media: null,
    resetDigits: 3,
  },
  errors: {
    ...mastodonErrors,
    recordNotFound: "Not Found: target status not found",
    statusNotFound: "Not Found: target status not found",
    tokenInvalid: noToken,
    outsideScopes: "Forbidden: token has insufficient scope permission",
    tooManyRequests: "rate limit reached",
  },
  features: features.gotosocial,
  oauth: oauthOf.gotosocial,
};

/** Validation is 400, but for the visibility. A URL counts in full, and characters are code points. */
function readDraft(call: Call, account: Account, { mayBeBlank }: DraftContext): Draft {
  const draft = plainDraft(call, account, () =>
    refuse(422, "Unprocessable Entity: processVisibility: invalid visibility"),
  );
  const { maxCharacters } = call.profile.limits;
  if (isBlank(draft.text) && !mayBeBlank && !call.parameters.poll) {
    throw refuse(400, "Bad Request: status contains no text, media or poll");
  }
  if (countCodePoints(draft.text + draft.spoilerText) > maxCharacters) {
    throw refuse(400, `Bad Request: text with spoiler exceed max chars (${maxCharacters})`);
  }
  if (!isLanguage(text(call.parameters, "language"))) {
    throw refuse(400, "Bad Request: invalid language tag: language: tag is not well-formed");
  }
  return draft;
}

function isLanguage(tag: string | null): boolean {
  if (!tag) return true;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function instanceDocument(mastodons: Document, version: "v1" | "v2"): Document {
  const document = mastodon43.instanceDocument(mastodons, version);
  // MaxInt32: no limit.
  document.configuration.media_attachments.image_matrix_limit = 2_147_483_647;
  document.configuration.media_attachments.video_matrix_limit = 2_147_483_647;
  const { max_characters } = document.configuration.statuses;
  return version === "v1" ? { ...document, max_toot_chars: max_characters } : document;
}

/** Plain text, unless the account wants Markdown. Addresses are shown whole. */
function render(call: Call, body: string): string {
  const rel = 'rel="nofollow noreferrer noopener" target="_blank"';
  const html = withEntities(call, body, {
    url: (url) => `<a href="${escapeHtml(url)}" ${rel}>${escapeHtml(url)}</a>`,
    hashtag: (name, href) => `<a href="${href}" class="mention hashtag" ${rel}>#<span>${escapeHtml(name)}</span></a>`,
    mention: ({ username }, href) =>
      `<span class="h-card"><a href="${href}" class="u-url mention" ${rel}>@<span>${username}</span></a></span>`,
  });
  return withParagraphs(html, "<br>");
}
