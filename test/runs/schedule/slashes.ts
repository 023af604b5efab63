import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Slashes instead of hyphens.",
  inputs: { "scheduled-at": "2024/11/24 18:00" },
});
