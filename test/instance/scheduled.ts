import { requireScope, requireUser } from "./access.ts";
import { type Answer, type Call, json, Refusal, type Route, refuse } from "./call.ts";
import { statusEntity } from "./entities.ts";
import { compareIds } from "./ids.ts";
import { mediaEntity } from "./media.ts";
import { paged } from "./paging.ts";
import { isBlank, text } from "./parameters.ts";
import {
  type Account,
  addStatus,
  type NewStatus,
  newStatus,
  type QuotePolicy,
  type ScheduledStatus,
  type Store,
  showStatus,
} from "./store.ts";

/** Statuses that wait for their time. */
export const scheduledRoutes: Route[] = [
  { method: "GET", path: "/api/v1/scheduled_statuses", handle: index },
  { method: "GET", path: "/api/v1/scheduled_statuses/:id", handle: show },
  { method: "PUT", path: "/api/v1/scheduled_statuses/:id", handle: update },
  { method: "DELETE", path: "/api/v1/scheduled_statuses/:id", handle: remove },
];

/** When a status is to be up. */
export type Timing = { kind: "now" } | { kind: "later"; at: Date } | { kind: "backdated"; at: Date };

const shortest = 5 * 60 * 1000;
const most = 300;
const mostADay = 25;

/**
 * What `scheduled_at` means on this server.
 * @throws Refusal for one that it cannot read
 */
export function timingOf(call: Call): Timing {
  const { schedules } = call.profile.features;
  const at = readMoment(call);
  if (at === null || schedules.queue === null) return { kind: "now" };
  const ahead = at.getTime() - call.now().getTime();
  if (ahead <= 0) return schedules.backdates ? { kind: "backdated", at } : { kind: "now" };
  return ahead <= shortest && schedules.tooSoon === null ? { kind: "now" } : { kind: "later", at };
}

function readMoment(call: Call): Date | null {
  const { schedules } = call.profile.features;
  const sent = text(call.parameters, "scheduled_at");
  if (isBlank(sent)) return null;
  const moment = new Date(withZone(sent ?? ""));
  if (schedules.pattern.test(sent ?? "") && !Number.isNaN(moment.getTime())) return moment;
  if (schedules.unreadable) throw new Refusal(schedules.unreadable());
  return null;
}

/** Ruby takes a time without a zone for UTC. */
function withZone(sent: string): string {
  return /T\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(sent) ? `${sent}Z` : sent;
}

/**
 * Puts a status into the queue.
 * @throws Refusal 422 when it is too soon, or when too many wait already
 */
export function schedule(call: Call, at: Date, status: Omit<NewStatus, "createdAt">): ScheduledStatus {
  refuseTooSoon(call, at);
  const { account, media = [] } = status;
  const waiting = scheduledOf(call.store, account);
  const day = at.toISOString().slice(0, 10);
  const ofThatDay = waiting.filter(({ scheduledAt }) => scheduledAt.toISOString().startsWith(day));
  const failed: string[] = [];
  if (waiting.length >= most) failed.push(`You have exceeded the limit of ${most} scheduled posts`);
  if (ofThatDay.length >= mostADay) {
    failed.push(`You have exceeded the limit of ${mostADay} scheduled posts for today`);
  }
  if (failed.length > 0) throw refuse(422, call.profile.errors.validationFailed(failed));
  const params = paramsOf(call, status.quotePolicy ?? account.quotePolicy);
  const isUnseen = call.profile.features.schedules.queue === "unseen";
  const ready = isUnseen ? newStatus(call.store, call.origin, { ...status, createdAt: at }) : null;
  const id = ready?.id ?? call.store.nextScheduledId(call.now());
  const scheduled: ScheduledStatus = { id, account, scheduledAt: at, params, media, status, ready };
  call.store.scheduled.set(id, scheduled);
  for (const one of media) one.attachedTo = scheduled;
  return scheduled;
}

function refuseTooSoon(call: Call, at: Date): void {
  const { tooSoon } = call.profile.features.schedules;
  if (tooSoon && at.getTime() - call.now().getTime() <= shortest) throw new Refusal(tooSoon());
}

/** What was sent, as the entity tells it. */
function paramsOf({ parameters, profile, token }: Call, quotePolicy: QuotePolicy): Record<string, unknown> {
  const names = ["media_ids", "sensitive", "spoiler_text", "visibility", "language", "poll", "in_reply_to_id"];
  const sent = (name: string) => [name, parameters[name] ?? null];
  return {
    text: text(parameters, "status") ?? "",
    ...Object.fromEntries([...names, "allowed_mentions"].map(sent)),
    ...(profile.features.quotes.written
      ? { quote_approval_policy: quotePolicy, ...Object.fromEntries([sent("quoted_status_id")]) }
      : {}),
    ...(profile.features.contentTypes ? Object.fromEntries(["content_type", "local_only"].map(sent)) : {}),
    application_id: Number(token?.application.id),
    scheduled_at: null,
    idempotency: null,
    with_rate_limit: false,
  };
}

/** The account's waiting statuses, newest first. */
export function scheduledOf(store: Store, account: Account): ScheduledStatus[] {
  return [...store.scheduled.values()]
    .filter((scheduled) => scheduled.account === account)
    .sort((a, b) => compareIds(b.id, a.id));
}

/**
 * Posts what is due by now. What cannot be posted any more is dropped without a word: failures at publishing are
 * swallowed, such as that of a blank text, and that of any `allowed_mentions`.
 */
export function publishDue(store: Store, origin: string, now: Date): void {
  const due = [...store.scheduled.values()].filter(({ scheduledAt }) => scheduledAt.getTime() <= now.getTime());
  due.sort((a, b) => a.scheduledAt.getTime() - b.scheduledAt.getTime());
  for (const { id, scheduledAt, status, params, ready } of due) {
    store.scheduled.delete(id);
    const { inReplyTo, media = [], quote } = status;
    if (params.allowed_mentions || (isBlank(status.text) && media.length === 0 && !quote)) continue;
    if ([inReplyTo, quote?.status].some((other) => other && !store.statuses.has(other.id))) continue;
    if (ready) showStatus(store, ready);
    else addStatus(store, origin, { ...status, createdAt: scheduledAt });
  }
}

/** What answers a request to schedule: a ScheduledStatus, or on snac a Status with a time ahead. */
export function answerToSchedule(call: Call, scheduled: ScheduledStatus): Record<string, unknown> {
  return scheduled.ready ? statusEntity(call, scheduled.ready) : scheduledEntity(call, scheduled);
}

/** The ScheduledStatus entity: it has no address, and its id is not the later status'. */
function scheduledEntity(call: Call, { id, scheduledAt, params, media }: ScheduledStatus) {
  return {
    id,
    scheduled_at: scheduledAt.toISOString(),
    params,
    media_attachments: media.map((one) => mediaEntity(call, one)),
  };
}

function index(call: Call): Answer {
  refuseWithoutQueue(call);
  requireScope(call, "read", "read:statuses");
  if (call.profile.features.schedules.queue === "unseen") return json([]);
  const { items, headers } = paged(call, scheduledOf(call.store, requireUser(call)));
  return json(
    items.map((scheduled) => scheduledEntity(call, scheduled)),
    headers,
  );
}

function show(call: Call): Answer {
  refuseWithoutQueue(call);
  requireScope(call, "read", "read:statuses");
  return json(scheduledEntity(call, find(call)));
}

function update(call: Call): Answer {
  refuseWithoutQueue(call);
  requireScope(call, "write", "write:statuses");
  const scheduled = find(call);
  const at = readMoment(call);
  if (at) {
    refuseTooSoon(call, at);
    scheduled.scheduledAt = at;
  }
  return json(scheduledEntity(call, scheduled));
}

function remove(call: Call): Answer {
  refuseWithoutQueue(call);
  requireScope(call, "write", "write:statuses");
  const scheduled = find(call);
  call.store.scheduled.delete(scheduled.id);
  for (const media of scheduled.media) media.attachedTo = null;
  return json({});
}

function find(call: Call): ScheduledStatus {
  const account = requireUser(call);
  const scheduled = call.store.scheduled.get(call.profile.ids.read(call.inPath.id ?? ""));
  if (scheduled?.account !== account) throw refuse(404, call.profile.errors.recordNotFound);
  return scheduled;
}

function refuseWithoutQueue(call: Call): void {
  if (call.profile.features.schedules.queue === null) throw refuse(404, call.profile.errors.notFound);
}
