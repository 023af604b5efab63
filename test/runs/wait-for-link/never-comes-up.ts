import { scenario } from "../../scenario.ts";
import { waitFor } from "../../wait-for-link.ts";

export default scenario({
  what: "The page is not there when the time is over: nothing is posted.",
  event: "push.commits",
  inputs: { status: "New: {{ entry.link }}", timeout: "1 minute" },
  arrange: (world) => waitFor(world, "/hello/", { status: 404 }),
});
