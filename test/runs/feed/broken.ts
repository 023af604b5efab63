import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A feed that is not well-formed names its line.",
  event: "schedule",
  inputs: { feed: "public/index.xml" },
  files: { "public/index.xml": '<rss version="2.0"><channel>\n<item><title>a</item>\n</channel></rss>' },
});
