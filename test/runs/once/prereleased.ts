import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`prereleased` yields to `published` as well.",
  event: "release.prereleased",
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
