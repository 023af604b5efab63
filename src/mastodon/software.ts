import { type Counting, mastodonCounting } from "../status/length/length.ts";
import { asObject, textOf } from "./client.ts";
import type { HttpAnswer } from "./http.ts";

/**
 * What each server software does otherwise than Mastodon. No other file names a software; to add a server, add an entry
 * here and a profile to the practice instance.
 */
export interface Software {
  /** Its names, as nodeinfo tells them: of forks that do the same, too. */
  names: readonly string[];
  /** What it makes of an Idempotency-Key, by its version. */
  keysIn: (version: string) => Keys;
  /** What becomes of a status that is to be scheduled: it is on a list, waits where nobody sees it, or is posted at once. */
  schedules: "listed" | "unseen" | "never";
  /** The version that schedules first; null: all do, or none. */
  schedulesSince: Version | null;
  /** Whether its list of the account's own statuses leaves out what only followers, or those mentioned, see. */
  hidesOwnPosts: boolean;
  /** How many public statuses that list goes through, boosts included though it may not show them; null: all. */
  listsNewest: number | null;
  /** What tells the texts that an edited status had before: its history, nothing, or something else. */
  versions: "history" | "nothing" | ((id: string) => { method: string; path: string; body: Record<string, unknown> });
  /** Whether a status keeps the poll that it is sent with, and the language. */
  keepsPolls: boolean;
  keepsLanguage: boolean;
  /** Which scopes it knows: Mastodon's, Mastodon's without `profile`, `read` and `write` alone, or none at all. */
  scopes: "fine" | "without profile" | "coarse" | "none";
  /** Calls that tell whether a token has a scope; empty where none is known. */
  probes: Probes;
  /** Since which version it takes no passwords from programs; null where it may. */
  noPasswordsSince: Version | null;
  /** Status code of the answer to a dead token, which means something else everywhere else; null: 401. */
  deadToken: number | null;
  /** Status code of the answer to a token that lacks a scope. */
  missingScope: 401 | 403;
  /** How many characters the code has that its page shows; null where that is not known. */
  codeLength: number | null;
  /** Whether it ends a token only for the application that it was made for. */
  endsForClientAlone: boolean;
  /** Whether the application goes with its token when that is ended. */
  endsApplications: boolean;
  /** When its tokens end, in words. */
  tokensEnd: string;
  /** Where a person ends a token in its web interface; null where only the settings can be named. */
  endToken: ((origin: string) => string) | null;
  /** How its `/api/v1/instance` is told from Mastodon's. */
  describesItself: (version: string, document: Record<string, unknown>) => boolean;
  /** How it counts the characters of a status. */
  counting: Counting;
  /** Whether it shows a text as Markdown or HTML where `content_type` says so. */
  hasFormats: (version: string) => boolean;
  /** Whether it reads every text as Markdown or its like, so that what it shows does not tell what was written. */
  alwaysMarkdown: boolean;
  /** What it makes of a text before it stores it, and of short ones: content warnings, poll options, descriptions. */
  keeps: { text: (text: string) => string; words: (text: string) => string };
  /** Whether a video or a sound may stand beside other media. */
  mixesMedia: boolean;
  /** Whether an `@` behind a letter or digit mentions, as in `me@example.org`. */
  mentionsInWords: boolean;
  /** The parameter that names the status to quote; null where nothing is known of quotes. */
  quotesBy: "quoted_status_id" | "quote_id" | null;
  /** Whether a `direct` status reaches those whom it mentions. */
  directReaches: boolean;
  /** Whether a reply of one emoji, or one and mentions, becomes a reaction and no status. */
  makesReactions: boolean;
  /** What of a status an edit loses or cuts short, though it is sent again. */
  editsLose: readonly ("poll" | "quote")[];
}

export type Version = readonly [major: number, minor: number];

/** Whether a version, as nodeinfo tells it, is another or comes after it. One without a number is none that is known. */
export function isSince(version: string, [major, minor]: Version): boolean {
  const [, ownMajor, ownMinor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  return ownMajor !== undefined && (Number(ownMajor) - major || Number(ownMinor) - minor) >= 0;
}

/** The software of a server, and its version; empty where the server does not tell it. */
export type Running = Software & { version: string };

/** What a server makes of an Idempotency-Key. */
export interface Keys {
  /** Whether a POST with a known key makes no second status. */
  kept: boolean;
  /** The same for a scheduled one. */
  keptForSchedules: boolean;
  /** Whether a request waits while another one with its key is at work, and is answered 503 where that takes long. */
  locked: boolean;
  /** Whether a known key is answered 500 (mastodon#40399). */
  crash: boolean;
}

/**
 * Calls that tell whether a token has a scope, and can change nothing: each names an id that nothing has, and each of
 * these servers looks at the scope first (403) and at the id second (404). That order was read in the code of each:
 * Mastodon's first `before_action`, GoToSocial's `TokenAuth`, Hollo's `scopeRequired`. It does not hold elsewhere: Pleroma
 * looks for a scheduled status first, Hollo's GET of media asks for no scope, snac takes any id apart.
 */
export type Probes = Partial<Record<"posting" | "media" | "pin", Probe>>;
export type Probe = readonly [method: string, path: string];

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
  probes: {
    posting: ["DELETE", "/api/v1/scheduled_statuses/0"],
    media: ["GET", "/api/v1/media/0"],
    // Not /api/v1/statuses/0/unpin: the status is looked for before the scope, so that every token gets 404.
    pin: ["DELETE", "/api/v1/featured_tags/0"],
  },
  noPasswordsSince: [4, 4],
  deadToken: null,
  missingScope: 403,
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
