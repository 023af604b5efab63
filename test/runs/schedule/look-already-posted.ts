import { ahead } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Its time is past by now, and it is out: a look comes before the check of the time.",
  inputs: { status: "Lunch", "duplicate-check": "1 day" },
  token: { scopes: ["write:statuses", "read:statuses", "profile"] },
  arrange({ instance, inputs }) {
    instance.publish("Lunch", { createdAt: new Date(Date.now() - 3 * 3_600_000) });
    inputs["scheduled-at"] = ahead(-192);
  },
});
