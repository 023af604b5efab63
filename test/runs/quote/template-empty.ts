import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template that comes to nothing.",
  event: "push.commits",
  inputs: { status: "Well said", "quoted-status-id": "{{ event.base_ref }}" },
});
