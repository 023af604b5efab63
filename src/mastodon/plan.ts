import type { Poll } from "./limits/poll-limits.ts";
import type { Upload } from "./media/upload.ts";
import type { StatusParams } from "./status.ts";

/** All that is decided about one post before anything is sent. */
export interface Plan {
  /** What makes two runs mean the same post, as JSON. */
  identity: readonly unknown[];
  /** The text of each part, one or more. */
  texts: readonly string[];
  /** What every part is sent with. */
  params: Omit<StatusParams, "status">;
  /** What only the first part has. */
  media: readonly Upload[];
  poll: Poll | null;
  /** Milliseconds since 1970; null for at once. */
  scheduledAt: number | null;
  /** Ids or addresses, as the author gave them; empty for none. */
  inReplyTo: string;
  quoted: string;
  /** What the post is about. A post is recognised by its address; both are empty or null where there is none. */
  subject: { url: string; publishedAt: number | null };
  /** Look for the same post first; null: send at once. */
  look: Look | null;
  /** The status to edit instead of posting; null to post. */
  edit: Edit | null;
  /** Whether the first part is pinned to the profile. */
  pin: boolean;
}

/** Where to look for the same post before anything is sent. */
export interface Look {
  /** Milliseconds since 1970. */
  since: number;
  /** Why since then, as a clause. */
  why: string;
  /** The event of the same release whose run goes first and is given some seconds; empty for none. */
  yieldTo: string;
}

/** Which status to edit. */
export interface Edit {
  /** Id or address, or `auto`: the status that announces the same, if there is one. */
  target: string;
  /** How far back `auto` looks, in milliseconds since 1970. */
  since: number;
}
