import { rssOf } from "../../feed.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "With a feed there is no schedule, no edit, no other source, and always a look.",
  event: "schedule",
  inputs: {
    feed: "public/index.xml",
    data: "[one]",
    "release-tag": "latest",
    "scheduled-at": "2 hours",
    "duplicate-check": "never",
  },
  files: { "public/index.xml": rssOf([]) },
});
