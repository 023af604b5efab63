import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The secret's name is typed bare, without the braces that a runner fills in.",
  inputs: { "access-token": "secrets.MASTODON_ACCESS_TOKEN" },
});
