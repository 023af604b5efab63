import { createHash } from "node:crypto";
import { type Call, json, refuse } from "../call.ts";
import { escapeHtml, withEntities } from "../content.ts";
import { type Draft, plainDraft } from "../draft.ts";
import { features } from "../features.ts";
import { flake } from "../ids.ts";
import { countGraphemes } from "../length.ts";
import { oauthOf } from "../oauth/deviations.ts";
import { isBlank } from "../parameters.ts";
import type { Document, DraftContext, Profile } from "../profiles.ts";
import type { Account } from "../store.ts";
import { mastodon43, mastodonAccess, mastodonErrors } from "./mastodon.ts";

const hours = 60 * 60;

/** Akkoma 3.16. */
export const akkoma: Profile = {
  ...mastodon43,
  software: "akkoma",
  softwareVersion: "3.16.0",
  version: "2.7.2 (compatible; Akkoma 3.16.0)",
  tried: null,
  sourceUrl: "https://akkoma.dev/AkkomaGang/akkoma",
  apiVersions: null,
  instanceEndpoints: ["v1"],
  instanceDocument,
  limits: { ...mastodon43.limits, maxCharacters: 5000, descriptionLimit: 5000 },
  ids: flake,
  statusAddress: (origin, _account, id) => ({
    uri: `${origin}/objects/${uuidOf(id)}`,
    url: `${origin}/notice/${id}`,
  }),
  render,
  readDraft,
  access: {
    ...mastodonAccess,
    suffices: (held, wanted) => narrowest(wanted).some((scope) => held.some((holding) => covers(holding, scope))),
    usualScopes: ["write:statuses", "write:media", "read:accounts"],
    tokenUnknown: () => json({ error: "Invalid credentials." }, {}, 403),
    outsideScopes: (_call, wanted) =>
      json({ error: `Insufficient permissions: ${narrowest(wanted).join(" | ")}.` }, {}, 403),
  },
  idempotency: { kind: "answered", seconds: 6 * hours },
  rateLimits: {
    perToken: null,
    perAccount: null,
    perAddress: null,
    paging: null,
    deletions: null,
    // statuses_actions
    posts: { limit: 15, seconds: 10 },
    reads: null,
    media: null,
    resetDigits: null,
  },
  errors: { ...mastodonErrors, notFound: "Not implemented", tooManyRequests: "Throttled" },
  features: features.akkoma,
  oauth: oauthOf.akkoma,
};

/** Its calls name narrow scopes, and `profile` is unknown. */
function narrowest(wanted: readonly string[]): string[] {
  return wanted.filter((scope) => scope.includes(":"));
}

function covers(held: string, scope: string): boolean {
  return held === scope || scope.startsWith(`${held}:`);
}

/** Graphemes of text and spoiler as they are; a URL counts in full. */
function readDraft(call: Call, account: Account, { mayBeBlank }: DraftContext): Draft {
  const draft = plainDraft(call, account, () => refuse(422, "Invalid visibility"));
  if (isBlank(draft.text) && !mayBeBlank) throw refuse(422, "Cannot post an empty status without attachments");
  if (countGraphemes(draft.text + draft.spoilerText) > call.profile.limits.maxCharacters) {
    throw refuse(422, "The status is over the character limit");
  }
  return draft;
}

/** Only v1, and no `configuration` in it. */
function instanceDocument({ configuration, ...others }: Document): Document {
  const { statuses, polls, media_attachments } = configuration;
  return {
    ...others,
    max_toot_chars: statuses.max_characters,
    description_limit: akkoma.limits.descriptionLimit,
    upload_limit: media_attachments.image_size_limit,
    poll_limits: {
      max_options: polls.max_options,
      max_option_chars: polls.max_characters_per_option,
      min_expiration: polls.min_expiration,
      max_expiration: polls.max_expiration,
    },
  };
}

/** Plain text, unless the account wants Markdown: no paragraphs, only line breaks. */
function render(call: Call, body: string): string {
  const html = withEntities(call, body, {
    url: (url) => `<a href="${escapeHtml(url)}" rel="ugc">${escapeHtml(url)}</a>`,
    hashtag: (name, href) =>
      `<a class="hashtag" data-tag="${escapeHtml(name.toLowerCase())}" href="${href}">#${name}</a>`,
    mention: ({ id, username }, href) =>
      `<span class="h-card"><a class="u-url mention" data-user="${id}" href="${href}" rel="ugc">@<span>${username}</span></a></span>`,
  });
  return html.replaceAll(/\r?\n/g, "<br/>");
}

/** The object has an id of its own; here it follows from the status'. */
function uuidOf(id: string): string {
  const digits = createHash("md5").update(id).digest("hex");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
