import { randomUUID } from "node:crypto";
import type { Inputs } from "../inputs/inputs.ts";
import type { FoundMedia } from "../inputs/media-files.ts";
import { resolveSchedule } from "../inputs/schedule.ts";
import type { Poll } from "../mastodon/limits.ts";
import type { Upload } from "../mastodon/media/upload.ts";
import { type Facts, freeTexts } from "../sources/facts.ts";
import type { Draft } from "../status/compose/draft.ts";
import { renderLine, renderStatus, renderText } from "../status/template/template.ts";

/** What is to be posted: every template rendered, nothing asked of the instance yet. */
export interface Post {
  drafts: Draft[];
  /** Whom the templates mean to mention: lower-case handles. */
  mayMention: ReadonlySet<string>;
  /** Of these, those whom the texts still mention. */
  mentions: string[];
  /** Mentions that were escaped. */
  guarded: string[];
  spoilerText: string;
  media: Upload[];
  mediaHashes: string[];
  poll: Poll | null;
  /** `scheduled-at` as rendered; empty for at once. */
  schedule: string;
  /** The time that it means, in milliseconds since 1970; null for at once. */
  scheduledAt: number | null;
  /** As rendered; empty for none. */
  inReplyTo: string;
  quoted: string;
  editStatusId: string;
  idempotencyKey: string;
  /** Whether its words are others at another time. */
  printsNow: boolean;
  /** What the author should know, though nothing is wrong. */
  remarks: string[];
}

/**
 * Renders all templates of a run with the same facts. Nothing of it is guarded yet.
 *
 * @param now milliseconds since 1970
 * @throws TemplateError, or Error with one sentence, where a template or what it renders to is wrong
 */
export async function render(inputs: Inputs, facts: Facts, files: readonly FoundMedia[], now: number): Promise<Post> {
  const options = optionsOf(inputs, facts, now);
  const line = async (source: string, name: string) => (await renderLine(source, `\`${name}\``, options)).text;
  const { status } = inputs;
  const rendered = await renderStatus(
    { source: status.source, isTemplate: status.isTemplate, name: `\`${status.from}\`` },
    {
      ...options,
      splitsBody: inputs.overflow === "thread",
      // Only the workflow file can paste: nobody fills a `${{ }}` into the default or into a file.
      freeTexts: status.from === "status" ? options.freeTexts : new Map(),
    },
  );
  const idempotencyKey = await line(inputs.idempotencyKey, "idempotency-key");
  if (inputs.idempotencyKey !== "" && idempotencyKey === "") {
    throw new Error(
      "`idempotency-key` is empty here, so different posts would share it. Use values that this run has.",
    );
  }
  const media: Upload[] = [];
  for (const { label, file, focus, thumbnail, description } of files) {
    const { source, isTemplate } = description;
    const alt = isTemplate ? await renderText(source, `the description of ${label}`, options) : source;
    media.push({ label, file, focus, thumbnail, description: alt });
  }
  const schedule = await named(inputs.scheduledAt, "scheduled-at");
  const spoiler = await renderLine(inputs.spoilerText, "`spoiler-text`", options);
  const choices = await Promise.all(
    (inputs.poll?.options ?? []).map((choice, index) => renderLine(choice, `option ${index + 1} of \`poll\``, options)),
  );
  const told = [rendered, spoiler, ...choices];
  return {
    drafts: rendered.drafts,
    mayMention: new Set(told.flatMap(({ mayMention }) => [...mayMention])),
    mentions: [],
    guarded: [],
    spoilerText: spoiler.text,
    media,
    mediaHashes: files.map(({ sha256 }) => sha256),
    poll: inputs.poll && { ...inputs.poll, options: choices.map(({ text }) => text) },
    schedule,
    scheduledAt: timeOf(schedule),
    inReplyTo: await named(inputs.inReplyToId, "in-reply-to-id"),
    quoted: await named(inputs.quotedStatusId, "quoted-status-id"),
    editStatusId: await named(inputs.editStatusId, "edit-status-id"),
    idempotencyKey,
    printsNow: told.some(({ printsNow }) => printsNow),
    remarks: [...new Set(told.flatMap(({ remarks }) => remarks))],
  };

  /** A file that is dated in the past is posted at once, though others wait for their dates. */
  function timeOf(text: string): number | null {
    const time = resolveSchedule(text, now);
    return inputs.files !== null && time !== null && time <= now ? null : time;
  }

  /** What names a time or a status: when it comes to nothing, a post of its own is not what was meant. */
  async function named(source: string, name: string): Promise<string> {
    const text = await line(source, name);
    if (source === "" || text !== "") return text;
    throw new Error(
      `\`${name}\` is empty: ${source} has no value here. Use a value that this run has, or leave \`${name}\` out.`,
    );
  }
}

/** What all templates of a post are rendered with. */
export function optionsOf({ language }: Pick<Inputs, "language">, facts: Facts, now = Date.now()) {
  const nonce = randomUUID().replaceAll("-", "");
  const common = { locale: language, freeTexts: freeTexts(facts), nonce, now };
  return { ...common, facts: { ...facts }, absent: absentFrom(facts), spent: processorTime };
}

/** Everything of a post that others will read, or that goes to a server. */
export function textsOf({ drafts, spoilerText, media, poll, idempotencyKey }: Post): string[] {
  return [
    ...drafts.map(({ text }) => text),
    spoilerText,
    ...media.map(({ description }) => description),
    ...(poll?.options ?? []),
    idempotencyKey,
  ];
}

/** Facts that this run lacks: why, and how to have them. */
function absentFrom(facts: Facts): Record<string, string> {
  const event = facts.github.event_name ? `the event \`${facts.github.event_name}\`` : "a run without an event";
  const reasons = {
    release: `${event} has no release. Set \`release-tag\` to \`latest\` or to a tag, or run on release events`,
    data: "the input `data` is absent. Set it",
    feed: "this run has no feed. Set the input `feed`",
    entry:
      "this run is about no entry. Run on release events, or set `release-tag`, `feed`, `files`, `link` or a list in `data`",
  };
  return Object.fromEntries(Object.entries(reasons).filter(([name]) => facts[name as keyof typeof reasons] === null));
}

/** Milliseconds for which a processor has worked on this process. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
