import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A summary that cannot be written changes nothing about the post.",
  env: { GITHUB_STEP_SUMMARY: "no-such-folder/summary" },
});
