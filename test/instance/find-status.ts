import { type Call, refuse } from "./call.ts";
import type { StoredStatus } from "./store.ts";

/** The status of an id as a client sends it, if this instance has it. */
export function statusById(call: Call, id: string): StoredStatus | undefined {
  return call.store.statuses.get(call.profile.ids.read(id));
}

/**
 * The status of `:id`.
 * @param missing what is said of one that is missing or invisible
 * @throws Refusal for such a one
 */
export function findVisible(call: Call, missing = call.profile.errors.recordNotFound): StoredStatus {
  const status = statusById(call, call.inPath.id ?? "");
  if (!status || !mayBeSeen(call, status)) throw refuse(404, missing);
  return status;
}

/**
 * The account's own status of `:id`.
 * @throws Refusal for one that is missing or somebody else's
 */
export function findOwn(call: Call): StoredStatus {
  const status = statusById(call, call.inPath.id ?? "");
  if (!status || status.account !== call.token?.account) throw refuse(404, call.profile.errors.recordNotFound);
  return status;
}

/** Nobody follows anybody here: private and direct ones are for the author and for who is mentioned. */
export function mayBeSeen(call: Call, status: StoredStatus): boolean {
  if (status.visibility === "public" || status.visibility === "unlisted") return true;
  const viewer = call.token?.account;
  if (!viewer) return false;
  const isReached = status.visibility !== "direct" || call.profile.features.directReaches;
  return viewer === status.account || (isReached && status.mentioned.includes(viewer));
}
