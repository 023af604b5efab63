import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An empty list: nothing to post, and nothing wrong.",
  event: "schedule",
  inputs: { data: "[]", status: "Number {{ data }}" },
});
