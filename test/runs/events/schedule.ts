import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A workflow started by the clock: there is no sender, and the repository has no description.",
  event: "schedule",
  inputs: { status: "Still here: {{ repository.html_url }}\n\n{{ repository.description }}\n\n{{ event.schedule }}" },
});
