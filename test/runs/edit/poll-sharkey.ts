import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Sharkey would end a poll early with an edit: the edit is refused before anything is sent.",
  instance: { profile: profiles.sharkey },
  token: { scopes: ["read", "write"] },
  earlier: [{ inputs: { status: "Tea?", poll: "{ options: [Yes, No], expires-in: 1 day }" } }],
  inputs: { status: "Tea or not?" },
  arrange({ instance, inputs }) {
    inputs["edit-status-id"] = instance.published()[0]!.id;
  },
  check({ instance }) {
    if (instance.requests.some(({ method }) => method === "PUT")) throw new Error("It was edited");
  },
});
