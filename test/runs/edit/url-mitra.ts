import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mitra: an own status is edited by its address, without any search.",
  instance: { profile: profiles.mitra },
  token: { scopes: ["read", "write"] },
  inputs: { status: "New" },
  arrange({ instance, inputs }) {
    inputs["edit-status-id"] = instance.publish("Old").url;
  },
});
