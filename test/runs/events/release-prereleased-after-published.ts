import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`prereleased` of a release that the run of `published` announced makes no second post.",
  event: "release.prereleased",
  earlier: [{ event: "release.published.prerelease" }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
