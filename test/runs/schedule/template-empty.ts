import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template that comes to nothing is no `now`.",
  event: "push.commits",
  inputs: { status: "Lunch", "scheduled-at": "{{ event.base_ref }}" },
});
