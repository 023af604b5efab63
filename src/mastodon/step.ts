import type { Edited, Published } from "./status.ts";

/** What happens while a plan is carried out, in order. Result, log and what is in flight are all folds over these. */
export type Step =
  /** A look for the same post begins. */
  | { kind: "looking"; since: number; why: string }
  /** Media are about to be uploaded. */
  | { kind: "uploading"; count: number }
  /** What goes on, for the log alone. */
  | { kind: "progress"; line: string }
  /** Something is waited for, or done again: why, and for how long. */
  | { kind: "waiting"; line: string }
  /** A request is about to be sent that stores something. Until one of the next three, nobody knows whether it is stored. */
  | { kind: "sending"; what: string }
  /** Nothing of it was stored. */
  | { kind: "not stored" }
  /** A part is stored, or was found to be there. */
  | { kind: "stored"; part: number; status: Published; differences: string[] }
  /** A status was edited, or found to need no edit. */
  | { kind: "edited"; status: Edited; differences: string[] }
  /** What is sent is an edit of this status. */
  | { kind: "editing"; id: string }
  /** The first part is pinned, or why not, in one sentence. */
  | { kind: "pinned"; problem: string | null };

/** Steps of some work, and what comes of it. */
export type Steps<Outcome> = AsyncGenerator<Step, Outcome, void>;
