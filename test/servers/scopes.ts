import { ask } from "../instance/ask.ts";
import { png, upload } from "../instance/files.ts";
import type { Profile } from "../instance/profiles.ts";
import { type PracticeInstance, startInstance } from "../instance/server.ts";

/** What a token may be for, in the order of the page, and the scopes that it takes: none where the server minds nothing. */
export type NeededScopes = { purpose: string; scopes: string[] }[];

/** Every scope that a server may want, the narrow ones first. */
const ALL = [
  "profile",
  "read:accounts",
  "read:statuses",
  "read:search",
  "write:statuses",
  "write:media",
  "write:accounts",
  "read",
  "write",
];

/** Sends one request, and gives the status code of its answer. */
type Request = (token: string) => Promise<number>;

/** Tries tokens of one scope each, the narrowest first, until the server does not mind. */
export async function scopesOf(profile: Profile): Promise<NeededScopes> {
  const instance = await startInstance({ profile });
  try {
    const needed: NeededScopes = [];
    for (const [purpose, requests] of purposes(instance)) {
      const scopes: (string | null)[] = [];
      for (const request of requests) scopes.push(await scopeOf(instance, request));
      if (scopes.includes(null)) continue;
      needed.push({
        purpose,
        scopes: [...new Set(scopes)].filter((scope) => scope !== null && scope !== "") as string[],
      });
    }
    return needed;
  } finally {
    await instance.close();
  }
}

/** The narrowest scope; empty for none at all, null where the server cannot do it. */
async function scopeOf(instance: PracticeInstance, request: Request): Promise<string | null> {
  const usual = await request(instance.createToken({ scopes: ALL }));
  if (usual === 404) return null;
  const suffices = async (scopes: string[]) => {
    const status = await request(instance.createToken({ scopes }));
    return status === usual || ![401, 403].includes(status);
  };
  if (await suffices([])) return "";
  for (const scope of ALL) if (await suffices([scope])) return scope;
  throw new Error("No scope is enough");
}

function purposes(instance: PracticeInstance): [purpose: string, requests: Request[]][] {
  const { id, account } = instance.publish("Hello", { visibility: "public" });
  const to = (request: string, json?: unknown) => async (token: string) =>
    (await ask(instance, request, { token, ...(json ? { json } : {}) })).status;
  return [
    ["to post", [to("POST /api/v1/statuses", { status: "Hello", in_reply_to_id: id })]],
    ["for media", [async (token) => (await upload(instance, token, png())).status]],
    ["to tell whose account it is", [to("GET /api/v1/accounts/verify_credentials")]],
    ["to look for duplicates", [to(`GET /api/v1/accounts/${account.id}/statuses`)]],
    ["to pin", [to(`POST /api/v1/statuses/${id}/pin`)]],
    ["to reply to a URL elsewhere", [to("GET /api/v2/search?resolve=true&q=https://social.example/@a/1")]],
    // Comes last: on snac the status has another id afterwards.
    ["to edit", [to(`GET /api/v1/statuses/${id}/source`), to(`PUT /api/v1/statuses/${id}`, { status: "Hello" })]],
  ];
}
