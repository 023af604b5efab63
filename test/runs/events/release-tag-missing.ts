import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

export default scenario({
  what: "A tag that has no release.",
  inputs: { "release-tag": "v9.9.9" },
  arrange: (world) => withGithubApi(world, ["GET /repos/nodejs/undici/releases/tags/v9.9.9"]),
});
