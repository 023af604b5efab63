import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Options too long, the same, and empty once the template is rendered; all told in one go.",
  inputs: {
    status: "Which of these next?",
    poll: "options: [HTTP/3, ' HTTP/3 ', '{{ data.none }}', 'An option that goes on and on, far beyond what anybody reads']",
    data: "none: null",
  },
});
