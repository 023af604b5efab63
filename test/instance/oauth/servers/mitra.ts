import type { OAuthDeviations } from "../deviations.ts";
import { mastodon45 } from "./mastodon.ts";

const month = 30 * 24 * 60 * 60;

/**
 * Mitra 5.9, tried but for what its public code says (src/mastodon_api of https://codeberg.org/silverpill/mitra): one
 * redirect URI, the scopes read, write and profile, tokens of 30 days, and a Bearer header to revoke. What was not seen is as
 * on Mastodon.
 */
export const mitra: OAuthDeviations = {
  ...mastodon45,
  metadata: null,
  registration: {
    ...mastodon45.registration,
    throttle: null,
    lists: { status: 400, body: { error: "invalid type: sequence, expected a string" } },
    separator: null,
    refusal: ({ redirectUris }) =>
      redirectUris.length === 0 ? { status: 400, body: { error: "missing field `redirect_uris`" } } : null,
  },
  authorization: {
    ...mastodon45.authorization,
    login: { kind: "at once", wrongStatus: 401 },
    keepsSession: false,
    redirectMatch: "exact",
    scopes: "any",
    remembers: "never",
    forceLoginAsks: false,
    denial: null,
    outOfBand: "page",
  },
  token: {
    ...mastodon45.token,
    grants: ["authorization_code", "password"],
    basic: "ignored",
    passwordNames: "both",
    reusesTokens: false,
    expiresIn: { user: month, application: null },
  },
  revocation: {
    ...mastodon45.revocation!,
    client: "not asked",
    bearer: { rule: "wanted", error: { status: 401, body: { error: "access token is required" } } },
  },
  userinfo: null,
  tokenInfo: false,
};
