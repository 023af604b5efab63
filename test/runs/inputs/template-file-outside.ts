import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A path that leads out of the workspace is refused.",
  inputs: { "template-file": "../../../etc/hostname" },
});
