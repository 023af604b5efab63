import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Without `read:statuses` an edit would lose what it does not name.",
  inputs: { status: "New" },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "private" });
    inputs["edit-status-id"] = id;
  },
});
