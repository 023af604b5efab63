import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Its author lets nobody quote it; Mastodon says so in the words for what is gone.",
  inputs: { status: "Well said" },
  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("Mine alone", { username: "alice", quotePolicy: "nobody" });
    name(id, "<her id>");
    inputs["quoted-status-id"] = id;
  },
});
