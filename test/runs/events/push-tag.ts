import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A pushed tag.",
  event: "push.tag",
  inputs: {
    status: "{{ repository.name }} {{ github.ref_name }}: {{ event.head_commit.message }}\n{{ event.compare }}",
  },
});
