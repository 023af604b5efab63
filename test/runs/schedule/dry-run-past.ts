import { ahead } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run refuses a time that is past.",
  inputs: { status: "Lunch", "dry-run": "true" },
  arrange({ inputs }) {
    inputs["scheduled-at"] = ahead(-192);
  },
});
