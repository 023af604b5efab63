import { scopeOfAnyToken } from "./access.ts";
import { type Answer, type Call, json, type Route, refuse } from "./call.ts";
import { statusEntity } from "./entities.ts";
import { mayBeSeen } from "./find-status.ts";
import { scalar, strip, text, toBoolean } from "./parameters.ts";
import type { StoredStatus } from "./store.ts";

/** GET /api/v2/search, as far as it finds the status of an address, as `in_reply_to_id` needs it. */
export const searchRoutes: Route[] = [{ method: "GET", path: "/api/v2/search", handle: search }];

export function search(call: Call): Answer {
  scopeOfAnyToken(call, "read", "read:search");
  const query = strip(text(call.parameters, "q") ?? "");
  if (query === "") throw refuse(400, "param is missing or the value is empty: q");
  const resolves = toBoolean(scalar(call.parameters, "resolve")) === true;
  if (resolves && !call.token?.account) {
    throw refuse(401, "Search queries that resolve remote resources are not supported without authentication");
  }
  const type = text(call.parameters, "type");
  // An address is looked for only on behalf of somebody who could have it fetched.
  const isWanted = resolves && (type === null || type === "statuses");
  const status = isWanted ? find(call, query) : undefined;
  const collections = call.profile.features.entities >= 4.6 ? { collections: [] } : {};
  return json({ accounts: [], statuses: status ? [statusEntity(call, status)] : [], hashtags: [], ...collections });
}

function find(call: Call, address: string): StoredStatus | undefined {
  const { store } = call;
  const isIt = ({ url, uri }: StoredStatus) => url === address || uri === address;
  const known = [...store.statuses.values()].find(isIt);
  if (known) return mayBeSeen(call, known) ? known : undefined;
  const index = store.elsewhere.findIndex(isIt);
  const [fetched] = index < 0 ? [] : store.elsewhere.splice(index, 1);
  if (fetched) store.statuses.set(fetched.id, fetched);
  return fetched;
}
