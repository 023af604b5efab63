import { mastodon45 } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon 4.6 names the scopes that would do, in quotes of its own.",
  instance: { profile: { ...mastodon45, forbiddenNamesScopes: true } },
  token: { scopes: ["read"] },
});
