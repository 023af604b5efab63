import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A list of texts: the template sees each as `data`.",
  event: "schedule",
  inputs: { data: "- Good morning\n- Good night", status: "{{ data }}, world" },
});
