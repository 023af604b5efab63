import { html } from "../../instance/faults.ts";
import { mastodon45 } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The URL is a server of the fediverse that does not speak the Mastodon API: nodeinfo tells its software.",
  instance: { profile: { ...mastodon45, software: "lemmy" } },
  faults: [{ path: /^\/api\//, answer: html(404, "Not Found"), times: Infinity }],
});
