import type { Counting } from "../status/length/length.ts";

/** In what a server software may differ from Mastodon; software.ts says which one does. */
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
  /** What tells the texts that an edited status had before: its history, that or nothing, nothing, or something else. */
  versions:
    | "history"
    | "unsure"
    | "nothing"
    | ((id: string) => { method: string; path: string; body: Record<string, unknown> });
  /** Whether a status keeps the poll that it is sent with, and the language. */
  keepsPolls: boolean;
  keepsLanguage: boolean;
  /** Which scopes it knows: Mastodon's, Mastodon's without `profile`, `read` and `write` alone, or none at all. */
  scopes: "fine" | "without profile" | "coarse" | "none";
  /**
   * Which words of its own for Mastodon's scopes `apps/verify_credentials` tells the token's scopes in; null where it tells
   * the application's, in Mastodon's words.
   */
  ownScopes: Readonly<Record<string, string>> | null;
  /** Calls that tell whether a token has a scope; empty where none is known. */
  probes: Probes;
  /** Since which version it takes no passwords from programs; null where it may. */
  noPasswordsSince: Version | null;
  /** Status code of the answer to a dead token, which means something else everywhere else; null: 401. */
  deadToken: number | null;
  /** Status code of the answer to a token that lacks a scope. */
  missingScope: 401 | 403;
  /** Whether its page shows the code that is to be pasted; else only the address of the page has it. */
  showsCode: boolean;
  /** How many characters that code has; null where that is not known. */
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
  quotesBy: QuoteParameter | null;
  /** Whether a `direct` status reaches those whom it mentions. */
  directReaches: boolean;
  /** Whether a reply of one emoji, or one and mentions, becomes a reaction and no status. */
  makesReactions: boolean;
  /** What of a status an edit loses or cuts short, though it is sent again. */
  editsLose: readonly ("poll" | "quote")[];
}

export type QuoteParameter = "quoted_status_id" | "quote_id";

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
