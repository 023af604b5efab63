import { type Call, refuse } from "./call.ts";
import type { StoredStatus } from "./store.ts";

/** The status of an id as a client sends it, if this instance has it. */
export function statusById(call: Call, id: string): StoredStatus | undefined {
  return call.store.statuses.get(call.profile.ids.read(id));
}

/**
 * The status of `:id`.
 * @throws Refusal for one that is missing or invisible: they answer alike
 */
export function findVisible(call: Call): StoredStatus {
  const status = statusById(call, call.inPath.id ?? "");
  if (!status || !mayBeSeen(call, status)) throw refuse(404, call.profile.errors.recordNotFound);
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
  return viewer === status.account || status.mentioned.includes(viewer);
}
