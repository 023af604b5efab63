import { PIN_AND_SCHEDULE } from "../inputs/contradictions.ts";
import { InputError, type Inputs, type RawInputs, secretsOf } from "../inputs/inputs.ts";
import { type Author, accountRemarks, authorOf, verifyAccount } from "../mastodon/account.ts";
import type { Client } from "../mastodon/client.ts";
import { ofApplication } from "../mastodon/diagnosis/token.ts";
import { readInstance } from "../mastodon/instance.ts";
import { assumedLimits, type Limits, limitsOf, refusedBesidePoll, refusedPoll } from "../mastodon/limits.ts";
import { refusedMedia } from "../mastodon/media/upload.ts";
import { softwareAt } from "../mastodon/nodeinfo.ts";
import { type Ability, mayDo, scopeFor, type TokenInfo, tokenInfo } from "../mastodon/permissions.ts";
import type { Plan } from "../mastodon/plan.ts";
import { refusedSchedule } from "../mastodon/publish/schedule.ts";
import { withoutSecrets } from "../secrets.ts";
import type { Environment } from "../sources/environment.ts";
import { whyReleaseIsSilent } from "../sources/release.ts";
import { findMentions } from "../status/length/entities.ts";
import { countCharacters } from "../status/length/length.ts";
import { holdsAddress } from "./guard.ts";
import type { Post } from "./render.ts";

/** Asks for the limits of the instance. They are null where nobody was asked, or nobody told; `isAsked` tells which. */
export type AskLimits = (post: Post, inputs: Inputs) => Promise<{ limits: Limits | null; isAsked: boolean }>;

/** Makes what asks the instance for its limits: once, and only where they matter, so that a plain post costs one request. */
export function limitsAsker(client: Client | null): AskLimits {
  let asked: ReturnType<typeof readInstance> | null = null;
  return async (post, { dryRun, visibility, contentType, mentions }) => {
    const hasFormat = contentType !== "text/plain";
    const { drafts, spoilerText, media, poll, inReplyTo, quoted } = post;
    const isLong = drafts.some(({ text }) => most(text, spoilerText) > assumedLimits.maxCharacters);
    const isReaction = drafts.some(({ text }, part) => isReactionTo(text, part > 0 || inReplyTo !== ""));
    const mayFail = visibility === "direct" || isReaction;
    const hasMore = media.length > 0 || poll !== null || quoted !== "" || mayFail;
    const matters = isLong || hasFormat || hasMore || holdsAddress(post, mentions);
    if (!client || !(matters || dryRun)) return { limits: null, isAsked: false };
    asked ??= readInstance(client);
    const document = await asked;
    return { limits: document && limitsOf(document), isAsked: true };
  };
}

/** The most that a text counts on any server: on some a link or a mention counts in full, and an emoji as several. */
function most(text: string, spoiler: string): number {
  return Math.max(countCharacters(text, spoiler, assumedLimits.counting), text.length + spoiler.length);
}

/**
 * What the instance would refuse, or what cannot be done at all, one sentence each.
 *
 * @param limits null where the instance was not asked
 */
export function refusedOf(plan: Plan, limits: Limits | null): string[] {
  const { media, poll, quoted, texts, params, scheduledAt, inReplyTo, edit, pin } = plan;
  const refused: string[] = [];
  if (limits) {
    refused.push(...refusedMedia(media, limits.media));
    if (poll) {
      const beside = refusedBesidePoll(media.length > 0, limits.poll);
      refused.push(...refusedPoll(poll, limits.poll), ...(beside === null ? [] : [beside]));
    }
    if (quoted !== "" && limits.quotesBy === null) {
      refused.push(
        "`quoted-status-id` is set, and this instance has no quotes: Mastodon has them since 4.5. Leave it out, and put the address of the status into the text.",
      );
    }
  }
  if (pin && scheduledAt !== null) refused.push(PIN_AND_SCHEDULE);
  if (params.spoiler_text && scheduledAt !== null && texts.every((text) => text.trim() === "")) {
    refused.push(
      "A scheduled post without a text loses its content warning on Mastodon. Give it a text, or leave out `spoiler-text` or `scheduled-at`.",
    );
  }
  if (limits && !limits.directReaches && params.visibility === "direct") {
    refused.push(
      "`visibility` is `direct`, and on this server a post through the Mastodon API reaches none of those whom it mentions. Choose another visibility.",
    );
  }
  const reaction = limits?.makesReactions
    ? texts.find((text, part) => isReactionTo(text, part > 0 || inReplyTo !== ""))
    : undefined;
  if (reaction !== undefined) {
    refused.push(
      `On this server a reply of “${reaction.trim()}” alone becomes a reaction, and no post. Write a word beside it.`,
    );
  }
  if (texts.length === 1) return refused;
  const cure = "Shorten the text, set `overflow: truncate`, or remove the `---` lines.";
  if (scheduledAt !== null) {
    refused.push(
      `The text makes ${texts.length} parts, and a thread cannot be scheduled: its parts would have nothing to reply to. ${cure}`,
    );
  }
  if (edit !== null) {
    refused.push(`The text makes ${texts.length} parts, and \`edit-status-id\` edits one status. ${cure}`);
  }
  return refused;
}

/** Whether a text, as a reply, is a reaction to Misskey and its kin: one emoji, or one by its name, mentions aside. */
function isReactionTo(text: string, isReply: boolean): boolean {
  const rest = text.replaceAll(/@[\w.@-]+/g, "").trim();
  return (
    isReply &&
    /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u200d|\ufe0f|\p{Extended_Pictographic})*|:\w+:)$/u.test(rest)
  );
}

/** What several posts of a run cannot be together, one sentence each: two of one identity would be one post. */
export function refusedTogether(plans: readonly Plan[]): string[] {
  if (plans.length > 1 && plans.some(({ pin }) => pin)) {
    return [`There are ${plans.length} posts, and \`pin\` pins one. Leave \`pin\` out, or set \`max-posts: 1\`.`];
  }
  const first = new Map<string, number>();
  for (const [index, { identity }] of plans.entries()) {
    const name = JSON.stringify(identity);
    const same = first.get(name);
    first.set(name, index);
    if (same === undefined) continue;
    return [
      identity[0] === "key"
        ? `Posts ${same + 1} and ${index + 1} have the same \`idempotency-key\`, so the second would not be posted. Use a value that differs, such as \`{{ data.name }}\`.`
        : `Posts ${same + 1} and ${index + 1} are the same, so the second would not be posted. Take one of them out, or let the template use what differs.`,
    ];
  }
  return [];
}

/** What the author should know before it goes out, though nothing is wrong, one sentence each. */
export function remarksOn({ media, texts, params }: Plan, limits: Limits | null): string[] {
  const remarks = media
    .filter(({ description }) => description.trim() === "")
    .map(
      ({ label }) =>
        `${label} has no description, so people who cannot see it do not know what it shows, and many will not share it. Set \`description\`.`,
    );
  if (params.content_type !== "text/plain" && limits?.formats === false) {
    remarks.push(
      `\`content-type\` is \`${params.content_type}\`, which this server does not know: the text is shown as it is written.`,
    );
  }
  if (params.visibility === "direct" && !texts.some((text) => findMentions(text).length > 0)) {
    remarks.push("`direct` reaches only those who are mentioned, and this text mentions nobody.");
  }
  return remarks;
}

/** Why this run posts nothing though nothing is wrong; null where it posts. */
export function whySilent(inputs: Inputs, environment: Environment): string | null {
  return (
    inputs.skip ??
    whyReleaseIsSilent(environment, inputs.editStatusId !== "") ??
    whyPrivateIsSilent(inputs, environment)
  );
}

/** Nobody's private work goes public by leaving an input out. */
function whyPrivateIsSilent({ status, list, feed, files, link }: Inputs, { event }: Environment): string | null {
  if (list !== null || feed !== null || files !== null || link !== "") return null;
  const isPrivate = (event.repository as { private?: unknown } | null | undefined)?.private === true;
  return isPrivate && status.from === "default announcement"
    ? "The repository is private, so its releases are announced only with a text of your own. Set `status`."
    : null;
}

/**
 * Refuses a text that would publish a secret, in any writing.
 *
 * @throws Error with one line that does not show it
 */
export function refuseSecrets(texts: readonly string[], raw: RawInputs): void {
  const secrets = secretsOf(raw);
  if (texts.some((text) => withoutSecrets(text, secrets) !== text)) {
    throw new Error(
      "The text, its content warning, an alt text, the poll, `idempotency-key` or `data` contains the access token or `github-token`, so nothing is posted. Take the secret out.",
    );
  }
}

/**
 * What a dry run does in place of posting: it asks whose the token is, and whether token and account may post.
 *
 * @param client null where the run has no account
 * @param now milliseconds since 1970
 * @returns whose it is, empty where nobody tells, and what its author should know, one sentence each
 * @throws InputError where the time will not do; MastodonError or Error where posting would be refused
 */
export async function rehearse(
  client: Client | null,
  { scheduledAt, media, pin, edit }: Plan,
  now: number,
): Promise<Author & { remarks: string[] }> {
  const late = scheduledAt === null ? null : refusedSchedule(scheduledAt, now);
  if (late !== null) throw new InputError([late]);
  if (!client) return { handle: "", profile: "", remarks: edit?.target === "auto" ? [NOT_LOOKED] : [] };
  const account = await verifyAccount(client);
  const info = await tokenInfo(client);
  if (info?.isOfApplication) throw new Error(`${ofApplication.why} ${ofApplication.cure}`);
  const isClear = info !== null && account !== null;
  const software = isClear ? null : ((await softwareAt(client.probe, client.origin))?.name ?? null);
  const known = { software, info, mayLogIn: account !== null };
  for (const ability of ["posting", ...(media.length > 0 ? (["media"] as const) : [])] as const) {
    const { verdict, error } = await mayDo(client, ability, known);
    if (verdict === "no") throw error ?? new Error(lacking(ability, info));
  }
  const remarks = account ? accountRemarks(account, client.origin) : [];
  const mayPin = pin ? await mayDo(client, "pin", known) : null;
  if (mayPin?.verdict === "no") remarks.push(`It would not be pinned. ${lacking("pin", info)}`);
  return { ...authorOf(account, client.origin), remarks };
}

const NOT_LOOKED =
  "`edit-status-id: auto` looks for a status only with `instance-url` and `access-token`, so this rehearsal does not know whether one would be edited.";

function lacking(ability: Ability, info: TokenInfo | null): string {
  const scope = scopeFor[ability];
  const has = info ? `; it has ${info.scopes.join(" ") || "none"}` : "";
  return `The access token lacks the scope ${scope}${has}. A token keeps the scopes that it was made with: make a new one with ${scope}, and store it as the secret.`;
}
