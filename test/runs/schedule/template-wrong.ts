import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What a template makes is checked as well; nobody can steer the log through it.",
  event: "push.commits",
  inputs: { status: "Lunch", "scheduled-at": "{{ event.head_commit.message }}" },
});
