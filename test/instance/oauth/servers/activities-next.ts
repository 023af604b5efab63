import type { OAuthDeviations, OAuthError } from "../deviations.ts";
import { mastodon45 } from "./mastodon.ts";

const error = (status: number, name: string, description: string): OAuthError => ({
  status,
  body: { error_description: description, error: name },
});

const week = 7 * 24 * 60 * 60;

/**
 * activities.next 1.144 (column A): no practice server of its own, but the only one seen with a remembered consent,
 * `iss`, a code that a wrong verifier burns and tokens that end. Where the column is silent it is as Mastodon.
 */
export const activitiesNext: OAuthDeviations = {
  ...mastodon45,
  tokenInfo: false,
  // server-quirks 1: the endpoint is not /oauth/authorize
  metadata: (origin) => ({
    ...mastodon45.metadata?.(origin),
    issuer: `${origin}/api/auth`,
    authorization_endpoint: `${origin}/api/auth/oauth2/authorize`,
  }),
  registration: {
    ...mastodon45.registration,
    throttle: null,
    // A, "bogus scope"
    refusal: (asked) => {
      const refusal = mastodon45.registration.refusal(asked);
      return refusal && { status: 422, body: { error: "Unprocessable entity" } };
    },
    // A, "response quirks": redirect_uri newline-joined, vapid_key null
    answer: (application) => ({ ...mastodon45.registration.answer(application), vapid_key: null }),
  },
  authorization: {
    ...mastodon45.authorization,
    path: "/api/auth/oauth2/authorize",
    forwardFrom: "/oauth/authorize", // server-quirks 1: "which redirects there"
    login: { kind: "page", status: 307, path: "/auth/signin", next: false }, // A, "authorize, logged out"
    redirectMatch: "loopback port", // A, "other loopback port"
    refusals: {
      ...mastodon45.authorization.refusals,
      redirectUri: { kind: "page", status: 404, sentence: "404" }, // A, "unregistered redirect_uri"
    },
    denial: { description: "User denied access", state: true }, // A, "deny"
    remembers: "for good", // A, "second authorize"
    forceLoginAsks: false,
    issuer: (origin) => `${origin}/api/auth`, // A, "code redirect"
  },
  token: {
    ...mastodon45.token,
    // A, "HTTP Basic"
    basic: error(401, "invalid_client", "client registered for client_secret_post cannot use client_secret_basic"),
    verifierBurnsCode: true, // A, "wrong verifier burns the code?"
    reuseRevokes: true, // A, "code reuse"
    reusesTokens: false,
    expiresIn: { user: week, application: week }, // A, "token answer"
    extra: ({ expiresAt }) => ({ expires_at: expiresAt }), // A, "token answer"
    burst: 20, // A, "token answer"
    errors: {
      ...mastodon45.token.errors,
      client: error(400, "invalid_client", "invalid client_secret"), // A, "wrong client_secret"; the words are [inf]
      code: error(400, "invalid_grant", "invalid code"), // A, "wrong code"
      usedCode: error(400, "invalid_grant", "invalid code"), // A, "code reuse"
      verifier: error(401, "invalid_request", "code verification failed"), // A, "wrong verifier burns the code?"
    },
  },
};
