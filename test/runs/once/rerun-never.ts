import { ago, HOUR } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`duplicate-check: never` posts on a re-run without looking.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", "duplicate-check": "never" },
  env: { GITHUB_RUN_ATTEMPT: "2" },
  arrange({ instance }) {
    instance.publish("Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0", {
      createdAt: ago(2 * HOUR),
    });
  },
  check({ instance }) {
    if (instance.published().length !== 2) throw new Error(`Not 2: ${instance.published().length}`);
  },
});
