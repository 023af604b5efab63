import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The account's e-mail address is not confirmed.",
  instance: { account: { state: "unconfirmed" } },
});
