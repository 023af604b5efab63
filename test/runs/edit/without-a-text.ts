import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Without a release the announcement says nothing: the text has to be given.",
  event: "workflow_dispatch",
  inputs: { "edit-status-id": "1", "spoiler-text": "Spoilers" },
});
