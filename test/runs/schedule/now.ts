import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`now` posts at once, for templates that decide.",
  inputs: {
    status: "Lunch",
    data: "{isUrgent: true}",
    "scheduled-at": "{% if data.isUrgent %}now{% else %}2 hours{% endif %}",
  },
});
