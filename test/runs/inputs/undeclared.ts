import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An input that nobody knows, or a variable `INPUT_…` of a job's `env`, is only told.",
  inputs: { "reply-count": "3" },
});
