import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An idempotency-key that comes to nothing is refused: posts that differ would share it.",
  event: "push.commits",
  inputs: { status: "Hello", "idempotency-key": "{{ release.tag_name }}" },
});
