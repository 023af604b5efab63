import { type Answer, type Call, json, type Route } from "./call.ts";
import type { Profile } from "./profiles.ts";

/** The document of RFC 8414, which Mastodon has since 4.3 (section 4.1). */
export function oauthMetadataRoutes(profile: Profile): Route[] {
  if (!profile.oauthMetadata) return [];
  return [{ method: "GET", path: "/.well-known/oauth-authorization-server", handle: metadata }];
}

const scopes = `read profile write write:accounts write:blocks write:bookmarks write:conversations write:favourites
  write:filters write:follows write:lists write:media write:mutes write:notifications write:reports write:statuses
  read:accounts read:blocks read:bookmarks read:favourites read:filters read:follows read:lists read:mutes
  read:notifications read:search read:statuses follow push admin:read admin:read:accounts admin:read:reports
  admin:read:domain_allows admin:read:domain_blocks admin:read:ip_blocks admin:read:email_domain_blocks
  admin:read:canonical_email_blocks admin:write admin:write:accounts admin:write:reports admin:write:domain_allows
  admin:write:domain_blocks admin:write:ip_blocks admin:write:email_domain_blocks
  admin:write:canonical_email_blocks`.split(/\s+/);

function metadata({ origin }: Call): Answer {
  return json({
    issuer: `${origin}/`,
    service_documentation: "https://docs.joinmastodon.org/",
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    app_registration_endpoint: `${origin}/api/v1/apps`,
    revocation_endpoint: `${origin}/oauth/revoke`,
    userinfo_endpoint: `${origin}/oauth/userinfo`,
    scopes_supported: scopes,
    response_types_supported: ["code"],
    response_modes_supported: ["query", "fragment", "form_post"],
    grant_types_supported: ["authorization_code", "client_credentials"],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    code_challenge_methods_supported: ["S256"],
  });
}
