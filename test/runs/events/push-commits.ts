import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Pushed commits in a loop: what their authors wrote pings nobody.",
  event: "push.commits",
  inputs: {
    status: `{{ event.commits.size }} commits on {{ github.ref_name }}
{% for commit in event.commits -%}
{%- assign lines = commit.message | newline_to_br | split: "<br />" -%}
• {{ lines | first }}
{% endfor %}
{{ event.compare }}`,
  },
});
