import { openClient } from "../../src/mastodon/client.ts";
import { openHttp } from "../../src/mastodon/http.ts";
import { readInstance } from "../../src/mastodon/instance.ts";
import { type Limits, limitsOf } from "../../src/mastodon/limits.ts";
import { keysOf as keysKnownOf } from "../../src/mastodon/nodeinfo.ts";
import { ask } from "../instance/ask.ts";
import type { Profile } from "../instance/profiles.ts";
import { startInstance } from "../instance/server.ts";
import { type Keys, keysOf } from "./keys.ts";
import { type NeededScopes, scopesOf } from "./scopes.ts";

/** What a server says and does besides the features; all of it asked of the practice instance. */
export interface Facts {
  /** As the action reads them from what the instance announces. */
  limits: Limits;
  keys: Keys;
  /** Whether the action counts on the keys. */
  heeded: boolean;
  scopes: NeededScopes;
  /** The visibility of a status that asks for none, of an account that has changed nothing. */
  visibility: string;
}

export async function factsOf(profile: Profile): Promise<Facts> {
  const instance = await startInstance({ profile });
  try {
    const token = instance.createToken();
    const client = openClient(
      instance.origin,
      token,
      openHttp({ proxies: { http: "", https: "", no: "" }, timeout: 60_000 }),
    );
    const { json } = await ask(instance, "GET /api/v1/accounts/verify_credentials", { token });
    return {
      limits: limitsOf((await readInstance(client)) ?? {}),
      keys: await keysOf(profile),
      heeded: (await keysKnownOf({ client, software: null })).kept,
      scopes: await scopesOf(profile),
      visibility: json.source.privacy,
    };
  } finally {
    await instance.close();
  }
}
