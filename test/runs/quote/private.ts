import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A quote of a private status comes out as private: that is told.",
  inputs: { status: "Well said", visibility: "public" },
  arrange({ instance, inputs }) {
    inputs["quoted-status-id"] = instance.publish("For you", { visibility: "private" }).id;
  },
});
