import { scenario } from "../../scenario.ts";
import { waitFor } from "../../wait-for-link.ts";

export default scenario({
  what: "The page is published while the run waits: then it is posted.",
  event: "push.commits",
  inputs: { status: "New: {{ entry.link }}" },
  arrange: (world) => waitFor(world, "/hello/", [{ status: 404 }, { status: 503 }, { status: 404 }, { body: "Hello" }]),
});
