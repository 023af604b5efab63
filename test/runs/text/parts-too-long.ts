import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`overflow` rules each part of its own: here the second is cut.",
  inputs: {
    status: "{{ release.title }}\n---\n{{ data.notes | fit }}\n\n{{ release.html_url }}\n---\nThe end",
    data: JSON.stringify({ notes: "It does more, and does it better than before. ".repeat(14) }),
  },
});
