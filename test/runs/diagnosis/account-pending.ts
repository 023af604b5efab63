import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The account waits for approval.",
  instance: { account: { state: "pending" } },
});
