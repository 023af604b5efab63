import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The braces lack their dollar sign, so that a runner fills nothing in.",
  inputs: { "instance-url": "{{ vars.MASTODON_URL }}" },
});
