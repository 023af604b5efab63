import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Nothing listens at the port.",
  inputs: { "instance-url": "http://127.0.0.1:1" },
});
