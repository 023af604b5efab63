import { type Call, Refusal, refuse } from "./call.ts";
import { isJson } from "./media.ts";
import { isBlank, list, mapping, scalar, strip, text, toBoolean } from "./parameters.ts";
import type { StoredMedia, StoredPoll } from "./store.ts";

/**
 * The poll that the parameters ask for (`poll`); null for none.
 * @param unit milliseconds that one of `expires_in` stands for
 * @throws Refusal 422 in Mastodon's words
 */
export function readPoll(call: Call, unit = 1000): StoredPoll | null {
  const { features, errors } = call.profile;
  if (!features.polls.bodies.includes(isJson(call) ? "json" : "form")) return null;
  const poll = mapping(call.parameters, "poll");
  if (!poll || Object.keys(poll).length === 0) return null;
  const options = (list(poll, "options") ?? [])
    .map((option) => strip(typeof option === "object" ? "" : String(option)))
    .filter((option) => !isBlank(option));
  const duration = text(poll, "expires_in");
  const seconds = isBlank(duration) ? null : Number.parseInt(duration ?? "", 10) || 0;
  const failed = features.polls.validated ? [...wrongOptions(call, options), ...wrongDuration(call, seconds)] : [];
  if (failed.length > 0) throw refuse(422, errors.validationFailed(failed));
  const now = call.now();
  return {
    id: call.store.nextPollId(now),
    options: options.map(features.keeps.pollOption),
    expiresAt: new Date(now.getTime() + (seconds ?? 0) * unit),
    multiple: toBoolean(scalar(poll, "multiple")) ?? false,
    hideTotals: toBoolean(scalar(poll, "hide_totals")) ?? false,
    votes: options.map(() => 0),
  };
}

/** @throws Refusal in the words for too many files: before Mastodon 4.6 a poll has no media */
export function refusePollWithMedia(call: Call, poll: StoredPoll | null, media: StoredMedia[]): void {
  const { features, limits } = call.profile;
  if (!poll || media.length === 0 || features.polls.withMedia) return;
  if (features.media.tooMany) throw new Refusal(features.media.tooMany(limits.maxMediaAttachments));
}

function wrongOptions(call: Call, options: string[]): string[] {
  const { maxOptions, maxOptionCharacters } = call.profile.features.polls;
  const failed: string[] = [];
  if (options.length < 2) failed.push("Choices must have more than one item");
  if (options.length > maxOptions) failed.push(`Choices can't contain more than ${maxOptions} items`);
  if (options.some((option) => graphemes(option) > maxOptionCharacters)) {
    failed.push(`Choices cannot be longer than ${maxOptionCharacters} characters each`);
  }
  if (new Set(options).size < options.length) failed.push("Choices contain duplicate items");
  return failed;
}

function wrongDuration(call: Call, seconds: number | null): string[] {
  const { minExpiration, maxExpiration } = call.profile.features.polls;
  if (seconds === null) return ["Deadline can't be blank"];
  if (seconds > maxExpiration) return ["Deadline is too far into the future"];
  return seconds < minExpiration ? ["Deadline is too soon"] : [];
}

function graphemes(text: string): number {
  return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;
}

/** The Poll entity. */
export function pollEntity(call: Call, poll: StoredPoll, author: unknown): Record<string, unknown> {
  const isExpired = poll.expiresAt.getTime() <= call.now().getTime();
  const viewer = call.token?.account ?? null;
  const isCounted = isExpired || !poll.hideTotals;
  const votes = poll.votes.reduce((sum, count) => sum + count, 0);
  return {
    id: poll.id,
    expires_at: poll.expiresAt.toISOString(),
    expired: isExpired,
    multiple: poll.multiple,
    votes_count: votes,
    voters_count: votes,
    ...(viewer ? { voted: viewer === author, own_votes: [] } : {}),
    options: poll.options.map((title, index) => ({ title, votes_count: isCounted ? (poll.votes[index] ?? 0) : null })),
    emojis: [],
  };
}
