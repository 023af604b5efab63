import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "GoToSocial answers 418 where something on the way took the User-Agent off.",
  faults: [{ method: "POST", answer: html(418, "I'm a teapot") }],
});
