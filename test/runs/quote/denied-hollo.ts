import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Its author lets nobody quote it, on Hollo.",
  instance: { profile: profiles.hollo },
  inputs: { status: "Well said" },
  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("Mine alone", { username: "alice", quotePolicy: "nobody" });
    name(id, "<her id>");
    inputs["quoted-status-id"] = id;
  },
});
