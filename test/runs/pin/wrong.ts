import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Neither true nor false.",
  inputs: { status: "Hello", pin: "yes please" },
});
