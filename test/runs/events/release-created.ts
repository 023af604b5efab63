import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`created` of what is no draft is announced: it yields to the run of `published`.",
  event: "release.created",
});
