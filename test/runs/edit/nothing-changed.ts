import { scenario } from "../../scenario.ts";

export default scenario({
  what: "It says all of it already: nothing is sent.",
  inputs: { status: "Old", language: "de" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
