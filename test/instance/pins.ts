import { requireScope, requireUser } from "./access.ts";
import { type Answer, type Call, json, type Route, refuse } from "./call.ts";
import { statusEntity } from "./entities.ts";
import { findVisible } from "./find-status.ts";
import { statusesOf } from "./store.ts";

/** Pinning to the profile; the scope is `write:accounts`. */
export const pinRoutes: Route[] = [
  { method: "POST", path: "/api/v1/statuses/:id/pin", handle: pin },
  { method: "POST", path: "/api/v1/statuses/:id/unpin", handle: unpin },
];

function pin(call: Call): Answer {
  refuseWithoutRoute(call);
  requireScope(call, "write", "write:accounts");
  const account = requireUser(call);
  const status = findVisible(call);
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
  refuseWithoutRoute(call);
  requireScope(call, "write", "write:accounts");
  const account = requireUser(call);
  const status = findVisible(call);
  if (status.account === account) status.pinnedAt = null;
  return json(statusEntity(call, status));
}

function refuseWithoutRoute(call: Call): void {
  if (!call.profile.features.pins) throw refuse(404, call.profile.errors.notFound);
}
