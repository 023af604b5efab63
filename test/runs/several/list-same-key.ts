import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Two elements render the same idempotency key: refused before anything is sent.",
  event: "schedule",
  inputs: { data: "[one, two]", status: "Number {{ data }}", "idempotency-key": "my-list" },
});
