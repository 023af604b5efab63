import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An empty token, and nothing in the event tells why.",
  inputs: { "access-token": "" },
});
