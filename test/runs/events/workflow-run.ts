import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Another workflow has completed.",
  event: "workflow_run",
  inputs: {
    status:
      "{{ event.workflow.name }} on {{ event.workflow_run.head_branch }}: {{ event.workflow_run.conclusion }}\n{{ event.workflow_run.html_url }}",
  },
});
