import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A limited account posts, and is told of its limit.",
  instance: { account: { limited: true } },
});
