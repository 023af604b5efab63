import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Outputs that cannot be written change nothing about the post.",
  env: { GITHUB_OUTPUT: "no-such-folder/output" },
});
