import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Without a link there is nothing to wait for, and that is told before anything is sent.",
  event: "push.commits",
  inputs: { status: "Hello", "wait-for-link": "true" },
});
