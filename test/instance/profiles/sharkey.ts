import { requireScope } from "../access.ts";
import { type Answer, type Call, json, Refusal } from "../call.ts";
import { escapeHtml, withEntities } from "../content.ts";
import { type Draft, plainDraft } from "../draft.ts";
import { statusEntity } from "../entities.ts";
import { other } from "../features.ts";
import { findVisible, mayBeSeen, statusById } from "../find-status.ts";
import { aidx } from "../ids.ts";
import { mediaEntity } from "../media.ts";
import { mentionRules } from "../mention-rules.ts";
import { oauthOf } from "../oauth/deviations.ts";
import { misskeyPermissions } from "../oauth/servers/sharkey.ts";
import { isBlank, strip, text } from "../parameters.ts";
import type { Document, DraftContext, Profile } from "../profiles.ts";
import { create } from "../statuses.ts";
import type { Account, StoredStatus } from "../store.ts";
import { mastodon43, mastodonAccess } from "./mastodon.ts";

const denied = () =>
  error(403, "PERMISSION_DENIED", "Your app does not have the necessary permissions to use this endpoint.");
const unknownTarget = (what: string) => () =>
  error(400, `NO_SUCH_${what.toUpperCase()}_TARGET`, `No such ${what} target.`);
const invalid = () => error(400, "INVALID_PARAM", "Invalid param.");
const longestWarning = 500;

/** Sharkey 2025.5. */
export const sharkey: Profile = {
  ...mastodon43,
  software: "sharkey",
  title: "Sharkey",
  softwareVersion: "2025.5.2-dev+g305a19b893",
  version: "3.0.0 (compatible; Sharkey 2025.5.2-dev+g305a19b893; like Akkoma)",
  tried: { version: "2025.5.2-dev", date: "November 2026", isRecorded: true },
  sourceUrl: "https://activitypub.software/TransFem-org/Sharkey/",
  apiVersions: {},
  instanceDocument,
  deprecationOfV1: null,
  // The reserve is the length of the instance's own address.
  limits: { ...mastodon43.limits, maxCharacters: 3000, maxMediaAttachments: 16, descriptionLimit: 20_000 },
  account: { language: null },
  ids: aidx,
  accountUri: (origin, { id }) => `${origin}/users/${id}`,
  statusAddress: (origin, _account, id) => ({ uri: `${origin}/notes/${id}`, url: `${origin}/notes/${id}` }),
  render,
  mentionRule: mentionRules.sharkey,
  mentionsBeyondText: true,
  readDraft,
  access: {
    ...mastodonAccess,
    suffices,
    usualScopes: ["read:accounts", "write:statuses"],
    tokenMissing: () => error(401, "CREDENTIAL_REQUIRED", "Credential required."),
    tokenUnknown,
    outsideScopes: denied,
    looksAtEveryToken: true,
  },
  idempotency: { kind: "ignored" },
  rateLimits: {
    perToken: null,
    perAccount: null,
    perAddress: null,
    paging: null,
    deletions: null,
    posts: { limit: 10, seconds: 2 },
    reads: { limit: 2, seconds: 1 },
    media: { limit: 120, seconds: 60 * 60 },
    resetDigits: null,
  },
  routes: [
    { method: "POST", path: "/api/v1/statuses", handle: (call) => reaction(call) ?? create(call) },
    { method: "GET", path: "/api/v1/statuses/:id/history", handle: history },
    { method: "POST", path: "/api/notes/versions", handle: versions },
    { method: "GET", path: "/api/v2/search", handle: searchAccounts },
    { method: "GET", path: "/api/v1/search", handle: searchStatuses },
    { method: "GET", path: "/api/v1/apps/verify_credentials", handle: verifyApplication },
  ],
  shapeError,
  shapeStatus,
  features: {
    ...other,
    keeps: {
      ...other.keeps,
      language: () => null,
      description: (sent) => sent.replaceAll(/\r?\n/g, "\r\n"),
      spoilerText: strip,
    },
    media: {
      ...other.media,
      deletion: false,
      focus: "untold",
      imageBytes: 10_485_760,
      videoBytes: 41_943_040,
      knownByBytes: true,
      repeated: invalid,
      tooMany: invalid,
      unknown: () => error(400, "NO_SUCH_FILE", "Some files are not found."),
      taken: "shown again",
      mixed: null,
    },
    // It announces 50 seconds to a month, and minds neither.
    polls: {
      ...other.polls,
      withMedia: true,
      maxOptions: 10,
      maxOptionCharacters: 150,
      minExpiration: 1,
      maxExpiration: Number.MAX_SAFE_INTEGER,
    },
    schedules: { ...other.schedules, queue: null, unreadable: null },
    replies: { missing: unknownTarget("reply") },
    quotes: {
      ...other.quotes,
      written: true,
      policies: false,
      parameter: "quote_id",
      fields: [],
      showsLink: false,
      missing: unknownTarget("renote"),
      denied: unknownTarget("renote"),
    },
    edits: { ...other.edits, pollUnit: 1, keepsQuote: false },
    directReaches: false,
  },
  oauth: oauthOf.sharkey,
};

function error(status: number, code: string, sentence: string): Answer {
  return json({ error: code, error_description: sentence }, {}, status);
}

/** Any scope of reading is all of reading, and so with writing; lists, single statuses and searches take any token. */
function suffices(held: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.includes("read:statuses") || wanted.includes("read:search")) return true;
  return wanted.some((scope) => /^(read|write)/.test(scope) && held.some((one) => one.startsWith(scope.slice(0, 4))));
}

/** Only who asks whose token it is hears that it is none; anything else breaks. */
function tokenUnknown({ path, headers }: Call): Answer {
  if (path.endsWith("/verify_credentials")) {
    return error(401, "AUTHENTICATION_FAILED", "Authentication failed. Please ensure your token is correct.");
  }
  // Of 16 characters are the tokens of accounts, of more those of applications.
  const isNative = /^Bearer .{16}$/.test(headers.authorization ?? "");
  const why = isNative ? "user not found" : "invalid signature";
  return error(500, "INTERNAL_ERROR", `AuthenticationError: ${why}`);
}

/** UTF-16 units of the text and of the content warning, each by itself; a text that is there must not be empty. */
function readDraft(call: Call, account: Account, { mayBeBlank }: DraftContext): Draft {
  const { parameters, profile } = call;
  const draft = plainDraft(call, account, "public");
  const own = strip(draft.text);
  const isAbsent = text(parameters, "status") === null;
  if (own === "" && !(isAbsent && (mayBeBlank || parameters.poll))) throw new Refusal(invalid());
  if (own.length > profile.limits.maxCharacters) {
    throw new Refusal(error(400, "MAX_LENGTH", "You tried posting a note which is too long."));
  }
  if (draft.spoilerText.length > longestWarning) {
    throw new Refusal(error(400, "MAX_CW_LENGTH", "You tried posting a content warning which is too long."));
  }
  const sensitive = draft.spoilerText !== "";
  return { ...draft, text: own, sent: own, sensitive, visibility: visibilityOf(call, draft.visibility) };
}

/** A reply is no more public than what it replies to, save that to a private one it may be quiet. */
function visibilityOf(call: Call, asked: Draft["visibility"]): Draft["visibility"] {
  const target = statusById(call, text(call.parameters, "in_reply_to_id") ?? "");
  if (!target) return asked;
  if (target.visibility === "direct" && asked !== "direct") {
    const code = "CANNOT_REPLY_TO_SPECIFIED_VISIBILITY_NOTE_WITH_EXTENDED_VISIBILITY";
    throw new Refusal(error(400, code, "You cannot reply to a specified visibility note with extended visibility."));
  }
  return asked === "public" && target.visibility !== "public" ? "unlisted" : asked;
}

/** A reply of one emoji, or one and mentions, is a reaction, answered by the status that it is to. */
function reaction(call: Call): Answer | null {
  const sent = strip(text(call.parameters, "status") ?? "").replaceAll(/@[\w.@-]+\s*/g, "");
  if (!/^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic})*|:\w+:)$/u.test(sent)) return null;
  const target = statusById(call, text(call.parameters, "in_reply_to_id") ?? "");
  if (!target || !mayBeSeen(call, target)) return null;
  requireScope(call, "write", "write:statuses");
  const entity = statusEntity(call, target);
  const emoji_reactions = [{ count: 1, me: true, name: sent }];
  return json({
    ...entity,
    pinned: null,
    uri: "",
    url: "",
    content: target.text,
    plain_content: target.text,
    emoji_reactions,
  });
}

/** Each entry has the text of an edit, with the rest of the version before it; the first version is in none. */
function history(call: Call): Answer {
  const { edits, account } = findVisible(call);
  const entries = edits.slice(1).map((one, index) => {
    const before = edits[index]!;
    return {
      account: { id: account.id },
      content: render(call, one.text),
      created_at: before.at.toISOString(),
      emojis: [],
      sensitive: before.sensitive,
      spoiler_text: before.spoilerText,
      media_attachments: before.media.map((media) => mediaEntity(call, media)),
    };
  });
  return json(entries);
}

/** Sharkey's own API: the texts before each edit, the newest first. */
function versions(call: Call): Answer {
  const note = statusById(call, text(call.parameters, "noteId") ?? "");
  if (!note || !mayBeSeen(call, note)) return error(400, "NO_SUCH_NOTE", "No such note.");
  const texts = note.edits.slice(0, -1).map((one, index) => ({
    oldDate: one.at.toISOString(),
    updatedAt: note.edits[index + 1]!.at.toISOString(),
    text: one.text,
  }));
  return json(texts.toReversed());
}

/** It looks for accounts alone, and fails on an address that is none. */
function searchAccounts({ parameters, store }: Call): Answer {
  const query = text(parameters, "q") ?? "";
  const isKnown = [...store.statuses.values()].some(({ url, uri }) => url === query || uri === query);
  if (/^https?:/.test(query) && !isKnown) return error(400, "REQUEST_FAILED", "Request failed.");
  return json({ accounts: [], statuses: [], hashtags: [] });
}

/** An address of a status is found; words are not looked for. */
function searchStatuses(call: Call): Answer {
  const query = text(call.parameters, "q") ?? "";
  if (!/^https?:/.test(query)) return error(400, "UNAVAILABLE", "Search of notes unavailable.");
  const elsewhere = call.store.elsewhere.findIndex(({ url, uri }) => url === query || uri === query);
  const [fetched] = elsewhere < 0 ? [] : call.store.elsewhere.splice(elsewhere, 1);
  if (fetched) call.store.statuses.set(fetched.id, fetched);
  const found = [...call.store.statuses.values()].find(({ url, uri }) => url === query || uri === query);
  const statuses = found && mayBeSeen(call, found) ? [statusEntity(call, found)] : [];
  return json({ accounts: [], statuses, hashtags: [] });
}

/** In Misskey's words, and of the token: whatever `scope` its answer named. */
function verifyApplication(call: Call): Answer {
  const { application, scopes } = requireScope(call);
  const { name, redirectUris } = application;
  const uris = { redirect_uri: redirectUris[0] ?? "", redirect_uris: redirectUris };
  return json({ name, scopes: misskeyPermissions(scopes), ...uris });
}

/** Mastodon's refusals in the words that stand for them here. */
function shapeError(answer: Answer, { method, path }: Call): Answer {
  if (answer.body.includes('"error_description"')) return answer;
  const isStatus = /^\/api\/v1\/statuses\/[^/]+/.test(path);
  if (answer.status === 429) return error(429, "RATE_LIMIT_EXCEEDED", "Rate limit exceeded. Please try again later.");
  if (/Deadline can't be blank/.test(answer.body)) {
    return error(400, "BAD_REQUEST", 'Missing required payload "poll.expires_in"');
  }
  if (/Duplicate record/.test(answer.body)) return error(400, "ALREADY_PINNED", "That note has already been pinned.");
  if (/maximum number/.test(answer.body)) return error(400, "PIN_LIMIT_EXCEEDED", "You can not pin notes any more.");
  if (/Description is too long/.test(answer.body)) return error(400, "COMMENT_TOO_LONG", "Comment is too long.");
  if (answer.status !== 404) return answer.status < 500 ? invalid() : answer;
  if (isStatus && method === "PUT") {
    return error(500, "INTERNAL_ERROR", "Internal error occurred. Please contact us if the error persists.");
  }
  if (isStatus)
    return error(method === "GET" && !path.endsWith("/source") ? 404 : 400, "NO_SUCH_NOTE", "No such note.");
  if (method === "GET" && path.startsWith("/api/v1/")) {
    const id = "2ca3b769-540a-4f08-9dd5-b5a825b6d0f1";
    const unknown = { message: "Unknown API endpoint.", code: "UNKNOWN_API_ENDPOINT", id, kind: "client" };
    return json({ error: unknown }, {}, 404);
  }
  const sentence = `Route ${method}:${path} not found`;
  return json({ message: sentence, error: "Not Found", statusCode: 404 }, {}, 404);
}

function instanceDocument(mastodons: Document, version: "v1" | "v2"): Document {
  const document = mastodon43.instanceDocument(mastodons, version);
  const { configuration } = document;
  Object.assign(configuration.polls, { min_expiration: 50, max_expiration: 2_629_746 });
  if (version === "v2") configuration.media_attachments.description_limit = sharkey.limits.descriptionLimit;
  return document;
}

/** The text as it was sent goes along; what Sharkey does not know is null. */
function shapeStatus(entity: Document, { text: body, quote }: StoredStatus, call: Call): Document {
  const quoted = quote?.status ?? null;
  const link =
    quoted && `<span class="quote-inline"><br><br>RE: <a href="${quoted.url}">${bare(quoted.url)}</a></span>`;
  return {
    ...entity,
    ...("content" in entity && link ? { content: entity.content.replace(/<\/p>$/, `${link}</p>`) } : {}),
    content_type: "text/x.misskeymarkdown",
    text: isBlank(body) ? null : body,
    application: null,
    language: null,
    pinned: false,
    bookmarked: false,
    quote: quoted && statusEntity(call, { ...quoted, quote: null }),
    ...(quoted ? { quote_id: quoted.id } : {}),
    reactions: [],
  };
}

function bare(url: string): string {
  return escapeHtml(url.replace(/^https?:\/\//, ""));
}

/** Misskey's own Markdown, as far as what is seen of it differs from what was typed. */
function render(call: Call, body: string): string {
  const html = withEntities(call, body, {
    url: (url) => `<a href="${escapeHtml(url)}">${bare(url)}</a>`,
    hashtag: (name, href) => `<a href="${href}" rel="tag" class="hashtag">#${escapeHtml(name)}</a>`,
    mention: ({ username }) => `<span>@${username}</span>`,
    plain: (words) =>
      escapeHtml(words)
        .replaceAll(/&lt;b&gt;(.+?)&lt;\/b&gt;/g, "<span>**$1**</span>")
        .replaceAll(/\$\[\w+ ([^\]\n]+)\]/g, "<span>*$1*</span>")
        .replaceAll(/:\w+:/g, "\u200b$&\u200b"),
  });
  return `<p>${html.replaceAll(/\r?\n/g, "<br>")}</p>`;
}
