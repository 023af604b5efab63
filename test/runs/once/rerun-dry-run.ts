import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run of a re-run looks for nothing.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", "dry-run": "true" },
  env: { GITHUB_RUN_ATTEMPT: "2" },
  check({ instance }) {
    if (instance.published().length !== 0) throw new Error(`Not 0: ${instance.published().length}`);
  },
});
