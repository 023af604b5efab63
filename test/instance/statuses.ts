import { requireScope, requireUser, scopeOfAnyToken } from "./access.ts";
import { type Answer, type Call, json, type Route, refuse } from "./call.ts";
import { mentionedIn, withCanonicalHandles } from "./content.ts";
import { statusEntity } from "./entities.ts";
import { chooseLanguage } from "./languages.ts";
import { countCharacters } from "./length.ts";
import { isBlank, leadingInteger, scalar, strip, text, toBoolean } from "./parameters.ts";
import { countPost } from "./rate-limits.ts";
import { type Account, addStatus, type StoredStatus, type Visibility } from "./store.ts";

export const statusRoutes: Route[] = [
  { method: "POST", path: "/api/v1/statuses", handle: create },
  { method: "GET", path: "/api/v1/statuses/:id", handle: show },
  { method: "GET", path: "/api/v1/statuses/:id/source", handle: source },
  { method: "DELETE", path: "/api/v1/statuses/:id", handle: remove },
];

/** POST /api/v1/statuses (sections 1.1 to 1.3, 1.5). */
async function create(call: Call): Promise<Answer> {
  const token = requireScope(call, "write", "write:statuses");
  const account = requireUser(call);
  call.postsFor = account.id;
  const inReplyTo = replyTarget(call);
  const key = call.headers["idempotency-key"];
  const repeated = earlierStatus(call, account, key);
  if (repeated !== undefined) return json(statusEntity(call, find(call, repeated)));
  // Mastodon 4.5 holds no lock here: a second request with the same key that comes now posts as well (#37879).
  await call.work();
  const draft = prepare(call, account);
  validate(call, draft);
  countPost(call);
  const status = addStatus(call.store, call.origin, {
    ...draft,
    account,
    inReplyTo,
    reblogOf: null,
    application: token.application,
    createdAt: call.now(),
  });
  remember(call, account, key, status);
  return json(statusEntity(call, status));
}

interface Draft {
  text: string;
  spoilerText: string;
  /** Anything: it is validated afterwards. */
  visibility: Visibility;
  language: string | null;
  sensitive: boolean;
}

function prepare(call: Call, account: Account): Draft {
  const { parameters } = call;
  refuseWhatIsNotPractised(call);
  let body = text(parameters, "status") ?? "";
  let spoilerText = text(parameters, "spoiler_text") ?? "";
  const wish = scalar(parameters, "sensitive") ?? account.sensitive;
  // Ruby takes any string for true here, so the form value "false" hides that a spoiler was given.
  const sensitive = wish !== false ? wish : !isBlank(spoilerText);
  if (isBlank(body) && !isBlank(spoilerText)) {
    body = spoilerText;
    spoilerText = "";
  }
  spoilerText = strip(spoilerText);
  let visibility = text(parameters, "visibility") ?? account.privacy;
  if (visibility === "public" && account.limited) visibility = "unlisted";
  if (isBlank(visibility)) visibility = account.locked ? "private" : "public";
  return {
    text: strip(withCanonicalHandles(call, body)),
    spoilerText,
    visibility: visibility as Visibility,
    language: chooseLanguage(text(parameters, "language"), account.language, "en"),
    sensitive: (toBoolean(sensitive) ?? false) || !isBlank(spoilerText),
  };
}

function refuseWhatIsNotPractised(call: Call): void {
  const { parameters, profile } = call;
  for (const name of ["poll", "scheduled_at", "quoted_status_id", "allowed_mentions"]) {
    // Silence would teach that the parameter works.
    if (parameters[name]) throw refuse(501, `The practice instance does not know ${name} yet`);
  }
  const ids = parameters.media_ids;
  if (!Array.isArray(ids) || ids.length === 0) return;
  const { errors, limits } = profile;
  if (ids.length > limits.maxMediaAttachments) throw refuse(422, errors.tooManyFiles(limits.maxMediaAttachments));
  throw refuse(422, errors.mediaNotFound(ids.map((id) => leadingInteger(String(id)).toString())));
}

function validate(call: Call, draft: Draft): void {
  const { errors, limits } = call.profile;
  const failed: string[] = [];
  if (!["public", "unlisted", "private", "direct"].includes(draft.visibility)) failed.push(errors.badVisibility);
  if (isBlank(draft.text)) failed.push(errors.blankText);
  const length = countCharacters(draft.text, draft.spoilerText, limits.charactersReservedPerUrl);
  if (length > limits.maxCharacters) failed.push(errors.tooLong(limits.maxCharacters));
  if (failed.length > 0) throw refuse(422, errors.validationFailed(failed));
}

function replyTarget(call: Call): StoredStatus | null {
  const id = text(call.parameters, "in_reply_to_id");
  if (isBlank(id)) return null;
  const status = call.store.statuses.get(leadingInteger(id ?? "").toString());
  if (!status || !mayBeSeen(call, status)) throw refuse(404, call.profile.errors.replyTargetMissing);
  return status;
}

/** The id remembered for account and key, also when that status is deleted meanwhile (section 1.3). */
function earlierStatus(call: Call, account: Account, key: string | undefined): string | undefined {
  if (call.profile.idempotencySeconds === null || isBlank(key)) return undefined;
  const known = call.store.idempotency.get(`${account.id}:${key}`);
  return known && call.now().getTime() < known.expires ? known.statusId : undefined;
}

function remember(call: Call, account: Account, key: string | undefined, status: StoredStatus): void {
  const seconds = call.profile.idempotencySeconds;
  if (seconds === null || isBlank(key)) return;
  const expires = call.now().getTime() + seconds * 1000;
  call.store.idempotency.set(`${account.id}:${key}`, { statusId: status.id, expires });
}

function show(call: Call): Answer {
  scopeOfAnyToken(call, "read", "read:statuses");
  return json(statusEntity(call, findVisible(call)));
}

/** GET /api/v1/statuses/:id/source: the plain text, for editing. */
function source(call: Call): Answer {
  requireScope(call, "read", "read:statuses");
  const status = findVisible(call);
  return json({ id: status.id, text: status.text, spoiler_text: status.spoilerText });
}

/** DELETE /api/v1/statuses/:id: own ones only; the answer carries the plain text for a redraft (section 1.4). */
function remove(call: Call): Answer {
  requireScope(call, "write", "write:statuses");
  const account = requireUser(call);
  const status = find(call, call.inPath.id);
  if (status.account !== account) throw refuse(404, call.profile.errors.recordNotFound);
  const entity = statusEntity(call, status, true);
  call.store.statuses.delete(status.id);
  for (const other of call.store.statuses.values()) {
    if (other.reblogOf === status) call.store.statuses.delete(other.id);
    if (other.inReplyTo === status) other.inReplyTo = null;
  }
  return json(entity);
}

function find(call: Call, id = ""): StoredStatus {
  const status = call.store.statuses.get(leadingInteger(id).toString());
  if (!status) throw refuse(404, call.profile.errors.recordNotFound);
  return status;
}

/** Missing and invisible answer alike. */
function findVisible(call: Call): StoredStatus {
  const status = find(call, call.inPath.id);
  if (!mayBeSeen(call, status)) throw refuse(404, call.profile.errors.recordNotFound);
  return status;
}

/** Nobody follows anybody here: private and direct ones are for the author and for who is mentioned. */
function mayBeSeen(call: Call, status: StoredStatus): boolean {
  if (status.visibility === "public" || status.visibility === "unlisted") return true;
  const viewer = call.token?.account;
  if (!viewer) return false;
  return viewer === status.account || mentionedIn(call, status.text).includes(viewer);
}
