import { accountRemarks, handleOf, isMissingScope, VERIFY } from "../mastodon/account.ts";
import { asObject, openClient } from "../mastodon/client.ts";
import { diagnose } from "../mastodon/diagnosis/diagnose.ts";
import { MastodonError } from "../mastodon/error.ts";
import { handleIn } from "../mastodon/find-host.ts";
import type { Http } from "../mastodon/http.ts";
import type { InstanceDocument } from "../mastodon/limits.ts";
import { REQUEST_TIMEOUT } from "../mastodon/oauth.ts";

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
    const { json } = await client.call("GET", VERIFY);
    return ownerIn(json, origin, document);
  } catch (error) {
    if (!(error instanceof MastodonError)) throw error;
    if (isMissingScope(error)) return { handle: "", otherHandle: "", followers: null, remarks: [] };
    throw await diagnose(error, client, { reader: "at a terminal" });
  }
}

function ownerIn(json: unknown, origin: string, document: InstanceDocument | null): Owner {
  const account = asObject(json);
  const plain = handleOf(account, origin);
  const domain = handleDomain(document);
  const [, name = ""] = plain.split("@");
  const handle = plain !== "" && domain !== "" && isOwnHost(plain, origin) ? `@${name}@${domain}` : plain;
  const { followers_count: followers } = account;
  return {
    handle,
    otherHandle: plain,
    followers: typeof followers === "number" ? followers : null,
    remarks: accountRemarks(account, origin),
  };
}

/** The domain of the handles; some servers put an address there. Empty for none. */
function handleDomain(document: InstanceDocument | null): string {
  const named = [document?.domain, document?.uri].find((value) => typeof value === "string" && value !== "");
  const address = typeof named === "string" ? (/^https?:/.test(named) ? named : `https://${named}`) : "";
  return URL.canParse(address) ? new URL(address).host : "";
}

function isOwnHost(handle: string, origin: string): boolean {
  return handle.endsWith(`@${new URL(origin).host}`);
}

/** Whether what a person typed is this account: a handle, a bare name, or the address of a profile. Case does not matter. */
export function isAccount(typed: string, { handle, otherHandle }: Owner): boolean {
  const named = handleIn(typed) || typed.trim().replace(/^@/, "");
  const plain = (text: string) => text.replace(/^@/, "").toLowerCase();
  return (
    handle !== "" &&
    [handle, otherHandle].map(plain).some((own) => own === plain(named) || own.split("@")[0] === plain(named))
  );
}
