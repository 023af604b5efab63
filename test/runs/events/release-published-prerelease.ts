import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A prerelease is announced like a release; its event comes first.",
  event: "release.published.prerelease",
});
