import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The token has expired.",
  token: { state: "expired" },
});
