import { asciiHost } from "./ascii-host.ts";
import type { Call } from "./call.ts";
import type { Profile } from "./profiles.ts";
import { type Account, acct, findAccount, type Store } from "./store.ts";
import { handlesIn } from "./text-entities.ts";

/** Who is asked about handles: what it remembers, and where it is. */
interface Server {
  store: Store;
  origin: string;
}

/** What Mastodon waits for another server. Milliseconds. */
const PATIENCE = 10_000;

/**
 * Looks up the accounts of other servers that a text mentions, one after the other and within the request that posts it:
 * the status cannot be seen meanwhile. There is no network here, so the silent hosts alone take their time.
 */
export async function lookUpMentioned(
  { store, origin, profile, silentHosts, sleep }: Call,
  text: string,
): Promise<void> {
  const silent = [...new Set(profile.mentionRule(text))].filter((handle) => {
    const [, host = ""] = handle.split("@");
    return silentHosts.includes(host) && !accountOf({ store, origin }, handle);
  });
  // At once, since a run might be given time between two of them.
  if (silent.length > 0) await sleep(silent.length * PATIENCE);
}

/** The accounts that texts mention: those this instance knows. */
export function mentionedIn(server: Server & { profile: Pick<Profile, "mentionRule"> }, ...texts: string[]): Account[] {
  const accounts = texts.flatMap(server.profile.mentionRule).map((handle) => accountOf(server, handle));
  return [...new Set(accounts)].filter((account) => account !== undefined);
}

/** Known handles as their accounts spell them: `@Alice@this.instance` is saved as `@alice`. */
export function withCanonicalHandles(server: Server, text: string): string {
  let rewritten = "";
  let done = 0;
  for (const { start, end, value } of handlesIn(text)) {
    const account = accountOf(server, value);
    if (!account) continue;
    rewritten += `${text.slice(done, start)}@${acct(account)}`;
    done = end;
  }
  return rewritten + text.slice(done);
}

/** The account of a handle without its first @. */
export function accountOf(server: Server, handle: string): Account | undefined {
  const [username = "", domain] = handle.split("@");
  if (domain === undefined) return findAccount(server.store, username);
  const host = asciiHost(domain);
  // The handle syntax knows no port, so this instance is also known by its bare host.
  return host === undefined
    ? undefined
    : findAccount(server.store, username, host.toLowerCase() === new URL(server.origin).hostname ? null : host);
}
