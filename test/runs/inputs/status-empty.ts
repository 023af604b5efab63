import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An empty `status` is an error that names the likely cause, never the default.",
  inputs: { status: "  \n" },
});
