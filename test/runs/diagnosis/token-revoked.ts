import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The token was revoked.",
  token: { state: "revoked" },
});
