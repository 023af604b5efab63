import { scenario } from "../../scenario.ts";

export default scenario({
  what: "JSON data, as `toJSON` gives it.",
  inputs: {
    data: JSON.stringify({ version: "1.10", count: 3, smile: "\u{1F600}", links: ["https://example.org/a"] }, null, 2),
    status: "{{ data.version }}, {{ data.count }} changes {{ data.smile }} {{ data.links[0] }}",
  },
});
