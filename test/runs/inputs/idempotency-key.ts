import { keyOf } from "../../key.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A key of the author's own is the whole identity, so that two workflows can share one post.",
  inputs: { "idempotency-key": "announce-{{ release.tag_name }}" },
  check({ instance, token }) {
    const identity = ["key", "nodejs/undici", "announce-v7.2.0"];
    const key = instance.requests[0]?.headers["idempotency-key"];
    if (key !== keyOf(token, instance.origin, identity, 0, 0)) throw new Error(`Another key: ${key}`);
  },
});
