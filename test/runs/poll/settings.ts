import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Several choices, hidden totals, and options out of a template.",
  inputs: {
    status: "Which of these next?",
    poll: `
      options:
        - "{{ release.tag_name }}"
        - "Yes: it's 50 % done, \\"soon\\""
      expires-in: 90 minutes
      multiple: true
      hide-totals: true
    `,
  },
});
