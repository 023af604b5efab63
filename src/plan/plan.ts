import type { Inputs } from "../inputs/inputs.ts";
import { languageKept } from "../mastodon/language.ts";
import type { Look, Plan } from "../mastodon/plan.ts";
import type { FileEntry } from "../sources/content-file.ts";
import type { Environment } from "../sources/environment.ts";
import type { Facts } from "../sources/facts.ts";
import { isAnnouncedElsewhere, timesOf } from "../sources/release.ts";
import type { Post } from "./render.ts";

/**
 * Decides all about a post that can be decided before anybody is asked; where to look first comes with `look`.
 *
 * @param texts of the parts, as composed
 * @param now milliseconds since 1970
 * @param link by which a post about the same entry is known again; empty for none
 */
export function planOf(
  inputs: Inputs,
  environment: Environment,
  facts: Facts,
  post: Post,
  texts: readonly string[],
  now: number,
  link = "",
): Plan {
  const { visibility, language, contentType, quoteApprovalPolicy, duplicateCheck } = inputs;
  const { spoilerText, media, mediaHashes, poll, inReplyTo, quoted, schedule, editStatusId, idempotencyKey } = post;
  const { release } = facts;
  // What is behind a warning is sensitive: Mastodon says so itself, but not of what is scheduled.
  const sensitive = inputs.sensitive ?? (spoilerText === "" ? undefined : true);
  const params = {
    content_type: contentType,
    ...(spoilerText === "" ? {} : { spoiler_text: spoilerText }),
    ...(visibility === undefined ? {} : { visibility }),
    ...(language === undefined ? {} : { language: languageKept(language) }),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(quoteApprovalPolicy === undefined ? {} : { quote_approval_policy: quoteApprovalPolicy }),
  };
  const meansNobody = post.mentions.length === 0 && inputs.mentions !== "all";
  // A duration is another time on a re-run, and a file another id on the server.
  const what = { texts, ...params, poll, media: mediaHashes, reply: inReplyTo, quote: quoted, schedule };
  return {
    identity:
      inputs.feed !== null && idempotencyKey === ""
        ? entryIdentity(facts, link, [language ?? "", visibility ?? "", inReplyTo, quoted])
        : inputs.files !== null && idempotencyKey === ""
          ? ["file", environment.github.repository, (facts.entry as FileEntry | null)?.path, what]
          : identityOf(facts, environment.place, idempotencyKey, what),
    texts,
    // Mastodon loses a scheduled status with it, without a word.
    params: meansNobody && post.scheduledAt === null ? { ...params, allowed_mentions: [] } : params,
    mentions: post.mentions,
    media,
    poll,
    scheduledAt: post.scheduledAt,
    inReplyTo,
    quoted,
    quotesBy: ["quoted_status_id", "quote_id"],
    link,
    // A post about an entry is known again by the entry.
    release:
      facts.feed || inputs.files || inputs.list
        ? null
        : release && {
            url: release.html_url ?? "",
            publishedAt: timesOf(release).out,
            inAnyWords: idempotencyKey === "" && (isAnnouncedElsewhere(environment) || isLoaded(facts)),
          },
    letsGoFirst: isAnnouncedElsewhere(environment) && duplicateCheck !== "never",
    look: null,
    edit:
      editStatusId === ""
        ? null
        : {
            target: editStatusId,
            since: now - (typeof duplicateCheck === "number" ? duplicateCheck : USUAL_WINDOW),
            before: now,
          },
    pin: inputs.pin,
  };
}

/**
 * The identity of a post: what makes two runs mean the same post, so that the second one makes none.
 *
 * The first that applies of: the author's own key; else what is sent, and by which step, about the release or, without
 * one, in the run. So two steps, the legs of a matrix, an announcement and the reply to it are different posts. A re-run
 * is the same, and so are the runs of several events of one release.
 *
 * @param place of the step: workflow, job, step
 * @param idempotencyKey as rendered; empty for none
 * @param what all that is sent
 */
export function identityOf(
  { github, release }: Pick<Facts, "github" | "release">,
  place: Environment["place"],
  idempotencyKey: string,
  what: Readonly<Record<string, unknown>>,
): unknown[] {
  if (idempotencyKey !== "") return ["key", github.repository, idempotencyKey];
  return ["post", github.repository, release?.id ?? github.run_id, place, what];
}

/**
 * The identity of a post about an entry of a feed: whatever its words, whichever run makes it.
 *
 * @param aims language, visibility, reply and quote: in another language, or for others, it is another post
 */
function entryIdentity({ entry }: Facts, link: string, aims: readonly string[]): unknown[] {
  const { id = null, title = null } = (entry ?? {}) as { id?: string | null; title?: string | null };
  return ["entry", link || id || [entry?.link ?? null, title], ...aims];
}

/** Whether the release is another one than the event's: then any run may announce it. */
function isLoaded({ event, release }: Pick<Facts, "event" | "release">): boolean {
  const { id } = (event.release ?? {}) as { id?: unknown };
  return release !== null && release.id !== id;
}

const DAY = 86_400_000;

/** How far back a look goes for an announcement whose release does not tell when it came out. Milliseconds. */
const USUAL_WINDOW = 30 * DAY;

/** How long the same text is the same post where nobody tells when the run began. Milliseconds. */
export const SAME_TEXT = DAY;

/**
 * A plan that knows when its run began, as far as that matters: with the look before posting, and with which statuses are
 * too new to be edited.
 *
 * @param now milliseconds since 1970
 * @param created asks when the run began: milliseconds since 1970, or why nobody tells
 */
export async function withLook(
  plan: Plan,
  { duplicateCheck }: Pick<Inputs, "duplicateCheck">,
  environment: Environment,
  facts: Pick<Facts, "event" | "release">,
  now: number,
  created: () => Promise<number | string>,
): Promise<Plan> {
  const isRerun = Number(environment.github.run_attempt) > 1 && duplicateCheck !== "never";
  const isAsked = isRerun || plan.edit?.target === "auto";
  const began = isAsked ? await created() : null;
  const look = lookOf(duplicateCheck, environment, facts, isRerun ? began : null, now);
  return { ...plan, look, edit: plan.edit && { ...plan.edit, before: typeof began === "number" ? began : now } };
}

/**
 * Decides whether to look before posting, since when, and what to do where a look cannot see.
 *
 * A first attempt on `published` does not look, so that it costs one request. A re-run looks since its first attempt began.
 * The runs of a release's other events look since the release was made, for `published` may have announced it; and so
 * does any run for a release that it loaded, since it came out. Of several windows the widest holds.
 *
 * @param began when the first attempt of a re-run began, or why nobody tells; null for a first attempt
 */
function lookOf(
  duplicateCheck: Inputs["duplicateCheck"],
  environment: Environment,
  facts: Pick<Facts, "event" | "release">,
  began: number | string | null,
  now: number,
): Look | null {
  if (duplicateCheck === "never") return null;
  const { made, out } = timesOf(facts.release ?? {});
  const windows: Pick<Look, "since" | "why" | "orElse">[] = [];
  if (typeof duplicateCheck === "number") {
    windows.push({ since: now - duplicateCheck, why: "as `duplicate-check` says", orElse: "stop" });
  }
  if (isLoaded(facts)) windows.push({ ...sinceRelease(out, "came out", now), orElse: "stop" });
  if (isAnnouncedElsewhere(environment)) windows.push({ ...sinceRelease(made, "was made", now), orElse: "post" });
  if (typeof began === "number") windows.push({ since: began, why: "when this run began", orElse: "rely on key" });
  else if (began !== null) {
    // No run about a release began before it came out.
    if (facts.event.release) windows.push({ ...sinceRelease(out, "came out", now), orElse: "rely on key" });
    const why = `24 hours back, as nobody tells when this run began (${began})`;
    windows.push({ since: now - SAME_TEXT, why, orElse: "rely on key" });
  }
  const [widest] = windows.toSorted((one, other) => one.since - other.since);
  if (!widest) return null;
  const orElse = (["stop", "rely on key"] as const).find((one) => windows.some((window) => window.orElse === one));
  return { ...widest, orElse: orElse ?? "post", keySince: typeof began === "number" ? began : 0 };
}

function sinceRelease(time: number | null, what: string, now: number): Pick<Look, "since" | "why"> {
  return time === null
    ? { since: now - USUAL_WINDOW, why: `30 days back, as nobody tells when the release ${what}` }
    : { since: time, why: `when the release ${what}` };
}
