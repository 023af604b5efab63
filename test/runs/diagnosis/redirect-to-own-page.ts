import { redirect } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A web site redirects everything to a page of its own.",
  faults: [{ answer: redirect("/home", 301), times: Infinity }],
});
