import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The answer to the second part of a thread is lost: it is found, and the thread goes on below it.",
  inputs: { status: "One\n---\nTwo\n---\nThree" },
  faults: [{ method: "POST", path: "/api/v1/statuses", after: 1, reset: "after" }],
  check({ instance }) {
    if (instance.published().length !== 3) throw new Error(`Not 3: ${instance.published().length}`);
  },
});
