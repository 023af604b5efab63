import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A text of invisible characters alone came to nothing, too.",
  inputs: { status: "{{ data.x }}", data: 'x: "\\u200B"' },
});
