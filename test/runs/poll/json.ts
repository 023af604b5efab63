import { scenario } from "../../scenario.ts";

export default scenario({
  what: "JSON, and words that YAML might take for values, which stay as they are written.",
  inputs: { status: "Which of these next?", poll: '{"options": ["true", "1.10", "null", "007"], "multiple": false}' },
});
