import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Data that a tab indents.",
  inputs: { data: "versions:\n\tnode: 24", status: "{{ data.versions.node }}" },
});
