import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Akkoma announces its limits under names of its own.",
  inputs: { status: "Which of these next?", poll: "{options: [a, b], expires-in: 1 day}" },
  instance: { profile: profiles.akkoma },
});
