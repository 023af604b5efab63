import { handleOf } from "../mastodon/account.ts";
import { asObject, openClient } from "../mastodon/client.ts";
import { diagnose } from "../mastodon/diagnosis/diagnose.ts";
import { MastodonError } from "../mastodon/error.ts";
import type { Http } from "../mastodon/http.ts";
import type { InstanceDocument } from "../mastodon/limits.ts";
import { REQUEST_TIMEOUT } from "../mastodon/oauth/request.ts";

/** Whose token it is. */
export interface Owner {
  /** `@me@example.org`; empty where the token may not tell. */
  handle: string;
  /** The same account under the host of the API, where that is another domain. */
  otherHandle: string;
  followers: number | null;
  /** What may keep it from posting; one sentence each. */
  remarks: string[];
}

/**
 * Asks whose token it is.
 *
 * @param document of the instance: its domain is that of the handles, while addresses bear the API's host
 * @throws MastodonError with its diagnosis
 */
export async function askWhose(
  http: Http,
  origin: string,
  token: string,
  document: InstanceDocument | null,
): Promise<Owner> {
  const client = openClient(origin, token, http.within(REQUEST_TIMEOUT));
  try {
    const { json } = await client.call("GET", "/api/v1/accounts/verify_credentials");
    return ownerIn(json, origin, document);
  } catch (error) {
    if (!(error instanceof MastodonError)) throw error;
    if (error.failure.answer?.status === 403) return { handle: "", otherHandle: "", followers: null, remarks: [] };
    throw await diagnose(error, client);
  }
}

function ownerIn(json: unknown, origin: string, document: InstanceDocument | null): Owner {
  const account = asObject(json);
  const plain = handleOf(account, origin);
  const domain = handleDomain(document);
  const [, name = ""] = plain.split("@");
  const handle = plain !== "" && domain !== "" && isOwnHost(plain, origin) ? `@${name}@${domain}` : plain;
  const { followers_count: followers, moved, suspended, limited } = account;
  const remarks = [
    moved ? `${handle} has moved to ${handleOf(moved, origin)}, so its followers are elsewhere.` : "",
    suspended === true ? `${handle} is suspended, so it cannot post.` : "",
    limited === true ? `${handle} is limited by its moderators: few will see what it posts.` : "",
  ].filter((remark) => remark !== "");
  return {
    handle,
    otherHandle: plain,
    followers: typeof followers === "number" ? followers : null,
    remarks,
  };
}

/** The domain of the handles; some servers put an address there (research, section 6). Empty for none. */
function handleDomain(document: InstanceDocument | null): string {
  const named = [document?.domain, document?.uri].find((value) => typeof value === "string" && value !== "");
  const address = typeof named === "string" ? (/^https?:/.test(named) ? named : `https://${named}`) : "";
  return URL.canParse(address) ? new URL(address).host : "";
}

function isOwnHost(handle: string, origin: string): boolean {
  return handle.endsWith(`@${new URL(origin).host}`);
}

/** Whether a handle that a person typed is this account: case does not matter, nor does the first `@`. */
export function isAccount(typed: string, owner: Owner): boolean {
  const plain = (handle: string) => handle.trim().replace(/^@/, "").toLowerCase();
  return owner.handle !== "" && [owner.handle, owner.otherHandle].some((handle) => plain(handle) === plain(typed));
}
