import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Hollo takes a poll, and announces room for ten options.",
  inputs: { status: "Which of these next?", poll: "{options: [a, b, c, d, e, f], expires-in: 1 day}" },
  instance: { profile: profiles.hollo },
});
