import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An issue was opened; its title stands in the template, pasted there by an expression.",
  event: "issues.opened",
  inputs: { status: "New issue: Spelling error in the README file\n{{ event.issue.html_url }}" },
});
