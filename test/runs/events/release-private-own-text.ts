import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A private repository's release is announced with a text of the author's own.",
  event: "release.published.private",
  inputs: { status: "Something new is out: {{ release.name }}" },
});
