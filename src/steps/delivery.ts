import type { Cancellation } from "../action/cancellation.ts";
import type { Inputs } from "../action/inputs.ts";
import type { LookWindow } from "../action/look-window.ts";
import { log } from "../action/report.ts";
import type { Result } from "../action/result.ts";
import type { Client } from "../mastodon/client.ts";
import { MastodonError } from "../mastodon/error.ts";
import type { StatusParams } from "../mastodon/published.ts";
import type { Post } from "./render.ts";

/** All that is decided before anything is sent. */
export interface Delivery {
  client: Client;
  inputs: Inputs;
  post: Post;
  texts: readonly string[];
  /** Milliseconds since 1970; null for at once. */
  scheduledAt: number | null;
  identity: unknown[];
  subjectUrl: string;
  /** When what the post is about came out, in milliseconds since 1970; absent or null where that is not known. */
  subjectTime?: number | null;
  /** Since when to look for the same post first; null: do not look. */
  lookBack: LookWindow | null;
}

/** Told of every step forward, so that nothing is lost when a later one fails. */
export interface Course {
  /** The result so far. */
  result(): Result;
  advance(result: Result): void;
  onSending: Cancellation["onSending"];
  onItsWay: Cancellation["onItsWay"];
  settle: Cancellation["settle"];
}

/** What every part of the post bears besides its text. */
export function paramsOf({ inputs, post }: Delivery): Omit<StatusParams, "status"> {
  const { visibility, language, sensitive, quoteApprovalPolicy } = inputs;
  return {
    ...(post.spoilerText === "" ? {} : { spoiler_text: post.spoilerText }),
    ...(visibility === undefined ? {} : { visibility }),
    ...(language === undefined ? {} : { language }),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(quoteApprovalPolicy === undefined ? {} : { quote_approval_policy: quoteApprovalPolicy }),
  };
}

/** Tells of what is waited for, or done again. */
export function noteRetry(line: string, course: Course): void {
  log(line);
  const result = course.result();
  course.advance({ ...result, retries: [...result.retries, line] });
}

/** Notes what of a post is otherwise than it was asked for, one sentence each. */
export function noteDifferences(differences: readonly string[], course: Course): void {
  const result = course.result();
  course.advance({ ...result, differences: [...result.differences, ...differences] });
}

/** Whether a failure left nothing on the server, for sure. What a fault of our own leaves on its way may arrive. */
export function isNotDone(error: unknown, course: Course): boolean {
  return error instanceof MastodonError ? error.outcome === "not done" : course.onItsWay() === null;
}
