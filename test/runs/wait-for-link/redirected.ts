import { scenario } from "../../scenario.ts";
import { waitFor } from "../../wait-for-link.ts";

export default scenario({
  what: "A page that leads into a private network is not asked there: nothing is posted, and it says why.",
  event: "push.commits",
  inputs: { status: "New: {{ entry.link }}" },
  arrange: (world) => waitFor(world, "/hello/", { status: 302, headers: { location: "https://10.0.0.1/" } }),
});
