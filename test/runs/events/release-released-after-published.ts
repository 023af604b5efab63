import { announced } from "../../announced.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`released` of a release that the run of `published` announced makes no second post.",
  event: "release.released",
  arrange: (world) =>
    announced(
      world,
      17372790,
      "Hello-World 0.0.1: First light\n\nMy first repository on GitHub!\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1\n\n#HelloWorld #Octocat",
    ),
});
