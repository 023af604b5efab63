import { redirect } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A login wall in front of the instance redirects the POST to a page of the same server.",
  faults: [{ method: "POST", answer: redirect("/auth/sign_in?next=%2Fapi%2Fv1%2Fstatuses", 307) }],
});
