import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`released` waits for the run of `published`; where there is none, it posts.",
  event: "release.released",
});
