import { formatCount } from "../count.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Author } from "../mastodon/account.ts";
import { asObject, textOf } from "../mastodon/client.ts";
import type { Plan, Step } from "../mastodon/plan.ts";
import type { Edited, Published } from "../mastodon/status.ts";
import type { Composition, Cut } from "../status/compose/composition.ts";
import { inUtc } from "../time.ts";
import { shortName } from "../visible.ts";
import { type Attached, attachedOf, attachedTo } from "./attached.ts";

/** How a post goes, and how it ended: what the outputs, the annotation and the summary tell. */
export interface Report {
  /** Which of several posts this is: a link, a path, or an index in `data`. Null where the run makes one. */
  entry: string | number | null;
  /** The file that it is about, below the repository; null for none. */
  file: string | null;
  result: "posted" | "scheduled" | "edited" | "duplicate" | "skipped" | "dry-run" | "partial" | "unknown" | "failed";
  /** Why, in one line; empty where there is nothing to say. */
  reason: string;
  /** `@user@host`; empty when not known. */
  handle: string;
  /** Web URL of its profile; empty when not known. */
  profile: string;
  /** Whether the run has an account to post with: a URL and a token. */
  hasAccount: boolean;
  /** Whether it edits a status instead of posting one. */
  isEdit: boolean;
  /** Whether it is still to be pinned, or its pin is on its way. */
  isToPin: boolean;
  /** What was sent and may be stored, though nobody knows yet; null for nothing. */
  inFlight: string | null;
  /** What has been sent and is not answered yet; null for nothing. */
  awaited: string | null;
  parts: ReportedPart[];
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
  /** Mentions that were escaped, such as `@scope`. */
  guarded: string[];
  /** Where the answer differs from what was asked. */
  differences: string[];
  /** What was waited for or done again, one line each. */
  retries: string[];
  /** What is wrong, one line and one annotation each; none where it ended well. */
  problems: string[];
  /** For the log alone: what the server answered, or the trace of a fault of our own; empty for nothing. */
  evidence: string;
}

/** One status of the run, planned or posted. */
export interface ReportedPart {
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

/** The report of a run that has not come far. */
export const nothingYet: Report = {
  entry: null,
  file: null,
  result: "failed",
  reason: "",
  handle: "",
  profile: "",
  hasAccount: false,
  isEdit: false,
  isToPin: false,
  inFlight: null,
  awaited: null,
  parts: [],
  attached: { media: [], poll: null, scheduledAt: "", inReplyTo: "", quoted: "" },
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
  problems: [],
  evidence: "",
};

/** How much is shown of a text that is refused for its length, in characters. */
const MOST_REFUSED = 500;

/** The text of a part as the log and the summary show it: whole, unless it is far too long to be posted. */
export function shownText({ text, characters }: ReportedPart, limit: number): string {
  const all = [...text];
  if (characters <= limit || all.length <= MOST_REFUSED) return text;
  return `${all.slice(0, MOST_REFUSED).join("")}… (and ${formatCount(all.length - MOST_REFUSED)} characters more)`;
}

/** The report of a run that knows what it wants to post. */
export function planned(
  plan: Plan,
  { parts, cuts }: Composition,
  inputs: Inputs,
  known: Pick<Report, "limit" | "limitAsked" | "guarded">,
): Report {
  const { params, poll, edit, pin } = plan;
  const texts = [...parts.map(({ text }) => text), params.spoiler_text ?? "", ...(poll?.options ?? [])];
  return {
    ...nothingYet,
    ...known,
    // What was cut off mentions nobody anyway. The guard itself is U+200C, or in a link `%40`.
    guarded: known.guarded.filter((mention) =>
      texts.some((text) => text.replaceAll("\u200C", "").replaceAll("%40", "@").includes(mention)),
    ),
    hasAccount: inputs.instanceUrl !== "" && inputs.accessToken !== "",
    // With `auto` it shows once a look found the status.
    isEdit: edit !== null && edit.target !== "auto",
    isToPin: pin,
    parts: parts.map((part) => ({ ...part, id: "", url: "", uri: "", visibility: "", language: "" })),
    attached: attachedOf(plan),
    spoilerText: params.spoiler_text ?? "",
    visibility: params.visibility ?? "",
    language: params.language ?? "",
    cuts: cuts.map((cut) => cutInWords(cut, parts.length, inputs, known.limit)),
  };
}

function cutInWords(cut: Cut, count: number, { overflow, maxParts }: Inputs, limit: number): string {
  const { part, removed, beginning, whole } = cut;
  const where = count > 1 ? ` of part ${part}` : "";
  const what = `${whole ? "Left out" : "Cut"} ${formatCount(removed)} characters${where}, beginning with “${beginning.replace(/\s+/g, " ").trim()}”.`;
  const isLast = part === maxParts && count === maxParts;
  return overflow === "thread" && isLast
    ? `${what} The text needs more than the ${maxParts} parts that \`max-parts\` allows.`
    : `${what} The text was longer than ${formatCount(limit)} characters.`;
}

/** The report after one more step. */
export function reduce(report: Report, step: Step): Report {
  switch (step.kind) {
    case "remark":
      return { ...report, differences: [...report.differences, step.sentence] };
    case "waiting":
      return { ...report, awaited: null, retries: [...report.retries, step.line] };
    case "uploading":
      return { ...report, awaited: "a file" };
    case "sending":
      return { ...report, inFlight: step.what, awaited: step.what };
    case "not stored":
      return { ...report, inFlight: null, awaited: null };
    case "changed": {
      const parts = report.parts.with(step.part, { ...report.parts[step.part]!, text: step.text });
      return { ...report, parts, differences: [...report.differences, step.why] };
    }
    case "stored":
      return withStored({ ...report, inFlight: null, awaited: null }, step.status, step.part, step.differences);
    case "author":
      return { ...report, handle: step.handle, profile: step.profile };
    case "editing":
      return { ...report, isEdit: true };
    case "would edit": {
      const none = "No status that announces the same was found, so it would be posted.";
      const { address } = step;
      const reason = address === null ? none : `It would edit ${address}, which announces the same.`;
      return { ...report, isEdit: address !== null, reason };
    }
    case "edited":
      return withEdited({ ...report, inFlight: null, awaited: null }, step.status, step.differences);
    case "pinned": {
      const problems = step.problem === null ? [] : [step.problem];
      return { ...report, isToPin: false, differences: [...report.differences, ...problems] };
    }
    default:
      return report;
  }
}

function withStored(report: Report, status: Published, part: number, differences: string[]): Report {
  const { response, duplicate, likeness, otherText, scheduledAt, entity } = status;
  const isAnother = ["another", "same release", "same link"].includes(likeness);
  const up = otherText === null ? {} : { text: otherText, characters: [...otherText].length };
  const parts = withAddress(report.parts, part, { ...status, ...up });
  const done = scheduledAt === null ? "posted" : "scheduled";
  // What was there already stands as it is, whatever was planned.
  const isThere = duplicate && part === 0;
  const attached = isThere ? attachedTo(entity, report.attached) : report.attached;
  const warning = textOf(asObject(entity.params ?? entity).spoiler_text);
  return {
    ...report,
    // A thread is a duplicate only where its last part was there too.
    result: duplicate ? "duplicate" : done,
    reason: duplicate ? `It was ${done} before, so it was not ${done} again.` : "",
    ...authorIn(status, report),
    // Behind another first part nothing was posted.
    parts: parts.slice(0, isAnother && part === 0 ? 1 : undefined),
    attached: { ...attached, scheduledAt: scheduledAt === null ? "" : timeOf(scheduledAt, report) },
    // A content warning without a text may have become the text.
    spoilerText: isThere && otherText !== null ? warning : report.spoilerText,
    response,
    differences: [...report.differences, ...differences],
  };
}

function withEdited(report: Report, status: Edited, differences: string[]): Report {
  return {
    ...report,
    result: "edited",
    reason: status.changed ? "" : "It already says all of this, so nothing was sent.",
    ...authorIn(status, report),
    parts: withAddress(report.parts, 0, status),
    // An edit changes none of these, so that what was asked for may not be what is up.
    attached: { ...report.attached, inReplyTo: "", quoted: "", scheduledAt: "" },
    response: status.response,
    differences: [...report.differences, ...differences],
  };
}

/** Whose it is: a later answer may not tell. */
function authorIn({ handle, profile }: Author, known: Author): Author {
  return handle === "" ? { handle: known.handle, profile: known.profile } : { handle, profile };
}

/** The parts, one of them with where it is. */
function withAddress(
  parts: readonly ReportedPart[],
  index: number,
  status: Partial<ReportedPart> & Omit<ReportedPart, "text" | "characters">,
): ReportedPart[] {
  const { id, url, uri, visibility, language, text, characters } = status;
  return parts.map((part, place) =>
    place === index
      ? { text: text ?? part.text, characters: characters ?? part.characters, id, url, uri, visibility, language }
      : part,
  );
}

/** A server's time as ours are written; what is no time is taken to be the one that was asked for. */
function timeOf(time: string, { attached }: Report): string {
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? attached.scheduledAt : inUtc(milliseconds);
}

/** What was to become of the status: `posted`, `scheduled` or `edited`. */
export function aimOf({ isEdit, attached }: Report): "posted" | "scheduled" | "edited" {
  if (isEdit) return "edited";
  return attached.scheduledAt === "" ? "posted" : "scheduled";
}

/**
 * The report of a run that failed, by how far it had come.
 *
 * @param outcome what is known of the last request that was to store something
 * @param response the server's answer; empty for none
 */
export function failed(report: Report, reason: string, outcome: "not done" | "unknown", response = ""): Report {
  const up = report.parts.filter(({ id }) => id !== "");
  const kind = up.length > 0 ? "partial" : outcome === "unknown" ? "unknown" : "failed";
  const already = `Already up: ${up.map(({ url }) => url).join(", ")} (${up.length} of ${report.parts.length} parts).`;
  const whole = {
    partial: `${reason} ${already}${outcome === "unknown" ? " The next part may be up too." : ""}`,
    unknown: `The status may or may not be ${aimOf(report)}. ${reason}`,
    failed: reason,
  };
  const why = whole[kind];
  const answer = { response: response || report.response, evidence: response };
  return { ...report, ...answer, result: kind, reason: why, problems: [why] };
}

/** Which of several posts it is, for people; empty where the run makes one. */
export function nameOf({ entry }: Pick<Report, "entry">): string {
  return typeof entry === "number" ? `data[${entry}]` : shortName(entry ?? "");
}

/** Whether it did not do what it should. */
export function isBad({ result }: Pick<Report, "result">): boolean {
  return result === "partial" || result === "unknown" || result === "failed";
}

const PERHAPS_PINNED =
  "The run was cancelled before it was known whether the status is pinned. Look at the profile, or run again.";

/** The report of a run that was cancelled, by how far it had come. */
export function cancelled(report: Report): Report {
  const { parts, inFlight, isToPin, differences } = report;
  if (inFlight !== null) {
    return failed(report, `The run was cancelled while ${inFlight} was on its way. A re-run looks first.`, "unknown");
  }
  const isDone = parts.length > 0 && parts.every(({ id }) => id !== "");
  if (isDone) return isToPin ? { ...report, differences: [...differences, PERHAPS_PINNED] } : report;
  const more = parts.some(({ id }) => id !== "") ? "more " : "";
  return failed(report, `The run was cancelled before anything ${more}was ${aimOf(report)}.`, "not done");
}
