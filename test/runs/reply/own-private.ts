import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A reply to an own status for followers, as narrow.",
  inputs: { status: "And one more", visibility: "private" },
  arrange({ instance, inputs }) {
    inputs["in-reply-to-id"] = instance.publish("For you", { visibility: "private" }).id;
  },
});
