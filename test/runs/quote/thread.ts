import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A thread that quotes: its first part does.",
  inputs: { status: "One\n---\nTwo" },
  arrange({ instance, inputs }) {
    inputs["quoted-status-id"] = instance.publish("Look at this").id;
  },
});
