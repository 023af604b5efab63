import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The name of the secret stands where the token should.",
  inputs: { "access-token": "MASTODON_ACCESS_TOKEN" },
});
