import { rssOf } from "../../feed.ts";
import { HOUR } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The answer to the first post of a feed is lost: it is found, and the second follows.",
  event: "schedule",
  inputs: { feed: "public/index.xml" },
  faults: [{ method: "POST", path: "/api/v1/statuses", reset: "after" }],
  files: {
    "public/index.xml": rssOf([
      { title: "First", path: "/1/", age: 2 * HOUR },
      { title: "Second", path: "/2/", age: HOUR },
    ]),
  },
});
