import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A format that no server has is refused.",
  inputs: { "content-type": "markdown" },
});
