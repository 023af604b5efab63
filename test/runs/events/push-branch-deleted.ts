import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A deleted branch has no commit: null prints as nothing.",
  event: "push.branch.deleted",
  inputs: { status: "{{ event.ref }} is gone{{ event.head_commit }}" },
});
