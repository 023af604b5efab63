import { requireScope, requireUser } from "./access.ts";
import { type Answer, type Call, json, type Route, refuse } from "./call.ts";
import { statusEntity } from "./entities.ts";
import { findVisible } from "./find-status.ts";
import { text } from "./parameters.ts";
import { addStatus, deleteStatus, type StoredStatus, statusesOf, type Visibility } from "./store.ts";

/** Boosts. */
export const reblogRoutes: Route[] = [
  { method: "POST", path: "/api/v1/statuses/:id/reblog", handle: reblog },
  { method: "POST", path: "/api/v1/statuses/:id/unreblog", handle: unreblog },
];

/** The answer is a status around the boosted one; a repeat gives the same again. */
function reblog(call: Call): Answer {
  const { application } = requireScope(call, "write", "write:statuses");
  const account = requireUser(call);
  const status = boosted(call);
  const isOwnSecret = status.visibility === "private" && status.account === account;
  const isOpen = status.visibility === "public" || status.visibility === "unlisted";
  if (!isOpen && !isOwnSecret) throw refuse(403, "This action is not allowed");
  const boost =
    existing(call, status) ??
    addStatus(call.store, call.origin, {
      account,
      text: "",
      mentioned: [],
      contentType: "text/plain",
      spoilerText: "",
      visibility: isOwnSecret ? "private" : ((text(call.parameters, "visibility") ?? account.privacy) as Visibility),
      language: null,
      sensitive: false,
      inReplyTo: null,
      reblogOf: status,
      application,
      createdAt: call.now(),
    });
  return json(statusEntity(call, boost));
}

function unreblog(call: Call): Answer {
  requireScope(call, "write", "write:statuses");
  requireUser(call);
  const status = boosted(call);
  const boost = existing(call, status);
  if (boost) deleteStatus(call.store, boost, false);
  return json(statusEntity(call, status));
}

function boosted(call: Call): StoredStatus {
  const named = findVisible(call);
  return named.reblogOf ?? named;
}

function existing(call: Call, status: StoredStatus): StoredStatus | undefined {
  return statusesOf(call.store, requireUser(call)).find(({ reblogOf }) => reblogOf === status);
}
