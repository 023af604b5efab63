import { HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run whose token may not read the run looks 24 hours back, and says how to widen that.",
  event: "push.commits",
  inputs: { status: "Pushed to {{ github.ref_name }}" },
  earlier: [{ pause: 20 * HOUR }],
  arrange: (world) =>
    rerun(
      world,
      { status: 403, body: { message: "Resource not accessible by integration" } },
      "Codertocat/Hello-World",
    ),
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
