import type { OAuthDeviations } from "../deviations.ts";
import { mastodon45 } from "./mastodon.ts";

/**
 * Takahē 0.11, tried but for what its public code says (api/views/oauth.py of https://github.com/jointakahe/takahe): the
 * scopes read, write, follow and push, and no PKCE. What was not seen is as on Mastodon.
 */
export const takahe: OAuthDeviations = {
  ...mastodon45,
  metadata: null,
  registration: { ...mastodon45.registration, throttle: null, refusal: () => null },
  authorization: {
    ...mastodon45.authorization,
    login: { kind: "page", status: 302, path: "/auth/login/", next: true },
    redirectMatch: "exact",
    scopes: "any",
    challengeMethods: null,
    remembers: "never",
    forceLoginAsks: false,
    outOfBand: "page",
  },
  token: { ...mastodon45.token, refusesLoneVerifier: false, reusesTokens: false },
  userinfo: null,
  tokenInfo: false,
};
