import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The status is gone.",
  inputs: { status: "Well said", "quoted-status-id": "115600000000000001" },
});
