import { scenario } from "../../scenario.ts";
import { waitFor } from "../../wait-for-link.ts";

export default scenario({
  what: "A wall against bots is not waited for: it is posted, with a warning.",
  event: "push.commits",
  inputs: { status: "New: {{ entry.link }}" },
  arrange: (world) => waitFor(world, "/hello/", { status: 403 }),
});
