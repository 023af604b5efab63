import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The account's login is disabled.",
  instance: { account: { state: "frozen" } },
});
