import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A month of one digit.",
  inputs: { "scheduled-at": "2024-1-5T18:00:00Z" },
});
