import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The default announcement does not tell the world of a private repository.",
  event: "release.published.private",
});
