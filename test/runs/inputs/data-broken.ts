import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Data that a pasted expression broke.",
  inputs: { data: 'title: "Fix "quotes" in titles"', status: "{{ data.title }}" },
});
