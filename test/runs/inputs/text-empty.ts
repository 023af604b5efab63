import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template that comes to nothing posts nothing.",
  event: "release.published.noname",
  inputs: { status: "{{ release.body }}\n\n{{ repository.description }}" },
});
