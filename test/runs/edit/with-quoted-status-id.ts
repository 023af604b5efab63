import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An edit cannot change that.",
  inputs: { status: "New", "edit-status-id": "1", "quoted-status-id": "1" },
});
