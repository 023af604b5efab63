import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template that comes to nothing is no post of its own.",
  event: "push.commits",
  inputs: { status: "Thank you!", "in-reply-to-id": "{{ event.base_ref }}" },
});
