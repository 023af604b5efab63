import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "snac drops a poll that comes as JSON: told as a difference, after the fact.",
  inputs: { status: "Which of these next?", poll: "{options: [a, b], expires-in: 1 day}" },
  instance: { profile: profiles.snac },
});
