import { ago, HOUR } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`duplicate-check: 24 hours` looks on a first attempt too, and finds what another workflow posted.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", "duplicate-check": "24 hours" },
  arrange({ instance }) {
    instance.publish("Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0", {
      createdAt: ago(20 * HOUR),
    });
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
