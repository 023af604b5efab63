import { type Counting, mastodonCounting } from "../status/length/length.ts";
import { asObject, textOf } from "./client.ts";
import type { HttpAnswer } from "./http.ts";
import type { Keys, Software } from "./traits.ts";

/**
 * What each server software does otherwise than Mastodon. No other file names a software; to add a server, add an entry
 * to the table here and a profile to the practice instance.
 */

const asSent = (text: string) => text;
const withoutTags = (text: string) => text.replaceAll(/<[^>]*>/g, "");
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const UNKNOWN_END = "not known for this server";
const NEVER = "never by itself";

const ignored: Keys = { kept: false, keptForSchedules: false, locked: false, crash: false };
const kept: Keys = { ...ignored, kept: true, keptForSchedules: true };

/** Kept for schedules since 4.3 (mastodon#30084), locked since 4.6. A known one is 500 in 4.6.0 to 4.6.6, and in 4.7.0. */
function mastodonKeys(version: string): Keys {
  const [major = 0, minor = 0, patch = 0] = (/^\d+\.\d+(\.\d+)?/.exec(version)?.[0] ?? "").split(".").map(Number);
  const release = major * 100 + minor;
  return {
    kept: true,
    keptForSchedules: release >= 403,
    locked: release >= 406,
    crash: (release === 406 && patch <= 6) || (release === 407 && patch === 0),
  };
}

/** Mastodon itself (`StatusLengthValidator`), and what is built from its code. */
const mastodon: Software = {
  names: ["mastodon", "glitch", "hometown", "chuckya", "fedibird"],
  keysIn: mastodonKeys,
  schedules: "listed",
  schedulesSince: null,
  hidesOwnPosts: false,
  listsNewest: null,
  versions: "history",
  keepsPolls: true,
  keepsLanguage: true,
  scopes: "fine",
  ownScopes: null,
  probes: {
    posting: ["DELETE", "/api/v1/scheduled_statuses/0"],
    media: ["GET", "/api/v1/media/0"],
    // Not /api/v1/statuses/0/unpin: the status is looked for before the scope, so that every token gets 404.
    pin: ["DELETE", "/api/v1/featured_tags/0"],
  },
  noPasswordsSince: [4, 4],
  deadToken: null,
  missingScope: 403,
  showsCode: true,
  // Doorkeeper's UniqueToken: 32 bytes in base64.
  codeLength: 43,
  endsForClientAlone: true,
  endsApplications: false,
  tokensEnd: NEVER,
  endToken: (origin) => `End it under Preferences › Account › Authorized apps: ${origin}/oauth/authorized_applications`,
  describesItself: () => false,
  counting: mastodonCounting,
  // glitch-soc does.
  hasFormats: (version) => version.includes("+glitch"),
  alwaysMarkdown: false,
  keeps: { text: asSent, words: asSent },
  mixesMedia: false,
  mentionsInWords: false,
  quotesBy: "quoted_status_id",
  directReaches: true,
  makesReactions: false,
  editsLose: [],
};

/** What is not known is taken to do no more than the API says. */
const unknown: Software = {
  ...mastodon,
  names: [],
  keysIn: () => ignored,
  schedules: "never",
  versions: "unsure",
  probes: {},
  noPasswordsSince: null,
  codeLength: null,
  endsForClientAlone: false,
  tokensEnd: UNKNOWN_END,
  endToken: null,
  hasFormats: () => false,
  mixesMedia: true,
};

/** Every code point counts, of links and mentions too. */
const raw: Counting = { unit: "code points", urlLength: null, mentions: "full", spoiler: true };

const inVersion = (pattern: RegExp) => (version: string) => pattern.test(version);

const akkoma: Software = {
  ...unknown,
  names: ["akkoma", "pleroma"],
  keysIn: () => kept,
  schedules: "listed",
  versions: "history",
  scopes: "without profile",
  deadToken: 403,
  tokensEnd: "100 years after it was made",
  describesItself: inVersion(/akkoma|pleroma/),
  counting: { ...raw, unit: "graphemes" },
  hasFormats: () => true,
};

const table: readonly Software[] = [
  mastodon,
  akkoma,
  {
    ...unknown,
    names: ["gotosocial"],
    schedules: "listed",
    schedulesSince: [0, 20],
    versions: "history",
    probes: {
      posting: ["DELETE", "/api/v1/statuses/0"],
      media: ["PUT", "/api/v1/media/0"],
      pin: ["POST", "/api/v1/statuses/0/unpin"],
    },
    tokensEnd: NEVER,
    endToken: (origin) => `End it in the settings panel, where access tokens are listed: ${origin}/settings`,
    describesItself: (version, document) =>
      /gotosocial/.test(`${version} ${document.source_url}`.toLowerCase()) ||
      "allow_custom_css" in asObject(asObject(document.configuration).accounts),
    counting: raw,
    hasFormats: () => true,
    keeps: { text: asSent, words: withoutTags },
  },
  {
    ...unknown,
    names: ["hollo"],
    keysIn: () => kept,
    alwaysMarkdown: true,
    probes: { posting: ["PUT", "/api/v1/statuses/0"], media: ["PUT", "/api/v1/media/0"] },
    tokensEnd: NEVER,
  },
  {
    ...unknown,
    names: ["pixelfed"],
    keysIn: () => kept,
    scopes: "coarse",
    tokensEnd: "about a year after it was made",
    describesItself: inVersion(/pixelfed/),
    counting: { ...raw, spoiler: false },
    // Its statusCreate reads no `poll`.
    keepsPolls: false,
    keeps: { text: withoutTags, words: withoutTags },
    // It announces that they mix, and refuses them (pixelfed#4816, #4882).
    mixesMedia: false,
  },
  {
    ...unknown,
    names: ["mitra"],
    keysIn: () => kept,
    // Its statuses/views.rs has no /history.
    versions: "nothing",
    scopes: "coarse",
    tokensEnd: "30 days after it was made, unless the admins have set another time",
    describesItself: inVersion(/mitra/),
    counting: raw,
    alwaysMarkdown: true,
    keeps: { text: asSent, words: (text) => escaped(withoutTags(text)) },
    quotesBy: "quote_id",
  },
  // Shows an account's own list as the public sees it (mastoapi.c), reads no poll from JSON, and calls every language `en`.
  {
    ...unknown,
    names: ["snac"],
    schedules: "unseen",
    endsApplications: true,
    hidesOwnPosts: true,
    listsNewest: 256,
    alwaysMarkdown: true,
    keepsPolls: false,
    keepsLanguage: false,
    scopes: "none",
    deadToken: 422,
    tokensEnd: NEVER,
    describesItself: inVersion(/snac/),
    mentionsInWords: true,
    endToken: () => "snac has no page for it: its admin can delete the token in the account's folder on the server",
  },
  { ...unknown, names: ["friendica"], schedules: "listed", tokensEnd: NEVER },
  {
    ...unknown,
    names: ["takahe"],
    versions: "nothing",
    hidesOwnPosts: true,
    scopes: "coarse",
    deadToken: 400,
    tokensEnd: NEVER,
    describesItself: inVersion(/takahe/),
    counting: { ...raw, spoiler: false },
    // `https://example.com@name`
    mentionsInWords: true,
  },
  {
    ...unknown,
    // Tried: Sharkey 2025.5. Misskey and Firefish have the same ancestors.
    names: ["sharkey", "misskey", "firefish"],
    scopes: "coarse",
    ownScopes: {
      "write:notes": "write:statuses",
      "write:drive": "write:media",
      "write:account": "write:accounts",
      "read:account": "read:accounts",
    },
    showsCode: false,
    tokensEnd: NEVER,
    endToken: (origin) =>
      `Sharkey lets no program end it: end it under Settings › Connected apps: ${origin}/settings/apps`,
    describesItself: inVersion(/misskey|sharkey|firefish/),
    counting: { unit: "UTF-16 units", urlLength: null, mentions: "full", spoiler: false },
    quotesBy: "quote_id",
    alwaysMarkdown: true,
    // The entries of its history leave out the first version.
    versions: (noteId) => ({ method: "POST", path: "/api/notes/versions", body: { noteId } }),
    directReaches: false,
    makesReactions: true,
    editsLose: ["poll", "quote"],
  },
  {
    ...unknown,
    names: ["iceshrimp"],
    scopes: "without profile",
    describesItself: inVersion(/iceshrimp/),
    counting: { ...raw, spoiler: false },
    quotesBy: "quote_id",
  },
  { ...unknown, names: ["iceshrimp.net"], keysIn: () => kept, scopes: "without profile" },
  {
    ...unknown,
    names: ["activities.next"],
    keysIn: () => kept,
    schedules: "listed",
    versions: "history",
    missingScope: 401,
    alwaysMarkdown: true,
    tokensEnd: "7 days after it was made",
    describesItself: (_version, document) => textOf(document.source_url).endsWith("/activities.next"),
    counting: mastodonCounting,
  },
];

/** @param name as nodeinfo tells it; empty or null where the server does not say */
export function softwareNamed(name: string | null): Software {
  const known = (name ?? "").toLowerCase();
  return table.find(({ names }) => names.includes(known)) ?? unknown;
}

/** The software by its own description; Mastodon where nothing in it speaks of another. */
export function softwareDescribedBy(document: Record<string, unknown>): Software {
  // "takahe/0.11", "3.0.0 (compatible; Sharkey 2025.5; like Akkoma)": the true name is the version's, or the first behind it.
  const told = String(document.version ?? "").toLowerCase();
  const version = /compatible; *([^;)]*)/.exec(told)?.[1] ?? told;
  return table.find(({ describesItself }) => describesItself(version, document)) ?? mastodon;
}

/** Whether a refusal may hide a status or an edit: Mastodon saves hashtags last, and answers 422 where one's name is invalid. */
export function mayBeStored(answer: HttpAnswer | undefined): boolean {
  return answer?.status === 422 && /\bname is invalid\b/i.test(answer.text);
}

export function isMastodon(software: Software): boolean {
  return software.names === mastodon.names;
}
