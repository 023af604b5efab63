import type { OAuthDeviations, OAuthError } from "../deviations.ts";
import { mastodon45 } from "./mastodon.ts";

const error = (status: number, name: string, description: string): OAuthError => ({
  status,
  body: { error_description: description, error: name },
});

const week = 7 * 24 * 60 * 60;

/**
 * activities.next 1.144: the only one seen with a remembered consent, `iss`, a code that a wrong verifier burns and tokens
 * that end. What was not seen of it is as on Mastodon.
 */
export const activitiesNext: OAuthDeviations = {
  ...mastodon45,
  tokenInfo: false,
  introspection: null,
  // The endpoint is not /oauth/authorize
  metadata: (origin) => ({
    ...mastodon45.metadata?.(origin),
    issuer: `${origin}/api/auth`,
    authorization_endpoint: `${origin}/api/auth/oauth2/authorize`,
  }),
  registration: {
    ...mastodon45.registration,
    throttle: null,
    // For an unknown scope too.
    refusal: (asked) => {
      const refusal = mastodon45.registration.refusal(asked);
      return refusal && { status: 422, body: { error: "Unprocessable entity" } };
    },
    // redirect_uri is joined by newlines, vapid_key is null.
    answer: (application) => ({ ...mastodon45.registration.answer(application), vapid_key: null }),
  },
  authorization: {
    ...mastodon45.authorization,
    path: "/api/auth/oauth2/authorize",
    forwardFrom: "/oauth/authorize", // redirects to the endpoint
    login: { kind: "page", status: 307, path: "/auth/signin", next: false },
    redirectMatch: "loopback port",
    refusals: {
      ...mastodon45.authorization.refusals,
      redirectUri: { kind: "page", status: 404, sentence: "404" },
    },
    denial: { description: "User denied access", state: true },
    remembers: "for good", // seen at the second authorization
    forceLoginAsks: false,
    issuer: (origin) => `${origin}/api/auth`,
  },
  token: {
    ...mastodon45.token,
    basic: error(401, "invalid_client", "client registered for client_secret_post cannot use client_secret_basic"),
    verifierBurnsCode: true,
    reuseRevokes: true,
    reusesTokens: false,
    expiresIn: { user: week, application: week },
    extra: ({ expiresAt }) => ({ expires_at: expiresAt }),
    burst: 20,
    errors: {
      ...mastodon45.token.errors,
      client: error(400, "invalid_client", "invalid client_secret"), // the words are from its code, not tried
      code: error(400, "invalid_grant", "invalid code"),
      usedCode: error(400, "invalid_grant", "invalid code"),
      verifier: error(401, "invalid_request", "code verification failed"),
    },
  },
  revocation: {
    ...mastodon45.revocation!,
    bearer: {
      rule: "refused",
      error: error(400, "invalid_request", "A request must use only one client authentication method"),
    },
  },
};
