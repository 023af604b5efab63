import { scenario } from "../../scenario.ts";
import { waitFor } from "../../wait-for-link.ts";

export default scenario({
  what: "A rehearsal does not wait, for what it shows is not published yet.",
  event: "push.commits",
  inputs: { status: "New: {{ entry.link }}", "dry-run": "true" },
  arrange: (world) => waitFor(world, "/hello/", { status: 404 }),
});
