import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "GoToSocial takes a poll.",
  inputs: { status: "Which of these next?", poll: "{options: [a, b], expires-in: 1 day}" },
  instance: { profile: profiles.gotosocial },
});
