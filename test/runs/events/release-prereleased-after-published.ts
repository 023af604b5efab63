import { announced } from "../../announced.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`prereleased` of a release that the run of `published` announced makes no second post.",
  event: "release.prereleased",
  arrange: (world) =>
    announced(
      world,
      17372790,
      "Hello-World 0.0.1\n\nMy first repository on GitHub!\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1\n\n#HelloWorld #Octocat",
    ),
});
