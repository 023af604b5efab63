import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Lines `---` of the template begin new parts; those from data do not, and an empty part vanishes.",
  inputs: {
    status: `{{ release.title }} {{ release.html_url }}
---
{% for change in data.changes %}
{{ change }}
---
{% endfor %}
{{ data.missing }}
---
{{ data.notes }}`,
    data: JSON.stringify({ changes: ["Faster.", "Smaller."], missing: null, notes: "One rule\n\n---\n\nand another" }),
  },
});
