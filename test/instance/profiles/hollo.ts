import { accountUri } from "../addresses.ts";
import { type Call, json, Refusal } from "../call.ts";
import { escapeHtml } from "../content.ts";
import { type Draft, plainDraft } from "../draft.ts";
import { features } from "../features.ts";
import { uuid7 } from "../ids.ts";
import { markdown } from "../markdown.ts";
import { mentionRules } from "../mention-rules.ts";
import { oauthOf } from "../oauth/deviations.ts";
import { text } from "../parameters.ts";
import type { Profile } from "../profiles.ts";
import type { Account } from "../store.ts";
import { mastodon45, mastodonAccess } from "./mastodon.ts";

/** Hollo 0.10.0. */
export const hollo: Profile = {
  ...mastodon45,
  software: "hollo",
  softwareVersion: "0.10.0",
  version: "0.10.0",
  tried: { version: "0.10.0", date: "November 2026", isRecorded: false },
  sourceUrl: "https://github.com/fedify-dev/hollo",
  deprecationOfV1: null,
  limits: { ...mastodon45.limits, maxCharacters: 10_000, charactersReservedPerUrl: 256, maxMediaAttachments: 8 },
  ids: uuid7,
  accountUri,
  statusAddress: (origin, { username }, id) => {
    const address = `${origin}/@${username}/${id}`;
    return { uri: address, url: address };
  },
  render,
  readDraft,
  mentionRule: mentionRules.hollo,
  unreadableBody: { status: 500, headers: {}, body: "" },
  access: {
    ...mastodonAccess,
    tokenMissing: () => json({ error: "unauthorized" }, {}, 401),
    tokenUnknown: () => json({ error: "invalid_token" }, {}, 401),
    outsideScopes: () => json({ error: "insufficient_scope" }, {}, 403),
    // Its src/api/v1/accounts.ts: the list wants a token with read:statuses.
    publicIsReadable: false,
  },
  idempotency: { kind: "made", seconds: 3600, lockSeconds: null, repeat: "shown", scheduled: "ignored" },
  rateLimits: null,
  features: features.hollo,
  oauth: oauthOf.hollo,
};

/** A schema checks types and names; the length is not looked at, and a blank text is posted. */
function readDraft(call: Call, account: Account): Draft {
  const { sensitive } = call.parameters;
  if (typeof sensitive === "string") throw invalid("sensitive", "Invalid input: expected boolean, received string");
  const language = text(call.parameters, "language");
  if (language !== null && language.length < 2) {
    throw invalid("language", "Too small: expected string to have >=2 characters");
  }
  return plainDraft(call, account, () =>
    invalid("visibility", 'Invalid option: expected one of "public"|"unlisted"|"private"|"direct"'),
  );
}

function invalid(field: string, message: string): Refusal {
  const issues = [{ path: [field], message }];
  const error = { error: "invalid_request", zod_error: { name: "ZodError", message: JSON.stringify(issues) } };
  return new Refusal(json(error, {}, 422));
}

/** Every text is Markdown. */
function render(call: Call, body: string): string {
  return markdown(call, body, {
    url: (url) => `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`,
    hashtag: (name, href) =>
      `<a href="${href}" class="mention hashtag" rel="tag">#<span>${escapeHtml(name)}</span></a>`,
    mention: ({ username }, href) =>
      `<a href="${href}" class="u-url mention" translate="no">@<span>${username}</span></a>`,
  });
}
