import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An edit is of one status.",
  inputs: { status: "One\n---\nTwo", "edit-status-id": "1" },
});
