import { requireScope, requireUser, scopeOfAnyToken } from "./access.ts";
import { type Answer, type Call, cachedUnlessSignedIn, json, type Route, refuse } from "./call.ts";
import { contentOf } from "./content.ts";
import type { Draft } from "./draft.ts";
import { emojisIn } from "./emojis.ts";
import { accountEntity, statusEntity } from "./entities.ts";
import { findOwn, findVisible } from "./find-status.ts";
import { attachments, changeMedia, mediaEntity } from "./media.ts";
import { list, type Parameters } from "./parameters.ts";
import { readPoll, refusePollWithMedia } from "./polls.ts";
import { policyFor, quotePolicy } from "./quotes.ts";
import { countPost } from "./rate-limits.ts";
import { refuseTags } from "./statuses.ts";
import type { Account, QuotePolicy, StatusEdit, StoredMedia, StoredPoll, StoredStatus } from "./store.ts";

/** Changing what is posted. */
export const editRoutes: Route[] = [
  { method: "PUT", path: "/api/v1/statuses/:id", handle: edit },
  { method: "PUT", path: "/api/v1/statuses/:id/interaction_policy", handle: changePolicy },
  { method: "GET", path: "/api/v1/statuses/:id/history", handle: history },
];

/** PUT replaces everything: what is left out is cleared, but for the language and, by version, the quote policy. */
async function edit(call: Call): Promise<Answer> {
  const { edits } = call.profile.features;
  if (!edits.exist) throw refuse(404, call.profile.errors.notFound);
  requireScope(call, "write", "write:statuses");
  const account = requireUser(call);
  call.postsFor = account.id;
  const status = findOwn(call);
  const policy = nextPolicy(call, account, status);
  await call.work();
  const media = attachments(call, account, status);
  const poll = readPoll(call, edits.pollUnit);
  refusePollWithMedia(call, poll, media);
  const draft = readDraft(call, account, status, media);
  const before = snapshot(status, status.createdAt);
  const isChanged = inTransaction([status, ...media], () => {
    const changes = [changeAttributes(call, media), changePoll(status, poll), changeRest(status, draft, media, policy)];
    if (!changes.includes(true)) return false;
    countPost(call);
    return true;
  });
  if (isChanged) {
    const now = call.now();
    if (status.edits.length === 0) status.edits.push(before);
    status.editedAt = now;
    status.edits.push({ ...snapshot(status, now), text: draft.sent });
    if (!edits.keepsQuote) status.quote = null;
    if (edits.newId) giveNewId(call, status);
    refuseTags(call, status);
  }
  return json(statusEntity(call, status));
}

/** Leaves the records as they were when the work throws. */
function inTransaction<Result>(records: object[], work: () => Result): Result {
  const saved = records.map((record) => ({ ...record }));
  try {
    return work();
  } catch (error) {
    for (const [index, record] of records.entries()) Object.assign(record, saved[index]);
    throw error;
  }
}

function nextPolicy(call: Call, account: Account, status: StoredStatus): QuotePolicy {
  const wish = quotePolicy(call);
  if (wish === undefined && call.profile.features.edits.keepsQuotePolicy) return status.quotePolicy;
  return policyFor(status.visibility, wish ?? account.quotePolicy);
}

/** As for a new status, where the status takes the place of the account's defaults; the visibility cannot change. */
function readDraft(call: Call, account: Account, status: StoredStatus, media: StoredMedia[]): Draft {
  const { visibility: _ignored, ...parameters } = call.parameters;
  const language = status.language ?? account.language;
  const defaults: Account = { ...account, sensitive: false, privacy: status.visibility, language, limited: false };
  const isQuote = status.quote !== null;
  const context = { mayBeBlank: media.length > 0 || isQuote, isQuote };
  return call.profile.readDraft({ ...call, parameters }, defaults, context);
}

/** `media_attributes[][id, description, focus, thumbnail]`, of the media that the status has now. */
function changeAttributes(call: Call, media: StoredMedia[]): boolean {
  const changes = (list(call.parameters, "media_attributes") ?? []).map((sent) => {
    const attributes = sent as Parameters;
    const one = media.find(({ id }) => id === String(attributes?.id));
    return one ? changeMedia(call, one, attributes) : false;
  });
  return changes.includes(true);
}

/** Other options or another way of voting make all votes void. */
function changePoll(status: StoredStatus, poll: StoredPoll | null): boolean {
  const previous = status.poll;
  if (!previous || !poll) {
    status.poll = poll;
    return previous !== poll;
  }
  const choice = ({ options, multiple }: StoredPoll) => JSON.stringify([options, multiple]);
  const isSameChoice = choice(previous) === choice(poll);
  status.poll = { ...poll, id: previous.id, votes: isSameChoice ? previous.votes : poll.votes };
  return !isSameChoice || previous.expiresAt.getTime() !== poll.expiresAt.getTime();
}

function changeRest(status: StoredStatus, draft: Draft, media: StoredMedia[], quotePolicy: QuotePolicy): boolean {
  const { text, mentioned, contentType, spoilerText, sensitive, language } = draft;
  const rest = ({ media, ...others }: { media: StoredMedia[] } & Record<string, unknown>) =>
    JSON.stringify([others.text, others.spoilerText, others.sensitive, others.language, media.map(({ id }) => id)]);
  const next = { text, mentioned, contentType, spoilerText, sensitive, language, media, quotePolicy };
  const isChanged = rest({ ...status }) !== rest(next) || status.quotePolicy !== quotePolicy;
  Object.assign(status, next);
  for (const one of media) one.attachedTo = status;
  return isChanged;
}

function snapshot({ text, spoilerText, sensitive, media, poll }: StoredStatus, at: Date): StatusEdit {
  // Copies: a description may change later.
  return { text, spoilerText, sensitive, media: media.map((one) => ({ ...one })), poll, at };
}

function giveNewId(call: Call, status: StoredStatus): void {
  call.store.statuses.delete(status.id);
  status.id = call.store.nextId(call.now());
  call.store.statuses.set(status.id, status);
}

/** PUT /api/v1/statuses/:id/interaction_policy, since 4.5: the policy only, and no edit. */
function changePolicy(call: Call): Answer {
  if (!call.profile.features.quotes.written) throw refuse(404, call.profile.errors.notFound);
  requireScope(call, "write", "write:statuses");
  const account = requireUser(call);
  const status = findOwn(call);
  status.quotePolicy = policyFor(status.visibility, quotePolicy(call) ?? account.quotePolicy);
  return json(statusEntity(call, status));
}

/** GET /api/v1/statuses/:id/history: what it was at each moment; of one never edited what it is. */
function history(call: Call): Answer {
  if (!call.profile.features.edits.history) throw refuse(404, call.profile.errors.recordNotFound);
  scopeOfAnyToken(call, "read", "read:statuses");
  const status = findVisible(call);
  const edits = status.edits.length > 0 ? status.edits : [snapshot(status, status.createdAt)];
  return json(
    edits.map((one) => editEntity(call, status, one)),
    cachedUnlessSignedIn(call),
  );
}

function editEntity(call: Call, status: StoredStatus, one: StatusEdit): Record<string, unknown> {
  return {
    content: contentOf(call, one.text, [status.account], status.contentType),
    spoiler_text: one.spoilerText,
    sensitive: one.sensitive,
    created_at: one.at.toISOString(),
    account: accountEntity(call, status.account),
    // Of its media a version keeps the descriptions alone.
    media_attachments: one.media.map(({ id, description }) => ({
      ...mediaEntity(call, call.store.media.get(id) as StoredMedia),
      description,
    })),
    ...(one.poll ? { poll: { options: one.poll.options.map((title) => ({ title })) } } : {}),
    emojis: emojisIn(call, one.spoilerText, one.text),
  };
}
