import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A line `---` in a string of the template is no new part; one in its text is.",
  inputs: { status: '{{ "a\n---\nb" | upcase }}\n---\nc' },
});
