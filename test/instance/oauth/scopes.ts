const words = (text: string) => text.trim().split(/\s+/);

const common = words(`
  write write:accounts write:blocks write:bookmarks write:conversations write:favourites write:filters write:follows
  write:lists write:media write:mutes write:notifications write:reports write:statuses read:accounts read:blocks
  read:bookmarks read:favourites read:filters read:follows read:lists read:mutes read:notifications read:search
  read:statuses follow push`);

const admin = words(`
  admin:read admin:read:accounts admin:read:reports admin:read:domain_allows admin:read:domain_blocks
  admin:read:ip_blocks admin:read:email_domain_blocks admin:read:canonical_email_blocks admin:write
  admin:write:accounts admin:write:reports admin:write:domain_allows admin:write:domain_blocks admin:write:ip_blocks
  admin:write:email_domain_blocks admin:write:canonical_email_blocks`);

/** What an application may ask of each Mastodon (`profile` came and `crypto` went with 4.3). */
export const mastodon42Scopes: readonly string[] = ["read", ...common, ...admin, "crypto"];
export const mastodon43Scopes: readonly string[] = ["read", "profile", ...common, ...admin];
/** Collections came with 4.6; they stand where the alphabet puts them. */
export const mastodon46Scopes: readonly string[] = mastodon43Scopes.flatMap((scope) =>
  /^(?:read|write):bookmarks$/.test(scope) ? [scope, scope.replace("bookmarks", "collections")] : [scope],
);
/** An enum with `profile`. That it has no `admin:` was read from its code, not tried. */
export const holloScopes: readonly string[] = ["read", ...common, "profile"];
/** Read from its code, not tried. */
export const pixelfedScopes: readonly string[] = words(`
  read write follow push admin:read admin:read:domain_blocks admin:write admin:write:domain_blocks`);
