import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A visibility by the web interface's word is told the API's.",
  inputs: { visibility: "Quiet public" },
});
