import type { PollLimits } from "./limits.ts";

/** A poll as the API takes it. */
export interface Poll {
  options: readonly string[];
  /** Seconds from the posting on. */
  expires_in: number;
  multiple?: boolean;
  hide_totals?: boolean;
}

/** What else the status bears that has the poll. */
export interface BesidePoll {
  hasText: boolean;
  hasMedia: boolean;
}

/**
 * What an instance would refuse about a poll, one sentence each; none where it would take it.
 *
 * Lengths are counted in graphemes, as Mastodon does (`PollOptionsValidator`); who counts code points refuses a little
 * earlier, and says so.
 */
export function refusedPoll(poll: Poll, limits: PollLimits): string[] {
  return [...refusedOptions(poll.options, limits), ...refusedExpiry(poll.expires_in, limits)];
}

/**
 * What no instance, or not this one, takes together with a poll, one sentence each. Mastodon wants a text even beside a
 * poll, unless there are media (its `Status` validates the presence of one of them).
 */
export function refusedBesidePoll({ hasText, hasMedia }: BesidePoll, limits: PollLimits): string[] {
  const refused: string[] = [];
  if (!hasText && !hasMedia) refused.push("A poll needs a text to stand under. Give the status a text.");
  if (hasMedia && !limits.besideMedia) {
    refused.push(
      "This instance takes no media beside a poll (Mastodon does since 4.6). Leave out `media` or `poll`, or post two statuses.",
    );
  }
  return refused;
}

function refusedOptions(options: readonly string[], { maxOptions, maxOptionCharacters }: PollLimits): string[] {
  const refused: string[] = [];
  if (options.length > maxOptions) {
    refused.push(`The poll has ${options.length} options, this instance allows ${maxOptions}. Leave some out.`);
  }
  const seen = new Map<string, number>();
  for (const [index, option] of options.entries()) {
    const text = option.trim();
    const name = `Poll option ${index + 1}`;
    const length = countGraphemes(text);
    const earlier = seen.get(text);
    if (text === "") {
      refused.push(`${name} is empty: the value that it names has come to nothing. Give it a text.`);
    } else if (earlier !== undefined) {
      refused.push(`${name} is the same as option ${earlier}, “${shortened(text)}”. Each option must differ.`);
    } else if (length > maxOptionCharacters) {
      refused.push(
        `${name} has ${length} characters, this instance allows ${maxOptionCharacters}: “${shortened(text)}”. Shorten it.`,
      );
    }
    if (text !== "" && earlier === undefined) seen.set(text, index + 1);
  }
  return refused;
}

function refusedExpiry(seconds: number, { minExpiration, maxExpiration }: PollLimits): string[] {
  const bound =
    seconds < minExpiration
      ? `at least ${inWords(minExpiration, Math.ceil)}`
      : seconds > maxExpiration
        ? `at most ${inWords(maxExpiration, Math.floor)}`
        : "";
  if (bound === "") return [];
  return [`The poll would run for ${inWords(seconds)}, this instance allows ${bound}. Change \`expires-in\`.`];
}

/** The beginning of an option that is far too long: enough to know it by. */
function shortened(option: string): string {
  const all = [...option];
  return all.length > 120 ? `${all.slice(0, 120).join("")}…` : option;
}

function countGraphemes(text: string): number {
  return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;
}

/**
 * A time in the unit that people would use: `90 seconds`, `5 minutes`, `30 days`.
 *
 * @param round how the rest is dealt with; without it, the unit is one that leaves none
 */
function inWords(seconds: number, round?: (amount: number) => number): string {
  const units = [
    [86_400, "day"],
    [3600, "hour"],
    [60, "minute"],
    [1, "second"],
  ] as const;
  const fits = ([size]: readonly [number, string]) => seconds >= size && (round !== undefined || seconds % size === 0);
  const [size, name] = units.find(fits) ?? [1, "second"];
  const amount = round ? round(seconds / size) : seconds / size;
  return `${amount} ${name}${amount === 1 ? "" : "s"}`;
}
