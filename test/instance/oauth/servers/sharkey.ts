import type { OAuthDeviations, OAuthError, Registering } from "../deviations.ts";
import { mastodon45 } from "./mastodon.ts";

const error = (status: number, name: string, description: string): OAuthError => ({
  status,
  body: { error: name, error_description: description },
});

const words = (text: string) => text.trim().split(/\s+/);
const readScopes = words(`
  read:account read:drive read:blocks read:favorites read:following read:messaging read:mutes read:notifications
  read:reactions read:pages read:page-likes read:user-groups read:channels read:gallery read:gallery-likes`);
const writeScopes = words(`
  write:account write:drive write:blocks write:favorites write:following write:messaging write:mutes write:notes
  write:notifications write:reactions write:votes write:pages write:page-likes write:user-groups write:channels
  write:gallery write:gallery-likes`);

/** What a token may do in Misskey's words: any scope that begins with `read` is all of reading, and so is `write`. */
export function misskeyPermissions(scopes: readonly string[]): string[] {
  const has = (word: string) => scopes.some((scope) => scope.startsWith(word));
  return [...(has("write") ? writeScopes : []), ...(has("read") ? readScopes : [])];
}

function refusal({ redirectUris, scopes }: Registering): OAuthError | null {
  const absent = [...(redirectUris.length === 0 ? ["redirect_uris"] : []), ...(scopes === null ? ["scopes"] : [])];
  return absent[0] === undefined ? null : error(400, "BAD_REQUEST", `Missing required payload "${absent[0]}"`);
}

const noSession = error(401, "NO_SUCH_SESSION", "No such session.");
const noApp = error(401, "NO_SUCH_APP", "No such app.");

/**
 * Sharkey 2025.5, tried. Its page needs JavaScript and stands at another address, and its code is known before anybody has
 * said yes; here the page is as on Mastodon.
 */
export const sharkey: OAuthDeviations = {
  ...mastodon45,
  metadata: (origin) => ({
    issuer: origin,
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    scopes_supported: [...readScopes, ...writeScopes],
    response_types_supported: ["code"],
    grant_types_supported: ["authorization_code"],
    service_documentation: "https://misskey-hub.net",
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: true,
  }),
  registration: {
    ...mastodon45.registration,
    throttle: null,
    lists: error(400, "BAD_REQUEST", 'Invalid payload "redirect_uris": only one value is allowed'),
    separator: /\s*\n\s*/,
    refusal,
    answer: ({ id, name, website, redirectUris, clientId, clientSecret }) => ({
      id,
      name,
      website,
      redirect_uri: redirectUris.join("\n"),
      client_id: clientId,
      client_secret: clientSecret,
    }),
  },
  authorization: {
    ...mastodon45.authorization,
    scopes: "any",
    challengeMethods: null,
    remembers: "never",
    forceLoginAsks: false,
    // Whoever refuses is told nothing.
    denial: null,
    // The browser is sent to urn:ietf:…?code=…, which none shows.
    outOfBand: "redirect",
  },
  token: {
    ...mastodon45.token,
    grants: ["authorization_code"],
    refusesLoneVerifier: false,
    reusesTokens: false,
    scope: { always: "read write follow push" },
    errors: {
      ...mastodon45.token.errors,
      grantType: error(400, "unsupported_grant_type", "client_credentials is not supported"),
      client: noApp,
      code: noSession,
      usedCode: noSession,
    },
  },
  revocation: null,
  userinfo: null,
  tokenInfo: false,
};
