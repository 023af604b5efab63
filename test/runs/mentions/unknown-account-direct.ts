import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A private mention of an account that the server does not know reaches nobody, which is told.",
  inputs: { status: "Deployed, @bob@example.social", visibility: "direct" },
});
