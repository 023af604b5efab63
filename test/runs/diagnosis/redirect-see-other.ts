import { redirect } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An instance answers 303 to the POST, which means that the work is done: unknown.",
  faults: [{ method: "POST", answerAfter: redirect("/home", 303) }],
});
