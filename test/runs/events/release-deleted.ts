import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A release that was deleted, with a template: nothing is posted about it either.",
  event: "release.deleted",
  inputs: { status: "{{ release.tag_name }} is out" },
});
