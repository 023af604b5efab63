import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A URL that counts in full and fits in no part cannot be split, so it is refused.",
  inputs: { overflow: "thread", status: `See http://localhost:8080/${"path/".repeat(110)} for more` },
});
