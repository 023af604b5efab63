import { scenario } from "../../scenario.ts";

export default scenario({
  what: "With `overflow: fail` a text that is too long is refused, with count, limit and the choices.",
  event: "release.published.long",
  inputs: { overflow: "fail", status: "{{ release.title }}\n\n{{ release.body | plain_text }}" },
});
