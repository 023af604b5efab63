import { type Answer, type Call, json, refuse } from "../call.ts";
import { escapeHtml } from "../content.ts";
import { type Draft, plainDraft } from "../draft.ts";
import { other } from "../features.ts";
import { uuid7 } from "../ids.ts";
import { countCharacters } from "../length.ts";
import { markdown } from "../markdown.ts";
import { mentionRules } from "../mention-rules.ts";
import { oauthOf } from "../oauth/deviations.ts";
import { isBlank } from "../parameters.ts";
import type { DraftContext, Profile } from "../profiles.ts";
import type { Account } from "../store.ts";
import { mastodon45, mastodonAccess } from "./mastodon.ts";

/** activities.next 1.144. */
export const activitiesNext: Profile = {
  ...mastodon45,
  software: "activities.next",
  title: "activities.next",
  softwareVersion: "1.144.0",
  version: "1.144.0",
  tried: { version: "1.144.0", date: "November 2026", isRecorded: false },
  sourceUrl: "https://github.com/llun/activities.next",
  apiVersions: { mastodon: 7 },
  deprecationOfV1: null,
  ids: uuid7,
  statusAddress: (origin, { username }, id) => ({
    uri: `${origin}/users/${username}/statuses/${id}`,
    url: `${origin}/@${username}/${id}`,
  }),
  render,
  mentionRule: mentionRules.activitiesNext,
  readDraft,
  access: {
    ...mastodonAccess,
    tokenMissing: unauthorized,
    tokenUnknown: unauthorized,
    // A scope that is missing is told in the same words.
    outsideScopes: unauthorized,
  },
  idempotency: { kind: "made", seconds: 3600, lockSeconds: null, repeat: "shown", scheduled: "not found" },
  rateLimits: null,
  shapeError,
  features: {
    ...other,
    entities: 4.5,
    media: {
      ...other.media,
      focus: "untold",
      // In no order that could be known: here the other way round.
      order: (named) => named.toReversed(),
      mixed: null,
    },
    polls: { ...other.polls, withMedia: true },
  },
  oauth: oauthOf.activitiesNext,
};

function unauthorized(): Answer {
  return json({ error: "Unauthorized" }, {}, 401);
}

/** A private mention must mention somebody. */
function readDraft(call: Call, account: Account, { mayBeBlank }: DraftContext): Draft {
  const draft = plainDraft(call, account, () => refuse(422, "Unprocessable entity"));
  const { maxCharacters, charactersReservedPerUrl } = call.profile.limits;
  const isLost = draft.visibility === "direct" && draft.mentioned.length === 0;
  if (isLost || (isBlank(draft.text) && !mayBeBlank && !call.parameters.poll))
    throw refuse(422, "Unprocessable entity");
  if (countCharacters(draft.text, draft.spoilerText, charactersReservedPerUrl) > maxCharacters) {
    throw refuse(422, `Text character limit of ${maxCharacters} exceeded`);
  }
  return draft;
}

/** What is not the account's own to edit is forbidden, also where it is nobody's. */
function shapeError(answer: Answer, { method, path }: Call): Answer {
  const isEdit = method === "PUT" && /^\/api\/v1\/statuses\/[^/]+$/.test(path);
  return isEdit && answer.status === 404 ? json({ error: "Forbidden" }, {}, 403) : answer;
}

/** Every text is Markdown, and of a link only its beginning is shown. */
function render(call: Call, body: string): string {
  const shortened = (url: string) => {
    const shown = url.replace(/^https?:\/\/(www\.)?/, "");
    return shown.length > 30 ? `${shown.slice(0, 30)}…` : shown;
  };
  return markdown(call, body, {
    url: (url) => `<a href="${escapeHtml(url)}" target="_blank">${escapeHtml(shortened(url))}</a>`,
    hashtag: (name, href) => `<a href="${href}" class="mention hashtag">#${escapeHtml(name)}</a>`,
    mention: ({ username }, href) =>
      `<span class="h-card"><a href="${href}" class="u-url mention">@${username}</a></span>`,
  });
}
