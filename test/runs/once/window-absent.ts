import { ago, HOUR } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`duplicate-check: 24 hours` takes nothing that is older.",
  event: "schedule",
  inputs: { status: "Good morning!", "duplicate-check": "20 hours" },
  arrange({ instance }) {
    instance.publish("Good morning!", { createdAt: ago(24 * HOUR) });
  },
  check({ instance }) {
    if (instance.published().length !== 2) throw new Error(`Not 2: ${instance.published().length}`);
  },
});
