import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Options without quotes that YAML might take for values stay as they are written.",
  inputs: { status: "Which of these next?", poll: "{options: [Yes, No, true, 1.10], expires-in: 1 day}" },
});
