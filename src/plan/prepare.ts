import { formatCount } from "../count.ts";
import { InputError, type Inputs, type RawInputs } from "../inputs/inputs.ts";
import type { MediaRequest } from "../inputs/media.ts";
import type { FoundMedia } from "../inputs/media-files.ts";
import { addressesIn } from "../mastodon/history/addresses.ts";
import { leadsToEntry } from "../mastodon/history/entry-link.ts";
import { assumedLimits } from "../mastodon/limits.ts";
import type { Plan } from "../mastodon/plan.ts";
import type { Environment } from "../sources/environment.ts";
import type { Facts } from "../sources/facts.ts";
import { compose } from "../status/compose/compose.ts";
import type { Composition } from "../status/compose/composition.ts";
import { type AskLimits, refusedOf, refuseSecrets, remarksOn } from "./check.ts";
import { guardPost } from "./guard.ts";
import { inputsOfPost } from "./inputs-of-post.ts";
import type { LinkedSubject } from "./link.ts";
import { planOf } from "./plan.ts";
import { render, textsOf } from "./render.ts";

/** What all posts of a run have in common. */
export interface Common {
  inputs: Inputs;
  raw: RawInputs;
  environment: Environment;
  /** Finds the media that inputs name. */
  findMedia(requests: readonly MediaRequest[]): Promise<FoundMedia[]>;
  /** Whether a post is known again by its link alone. */
  mustLink: boolean;
  askLimits: AskLimits;
  /** Milliseconds since 1970. */
  now(): number;
}

/** A post as it is to be sent. */
export interface Prepared {
  /** The inputs as they are for this post. */
  inputs: Inputs;
  plan: Plan;
  composed: Composition;
  /** Most characters that the instance allows, or is taken to allow. */
  limit: number;
  /** Whether the instance said so. */
  limitAsked: boolean;
  guarded: string[];
  /** Whether its words are others at another time. */
  printsNow: boolean;
  /** What the author should know, though nothing is wrong: of the templates, and of what comes of them. */
  remarks: { first: string[]; last: string[] };
  /** Why it cannot be sent as it is; null where it can. */
  refused: Error | null;
}

/**
 * Decides all about a post that can be decided before anything is sent.
 *
 * @throws TemplateError, or Error with one sentence, where there is not even a text
 */
export async function prepare(common: Common, subject: LinkedSubject): Promise<Prepared> {
  const { raw, environment, askLimits, now } = common;
  const { facts, link, problems } = subject;
  if (problems.length > 0) throw new InputError([...problems]);
  const inputs = await inputsOfPost(common.inputs, subject);
  const files = await common.findMedia(inputs.media);
  const rendered = guardPost(await render(inputs, facts, files, now()), inputs.mentions);
  refuseSecrets([...textsOf(rendered), JSON.stringify(facts.data)], raw);

  const { limits, isAsked } = await askLimits(rendered, inputs);
  const post = limits?.mentionsInWords ? guardPost(rendered, inputs.mentions, true) : rendered;
  const { maxCharacters: limit, counting } = limits ?? assumedLimits;
  const silent = `${inputs.instanceUrl} did not say how long a status may be, so ${formatCount(limit)} characters are assumed.`;
  const { overflow, maxParts } = inputs;
  const mayBeEmpty = post.media.length > 0;
  const spoiler = post.spoilerText;
  const composed = await compose(post.drafts, { limit, counting, spoiler, mayBeEmpty, overflow, maxParts });
  if (composed.parts.length === 0) {
    const why = post.drafts.some(({ text }) => text.trim() !== "")
      ? "The text has invisible characters alone"
      : "The text is empty: every value that the template uses is empty here";
    throw new Error(`${why}. Nothing is posted.`);
  }
  const texts = composed.parts.map(({ text }) => text);
  const plan = planOf(inputs, environment, facts, post, texts, now(), link);
  const refused = [...refusedOf(plan, limits), ...refusedEntry(inputs, facts, link, texts[0]!, common.mustLink)];
  return {
    inputs,
    plan: limits?.quotesBy ? { ...plan, quotesBy: [limits.quotesBy] } : plan,
    composed,
    limit,
    limitAsked: limits !== null,
    guarded: post.guarded,
    printsNow: post.printsNow,
    remarks: { first: [...rendered.remarks, ...(isAsked && !limits ? [silent] : [])], last: remarksOn(plan, limits) },
    refused: composed.tooLong ?? (refused.length > 0 ? new InputError(refused) : null),
  };
}

/** What could not be done, or would not be known again: a post about an entry that does not link to it. */
function refusedEntry(
  { files, status, waitForLink }: Inputs,
  { entry }: Facts,
  link: string,
  text: string,
  mustLink: boolean,
): string[] {
  const missing = !entry?.link;
  if (missing && waitForLink) {
    return [
      "`wait-for-link` waits for the link of what the post is about, and there is none. Set `link`, or leave it out.",
    ];
  }
  if (missing && status.from === "default announcement") {
    return ["The default announcement needs a link, and this entry has none. Set `link`, or write your own `status`."];
  }
  if (!mustLink) return [];
  if (missing) {
    const key = files === null ? "id" : "slug";
    return [
      `This entry has no link, so a post about it would not be known again. Set \`link\`, such as \`https://blog.example/{{ entry.${key} }}/\`.`,
    ];
  }
  if (link === "" || addressesIn(text).some((found) => leadsToEntry(found, link))) return [];
  return [
    "The text does not link to the entry, so a post about it would not be known again. Write `{{ entry.link }}` into its first part.",
  ];
}
