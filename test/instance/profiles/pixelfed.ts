import { type Call, json, Refusal, refuse } from "../call.ts";
import { escapeHtml, withEntities } from "../content.ts";
import { type Draft, plainDraft } from "../draft.ts";
import { features } from "../features.ts";
import { countCodePoints } from "../length.ts";
import { oauthOf } from "../oauth/deviations.ts";
import { isBlank, scalar, text, toBoolean } from "../parameters.ts";
import type { Document, DraftContext, Profile } from "../profiles.ts";
import type { Account } from "../store.ts";
import { mastodon43, mastodonAccess, mastodonErrors } from "./mastodon.ts";

const days = 24 * 60 * 60;

/** Pixelfed of 2024-03. */
export const pixelfed: Profile = {
  ...mastodon43,
  software: "pixelfed",
  softwareVersion: "0.11.13",
  version: "3.5.3 (compatible; Pixelfed 0.11.13)",
  tried: null,
  sourceUrl: "https://github.com/pixelfed/pixelfed",
  apiVersions: null,
  instanceDocument,
  statusAddress: (origin, { username }, id) => {
    const address = `${origin}/p/${username}/${id}`;
    return { uri: address, url: address };
  },
  render,
  readDraft,
  access: {
    ...mastodonAccess,
    // It knows only whole words, read and write.
    suffices: (held, wanted) => wanted.some((scope) => ["read", "write"].includes(scope) && held.includes(scope)),
    usualScopes: ["read", "write"],
    outsideScopes: () => json({ error: "" }, {}, 403),
  },
  idempotency: { kind: "taken", seconds: 60 * 60 },
  rateLimits: {
    perToken: null,
    perAccount: null,
    perAddress: null,
    paging: null,
    deletions: null,
    posts: { limit: 1000, seconds: 1 * days },
    reads: null,
    media: { limit: 1250, seconds: 1 * days },
    resetDigits: null,
  },
  errors: { ...mastodonErrors, tooManyRequests: "" },
  features: features.pixelfed,
  oauth: oauthOf.pixelfed,
};

const longestSpoiler = 140;

/** Code points of the text; the spoiler counts by itself, and only where it is used. No post without a picture. */
function readDraft(call: Call, account: Account, { mayBeBlank }: DraftContext): Draft {
  const { parameters, profile } = call;
  const { maxCharacters } = profile.limits;
  const draft = plainDraft(call, account, () => invalid("visibility", "The selected visibility is invalid."));
  if (draft.visibility === "direct") throw invalid("visibility", "The selected visibility is invalid.");
  if (countCodePoints(draft.text) > maxCharacters) {
    throw invalid("status", `The status may not be greater than ${maxCharacters} characters.`);
  }
  const isSensitive = toBoolean(scalar(parameters, "sensitive")) === true;
  if (isSensitive && countCodePoints(draft.spoilerText) > longestSpoiler) {
    throw invalid("spoiler_text", `The spoiler text may not be greater than ${longestSpoiler} characters.`);
  }
  if (!mayBeBlank && isBlank(text(parameters, "in_reply_to_id"))) {
    throw refuse(403, "Empty statuses are not allowed");
  }
  return { ...draft, text: draft.text.replaceAll(/<[^>]*>/g, "") };
}

/** Its app/Exceptions/Handler.php answers 500 where Laravel's own has 422. */
function invalid(field: string, message: string): Refusal {
  return new Refusal(json({ message, errors: { [field]: [message] } }, {}, 500));
}

function instanceDocument(mastodons: Document, version: "v1" | "v2"): Document {
  const document = mastodon43.instanceDocument(mastodons, version);
  document.configuration.polls.max_characters_per_option = 0;
  return document;
}

function render(call: Call, body: string): string {
  const rel = 'rel="nofollow external noopener"';
  const html = withEntities(call, body, {
    url: (url) => `<a href="${escapeHtml(url)}" ${rel} target="_blank">${escapeHtml(url)}</a>`,
    hashtag: (name, href) => `<a href="${href}" title="#${name}" class="u-url hashtag" ${rel}>#${name}</a>`,
    mention: ({ username }, href) => `<a class="u-url mention" href="${href}" ${rel}>@${username}</a>`,
  });
  return html.replaceAll(/\r?\n/g, "<br />\n");
}
