import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A private mention that mentions nobody reaches nobody, which is told.",
  inputs: { status: "Hello {{ event.sender.login }}", visibility: "direct" },
});
