import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What is scheduled cannot be pinned, where a template tells that it is to be pinned, either.",
  inputs: { status: "Lunch", data: "{keep: true}", "scheduled-at": "2 hours", pin: "{{ data.keep }}" },
});
