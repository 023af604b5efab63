import type { Inputs } from "./inputs.ts";
import { inUtc } from "./utc.ts";

/** How a run ended; what the outputs, the annotation and the summary tell. */
export interface Result {
  result: "posted" | "scheduled" | "edited" | "duplicate" | "skipped" | "dry-run" | "partial" | "unknown" | "failed";
  /** Why, in one line; empty where there is nothing to say. */
  reason: string;
  /** `@user@host`; empty when not known. */
  handle: string;
  /** Whether the run has an account to post with: a URL and a token. */
  hasAccount: boolean;
  /** Whether it edits a status instead of posting one. */
  isEdit: boolean;
  /** Whether it is still to be pinned, or its pin is on its way. */
  isToPin: boolean;
  parts: PartView[];
  attached: Attached;
  spoilerText: string;
  /** As asked for; empty for the account's own. */
  visibility: string;
  language: string;
  /** Most characters that the instance allows, or is taken to allow. */
  limit: number;
  /** Whether the instance was asked for its limit. */
  limitAsked: boolean;
  /** The server's last answer, as it came. */
  response: string;
  /** What was cut, one line each. */
  cuts: string[];
  /** Mentions that were made harmless, such as `@scope`. */
  guarded: string[];
  /** Where the answer differs from what was asked. */
  differences: string[];
  /** What was waited for or done again, one line each. */
  retries: string[];
}

/** What the first part bears besides its text, as the log and the summary show it. */
export interface Attached {
  /** `label` names the file, its type and size. */
  media: { label: string; description: string }[];
  /** `mark` stands before each option: ☐ where several may be taken, else ○. */
  poll: { options: string[]; mark: string; settings: string } | null;
  /** When it is to come out, in UTC (ISO 8601); empty for at once. */
  scheduledAt: string;
  /** Ids or URLs as given; empty for none. */
  inReplyTo: string;
  quoted: string;
}

const nothingAttached: Attached = { media: [], poll: null, scheduledAt: "", inReplyTo: "", quoted: "" };

/** One status of the run, planned or posted. */
export interface PartView {
  text: string;
  characters: number;
  /** Empty when it is not posted, like all that follows. */
  id: string;
  url: string;
  uri: string;
  /** As it came out. */
  visibility: string;
  language: string;
}

/** How much is shown of a text that is refused for its length, in characters. */
const MOST_REFUSED = 500;

/** The text of a part as the log and the summary show it: whole, unless it is far too long to be posted. */
export function shownText({ text, characters }: PartView, limit: number): string {
  const all = [...text];
  if (characters <= limit || all.length <= MOST_REFUSED) return text;
  return `${all.slice(0, MOST_REFUSED).join("")}… (and ${all.length - MOST_REFUSED} characters more)`;
}

/** The result of a run that has not come far. */
export const nothingYet: Result = {
  result: "failed",
  reason: "",
  handle: "",
  hasAccount: false,
  isEdit: false,
  isToPin: false,
  parts: [],
  attached: nothingAttached,
  spoilerText: "",
  visibility: "",
  language: "",
  limit: 500,
  limitAsked: false,
  response: "",
  cuts: [],
  guarded: [],
  differences: [],
  retries: [],
};

export interface Plan {
  parts: { text: string; characters: number }[];
  cuts: { part: number; removed: number; beginning: string; whole: boolean }[];
}

/** The result of a run that knows what it wants to post. */
export function planned(
  inputs: Inputs,
  plan: Plan,
  known: Pick<Result, "spoilerText" | "limit" | "limitAsked" | "guarded" | "attached">,
): Result {
  return {
    ...nothingYet,
    ...known,
    // What was cut off mentions nobody anyway. The guard itself is U+200C, or in a link `%40`.
    guarded: known.guarded.filter((mention) =>
      plan.parts.some(({ text }) => text.replaceAll("\u200C", "").replaceAll("%40", "@").includes(mention)),
    ),
    hasAccount: inputs.instanceUrl !== "" && inputs.accessToken !== "",
    // With `auto` it shows once a look found the status.
    isEdit: !["", "auto"].includes(inputs.editStatusId),
    isToPin: inputs.pin,
    parts: plan.parts.map((part) => ({ ...part, id: "", url: "", uri: "", visibility: "", language: "" })),
    visibility: inputs.visibility ?? "",
    language: inputs.language ?? "",
    cuts: plan.cuts.map(({ part, removed, beginning, whole }) => {
      const where = plan.parts.length > 1 ? ` of part ${part}` : "";
      const what = `${whole ? "Left out" : "Cut"} ${removed} characters${where}, beginning with “${beginning.replace(/\s+/g, " ").trim()}”.`;
      const isLast = part === inputs.maxParts && plan.parts.length === inputs.maxParts;
      return inputs.overflow === "thread" && isLast
        ? `${what} The text needs more than the ${inputs.maxParts} parts that \`max-parts\` allows.`
        : `${what} The text was longer than ${known.limit} characters.`;
    }),
  };
}

/** A stored status, as the server's answer tells it. */
export interface Stored extends Omit<PartView, "text" | "characters"> {
  handle: string;
  duplicate: boolean;
  /** The text that is up, where it is another one; else null. */
  otherText: string | null;
  /** When it comes out, as the server tells it; null where it is out. */
  scheduledAt: string | null;
  response: string;
}

/** The result after one more part is stored. */
export function added(result: Result, stored: Stored, part: number): Result {
  const { id, url, uri, visibility, language, handle, response, duplicate, otherText, scheduledAt } = stored;
  const isOther = otherText !== null;
  const up = isOther ? { text: otherText, characters: [...otherText].length } : {};
  const parts = result.parts
    .map((view, index) => (index === part ? { ...view, ...up, id, url, uri, visibility, language } : view))
    // Behind another first part nothing was posted.
    .slice(0, isOther && part === 0 ? 1 : undefined);
  const done = scheduledAt === null ? "posted" : "scheduled";
  return {
    ...result,
    // A thread is a duplicate only where its last part was there too.
    result: duplicate ? "duplicate" : done,
    reason: duplicate ? `It had been ${done} before, so no second one was made.` : "",
    handle: handle || result.handle,
    parts,
    attached: { ...result.attached, scheduledAt: scheduledAt === null ? "" : timeOf(scheduledAt, result) },
    response,
  };
}

/** A server's time as ours are written; what is no time is taken to be the one that was asked for. */
function timeOf(time: string, { attached }: Result): string {
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? attached.scheduledAt : inUtc(milliseconds);
}

/** The result after a status was edited, or found to need no edit. */
export function edited(
  result: Result,
  done: Omit<Stored, "duplicate" | "otherText" | "scheduledAt"> & { changed: boolean; differences: string[] },
): Result {
  // An edit changes neither, so that what was asked for may not be what is up.
  const attached = { ...result.attached, inReplyTo: "", quoted: "" };
  const stored = { ...done, duplicate: false, otherText: null, scheduledAt: null };
  const reason = done.changed ? "" : "It says all of this already, so nothing was sent.";
  const differences = [...result.differences, ...done.differences];
  return { ...added({ ...result, attached }, stored, 0), result: "edited", reason, differences };
}

/** What was to become of the status: `posted`, `scheduled` or `edited`. */
export function wishOf({ isEdit, attached }: Result): "posted" | "scheduled" | "edited" {
  if (isEdit) return "edited";
  return attached.scheduledAt === "" ? "posted" : "scheduled";
}

/** The result of a run that failed, by how far it had come. */
export function broken(result: Result, reason: string, outcome: "not done" | "unknown", response: string): Result {
  const up = result.parts.filter(({ id }) => id !== "");
  const kind = up.length > 0 ? "partial" : outcome === "unknown" ? "unknown" : "failed";
  const already = `Already up: ${up.map(({ url }) => url).join(", ")} (${up.length} of ${result.parts.length} parts).`;
  const whole = {
    partial: `${reason} ${already}${outcome === "unknown" ? " The next part may be up too." : ""}`,
    unknown: `The status may or may not be ${wishOf(result)}. ${reason}`,
    failed: reason,
  };
  return { ...result, result: kind, reason: whole[kind], response: response || result.response };
}

const PERHAPS_PINNED =
  "The run was cancelled before it was known whether the status is pinned. Look at the profile, or run again.";

/** The result of a run that was cancelled, by how far it had come. */
export function cancelled(result: Result, onItsWay: string | null): Result {
  const isDone = result.parts.length > 0 && result.parts.every(({ id }) => id !== "");
  if (isDone && onItsWay === null) {
    return result.isToPin ? { ...result, differences: [...result.differences, PERHAPS_PINNED] } : result;
  }
  if (onItsWay === null) {
    const more = result.parts.some(({ id }) => id !== "") ? "more " : "";
    return broken(result, `The run was cancelled before anything ${more}was ${wishOf(result)}.`, "not done", "");
  }
  return broken(result, `The run was cancelled while ${onItsWay} was on its way. A re-run looks first.`, "unknown", "");
}
