import { asciiHost } from "./ascii-host.ts";
import type { Profile } from "./profiles.ts";
import { type Account, acct, findAccount, type Store } from "./store.ts";
import { handlesIn } from "./text-entities.ts";

/** Who is asked about handles: what it remembers, and where it is. */
interface Server {
  store: Store;
  origin: string;
}

/** The accounts that texts mention: those this instance knows. Nobody else is looked up, for there is no network here. */
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
