import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Null for name, body and description: what is missing leaves no hole.",
  event: "release.published.noname",
});
