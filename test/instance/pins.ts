import { requireScope, requireUser } from "./access.ts";
import { type Answer, type Call, json, type Route, refuse } from "./call.ts";
import { statusEntity } from "./entities.ts";
import { findVisible } from "./find-status.ts";
import { type Account, type StoredStatus, statusesOf } from "./store.ts";

/** Pinning to the profile; the scope is `write:accounts`. */
export const pinRoutes: Route[] = [
  { method: "POST", path: "/api/v1/statuses/:id/pin", handle: pin },
  { method: "POST", path: "/api/v1/statuses/:id/unpin", handle: unpin },
  { method: "DELETE", path: "/api/v1/featured_tags/:id", handle: removeTag },
];

function pin(call: Call): Answer {
  const { account, status } = ownerAndStatus(call);
  const { errors, limits } = call.profile;
  const failed: string[] = [];
  if (status.pinnedAt) throw refuse(422, "Duplicate record");
  if (status.reblogOf) failed.push("A boost cannot be pinned");
  if (status.account !== account) failed.push("Someone else's post cannot be pinned");
  if (status.visibility === "direct") {
    failed.push("Posts that are only visible to mentioned users cannot be pinned");
  }
  const pinned = statusesOf(call.store, account).filter(({ pinnedAt }) => pinnedAt !== null);
  if (pinned.length >= limits.maxPinnedStatuses) failed.push("You have already pinned the maximum number of posts");
  if (failed.length > 0) throw refuse(422, errors.validationFailed(failed));
  status.pinnedAt = call.now();
  return json(statusEntity(call, status));
}

/** Fine also for what is not pinned. */
function unpin(call: Call): Answer {
  const { account, status } = ownerAndStatus(call);
  if (status.account === account) status.pinnedAt = null;
  return json(statusEntity(call, status));
}

/** Mastodon looks for the status before it looks at the scope, and others the other way round. */
function ownerAndStatus(call: Call): { account: Account; status: StoredStatus } {
  const { features, errors } = call.profile;
  if (features.pins === null) throw refuse(404, errors.notFound);
  const find = () => findVisible(call, errors.statusNotFound);
  const early = features.pins === "status first" ? find() : null;
  requireScope(call, "write", "write:accounts");
  const account = requireUser(call);
  return { account, status: early ?? find() };
}

/** Hashtags of the profile: there are none. */
function removeTag(call: Call): Answer {
  const { features, errors } = call.profile;
  if (features.pins !== "status first") throw refuse(404, errors.notFound);
  requireScope(call, "write", "write:accounts");
  requireUser(call);
  throw refuse(404, errors.recordNotFound);
}
