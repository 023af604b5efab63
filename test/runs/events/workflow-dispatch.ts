import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A workflow started by hand, with its inputs.",
  event: "workflow_dispatch",
  inputs: {
    status:
      "{{ event.inputs.version }} is out{% if event.inputs.note != '' %}: {{ event.inputs.note }}{% endif %}, by {{ github.actor }}",
  },
});
