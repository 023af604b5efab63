import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The name of the variable stands where the address should.",
  inputs: { "instance-url": "MASTODON_URL" },
});
