import { mastodon45 } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An instance that does not tell its limits is taken to allow 500 characters.",
  instance: { profile: { ...mastodon45, instanceEndpoints: [] } },
  inputs: { status: "This text has more than two hundred characters. ".repeat(12) },
});
