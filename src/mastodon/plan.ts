import type { Author } from "./account.ts";
import type { Poll } from "./limits.ts";
import type { Upload } from "./media/upload.ts";
import type { Edited, Published, StatusParams } from "./status.ts";
import type { QuoteParameter } from "./traits.ts";

/** All that is decided about one post before anything is sent. */
export interface Plan {
  /** What makes two runs mean the same post, as JSON. */
  readonly identity: readonly unknown[];
  /** The text of each part, one or more. */
  readonly texts: readonly string[];
  /** What every part is sent with. */
  readonly params: Omit<StatusParams, "status">;
  /** Lower-case handles that the texts are to mention. */
  readonly mentions: readonly string[];
  /** What only the first part has. */
  readonly media: readonly Upload[];
  readonly poll: Poll | null;
  /** Milliseconds since 1970; null for at once. */
  readonly scheduledAt: number | null;
  /** Ids or addresses, as the author gave them; empty for none. */
  readonly inReplyTo: string;
  readonly quoted: string;
  /** The parameter that names the quoted status to this server; all that there are where it does not describe itself. */
  readonly quotesBy: readonly QuoteParameter[];
  /** The release that the post is about; null for none. */
  readonly release: Announced | null;
  /** Address by which a post about the same entry is known again, in whatever words; empty for none. */
  readonly link: string;
  /** Whether some seconds pass before the look, so that the run of another event of the same release goes first. */
  readonly letsGoFirst: boolean;
  /** Look for the same post first; null: send at once. */
  readonly look: Look | null;
  /** The status to edit instead of posting; null to post. */
  readonly edit: Edit | null;
  /** Whether the first part is pinned to the profile. */
  readonly pin: boolean;
}

/** The release that a post is about. */
export interface Announced {
  url: string;
  /** Milliseconds since 1970; null where it does not tell. */
  publishedAt: number | null;
  /** Whether a post about it in other words is this one, too. */
  inAnyWords: boolean;
}

/** A look for the same post before anything is sent. */
export interface Look {
  /** Milliseconds since 1970. */
  since: number;
  /** Most statuses that it goes through, where it is not bounded by time. */
  most?: number;
  /** Why since then, as a clause. */
  why: string;
  /** What is done where it cannot see: nothing is posted; or it is posted without; or the key decides while it lives. */
  orElse: "stop" | "post" | "rely on key";
  /** What to do where it cannot see, as the end of a sentence; unless given, `duplicate-check: never`. */
  otherwise?: string;
  /** Where a key decides: when its first request may have been sent. Milliseconds since 1970. */
  keySince: number;
}

/** Which status to edit. */
export interface Edit {
  /** Id or address, or `auto`: the status that announces the same, if there is one. */
  target: string;
  /** How far back `auto` looks, in milliseconds since 1970. */
  since: number;
  /** Since when what is made may be another post of the same run, which `auto` does not take. Milliseconds since 1970. */
  before: number;
}

/** What happens while a plan is carried out, in order. Result, log and what is in flight are all folds over these. */
export type Step =
  /** A look for the same post begins. */
  | { kind: "looking"; since: number; why: string }
  /** Which of the posts that were looked for are there, in their order. */
  | { kind: "found"; which: readonly boolean[] }
  /** Media are about to be uploaded. */
  | { kind: "uploading"; count: number }
  /** What goes on, for the log alone. */
  | { kind: "progress"; line: string }
  /** What the author should know, though nothing failed. */
  | { kind: "remark"; sentence: string }
  /** Something is waited for, or done again: why, and for how long. */
  | { kind: "waiting"; line: string }
  /** A request is about to be sent that stores something. Until one of the next three, nobody knows whether it is stored. */
  | { kind: "sending"; what: string }
  /** Nothing of it was stored. */
  | { kind: "not stored" }
  /** Another text is sent than was planned: why, in one sentence. */
  | { kind: "changed"; part: number; text: string; why: string }
  /** A part is stored, or was found to be there. */
  | { kind: "stored"; part: number; status: Published; differences: string[] }
  /** Whose it is, where the answer did not say. */
  | ({ kind: "author" } & Author)
  /** A status was edited, or found to need no edit. */
  | { kind: "edited"; status: Edited; differences: string[] }
  /** What is sent is an edit of this status. */
  | { kind: "editing"; id: string }
  /** A rehearsal found the status that would be edited; null for none, so that it would be posted. */
  | { kind: "would edit"; address: string | null }
  /** The first part is pinned, or why not, in one sentence. */
  | { kind: "pinned"; problem: string | null };

/** Steps of some work, and what comes of it. */
export type Steps<Outcome> = AsyncGenerator<Step, Outcome, void>;
